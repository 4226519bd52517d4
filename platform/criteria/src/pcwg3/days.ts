import { dayNumber } from '../dates.js';

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
