/**
 * When people of a trial are away and who stands in for them, and whose images they must not read. Both are ended or
 * cancelled, never deleted; the reason of a conflict is here, where it can be erased, and never in an audit entry.
 */
export const absences = `
create table absence (
  id uuid primary key, trial_id uuid not null references trial(id), account_id uuid not null references account(id),
  from_day text not null, to_day text not null, backup_id uuid references account(id),
  recorded_by uuid not null references account(id), recorded_at timestamptz not null,
  cancelled_at timestamptz, cancelled_by uuid references account(id),
  constraint absence_days check (to_day >= from_day));
create index absence_of_person on absence (account_id, trial_id) where cancelled_at is null;
create table reading_conflict (
  id uuid primary key, trial_id uuid not null references trial(id), account_id uuid not null references account(id),
  subject_id uuid references subject(id), site_id uuid references site(id), reason text not null,
  recorded_by uuid not null references account(id), recorded_at timestamptz not null,
  ended_at timestamptz, ended_by uuid references account(id), end_reason text,
  constraint conflict_of_one check ((subject_id is null) <> (site_id is null)));
create index reading_conflict_of_person on reading_conflict (account_id) where ended_at is null;
`;
