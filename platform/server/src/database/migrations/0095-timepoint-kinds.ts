/**
 * Timepoints are read by date: `ordinal` is their place in that order and follows their dates. `visit_number` is what an
 * export calls VISITNUM: given once, so that an export of an earlier moment comes out the same. `plan` is the timepoint of
 * the charter that an unscheduled visit is of; one that the schedule has is of none.
 */
export const timepointKinds = `
alter table timepoint add column plan text;
alter table timepoint add column visit_number double precision;
update timepoint set visit_number = ordinal + 1;
alter table timepoint alter column visit_number set not null;
`;
