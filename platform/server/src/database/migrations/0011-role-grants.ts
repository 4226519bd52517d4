/**
 * Roles are granted and ended, and every grant is kept. `trial_role` goes on to say who is what at this moment: whoever
 * asks it never takes a role that has ended for one in force. A site coordinator's grant has the sites it is for.
 */
export const roleGrants = `
alter table trial_role rename to role_grant;
alter table role_grant drop constraint trial_role_pkey;
alter table role_grant add column id uuid primary key default gen_random_uuid();
alter table role_grant add column reason text;
alter table role_grant add column ended_at timestamptz;
alter table role_grant add column ended_by uuid references account(id);
alter table role_grant add column end_reason text;
create unique index role_grant_in_force on role_grant (trial_id, account_id, role) where ended_at is null;
create index role_grant_of_person on role_grant (account_id);
create table role_grant_site (
  grant_id uuid not null references role_grant(id), site_id uuid not null references site(id),
  primary key (grant_id, site_id));
create view trial_role as
  select trial_id, account_id, role, granted_by, granted_at from role_grant where ended_at is null;
`;
