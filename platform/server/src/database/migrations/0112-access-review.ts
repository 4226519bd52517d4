/**
 * A review of who may do what, of one trial or (without one) of the installation: signed with the password, bound to what was
 * reviewed by its hash, with what had changed since the review before.
 */
export const accessReview = `
create table access_review (
  id uuid primary key, trial_id uuid references trial(id), previous_id uuid references access_review(id),
  reviewed_by uuid not null references account(id), printed_name text not null, meaning text not null,
  reviewed_at timestamptz not null, zone text not null, note text not null,
  content jsonb not null, content_hash text not null, changes jsonb not null);
create index access_review_of_trial on access_review (trial_id, reviewed_at);
`;
