/** A problem stands in a state of its machine; what was decided follows from it. */
export const problemState = `
alter table problem add column state text;
update problem set state = case decision when 'resume' then 'resumed' when 'exclude' then 'excluded'
  else case when exists (select 1 from problem_answer where problem_answer.problem_id = problem.id)
    then 'held' else 'raised' end end;
alter table problem alter column state set not null;
alter table problem drop column decision;
`;
