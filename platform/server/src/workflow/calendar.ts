const dayMs = 86_400_000;

/** Days since 1970-01-01 of a full calendar date; null for one of reduced precision or no date. */
const dayNumber = (date: string | null): number | null => {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / dayMs;
};

/** A full date moved by whole days; null when there is no full date to move. */
export const shiftDate = (date: string | null, days: number): string | null => {
  const day = dayNumber(date);
  return day === null ? null : new Date((day + days) * dayMs).toISOString().slice(0, 10);
};

/** Whole days between two full dates; null when either is not one. */
export const daysBetween = (from: string | null, to: string | null): number | null => {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === null || end === null ? null : end - start;
};

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** On which days people work; there is at least one day of the week. */
export interface WorkingCalendar {
  readonly workingDays: readonly string[];
  /** Full dates. */
  readonly holidays: readonly string[];
}

/**
 * The full date by which so many working days have passed since a full date, which does not count itself.
 * @throws Error when the date is not a full one.
 */
export const afterWorkingDays = (
  date: string,
  days: number,
  { workingDays, holidays }: WorkingCalendar
): string => {
  const start = dayNumber(date);
  if (start === null) throw new Error(`${date} is not a full date`);
  const off = new Set(holidays);
  let day = start;
  for (let left = days; left > 0;) {
    day += 1;
    const at = new Date(day * dayMs);
    const weekday = weekdays[at.getUTCDay()] ?? '';
    if (workingDays.includes(weekday) && !off.has(at.toISOString().slice(0, 10))) left -= 1;
  }
  return new Date(day * dayMs).toISOString().slice(0, 10);
};
