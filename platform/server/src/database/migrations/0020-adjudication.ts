/**
 * What two readers differ on, who decides it, and what stands. An adjudication is of one track, subject and scope, on a
 * list of signed reads; its course is the ADJ slot's, which owns its subject code and date shift. Names of the reads are
 * drawn once (`swap`). A presentation is of a read or of an adjudication. At most one adjudication and one final of a key
 * are current: the indexes say so, whoever writes. `imaging_end` is the last timepoint that is waited for.
 */
export const adjudication = `
create table imaging_end (
  id uuid primary key, subject_id uuid not null unique references subject(id),
  last_timepoint_id uuid not null references timepoint(id), reason text not null,
  declared_by uuid not null references account(id), declared_at timestamptz not null);
create table adjudication (
  id uuid primary key, public_id text not null unique, track_id uuid not null references track(id),
  subject_id uuid not null references subject(id), course_id uuid not null references course(id),
  scope text not null, version integer not null default 1,
  charter_version_id uuid not null references charter_version(id), state text not null, swap boolean not null,
  comparison jsonb not null, engine_version text not null, manifest_id uuid references image_manifest(id),
  due_date text, created_at timestamptz not null, released_at timestamptz, opened_at timestamptz,
  unique (track_id, subject_id, scope, version),
  constraint adjudication_state_known check (state in (
    'waiting', 'ready', 'draft', 'onHold', 'signed', 'impactPending', 'superseded', 'void')));
create unique index adjudication_current on adjudication (track_id, subject_id, scope)
  where state not in ('superseded', 'void');
create index adjudication_of_course on adjudication (course_id);
create table adjudication_read (
  adjudication_id uuid not null references adjudication(id), read_id uuid not null references read(id),
  content_hash text not null, primary key (adjudication_id, read_id));
create table adjudication_assignment (
  adjudication_id uuid not null references adjudication(id), account_id uuid not null references account(id),
  assigned_at timestamptz not null, ended_at timestamptz, reason text not null,
  primary key (adjudication_id, account_id, assigned_at));
create table adjudication_draft (
  adjudication_id uuid primary key references adjudication(id), version integer not null, document jsonb not null,
  hash text not null, saved_at timestamptz not null, saved_by uuid not null references account(id));
create table adjudication_signature (
  id uuid primary key, adjudication_id uuid not null unique references adjudication(id),
  account_id uuid not null references account(id), request_id text not null unique, printed_name text not null,
  meaning text not null, signed_at timestamptz not null, zone text not null, document jsonb not null,
  decision jsonb not null, document_hash text not null, content_hash text not null);
alter table presentation alter column read_id drop not null;
alter table presentation add column adjudication_id uuid unique references adjudication(id);
alter table presentation add constraint presentation_of_one check ((read_id is null) <> (adjudication_id is null));
create table final (
  id uuid primary key, track_id uuid not null references track(id), subject_id uuid not null references subject(id),
  scope text not null, criterion text not null, version integer not null,
  charter_version_id uuid not null references charter_version(id), adjudication_id uuid references adjudication(id),
  outcome jsonb not null, engine_version text not null, made_at timestamptz not null, from_sequence bigint not null,
  superseded_at timestamptz, to_sequence bigint, unique (track_id, subject_id, scope, criterion, version),
  constraint final_ended check ((superseded_at is null) = (to_sequence is null)));
create unique index final_current on final (track_id, subject_id, scope, criterion) where superseded_at is null;
create table final_read (
  final_id uuid not null references final(id), read_id uuid not null references read(id), primary key (final_id, read_id));
create view slot_assignment as
  select course.track_id, course.subject_id, course.id as course_id, course.slot, read_assignment.account_id,
    read_assignment.assigned_at, read_assignment.ended_at, read.state not in ('signed', 'superseded', 'void') as to_do
  from read_assignment join read on read.id = read_assignment.read_id join course on course.id = read.course_id
  union all
  select course.track_id, course.subject_id, course.id, course.slot, adjudication_assignment.account_id,
    adjudication_assignment.assigned_at, adjudication_assignment.ended_at,
    adjudication.state not in ('signed', 'superseded', 'void')
  from adjudication_assignment join adjudication on adjudication.id = adjudication_assignment.adjudication_id
    join course on course.id = adjudication.course_id;
`;
