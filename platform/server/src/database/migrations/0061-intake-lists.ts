/**
 * What the lists of arrivals look for: the exam of a study, the deliveries of a trial and of a study, what is kept apart by
 * state and by study, and what the audit chain tells of a study that arrived or of an exam. A correction may say of which
 * timepoint an exam is.
 */
export const intakeLists = `
create index exam_study_of_study on exam_study (study_uid);
create index receipt_of_trial on receipt (trial_id, id);
create index receipt_instance_of_study on receipt_instance (study_uid, receipt_id);
create index quarantine_in_state on quarantine (trial_id, state, id);
create index quarantine_of_study on quarantine (study_uid);
create index quarantine_of_receipt on quarantine (receipt_id, study_uid);
create index audit_entry_of_study on audit_entry ((entry -> 'details' ->> 'study'), chain, sequence)
  where entry -> 'details' ->> 'study' is not null;
create index audit_entry_of_exam on audit_entry ((entry -> 'details' ->> 'exam'), chain, sequence)
  where entry -> 'details' ->> 'exam' is not null;
alter table correction drop constraint correction_attribute_known;
alter table correction add constraint correction_attribute_known check (
  attribute in ('subject', 'timepoint', 'date') and series_id is null
  or attribute = 'role' and series_id is not null);
`;
