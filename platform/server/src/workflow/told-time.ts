import { toldDate } from '../blinding/made-values.js';
import { isRecord } from '../is-record.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { daysBetween, shiftDate } from './calendar.js';

/** Whoever reads is told of time by their charter; results are derived on dates that the course has moved. */
export interface Telling {
  readonly charter: Pick<CharterTerms, 'blinding'>;
  readonly dateShiftDays: number;
}

/** A real date as its readers are told it, ISO 8601; empty where they are told none, or none is known. */
export const dateTold = ({ charter, dateShiftDays }: Telling, date: string | null): string =>
  toldDate(date, charter.blinding, dateShiftDays) ?? '';

/** Days from the baseline to a timepoint, both by real dates, as readers are told them. */
export const dayTold = (
  { charter }: Pick<Telling, 'charter'>,
  baseline: string | null,
  date: string | null
): number | null => (charter.blinding.dates === 'removed' ? null : daysBetween(baseline, date));

/** "Day +56". Part of a label, which is the trial's own text and the same in every language. */
const dayWords = (day: number): string =>
  day < 0 ? `Day −${-day}` : `Day ${day > 0 ? '+' : ''}${day}`;

/** What readers call a timepoint. */
export const labelTold = (
  { charter }: Pick<Telling, 'charter'>,
  label: string,
  day: number | null
): string =>
  charter.blinding.labels === 'day' && day !== null ? `${label}, ${dayWords(day)}` : label;

/** Several timepoints in one line. */
export const labelsTold = (
  telling: Pick<Telling, 'charter'>,
  timepoints: readonly { readonly label: string; readonly date: string | null }[],
  baseline: string | null
): string =>
  timepoints
    .map(({ label, date }) => labelTold(telling, label, dayTold(telling, baseline, date)))
    .join(telling.charter.blinding.labels === 'day' ? '; ' : ', ');

const wholeDate = /^\d{4}-\d{2}-\d{2}$/;
const datesWithin = /\d{4}-\d{2}-\d{2}/g;

/** How one date that a course has moved is written: alone, and within a sentence. */
interface Written {
  readonly alone: (date: string) => string | null;
  readonly within: (date: string) => string;
}

const writing = (
  { charter, dateShiftDays }: Telling,
  baseline: string | null
): Written | undefined => {
  const from = shiftDate(baseline, dateShiftDays);
  switch (charter.blinding.dates) {
    case 'shifted':
      return undefined;
    case 'shown': {
      const real = (date: string): string => shiftDate(date, -dateShiftDays) ?? '';
      return { alone: real, within: real };
    }
    case 'offsets':
      return {
        alone: date => {
          const days = daysBetween(from, date);
          return days === null ? null : dayDuration(days);
        },
        within: date => {
          const days = daysBetween(from, date);
          return days === null ? '…' : `day ${days}`;
        },
      };
    case 'removed':
      return { alone: () => null, within: () => '…' };
  }
};

/** Days from the baseline as a duration of ISO 8601: `P56D`, `-P14D`. */
const dayDuration = (days: number): string => `${days < 0 ? '-' : ''}P${Math.abs(days)}D`;

/** Sentences that say a day, which have a form without it. */
const saysDay = /^counterfactual\.\w+\.(pdDate|respDate)$/;
const dayVariables: readonly unknown[] = ['pdDate', 'respDate'];

/** What of an object tells days besides dates. */
const withoutDays = (object: Record<string, unknown>): Record<string, unknown> => ({
  ...object,
  ...('day' in object ? { day: null } : {}),
  ...('distance' in object && dayVariables.includes(object['variable']) ? { distance: null } : {}),
  ...(typeof object['key'] === 'string' && saysDay.test(object['key'])
    ? { key: `${object['key']}.undated` }
    : {}),
});

/**
 * A derived result as its readers may have it. It stands on dates that the course has moved; those are moved back where the
 * charter shows dates, are durations from the baseline (`P56D`) where it tells days alone, and are missing, with all days,
 * where it removes them. Not for what a reader wrote: a date in their words is theirs.
 * @param baseline the real date of the subject's baseline
 */
export const withTimeTold = <T>(value: T, telling: Telling, baseline: string | null): T => {
  const written = writing(telling, baseline);
  if (written === undefined) return value;
  const isRemoved = telling.charter.blinding.dates === 'removed';
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string')
      return wholeDate.test(one)
        ? written.alone(one)
        : one.replace(datesWithin, date => written.within(date));
    if (Array.isArray(one)) return one.map(walk);
    if (!isRecord(one)) return one;
    return Object.fromEntries(
      Object.entries(isRemoved ? withoutDays(one) : one).map(([key, below]) => [key, walk(below)])
    );
  };
  return walk(value) as T;
};
