/**
 * The life of an account. It is never deleted and its name never given to another person, in whatever case it is
 * written. `account_change.reason` may say something about a person: it is here, where it can be erased, and never in an
 * audit entry. Up to now any token could make a trial; of an installation that has accounts already, the first one that
 * administers a trial becomes its administrator.
 */
export const accountLife = `
alter table account add column administrator boolean not null default false;
alter table account add column must_change_password boolean not null default false;
create unique index account_name_once on account (lower(user_name));
update account set administrator = true where id = (
  select account.id from account join trial_role on trial_role.account_id = account.id
  where trial_role.role = 'admin' and account.active order by account.created_at, account.id limit 1);
create table account_change (
  id uuid primary key, account_id uuid not null references account(id), act text not null, reason text not null,
  changed_by uuid not null references account(id), changed_at timestamptz not null);
`;
