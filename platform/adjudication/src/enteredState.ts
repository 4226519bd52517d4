import type { LesionInput } from '@corelab/criteria';

/** What a reader said of a lesion at a timepoint, its size apart. */
export const enteredStates = [
  'measured',
  'present',
  'absent',
  'progressed',
  'equivocal',
  'unequivocal',
  'tooSmallToMeasure',
  'merged',
  'notEvaluable',
  'notStated',
  'notListed',
] as const;
export type EnteredState = (typeof enteredStates)[number];

/** Sizes that every criterion knows; others are details by their own names. */
export const sizeFields = ['longestDiameterMm', 'shortAxisMm', 'perpendicularDiameterMm'] as const;

/** What goes over together when the state of a lesion is taken from the other read. */
export const stateFields = [
  ...sizeFields,
  'status',
  'evaluable',
  'reason',
  'tooSmallToMeasure',
  'mergedInto',
] as const;

/** What a lesion is, rather than how it was at a timepoint. */
export const identityFields = [
  'id',
  'role',
  'location',
  'laterality',
  'node',
  'splitFrom',
] as const;

export const sizesOf = (row: LesionInput): number[] =>
  sizeFields.flatMap(field => row[field] ?? []);

/** The state of an entry; a diameter of 0 is absent, as it is to the criteria. */
export function enteredState(row: LesionInput | undefined): EnteredState {
  if (!row) return 'notListed';
  if (row.evaluable === false) return 'notEvaluable';
  if (row.mergedInto) return 'merged';
  const sizes = sizesOf(row);
  const { status } = row;
  if (status && !(status === 'present' && row.role !== 'new' && sizes.length > 0)) return status;
  if (sizes.length > 0) return sizes.every(size => size === 0) ? 'absent' : 'measured';
  return row.tooSmallToMeasure ? 'tooSmallToMeasure' : 'notStated';
}
