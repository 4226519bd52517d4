/**
 * Images are de-identified before they are kept. `kept_sha256` is of what the archive holds in place of the received
 * file, whose hash stays `sha256`; null: it holds the file as received. `found` is what the charter's rules found in the
 * received file. `arriving_until`: the archive does not hold it yet, its bytes are in the folder of what arrives, and
 * until then one process is on it. What is set apart from the archive is de-identified already (`kept_sha256`), what never
 * was in it is as received; `refusal` is why an image could not be de-identified. A report is one study's under one plan.
 */
export const deidentification = `
alter table instance add column kept_sha256 text;
alter table instance add column found jsonb;
alter table instance add column arriving_until timestamptz;
create index instance_arriving on instance (arriving_until) where arriving_until is not null;
update instance set arriving_until = now() where not stored and exists (
  select 1 from quarantine where quarantine.sop_uid = instance.sop_uid and quarantine.sha256 = instance.sha256
    and quarantine.trial_id = instance.trial_id and quarantine.state = 'released');
alter table quarantine add column kept_sha256 text;
alter table quarantine add column found jsonb;
alter table quarantine add column refusal text;
create table deidentification_report (
  trial_id uuid not null references trial(id), study_uid text not null, plan text not null, report jsonb not null,
  images integer not null, first_at timestamptz not null, last_at timestamptz not null,
  primary key (trial_id, study_uid, plan));
`;
