/** One study that the archive tells nothing usable of keeps no other from being taken in, and is not forgotten. */
export const unreadStudies = `
create table unread_study (
  archive_id text primary key, reason text not null, since timestamptz not null);
`;
