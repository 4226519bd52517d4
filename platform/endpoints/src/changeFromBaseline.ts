import { decimalPlaces, percentChange, scaled } from '@corelab/criteria';
import type { NumericInput } from './inputSchema.js';
import type { Moment } from './moment.js';
import { studyDay } from './studyDay.js';
import type { SubjectDates } from './subjectDates.js';

/** Exact at the decimals that came in; `changePct` has two decimals and is null when the reference is 0. */
export interface Change {
  readonly change: number;
  readonly changePct: number | null;
}

export function changeFrom(reference: number, value: number): Change {
  const places = Math.max(decimalPlaces(reference), decimalPlaces(value));
  const from = scaled(reference, places);
  const to = scaled(value, places);
  return { change: Number(to - from) / 10 ** places, changePct: percentChange(to, from) };
}

/** One value of a numeric endpoint; what can't be computed is null. */
export interface NumericVisit {
  readonly visit: string | null;
  readonly date: string | null;
  readonly day: number | null;
  readonly value: number | null;
  readonly fromBaseline: Change | null;
  /** From the best earlier value, baseline included; null without `betterWhen` or an earlier value. */
  readonly fromBest: Change | null;
}

export interface NumericEndpoint {
  readonly name: string;
  readonly unit: string | null;
  readonly baseline: number | null;
  readonly visits: readonly NumericVisit[];
  /** The best value after baseline; null without `betterWhen`, baseline or value. */
  readonly best: (Change & { readonly value: number; readonly visit: string | null }) | null;
}

export interface DatedNumeric extends Omit<NumericInput, 'visits'> {
  readonly visits: readonly {
    readonly visit: string | null;
    readonly at: Moment | null;
    readonly value: number | null;
  }[];
}

/** Reads dates and leaves out what lies after the cutoff. Throws EndpointError on a date before the start. */
export function readNumeric(
  inputs: readonly NumericInput[],
  dates: SubjectDates,
  start: Moment,
  cutoff: Moment | null
): DatedNumeric[] {
  return inputs.map((input, index) => ({
    ...input,
    visits: input.visits.flatMap((one, at) => {
      const field = `numeric/${index}/visits/${at}/date`;
      const moment = dates.read(one.date, field);
      if (moment) dates.requireOrder(start, moment, field, `before the start (${start.date})`);
      if (moment && cutoff && moment.day > cutoff.day) {
        dates.note(field, 'afterCutoff', `${moment.date} is after the data cutoff and not used`);
        return [];
      }
      return [{ visit: one.visit ?? null, at: moment, value: one.value ?? null }];
    }),
  }));
}

export function changesFromBaseline(numeric: DatedNumeric, start: Moment): NumericEndpoint {
  const { name, unit, betterWhen } = numeric;
  const baseline = numeric.baseline ?? null;
  const isBetter = (value: number, than: number): boolean =>
    betterWhen === 'lower' ? value < than : value > than;
  const hasDirection = betterWhen !== null && betterWhen !== undefined;
  let reference = hasDirection ? baseline : null;
  let best: NumericEndpoint['best'] = null;
  const visits = numeric.visits.map(({ visit, at, value }): NumericVisit => {
    const fromBaseline = value === null || baseline === null ? null : changeFrom(baseline, value);
    const fromBest = value === null || reference === null ? null : changeFrom(reference, value);
    if (hasDirection && value !== null) {
      if (fromBaseline && (best === null || isBetter(value, best.value)))
        best = { ...fromBaseline, value, visit };
      if (reference === null || isBetter(value, reference)) reference = value;
    }
    const day = at && studyDay(start, at);
    return { visit, date: at?.date ?? null, day, value, fromBaseline, fromBest };
  });
  return { name, unit: unit ?? null, baseline, visits, best };
}
