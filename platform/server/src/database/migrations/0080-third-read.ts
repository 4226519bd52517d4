/** An adjudicator who reads anew has an adjudication in a state of its own, in which nothing of it can be opened. */
export const thirdRead = `
alter table adjudication drop constraint adjudication_state_known;
alter table adjudication add constraint adjudication_state_known check (state in (
  'waiting', 'ready', 'reading', 'draft', 'onHold', 'signed', 'impactPending', 'superseded', 'void'));
`;
