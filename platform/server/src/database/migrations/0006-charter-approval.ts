/**
 * A charter version stands in a state of its machine and is in force from an instant on. Versions from before were in
 * force as soon as they were deployed, whoever deployed them, and reads not made yet followed the newest:
 * that is the scope `newTimepoints`. The text of a draft may have defects, and then has no resolved form.
 */
export const charterApproval = `
alter table charter_version add column state text;
alter table charter_version add column approved_at timestamptz;
alter table charter_version add column effective_from timestamptz;
alter table charter_version add column sent_against uuid references charter_version(id);
update charter_version set scope = 'newTimepoints', effective_from = created_at,
  state = case when exists (select 1 from charter_version newer
    where newer.trial_id = charter_version.trial_id and newer.version > charter_version.version)
    then 'superseded' else 'effective' end;
alter table charter_version alter column state set not null;
alter table charter_version alter column hash drop not null;
alter table charter_version alter column resolved drop not null;
alter table charter_version drop column effective_date;
alter table charter_version add constraint charter_version_state_known check (state in (
  'draft', 'sentForApproval', 'effective', 'superseded', 'rejected'));
alter table charter_version add constraint charter_version_scope_known check (scope in (
  'newSubjects', 'newTimepoints', 'allWithRereading'));
alter table charter_version add constraint charter_version_whole check (
  state = 'draft' or (hash is not null and resolved is not null));
alter table charter_version add constraint charter_version_in_force check (
  state not in ('effective', 'superseded') or effective_from is not null);
create unique index charter_version_effective on charter_version (trial_id) where state = 'effective';
create table charter_decision (
  id uuid primary key, charter_version_id uuid not null references charter_version(id), act text not null,
  account_id uuid not null references account(id), at timestamptz not null, zone text not null,
  reason text, meaning text, content_hash text);
create index charter_decision_of_version on charter_decision (charter_version_id, at);
create table rereading (
  charter_version_id uuid not null references charter_version(id), read_id uuid not null references read(id),
  read_state text not null, asked_at timestamptz not null, primary key (charter_version_id, read_id));
`;
