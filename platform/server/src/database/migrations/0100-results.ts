/**
 * What sites and sponsors are told of single results. `site_assessment` is what a site says of a timepoint itself (slot SITE):
 * versions with the audit entries at which they begin and end; no response: the one before was withdrawn.
 * `result_acknowledgement` is who of those who are told has seen a result: of a read, or of a final.
 */
export const results = `
create table site_assessment (
  id uuid primary key, track_id uuid not null references track(id), subject_id uuid not null references subject(id),
  timepoint_id uuid not null references timepoint(id), version integer not null, response text, assessed_on text,
  reason text, source text not null check (source in ('form', 'import')), entered_by uuid not null references account(id),
  entered_at timestamptz not null, from_sequence bigint not null, to_sequence bigint,
  unique (track_id, timepoint_id, version));
create unique index site_assessment_current on site_assessment (track_id, timepoint_id) where to_sequence is null;
create index site_assessment_subject on site_assessment (subject_id);
create table result_acknowledgement (
  result_id uuid not null, account_id uuid not null references account(id), track_id uuid not null references track(id),
  acknowledged_at timestamptz not null, primary key (result_id, account_id));
`;
