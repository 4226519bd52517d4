/** Adjudications are due and tell what was done in them: what is late, and the entries of one, are found by these indexes. */
export const adjudicationDue = `
create index adjudication_due on adjudication (due_date, subject_id)
  where due_date is not null and state in ('waiting', 'ready', 'reading', 'draft', 'onHold');
create index adjudication_to_do on adjudication (subject_id, state)
  where state in ('waiting', 'ready', 'reading', 'draft', 'onHold', 'impactPending');
create index audit_entry_of_adjudication on audit_entry ((entry -> 'details' ->> 'adjudication'), chain, sequence)
  where entry -> 'details' ->> 'adjudication' is not null;
`;
