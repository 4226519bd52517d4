import { Type } from '@sinclair/typebox';
import { AgreementError } from './agreementError.js';

/** One reading on a measured scale; null is missing. */
export const Measured = Type.Union([Type.Number(), Type.Null()]);
export const MeasuredRatings = Type.Array(Type.Array(Measured), {
  description: 'rows are subjects, columns raters, null is missing',
});

/** Columns of the table, 0 of an empty one. Throws CL_AGREEMENT_RAGGED at the first row of another length. */
export function columnsOf(ratings: readonly (readonly unknown[])[], path = '/ratings'): number {
  const columns = ratings[0]?.length ?? 0;
  ratings.forEach((row, index) => {
    if (row.length === columns) return;
    throw new AgreementError(
      'CL_AGREEMENT_RAGGED',
      `${path}/${index}`,
      `expected ${columns} entries as in the first row, found ${row.length} (a missing rating is null)`
    );
  });
  return columns;
}

/** Throws CL_AGREEMENT_RATERS unless there are at least two columns; an empty table passes. */
export function requireRaters(ratings: readonly (readonly unknown[])[]): number {
  const raters = columnsOf(ratings);
  if (ratings.length > 0 && raters < 2)
    throw new AgreementError(
      'CL_AGREEMENT_RATERS',
      '/ratings',
      `expected two raters or more, found ${raters}`
    );
  return raters;
}

/** Throws CL_AGREEMENT_RATERS unless there are exactly two columns; an empty table passes. */
export function requirePair(ratings: readonly (readonly unknown[])[], instead: string): void {
  const raters = columnsOf(ratings);
  if (ratings.length > 0 && raters !== 2)
    throw new AgreementError(
      'CL_AGREEMENT_RATERS',
      '/ratings',
      `expected two raters, found ${raters}${instead}`
    );
}

/** Rows without a missing rating. */
export function completeRows<T>(ratings: readonly (readonly (T | null)[])[]): T[][] {
  return ratings.filter((row): row is T[] => row.every(rating => rating !== null));
}
