import { isBeforeBaseline } from '../trials/timepoint-kinds.js';
import { daysBetween } from './visit-window.js';

/** A timepoint of a subject, as far as its place among the others goes. */
export interface DatedTimepoint {
  readonly kind: string;
  /** Of its images. */
  readonly date: string | null;
  /** Planned, counted from the baseline; null where the charter plans none. */
  readonly day: number | null;
  readonly visitNumber: number;
}

const epoch = '1970-01-01';
const dayOf = (date: string | null): number | null =>
  date === null ? null : daysBetween(epoch, date);

const group = ({ kind }: DatedTimepoint): number =>
  isBeforeBaseline(kind) ? 0 : kind === 'baseline' ? 1 : 2;

/**
 * When each timepoint was, or is to be thought of: one without images yet is on its planned day, and between the planned
 * ones around it, so that a visit that was late makes none after it come first.
 */
const moments = <T extends DatedTimepoint>(timepoints: readonly T[]): ReadonlyMap<T, number> => {
  const start = dayOf(timepoints.find(({ kind }) => kind === 'baseline')?.date ?? null);
  const planned = timepoints
    .filter(one => group(one) === 2 && one.day !== null)
    .sort((one, other) => one.visitNumber - other.visitNumber);
  const found = new Map<T, number>();
  let before = -Infinity;
  for (const [at, one] of planned.entries()) {
    const next = planned.slice(at + 1).find(({ date }) => dayOf(date) !== null);
    const foreseen = start === null || one.day === null ? -Infinity : start + one.day;
    const between = Math.min(foreseen, dayOf(next?.date ?? null) ?? Infinity);
    before = dayOf(one.date) ?? Math.max(before, between);
    found.set(one, before);
  }
  for (const one of timepoints) {
    if (found.has(one)) continue;
    const never = group(one) === 2 ? Infinity : -Infinity;
    found.set(one, dayOf(one.date) ?? never);
  }
  return found;
};

/** A subject's timepoints by date: those before the baseline, the baseline, and what came after it. */
export const inDateOrder = <T extends DatedTimepoint>(timepoints: readonly T[]): T[] => {
  const when = moments(timepoints);
  const momentOf = (one: T): number => when.get(one) ?? Infinity;
  return [...timepoints].sort((one, other) => {
    if (group(one) !== group(other)) return group(one) - group(other);
    const [first, second] = [momentOf(one), momentOf(other)];
    if (first !== second) return first < second ? -1 : 1;
    return one.visitNumber - other.visitNumber;
  });
};

/** Digits after the point, so that visits can always be added between two. */
const mostDigits = 6;
/** What a product of decimals may be off by. */
const tiny = 1e-6;

/** The number of a visit that comes after another: the shortest decimal before the next whole number that is not taken. */
export const visitNumberAfter = (
  previous: number,
  next: number | null,
  taken: ReadonlySet<number>
): number => {
  const whole = Math.floor(previous) + 1;
  const below = next !== null && next > previous ? Math.min(next, whole) : whole;
  for (let digits = 1; digits <= mostDigits; digits += 1) {
    const scale = 10 ** digits;
    const from = Math.floor(previous * scale + tiny) + 1;
    for (let at = from; at < Math.ceil(below * scale - tiny); at += 1) {
      if (!taken.has(at / scale)) return at / scale;
    }
  }
  throw new Error(`no visit number is free after ${previous}`);
};
