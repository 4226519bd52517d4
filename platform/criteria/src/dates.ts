import { CriterionError } from './criterion.js';

/** Whole days since 1970-01-01 of a YYYY-MM-DD date. Throws CL_DATE on a date that does not exist. */
export function dayNumber(date: string, path: string): number {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  if (
    !Number.isFinite(milliseconds) ||
    new Date(milliseconds).toISOString().slice(0, 10) !== date
  ) {
    throw new CriterionError('CL_DATE', path, `"${date}" is not a date (YYYY-MM-DD)`);
  }
  return milliseconds / 86_400_000;
}

export function earliest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date): date is string => date !== null);
  return known.reduce<string | null>(
    (best, date) => (best === null || date < best ? date : best),
    null
  );
}

export function latest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((date): date is string => date !== null);
  return known.reduce<string | null>(
    (best, date) => (best === null || date > best ? date : best),
    null
  );
}

/** Order of two dates; undated values keep their place. */
export function compareDates(a: string | null, b: string | null): number {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}
