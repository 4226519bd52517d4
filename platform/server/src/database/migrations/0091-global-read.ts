/**
 * A reader's second look at a complete course: the reads that were signed when it was asked, what its reader changed in it
 * and why, and its signature, which names the reads that stand. At most one of a course is current. What a person said is
 * here, where it can be erased, and never in an audit entry.
 */
export const globalReads = `
create table global_read (
  id uuid primary key, public_id text not null unique, course_id uuid not null references course(id),
  version integer not null, charter_version_id uuid not null references charter_version(id),
  state text not null constraint global_read_state_known check (state in (
    'waiting', 'ready', 'reconsidering', 'signed', 'superseded', 'void')),
  manifest_id uuid references image_manifest(id), due_date text, asked_at timestamptz not null,
  released_at timestamptz, opened_at timestamptz, from_sequence bigint, to_sequence bigint,
  unique (course_id, version),
  constraint global_read_stood_in_order check (to_sequence is null or to_sequence > from_sequence));
create unique index global_read_current on global_read (course_id) where state not in ('superseded', 'void');
create table global_read_read (
  global_read_id uuid not null references global_read(id), read_id uuid not null references read(id),
  content_hash text not null, primary key (global_read_id, read_id));
create table global_read_change (
  id uuid primary key, global_read_id uuid not null references global_read(id),
  from_read_id uuid not null unique references read(id), to_read_id uuid not null unique references read(id),
  reason text not null, changed_by uuid not null references account(id), changed_at timestamptz not null);
create index global_read_change_of on global_read_change (global_read_id);
create table global_read_assignment (
  global_read_id uuid not null references global_read(id), account_id uuid not null references account(id),
  assigned_at timestamptz not null, ended_at timestamptz, reason text not null,
  primary key (global_read_id, account_id, assigned_at));
create index global_read_assignment_of on global_read_assignment (account_id) where ended_at is null;
create table global_read_signature (
  id uuid primary key, global_read_id uuid not null unique references global_read(id),
  account_id uuid not null references account(id), request_id text not null unique, printed_name text not null,
  meaning text not null, signed_at timestamptz not null, zone text not null, reads jsonb not null,
  criterion text not null, parameter_hash text not null, engine_version text not null, result jsonb not null,
  content_hash text not null);
alter table presentation add column global_read_id uuid unique references global_read(id);
alter table presentation drop constraint presentation_of_one;
alter table presentation add constraint presentation_of_one
  check (num_nonnulls(read_id, adjudication_id, global_read_id) = 1);
create or replace view slot_assignment as
  select course.track_id, course.subject_id, course.id as course_id, course.slot, read_assignment.account_id,
    read_assignment.assigned_at, read_assignment.ended_at, read.state not in ('signed', 'superseded', 'void') as to_do
  from read_assignment join read on read.id = read_assignment.read_id join course on course.id = read.course_id
  union all
  select course.track_id, course.subject_id, course.id, course.slot, adjudication_assignment.account_id,
    adjudication_assignment.assigned_at, adjudication_assignment.ended_at,
    adjudication.state not in ('signed', 'superseded', 'void')
  from adjudication_assignment join adjudication on adjudication.id = adjudication_assignment.adjudication_id
    join course on course.id = adjudication.course_id
  union all
  select course.track_id, course.subject_id, course.id, course.slot, global_read_assignment.account_id,
    global_read_assignment.assigned_at, global_read_assignment.ended_at,
    global_read.state not in ('signed', 'superseded', 'void')
  from global_read_assignment join global_read on global_read.id = global_read_assignment.global_read_id
    join course on course.id = global_read.course_id;
`;
