/** What several criteria make of the same marks: one row each. */
export const criteriaResults = `
create unique index derived_result_of_criterion on derived_result (read_id, criterion);
create table global_read_result (
  id uuid primary key, global_read_id uuid not null references global_read(id), criterion text not null,
  parameter_hash text not null, engine_version text not null, result jsonb not null,
  unique (global_read_id, criterion));
`;
