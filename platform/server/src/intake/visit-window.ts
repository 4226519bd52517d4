import type { PlannedTimepoint } from './intake-rules.js';

const msPerDay = 86_400_000;

/** Whole days from one calendar date (YYYY-MM-DD) to another; null when either is not a whole date. */
export const daysBetween = (from: string, to: string): number | null => {
  const [start, end] = [from, to].map(date =>
    /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  );
  const days = ((end ?? Number.NaN) - (start ?? Number.NaN)) / msPerDay;
  return Number.isFinite(days) ? days : null;
};

export interface NearTimepoint {
  readonly timepoint: string;
  /** Days from the window to the date: 0 in it, negative before it. */
  readonly daysOutside: number;
}

/**
 * The timepoints with a window, nearest first; of equally near ones the earlier.
 * @param day counted from the baseline
 */
export const nearWindows = (schedule: readonly PlannedTimepoint[], day: number): NearTimepoint[] =>
  schedule
    .flatMap(({ code, window }) => {
      if (window === null) return [];
      const daysOutside =
        day < window.from ? day - window.from : day > window.to ? day - window.to : 0;
      return [{ timepoint: code, daysOutside }];
    })
    .sort((one, other) => Math.abs(one.daysOutside) - Math.abs(other.daysOutside));
