/** A problem hangs on a read or on an adjudication. */
export const adjudicationProblems = `
alter table problem alter column read_id drop not null;
alter table problem add column adjudication_id uuid references adjudication(id);
alter table problem add constraint problem_of_one check ((read_id is null) <> (adjudication_id is null));
create index problem_of_adjudication on problem (adjudication_id) where adjudication_id is not null;
`;
