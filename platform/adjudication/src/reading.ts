import { type Static, Type } from '@sinclair/typebox';
import { Nullable, Side } from './shape.js';

/**
 * The value of one variable in one read, and the visit that gives it. A date is YYYY-MM-DD in `value` and days since the
 * reference date in `day`; without value and visit the event did not happen. Of anything else null is missing.
 */
export const ReadingSchema = Type.Object({
  value: Nullable(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  timepoint: Nullable(Type.String()),
  day: Nullable(Type.Integer({ description: 'days since the reference date' })),
});
export type Reading = Static<typeof ReadingSchema>;

/** One variable of both reads, at one timepoint or for all that is compared (null). */
export const VariableComparisonSchema = Type.Object({
  /** The name of its trigger. */
  variable: Type.String(),
  timepoint: Nullable(Type.String()),
  unit: Nullable(Type.String()),
  /** Null: that read is not there. */
  a: Nullable(ReadingSchema),
  b: Nullable(ReadingSchema),
  differs: Type.Boolean(),
  /** Days of dates, units of numbers; null where there is no distance. */
  distance: Nullable(Type.Number()),
  /** The read whose value is missing while the other has one. */
  missing: Nullable(Side),
  /** The visit that gives it, in either read, lies in what is compared. */
  inScope: Type.Boolean(),
  fired: Type.Boolean(),
});
export type VariableComparison = Static<typeof VariableComparisonSchema>;

export const happened = ({ value, timepoint }: Reading): boolean =>
  value !== null || timepoint !== null;
