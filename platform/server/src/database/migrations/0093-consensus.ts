/**
 * Readers who meet for one agreed read. A consensus is of one track and subject, on a list of signed reads, with the reader
 * of each slot; the names of the reads are drawn once (`names`, the first slot being A). Proposals and votes are rows that
 * nothing changes: each is signed, a proposal has one vote of a slot and of a person, and a new proposal is a new version.
 * At most one consensus of a subject is current. A final rests on an adjudication, a consensus, or neither.
 * The audit entries are kept with which a vote was cast, an agreement began and a meeting ended, for exports as of then.
 */
export const consensus = `
create table consensus (
  id uuid primary key, public_id text not null unique, track_id uuid not null references track(id),
  subject_id uuid not null references subject(id), version integer not null,
  charter_version_id uuid not null references charter_version(id), state text not null, names jsonb not null,
  comparison jsonb not null, engine_version text not null, subject_code text not null,
  date_shift_days integer not null, due_date text, created_at timestamptz not null,
  from_sequence bigint, to_sequence bigint,
  unique (track_id, subject_id, version),
  constraint consensus_state_known check (state in ('open', 'proposed', 'agreed', 'superseded', 'void')));
create unique index consensus_current on consensus (track_id, subject_id) where state not in ('superseded', 'void');
create table consensus_read (
  consensus_id uuid not null references consensus(id), read_id uuid not null references read(id),
  content_hash text not null, primary key (consensus_id, read_id));
create table consensus_reader (
  consensus_id uuid not null references consensus(id), course_id uuid not null references course(id),
  slot text not null, account_id uuid not null references account(id),
  primary key (consensus_id, slot), unique (consensus_id, account_id));
create index consensus_reader_account on consensus_reader (account_id);
create table consensus_proposal (
  id uuid primary key, consensus_id uuid not null references consensus(id), version integer not null,
  slot text not null, account_id uuid not null references account(id), request_id text not null unique,
  printed_name text not null, meaning text not null, proposed_at timestamptz not null, zone text not null,
  proposal jsonb not null, decision jsonb not null, proposal_hash text not null, content_hash text not null,
  unique (consensus_id, version));
create table consensus_vote (
  id uuid primary key, proposal_id uuid not null references consensus_proposal(id), slot text not null,
  account_id uuid not null references account(id), vote text not null check (vote in ('agree', 'disagree')),
  reason text not null, request_id text not null unique, printed_name text not null, meaning text not null,
  voted_at timestamptz not null, zone text not null, content_hash text not null, sequence bigint,
  unique (proposal_id, slot), unique (proposal_id, account_id));
alter table final add column consensus_id uuid references consensus(id);
alter table final add constraint final_of_one check (adjudication_id is null or consensus_id is null);
`;
