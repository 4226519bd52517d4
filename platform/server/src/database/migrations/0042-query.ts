/**
 * Queries to a site and their threads. Texts may name a person: they are here, where they can be erased, and never in an
 * audit entry. `site_id` is where the subject was when it was asked: its coordinators answer, and no others.
 */
export const queries = `
create table query (
  id uuid primary key, trial_id uuid not null references trial(id), site_id uuid not null references site(id),
  subject_id uuid not null references subject(id), exam_id uuid references exam(id), series_id uuid references series(id),
  rule text, state text not null, due_date text not null, asked_by uuid references account(id),
  asked_at timestamptz not null,
  constraint query_state_known check (state in ('open', 'answered', 'closed', 'reopened')));
create index query_of_trial on query (trial_id, id);
create index query_of_exam on query (exam_id) where exam_id is not null;
create index query_unsettled on query (exam_id) where state <> 'closed';
create table query_message (
  id uuid primary key, query_id uuid not null references query(id), act text not null, text text not null,
  written_by uuid references account(id), written_at timestamptz not null);
create index query_message_of_query on query_message (query_id, written_at);
`;
