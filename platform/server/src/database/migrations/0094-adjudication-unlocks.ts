/**
 * The wish to open something again is about a read or an adjudication; whether somebody else is to decide then is said by
 * whoever approves. `adjudication_impact` is what changed under a signed decision: a read of it was marked, and whether the
 * decision stands is decided, signed, once the read is. Reasons are here, where they can be erased.
 */
export const adjudicationUnlocks = `
alter table unlock_request alter column read_id drop not null;
alter table unlock_request add column adjudication_id uuid references adjudication(id);
alter table unlock_request add column new_adjudication_id uuid references adjudication(id);
alter table unlock_request add column to_another boolean not null default false;
alter table unlock_request add constraint unlock_request_of_one check ((read_id is null) <> (adjudication_id is null));
create unique index unlock_request_of_adjudication on unlock_request (adjudication_id) where state = 'asked';
create index unlock_request_adjudication on unlock_request (adjudication_id) where adjudication_id is not null;
create table adjudication_impact (
  id uuid primary key, trial_id uuid not null references trial(id),
  adjudication_id uuid not null references adjudication(id), read_id uuid not null references read(id),
  noticed_at timestamptz not null, decided_by uuid references account(id), decided_at timestamptz, zone text,
  meaning text, reason text, content_hash text,
  constraint adjudication_impact_decided check ((decided_at is null) = (decided_by is null)));
create unique index adjudication_impact_undecided on adjudication_impact (adjudication_id, read_id)
  where decided_at is null;
`;
