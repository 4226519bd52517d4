/** A released read that a person has is `assigned`; `ready` is one that nobody has yet. */
export const assignedReads = `
update read set state = 'assigned' where state = 'ready' and exists (
  select 1 from read_assignment where read_assignment.read_id = read.id and read_assignment.ended_at is null);
`;
