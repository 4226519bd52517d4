/** How often a chain was verified from the page, how far one that runs is, and what came of it. One of a chain runs at a time. */
export const auditVerification = `
create table audit_verification (
  id uuid primary key, chain text not null, standing text not null, from_sequence bigint not null, to_sequence bigint not null,
  checked bigint not null, started_by uuid not null references account(id), started_at timestamptz not null,
  beat_at timestamptz not null, finished_at timestamptz, verdict jsonb,
  constraint audit_verification_standing_known check (standing in ('running', 'done', 'interrupted')),
  constraint audit_verification_told check ((standing = 'done') = (verdict is not null)));
create unique index audit_verification_running on audit_verification (chain) where standing = 'running';
create index audit_verification_of_chain on audit_verification (chain, started_at);
`;
