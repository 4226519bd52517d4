/**
 * What goes with a signature beside the document: pictures of the panes as their reader saw them, and what the read showed.
 * `evidence` is content-addressed; what a signature names it by is bound in it. Signatures from before have neither.
 */
export const signatureEvidence = `
create table evidence (
  sha256 text primary key check (sha256 ~ '^[0-9a-f]{64}$'), media_type text not null, content bytea not null,
  kept_at timestamptz not null);
alter table signature add column pictures jsonb;
alter table signature add column shown_sha256 text references evidence(sha256);
`;
