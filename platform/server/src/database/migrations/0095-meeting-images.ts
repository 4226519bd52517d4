/**
 * Readers who meet see the subject's images: a meeting waits until these are ready, under names that are the same for all its
 * readers. One that was called before keeps its state, and gets its images when its subject is settled next.
 */
export const meetingImages = `
alter table consensus drop constraint consensus_state_known;
alter table consensus add constraint consensus_state_known
  check (state in ('waiting', 'open', 'proposed', 'agreed', 'superseded', 'void'));
alter table consensus add column manifest_id uuid references image_manifest(id);
alter table presentation add column consensus_id uuid unique references consensus(id);
alter table presentation drop constraint presentation_of_one;
alter table presentation add constraint presentation_of_one
  check (num_nonnulls(read_id, adjudication_id, global_read_id, consensus_id) = 1);
`;
