/**
 * Timepoints that were released together: a batch that was full or that a person let go, or a data cut. What a person
 * said of it is here, where it can be erased, and never in an audit entry.
 */
export const releaseBatches = `
create table release_batch (
  id uuid primary key, track_id uuid not null references track(id),
  kind text not null constraint release_batch_kind_known check (kind in ('batch', 'dataCut')),
  name text, reason text, released_by uuid references account(id), released_at timestamptz not null,
  constraint release_batch_cut_named check (kind <> 'dataCut' or name is not null),
  constraint release_batch_reasoned check (released_by is null or reason is not null));
create unique index release_batch_name on release_batch (track_id, name) where name is not null;
create index release_batch_of_track on release_batch (track_id, released_at);
create table release_batch_timepoint (
  track_id uuid not null references track(id), timepoint_id uuid not null references timepoint(id),
  release_batch_id uuid not null references release_batch(id), primary key (track_id, timepoint_id));
create index release_batch_timepoint_of_batch on release_batch_timepoint (release_batch_id);
`;
