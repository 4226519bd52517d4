/**
 * The record is only added to: neither the application nor whoever writes SQL by mistake changes an entry, a head or what says
 * that one is anchored. Who owns the tables can still take the trigger away, which is why the application should not.
 */
export const auditRecord = `
create table audit_head (
  chain text not null, sequence bigint not null, hash text not null, signed_at timestamptz not null,
  key_id text not null, signature text not null, primary key (chain, sequence));
create table audit_anchor (
  chain text not null, sequence bigint not null, place text not null, anchored_at timestamptz not null,
  primary key (chain, sequence), foreign key (chain, sequence) references audit_head(chain, sequence));
create function refuse_change_of_record() returns trigger language plpgsql as $$ begin raise exception '% is only added to', tg_table_name using errcode = 'restrict_violation'; end $$;
create trigger audit_entry_kept before update or delete or truncate on audit_entry
  for each statement execute function refuse_change_of_record();
create trigger audit_head_kept before update or delete or truncate on audit_head
  for each statement execute function refuse_change_of_record();
create trigger audit_anchor_kept before update or delete or truncate on audit_anchor
  for each statement execute function refuse_change_of_record();
`;
