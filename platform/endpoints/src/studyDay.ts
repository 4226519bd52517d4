import type { Moment } from './moment.js';

/** CDISC study day: 1 on the start, -1 on the day before it; there is no day 0. */
export function studyDay(start: Moment, at: Moment): number {
  const difference = at.day - start.day;
  return difference >= 0 ? difference + 1 : difference;
}
