/**
 * The wish to open a signed read again, and what was decided; then which signed reads something they stand on changed
 * under, and what was decided of each. Reasons are here, where they can be erased, and never in an audit entry.
 */
export const unlocks = `
create table unlock_request (
  id uuid primary key, trial_id uuid not null references trial(id), read_id uuid not null references read(id),
  state text not null constraint unlock_request_state_known check (state in ('asked', 'approved', 'refused')),
  reason text not null, asked_by uuid not null references account(id), asked_at timestamptz not null,
  decided_by uuid references account(id), decided_at timestamptz, decision_reason text,
  new_read_id uuid references read(id),
  constraint unlock_request_decided check (state = 'asked' or decided_at is not null));
create unique index unlock_request_undecided on unlock_request (read_id) where state = 'asked';
create index unlock_request_of_trial on unlock_request (trial_id, asked_at);
`;
