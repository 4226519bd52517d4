/**
 * The first tables carry the keys of the trial model (trial, site, subject, exam, series, timepoint, track,
 * read by slot, manifest, presentation, mark versions through drafts and signatures), thinly used as yet.
 * SQL stays within PostgreSQL 15; PGlite runs the same text. Ids are UUIDv7 inside; what a browser sees is
 * in `public_id` (random). Calendar dates are text (ISO 8601 with reduced precision), instants timestamptz.
 */
export const trialModel = `
create table account (
  id uuid primary key, user_name text not null unique, display_name text not null,
  password_hash text not null, active boolean not null default true,
  failed_logins integer not null default 0, locked_until timestamptz, created_at timestamptz not null);
create table session (
  token_hash text primary key, account_id uuid not null references account(id), csrf_token text not null,
  created_at timestamptz not null, last_seen_at timestamptz not null, expires_at timestamptz not null);
create table api_token (
  token_hash text primary key, account_id uuid not null references account(id), created_at timestamptz not null);
create table trial (
  id uuid primary key, code text not null unique, name text not null, phase text, area text not null,
  demo boolean not null default false, created_at timestamptz not null);
create table trial_role (
  trial_id uuid not null references trial(id), account_id uuid not null references account(id), role text not null,
  granted_by uuid references account(id), granted_at timestamptz not null, primary key (trial_id, account_id, role));
create table charter_version (
  id uuid primary key, trial_id uuid not null references trial(id), version integer not null, hash text not null,
  resolved jsonb not null, source text not null, author uuid references account(id), approver uuid references account(id),
  effective_date text not null, reason text not null, scope text not null, created_at timestamptz not null,
  unique (trial_id, version));
create table site (
  id uuid primary key, trial_id uuid not null references trial(id), code text not null, unique (trial_id, code));
create table subject (
  id uuid primary key, trial_id uuid not null references trial(id), identifier text not null,
  status text not null default 'enrolled', unique (trial_id, identifier));
create table subject_site (
  subject_id uuid not null references subject(id), site_id uuid not null references site(id),
  valid_from text not null, primary key (subject_id, site_id, valid_from));
create table receipt (
  id uuid primary key, source text not null, received_at timestamptz not null, trial_id uuid references trial(id));
create table receipt_instance (
  receipt_id uuid not null references receipt(id), study_uid text not null, series_uid text not null,
  sop_uid text not null, sha256 text not null, primary key (receipt_id, sop_uid));
create table exam (
  id uuid primary key, subject_id uuid not null references subject(id), version integer not null default 1,
  state text not null, acquisition_date text, date_source text not null default 'header', created_at timestamptz not null);
create table exam_study (
  exam_id uuid not null references exam(id), study_uid text not null, primary key (exam_id, study_uid));
create table series (
  id uuid primary key, exam_id uuid not null references exam(id), study_uid text not null, series_uid text not null unique,
  modality text not null, role text, acquisition_date text, usable jsonb not null, problems jsonb not null);
create table timepoint (
  id uuid primary key, subject_id uuid not null references subject(id), code text not null, label text not null,
  kind text not null, ordinal integer not null, date text, state text not null, unique (subject_id, code));
create table timepoint_exam (
  timepoint_id uuid not null references timepoint(id), exam_id uuid not null references exam(id),
  version integer not null default 1, primary key (timepoint_id, exam_id, version));
create table baseline (
  id uuid primary key, subject_id uuid not null references subject(id), period text not null,
  timepoint_id uuid not null references timepoint(id), version integer not null, reason text not null,
  unique (subject_id, period, version));
create table track (
  id uuid primary key, trial_id uuid not null references trial(id), code text not null, kind text not null,
  unique (trial_id, code));
create table course (
  id uuid primary key, track_id uuid not null references track(id), subject_id uuid not null references subject(id),
  slot text not null, subject_code text not null, date_shift_days integer not null, state text not null default 'open',
  unique (track_id, subject_id, slot), unique (track_id, subject_code));
create table read (
  id uuid primary key, public_id text not null unique, course_id uuid not null references course(id),
  timepoint_id uuid references timepoint(id), component text not null default 'all', version integer not null default 1,
  charter_version_id uuid not null references charter_version(id), manifest_id uuid,
  state text not null, ordinal integer not null, due_date text, released_at timestamptz, opened_at timestamptz,
  unique nulls not distinct (course_id, timepoint_id, component, version));
create table read_assignment (
  read_id uuid not null references read(id), account_id uuid not null references account(id),
  assigned_at timestamptz not null, ended_at timestamptz, reason text not null, primary key (read_id, account_id, assigned_at));
create table image_manifest (
  id uuid primary key, hash text not null, content jsonb not null, created_at timestamptz not null);
create table presentation (
  id uuid primary key, read_id uuid not null unique references read(id), manifest_id uuid not null references image_manifest(id),
  created_at timestamptz not null);
create table presentation_uid (
  presentation_id uuid not null references presentation(id), kind text not null, real_uid text not null,
  pseudonym text not null, primary key (presentation_id, kind, real_uid), unique (presentation_id, pseudonym));
create table draft (
  read_id uuid primary key references read(id), version integer not null, document jsonb not null,
  hash text not null, saved_at timestamptz not null, saved_by uuid not null references account(id));
create table signature (
  id uuid primary key, read_id uuid not null unique references read(id), account_id uuid not null references account(id),
  request_id text not null unique, printed_name text not null, meaning text not null, signed_at timestamptz not null, zone text not null,
  document jsonb not null, document_hash text not null, content_hash text not null);
create table derived_result (
  id uuid primary key, read_id uuid not null references read(id), criterion text not null, parameter_hash text not null,
  engine_version text not null, result jsonb not null, created_at timestamptz not null);
create table audit_entry (
  chain text not null, sequence bigint not null, previous_hash text not null, hash text not null, entry jsonb not null,
  primary key (chain, sequence));
`;
