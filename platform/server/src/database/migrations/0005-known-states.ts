/**
 * No state can be stored that its machine (workflow/machines) does not know. The lists are those of the machines when
 * this was written; a state that is added later needs a migration of its own, and a test says so.
 */
export const knownStates = `
alter table exam add constraint exam_state_known check (state in (
  'received', 'quarantined', 'matched', 'inQc', 'passed', 'passedWithDeviation', 'queried', 'refused',
  'superseded', 'withdrawn', 'notResupplied'));
alter table timepoint add constraint timepoint_state_known check (state in (
  'expected', 'incomplete', 'complete', 'missed', 'notReadable'));
alter table course add constraint course_state_known check (state in (
  'open', 'closed', 'agreed', 'discordant', 'inAdjudication', 'final'));
alter table read add constraint read_state_known check (state in (
  'waiting', 'ready', 'assigned', 'draft', 'onHold', 'returnedToQc', 'signed', 'superseded', 'void',
  'impactPending'));
alter table problem add constraint problem_state_known check (state in (
  'raised', 'held', 'resumed', 'excluded'));
`;
