/**
 * What people have on record in a trial. Training in the charter is training in one of its versions; nothing else is.
 * A row is withdrawn, never deleted or changed.
 */
export const qualifications = `
create table qualification (
  id uuid primary key, trial_id uuid not null references trial(id), account_id uuid not null references account(id),
  charter_version integer, kind text not null, document_hash text, date text not null, expiry text,
  granted_by uuid not null references account(id), granted_at timestamptz not null,
  withdrawn_at timestamptz, withdrawn_by uuid references account(id), withdraw_reason text,
  foreign key (trial_id, charter_version) references charter_version(trial_id, version),
  constraint qualification_kind_known check (kind in (
    'cv', 'licence', 'gcp', 'system', 'charterTraining', 'readerTest', 'conflictStatement')),
  constraint qualification_of_version check ((kind = 'charterTraining') = (charter_version is not null)),
  constraint qualification_days check (expiry is null or expiry >= date));
create index qualification_of_person on qualification (account_id, trial_id);
`;
