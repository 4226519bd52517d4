/** A calendar date of ISO 8601: a year, a year and month, or a day. */
const form = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Nothing that is kept of a subject is older. */
const firstYear = 1900;

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Why something can not have happened on a date. */
export type DateProblem = 'dateForm' | 'dateNoDay' | 'dateEarly' | 'dateFuture';

/**
 * Why a text is no date that something can have happened on; null where it is one. A date that has begun by `today` (a full
 * date) is not in the future, however little of it is known.
 */
export const dateProblem = (text: string, today: string): DateProblem | null => {
  const [, year, month, day] = form.exec(text) ?? [];
  if (year === undefined) return 'dateForm';
  const [y, m, d] = [Number(year), Number(month ?? '1'), Number(day ?? '1')];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return 'dateNoDay';
  if (y < firstYear) return 'dateEarly';
  return text > today.slice(0, text.length) ? 'dateFuture' : null;
};

/** The last day that a date can mean, so that what it is of has certainly begun by then. */
export const latestDay = (date: string): string => {
  const [year = '', month, day] = date.split('-');
  if (day !== undefined) return date;
  if (month === undefined) return `${year}-12-31`;
  return `${date}-${String(daysIn(Number(year), Number(month))).padStart(2, '0')}`;
};
