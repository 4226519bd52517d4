/**
 * Accounts whose person logs in at the organisation's own provider: `provider_user` is what its claim calls them until their
 * first login there, which binds issuer and subject. `provider_login` is a way there and back; `fresh_login` is what such a
 * person signs with in place of a password, once.
 */
export const identityProviders = `
alter table account add column provider_user text unique;
alter table account add column provider_issuer text;
alter table account add column provider_subject text;
alter table account add column provider_auth_time bigint;
alter table account add constraint account_provider_subject unique (provider_issuer, provider_subject);
create table provider_login (
  id_hash text primary key, purpose text not null,
  sent_state text not null, nonce text not null, verifier text not null, session_hash text, window_id text, next text not null,
  begun_at timestamptz not null);
create table fresh_login (
  secret_hash text primary key, account_id uuid not null references account(id), until timestamptz not null);
`;
