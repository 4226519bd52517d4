/**
 * A reset of an account is asked for by one administrator and confirmed by another; where there are not two, an operator does
 * it on the server's machine and is a name without an account. A one-time password holds for a time.
 */
export const accountReset = `
alter table account add column one_time_until timestamptz;
create table account_reset (
  id uuid primary key, account_id uuid not null references account(id), second_factor boolean not null, reason text not null,
  asked_by uuid references account(id), operator text, asked_at timestamptz not null,
  outcome text not null check (outcome in ('asked', 'done', 'refused', 'withdrawn')),
  decided_by uuid references account(id), decided_at timestamptz, decision_reason text,
  check ((asked_by is null) <> (operator is null)));
create unique index account_reset_once on account_reset (account_id) where outcome = 'asked';
`;
