/**
 * Problems that readers raise from an open read, and the answers to them. `text` may name a person: it is here,
 * where it can be erased, and never in an audit entry. A problem holds its read until its `decision`; one about
 * identifying information keeps its reader from the subject's images until the decision is to resume.
 */
export const problems = `
create table problem (
  id uuid primary key, read_id uuid not null references read(id), subject_id uuid not null references subject(id),
  trial_id uuid not null references trial(id), kind text not null, text text not null, request_id text not null unique,
  raised_by uuid not null references account(id), raised_at timestamptz not null, decision text, decided_at timestamptz);
create index problem_of_read on problem (read_id);
create index problem_of_reader on problem (raised_by, subject_id) where kind = 'identifyingInformation';
create table problem_answer (
  id uuid primary key, problem_id uuid not null references problem(id), decision text not null, text text not null,
  answered_by uuid not null references account(id), answered_at timestamptz not null);
`;
