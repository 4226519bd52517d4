/**
 * A second factor of an account: the secret of its time-based codes, encrypted by a key outside the database, `pending` while
 * its first code was not typed. `last_step` is the newest time step of which a code was taken: none of it or before it is
 * taken again. Of recovery codes there are keyed digests. `last_login_at` is for those who review who may do what; up to now
 * it was in the record alone. `configuration` is what the installation was started with last.
 */
export const secondFactor = `
create table second_factor (
  account_id uuid primary key references account(id), secret text, confirmed_at timestamptz,
  pending_secret text, pending_at timestamptz, last_step bigint,
  failed_codes integer not null default 0, locked_until timestamptz,
  check ((secret is null) = (confirmed_at is null)));
create table recovery_code (
  account_id uuid not null references account(id), code_digest text not null, made_at timestamptz not null,
  used_at timestamptz, primary key (account_id, code_digest));
alter table account add column last_login_at timestamptz;
update account set last_login_at = (
  select max((entry->>'at')::timestamptz) from audit_entry
  where chain = 'system' and entry->>'by' = account.id::text and entry->>'act' in ('login', 'session.renewed'));
create table configuration (one boolean primary key default true check (one), settings jsonb not null);
`;
