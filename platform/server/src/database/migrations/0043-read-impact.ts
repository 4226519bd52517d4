/**
 * What changed under a read that has begun, and the signed decision of what that means for it. A change of one kind is
 * undecided once for a read. The reason may name a person: it is here, where it can be erased.
 */
export const readImpact = `
create table read_impact (
  id uuid primary key, trial_id uuid not null references trial(id), read_id uuid not null references read(id),
  cause text not null, exam_id uuid references exam(id), timepoint_id uuid references timepoint(id),
  noticed_at timestamptz not null, decision text, decided_by uuid references account(id), decided_at timestamptz,
  zone text, meaning text, reason text, content_hash text,
  constraint read_impact_cause_known check (cause in (
    'imagesArrived', 'imagesLeft', 'imagesCorrected', 'earlierRead', 'insertedTimepoint')),
  constraint read_impact_decision_known check (decision in ('noImpact', 'laterReads', 'readAgain')),
  constraint read_impact_signed check ((decision is null) = (content_hash is null)));
create unique index read_impact_pending on read_impact (read_id, cause, exam_id, timepoint_id) nulls not distinct
  where decision is null;
create index read_impact_of_trial on read_impact (trial_id, id);
create index read_impact_of_read on read_impact (read_id);
`;
