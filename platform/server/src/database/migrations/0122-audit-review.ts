/**
 * Reviews of a trial's record that an auditor plans, works through and signs. The items are drawn when it is planned: numbers of
 * entries with their hashes. What is signed is changed by nobody; what becomes of its findings is kept beside it.
 */
export const auditReview = `
create table audit_review (
  id uuid primary key, trial_id uuid not null references trial(id), title text not null, from_sequence bigint not null,
  to_sequence bigint not null, from_at text, to_at text, acts jsonb not null, reads jsonb not null, sampling text not null,
  size integer, seed text, population bigint not null, due_date text not null, notes text not null default '',
  standing text not null, planned_by uuid not null references account(id), planned_at timestamptz not null,
  version integer not null default 1,
  constraint audit_review_standing_known check (standing in ('open', 'signed', 'withdrawn')),
  constraint audit_review_sampling_known check (sampling in ('all', 'every', 'random')),
  constraint audit_review_sampled check ((sampling = 'all') = (size is null) and (sampling = 'random') = (seed is not null)));
create index audit_review_of_trial on audit_review (trial_id, planned_at);
create table audit_review_item (
  review_id uuid not null references audit_review(id), place integer not null, sequence bigint not null, hash text not null,
  outcome text, severity text, text text, judged_by uuid references account(id), judged_at timestamptz,
  primary key (review_id, place), unique (review_id, sequence),
  constraint audit_review_outcome_known check (outcome in ('inOrder', 'finding', 'notApplicable')),
  constraint audit_review_severity_known check (severity in ('minor', 'major', 'critical')),
  constraint audit_review_judged check ((outcome is null) = (judged_at is null)),
  constraint audit_review_found check ((outcome is not distinct from 'finding') = (severity is not null) and (severity is null or text is not null)));
create table audit_review_signature (
  review_id uuid primary key references audit_review(id), account_id uuid not null references account(id),
  request_id text not null unique, printed_name text not null, meaning text not null, signed_at timestamptz not null,
  zone text not null, content jsonb not null, content_hash text not null);
create table audit_review_response (
  id uuid primary key, review_id uuid not null, place integer not null, kind text not null, text text not null,
  written_by uuid not null references account(id), written_at timestamptz not null,
  foreign key (review_id, place) references audit_review_item(review_id, place),
  constraint audit_review_response_kind_known check (kind in ('answer', 'close', 'reopen')));
create index audit_review_response_of on audit_review_response (review_id, place, written_at);
create function refuse_change_of_review() returns trigger language plpgsql as $$ begin if exists (select from audit_review_signature where review_id = old.review_id) then raise exception 'a signed review is not changed' using errcode = 'restrict_violation'; end if; return new; end $$;
create trigger audit_review_item_kept before update on audit_review_item for each row execute function refuse_change_of_review();
create trigger audit_review_signature_kept before update on audit_review_signature for each row execute function refuse_change_of_review();
`;
