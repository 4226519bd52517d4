import { CriterionError } from './criterion.js';

const form = /^\d{4}-\d{2}-\d{2}$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const daysBeforeMonth = monthLengths.map((_, month) =>
  monthLengths.slice(0, month).reduce((sum, length) => sum + length, 0)
);
const epoch = 719_528;

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days from 0000-01-01 to the first of January of a year of the Gregorian calendar. */
const daysBeforeYear = (year: number): number =>
  365 * year + Math.ceil(year / 4) - Math.ceil(year / 100) + Math.ceil(year / 400);

/** Whole days since 1970-01-01 of a YYYY-MM-DD date. Throws CL_DATE on a date that does not exist. */
export function dayNumber(date: string, path: string): number {
  if (form.test(date)) {
    const year = Number(date.slice(0, 4));
    const month = Number(date.slice(5, 7)) - 1;
    const day = Number(date.slice(8));
    const leap = isLeap(year);
    const length = (monthLengths[month] ?? 0) + (leap && month === 1 ? 1 : 0);
    if (day >= 1 && day <= length) {
      const inYear = (daysBeforeMonth[month] ?? 0) + (leap && month > 1 ? 1 : 0) + day - 1;
      return daysBeforeYear(year) + inYear - epoch;
    }
  }
  throw new CriterionError('CL_DATE', path, `"${date}" is not a date (YYYY-MM-DD)`);
}

/** Order of two dates; none comes before all. */
export function compareDates(a: string | null, b: string | null): number {
  const [first, second] = [a ?? '', b ?? ''];
  return first < second ? -1 : Number(first > second);
}

export function earliest(dates: readonly (string | null)[]): string | null {
  return dates.filter(date => date !== null).sort(compareDates)[0] ?? null;
}

export function latest(dates: readonly (string | null)[]): string | null {
  return [...dates].sort(compareDates).at(-1) ?? null;
}

/** Days from one date to another, both of them checked before; null where one is missing. */
export function daysBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  return dayNumber(to, '/timepoints') - dayNumber(from, '/timepoints');
}

/** Whether one date is at least so many days after another; never where one is missing. */
export function isDaysLater(from: string | null, to: string | null, days: number): boolean {
  const gap = daysBetween(from, to);
  return gap !== null && gap >= days;
}
