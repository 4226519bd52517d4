/**
 * Corrections of exams and series: an overlay, each with what stood there, what stands there now, and on whose
 * authority. What came in the images stays in the archive; what intake proposed stays as the first `old` value.
 */
export const corrections = `
create table correction (
  id uuid primary key, trial_id uuid not null references trial(id), exam_id uuid not null references exam(id),
  series_id uuid references series(id), attribute text not null, old_value text, new_value text not null,
  authority text not null, reason text not null,
  corrected_by uuid not null references account(id), corrected_at timestamptz not null);
alter table correction add constraint correction_attribute_known check (
  attribute in ('subject', 'date') and series_id is null
  or attribute = 'role' and series_id is not null);
create index correction_of_exam on correction (exam_id, id);
create index correction_of_series on correction (series_id, id);
`;
