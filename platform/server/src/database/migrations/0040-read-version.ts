/**
 * A new version of a read begins with what its predecessor holds. A read has one successor at most, and of one place in
 * a course one version lives: the others are superseded or void.
 */
export const readVersion = `
alter table read add column begins_from uuid references read(id);
create unique index read_successor on read (begins_from) where begins_from is not null;
create unique index read_living_version on read (course_id, timepoint_id, component) nulls not distinct
  where state not in ('superseded', 'void');
`;
