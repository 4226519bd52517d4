/**
 * A token has a name, whoever made it, and when it was last used; it is revoked, never deleted, so that the list of a
 * person's tokens is whole.
 */
export const apiTokens = `
alter table api_token add column id uuid not null unique default gen_random_uuid();
alter table api_token add column name text not null default 'command line';
alter table api_token add column created_by uuid references account(id);
alter table api_token add column last_used_at timestamptz;
alter table api_token add column revoked_at timestamptz;
alter table api_token add column revoked_by uuid references account(id);
alter table api_token alter column name drop default;
create index api_token_of_account on api_token (account_id);
`;
