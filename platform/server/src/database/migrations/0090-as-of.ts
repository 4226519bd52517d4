/**
 * What feeds an export says with which entry of its trial's audit chain it began and ended, so that an export can be made
 * as it was at any entry. Of what was there before nobody kept when it began: a trial can be exported as of the entry that
 * was its last then, or a later one (`as_of_from`). A read stands from when it is signed until another takes its place.
 */
export const asOf = `
alter table trial add column as_of_from bigint not null default 1;
update trial set as_of_from = coalesce(
  (select max(sequence) from audit_entry where audit_entry.chain = trial.id::text), 1);
alter table read add column from_sequence bigint, add column to_sequence bigint,
  add constraint read_stood_in_order check (to_sequence is null or to_sequence > from_sequence);
update read set from_sequence = trial.as_of_from
  from course join subject on subject.id = course.subject_id join trial on trial.id = subject.trial_id
  where course.id = read.course_id and read.state in ('signed', 'impactPending');
create table timepoint_date (
  timepoint_id uuid not null references timepoint(id), date text, from_sequence bigint not null, to_sequence bigint,
  primary key (timepoint_id, from_sequence),
  constraint timepoint_date_in_order check (to_sequence > from_sequence));
create unique index timepoint_date_current on timepoint_date (timepoint_id) where to_sequence is null;
insert into timepoint_date (timepoint_id, date, from_sequence)
  select timepoint.id, timepoint.date, trial.as_of_from
  from timepoint join subject on subject.id = timepoint.subject_id join trial on trial.id = subject.trial_id
  where timepoint.date is not null;
alter table subject_site add column from_sequence bigint;
update subject_site set from_sequence = trial.as_of_from
  from subject join trial on trial.id = subject.trial_id where subject.id = subject_site.subject_id;
alter table subject_site alter column from_sequence set not null;
alter table release_batch add column sequence bigint;
update release_batch set sequence = (
  select min(audit_entry.sequence) from audit_entry join track on track.trial_id::text = audit_entry.chain
  where track.id = release_batch.track_id and audit_entry.entry -> 'details' ->> 'batch' = release_batch.id::text);
alter table release_batch alter column sequence set not null;
`;
