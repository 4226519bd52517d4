/**
 * The arrival of images. A receipt names who delivered and what became of each file, in the order they came, and never
 * changes. `instance` is what the archive may show, one row per SOP instance UID, so that another delivery under the
 * same UID is noticed; `quarantine` what is kept apart, by its bytes; `arrival` a study on its way to subject and
 * timepoint; `archive_feed` how far the archive's changes are read; `stray_study` what the archive holds of no trial in
 * force. Studies from before are matched, and the patient they were received under is not known.
 */
export const arrivals = `
alter table receipt add column account_id uuid references account(id);
alter table receipt_instance drop constraint receipt_instance_pkey;
alter table receipt_instance add column ordinal integer;
update receipt_instance set ordinal = numbered.n from (
  select receipt_id, sop_uid, row_number() over (partition by receipt_id order by sop_uid) as n from receipt_instance
  ) numbered where numbered.receipt_id = receipt_instance.receipt_id and numbered.sop_uid = receipt_instance.sop_uid;
alter table receipt_instance alter column ordinal set not null;
alter table receipt_instance add primary key (receipt_id, ordinal);
alter table receipt_instance alter column study_uid drop not null;
alter table receipt_instance alter column series_uid drop not null;
alter table receipt_instance alter column sop_uid drop not null;
alter table receipt_instance add column outcome text not null default 'stored';
alter table receipt_instance alter column outcome drop default;
alter table receipt_instance add constraint receipt_instance_outcome_known check (outcome in (
  'stored', 'alreadyThere', 'quarantined', 'refused', 'notDicom'));
alter table receipt_instance add column reason text;
create index receipt_instance_of_image on receipt_instance (sop_uid);
create table instance (
  sop_uid text primary key, trial_id uuid not null references trial(id), study_uid text not null,
  series_uid text not null, patient_id text, sha256 text not null, archive_id text,
  stored boolean not null, settled boolean not null, receipt_id uuid not null references receipt(id));
create index instance_of_study on instance (study_uid);
create index instance_of_series on instance (series_uid);
create index instance_in_archive on instance (archive_id);
create index instance_unsettled on instance (trial_id) where not settled;
insert into instance
  select distinct on (one.sop_uid) one.sop_uid, receipt.trial_id, one.study_uid, one.series_uid, null, one.sha256, null,
    true, true, receipt.id
  from receipt_instance one join receipt on receipt.id = one.receipt_id
  where receipt.trial_id is not null order by one.sop_uid, receipt.received_at;
create table quarantine (
  id uuid primary key, trial_id uuid not null references trial(id), receipt_id uuid not null references receipt(id),
  study_uid text not null, series_uid text not null, sop_uid text not null, patient_id text, sha256 text not null,
  causes jsonb not null, attributes jsonb not null, state text not null, arrived_at timestamptz not null,
  decided_by uuid references account(id), decided_at timestamptz, authority text, reason text,
  unique (trial_id, sop_uid, sha256));
alter table quarantine add constraint quarantine_state_known check (state in ('quarantined', 'released', 'refused'));
create table arrival (
  id uuid primary key, trial_id uuid not null references trial(id), study_uid text not null, state text not null,
  found jsonb not null, reasons jsonb not null, candidates jsonb not null,
  arrived_at timestamptz not null, changed_at timestamptz not null,
  decided_by uuid references account(id), authority text, reason text,
  unique (trial_id, study_uid));
alter table arrival add constraint arrival_state_known check (state in ('waiting', 'matched', 'refused'));
create index arrival_in_state on arrival (trial_id, state, id);
insert into arrival
  select gen_random_uuid(), subject.trial_id, exam_study.study_uid, 'matched', '{}', '[]',
    '{"subjects":[],"timepoints":[],"proposed":null}', min(exam.created_at), min(exam.created_at), null, null, null
  from exam_study join exam on exam.id = exam_study.exam_id join subject on subject.id = exam.subject_id
  group by subject.trial_id, exam_study.study_uid;
create table archive_feed (name text primary key, sequence bigint not null, read_at timestamptz not null);
create table stray_study (
  archive_id text primary key, study_uid text not null, protocol text, seen_at timestamptz not null);
create index stray_study_of_trial on stray_study (protocol);
create function keep_as_it_is() returns trigger language plpgsql as $$
begin raise exception 'a receipt never changes (table %)', tg_table_name; end $$;
create trigger receipt_kept before update or delete on receipt for each row execute function keep_as_it_is();
create trigger receipt_instance_kept before update or delete on receipt_instance
  for each row execute function keep_as_it_is();
`;
