/**
 * QC of exams: who looks at one, what was judged of its series, what was decided and with which deviations, in words that
 * can be erased. Before this, whatever was matched was read: exams that were shown in a released read have passed.
 * `image_revision` counts what changes a subject's images, so that nothing prepared from before is released.
 */
export const qc = `
alter table subject add column image_revision integer not null default 0;
alter table exam add column claimed_by uuid references account(id);
alter table exam add column claimed_at timestamptz;
alter table series add column judged_by uuid references account(id);
alter table series add column judged_at timestamptz;
create table series_judgement (
  id uuid primary key, series_id uuid not null references series(id), role text, usable jsonb not null,
  judged_by uuid not null references account(id), judged_at timestamptz not null);
create index series_judgement_of_series on series_judgement (series_id, judged_at);
create table exam_decision (
  id uuid primary key, exam_id uuid not null references exam(id), act text not null,
  account_id uuid references account(id), at timestamptz not null, reason text);
create index exam_decision_of_exam on exam_decision (exam_id, at);
create table exam_deviation (
  decision_id uuid not null references exam_decision(id), series_id uuid not null references series(id),
  purpose text not null, text text not null, primary key (decision_id, series_id, purpose));
create index exam_of_subject on exam (subject_id);
create index exam_of_state on exam (state);
create index series_of_exam on series (exam_id);
create index timepoint_exam_of_exam on timepoint_exam (exam_id);
update exam set state = 'passed' where state = 'matched' and exists (
  select 1 from timepoint_exam join read on read.timepoint_id = timepoint_exam.timepoint_id
  where timepoint_exam.exam_id = exam.id and read.state <> 'waiting');
`;
