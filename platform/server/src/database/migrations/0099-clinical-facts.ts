/**
 * Clinical facts of subjects. A fact is of a subject and kind, of a day where the kind has one (`key_date`, else empty) and
 * of a name (`name`, of laboratory values; else empty). Its versions begin and end with entries of the trial's audit chain;
 * nothing is changed or deleted: a withdrawal is a version without a value. Values are here, where they can be erased, and
 * not in the chain. `clinical_fact_touched` has what was signed, or stood, and rests on time that a version is about.
 */
export const clinicalFacts = `
create table clinical_fact_import (
  id uuid primary key, trial_id uuid not null references trial(id), imported_by uuid not null references account(id),
  imported_at timestamptz not null, source text not null, file_name text not null, sha256 text not null,
  added integer not null, changed integer not null, same integer not null, sequence bigint not null);
create index clinical_fact_import_of_trial on clinical_fact_import (trial_id, id);
create table clinical_fact (
  id uuid primary key, subject_id uuid not null references subject(id), kind text not null, key_date text not null,
  name text not null, version integer not null, date text, value text, unit text, withdrawn boolean not null,
  import_id uuid references clinical_fact_import(id), source text not null, reason text,
  recorded_by uuid not null references account(id), recorded_at timestamptz not null,
  from_sequence bigint not null, to_sequence bigint,
  unique (subject_id, kind, key_date, name, version),
  constraint clinical_fact_stood_in_order check (to_sequence > from_sequence),
  constraint clinical_fact_by_hand check ((import_id is null) = (reason is not null)),
  constraint clinical_fact_withdrawn check (not withdrawn or (value is null and unit is null)));
create unique index clinical_fact_current on clinical_fact (subject_id, kind, key_date, name) where to_sequence is null;
create table clinical_fact_touched (
  fact_id uuid not null references clinical_fact(id), read_id uuid references read(id), final_id uuid references final(id),
  constraint clinical_fact_touched_one check ((read_id is null) <> (final_id is null)));
create unique index clinical_fact_touched_once on clinical_fact_touched (fact_id, read_id, final_id) nulls not distinct;
`;
