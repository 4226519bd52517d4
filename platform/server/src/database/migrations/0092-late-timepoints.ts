/**
 * Courses are read on after they closed. `final_compared` are the reads of both readers that a final was made of, those that
 * do not stand too: what was found concordant stays settled while all of them are as they were. Of a whole subject several
 * decisions may be signed, the later ones of a course that went on; one at a time is undecided. An end of imaging may be
 * withdrawn, and is kept.
 */
export const lateTimepoints = `
create table final_compared (
  final_id uuid not null references final(id), read_id uuid not null references read(id),
  primary key (final_id, read_id));
insert into final_compared
  select final.id, read.id from final
  join course on course.track_id = final.track_id and course.subject_id = final.subject_id and course.slot like 'R%'
  join read on read.course_id = course.id and read.state in ('signed', 'impactPending')
  join signature on signature.read_id = read.id and signature.signed_at <= final.made_at
  where final.superseded_at is null;
drop index adjudication_current;
create unique index adjudication_current on adjudication (track_id, subject_id, scope)
  where scope <> 'subject' and state not in ('superseded', 'void');
create unique index adjudication_of_subject_undecided on adjudication (track_id, subject_id)
  where scope = 'subject' and state not in ('signed', 'impactPending', 'superseded', 'void');
alter table imaging_end drop constraint imaging_end_subject_id_key;
alter table imaging_end add column withdrawn_by uuid references account(id);
alter table imaging_end add column withdrawn_at timestamptz;
alter table imaging_end add column withdrawal_reason text;
alter table imaging_end add constraint imaging_end_withdrawn check (
  (withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawal_reason is null));
create unique index imaging_end_current on imaging_end (subject_id) where withdrawn_at is null;
`;
