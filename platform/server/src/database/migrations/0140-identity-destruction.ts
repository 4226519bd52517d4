/**
 * The identity of a subject is destroyed when one person asks and another confirms. What is left of it are keyed digests of
 * its identifiers: by them an image that comes later is recognised and not kept. `destroyed` has what was destroyed by kind,
 * and nothing of it. A file that was kept apart and is destroyed can't be let in; its row stays for the record.
 */
export const identityDestruction = `
create table identity_destruction (
  id uuid primary key, trial_id uuid not null references trial(id), subject_id uuid not null references subject(id),
  reason text not null, asked_by uuid not null references account(id), asked_at timestamptz not null,
  outcome text not null check (outcome in ('asked', 'done', 'refused', 'withdrawn')),
  decided_by uuid references account(id), decided_at timestamptz, decision_reason text, destroyed jsonb,
  constraint identity_destruction_two_people check (outcome <> 'done' or decided_by <> asked_by),
  constraint identity_destruction_said check ((outcome = 'done') = (destroyed is not null)));
create unique index identity_destruction_once on identity_destruction (subject_id) where outcome in ('asked', 'done');
create table destroyed_identifier (
  trial_id uuid not null references trial(id), digest text not null, subject_id uuid not null references subject(id),
  primary key (trial_id, digest));
alter table quarantine add column destroyed_at timestamptz;
create index quarantine_destroyed on quarantine (destroyed_at) where destroyed_at is not null;
`;
