import type { Threshold } from '../course/margin.js';
import type { LengthScale } from '../decimal.js';
import type { TargetCategory } from './grid.js';

/** Smallest change of SULpeak that counts, g/mL, with 30 %; and of total lesion glycolysis, %. */
export const changeSul = 0.8;
export const changeGlycolysisPct = 75n;

export interface Reached {
  /** Exactly the threshold does not count. */
  readonly strict: boolean;
  readonly scale: LengthScale;
}

const reaches = (value: bigint, threshold: bigint, strict: boolean): boolean =>
  strict ? value > threshold : value >= threshold;

/** 30 % and 0.80 g/mL over the reference; from a reference of 0 the latter alone decides. */
export function hasRisen(sul: bigint, reference: bigint, { strict, scale }: Reached): boolean {
  return (
    reaches(100n * sul, 130n * reference, strict) &&
    reaches(sul - reference, scale.of(changeSul), strict)
  );
}

/** 30 % and 0.80 g/mL below the baseline. */
export function hasFallen(sul: bigint, baseline: bigint, { strict, scale }: Reached): boolean {
  return (
    reaches(70n * baseline, 100n * sul, strict) &&
    reaches(baseline - sul, scale.of(changeSul), strict)
  );
}

/** 75 % over the reference. */
export function hasExtended(current: bigint, reference: bigint, { strict }: Reached): boolean {
  if (reference === 0n) return current > 0n;
  return reaches(100n * current, (100n + changeGlycolysisPct) * reference, strict);
}

type At = Omit<Threshold, 'category'>;
const isBelow = (a: At, b: At): boolean =>
  a.numerator * b.denominator < b.numerator * a.denominator;
const whole = (value: bigint): At => ({ numerator: value, denominator: 1n });

/** The SULpeak from which on it is progression: the larger of the relative and the absolute rise. */
export function risenFrom(reference: bigint, scale: LengthScale): At {
  const relative = { numerator: 13n * reference, denominator: 10n };
  const absolute = whole(reference + scale.of(changeSul));
  return isBelow(relative, absolute) ? absolute : relative;
}

/** The SULpeak down to which it is a partial response: the smaller of the two; null where none is left above 0. */
function fallenFrom(baseline: bigint, scale: LengthScale): At | null {
  const absolute = baseline - scale.of(changeSul);
  if (absolute <= 0n) return null;
  const relative = { numerator: 7n * baseline, denominator: 10n };
  return isBelow(relative, whole(absolute)) ? relative : whole(absolute);
}

export interface SulThresholds {
  readonly baseline: bigint;
  readonly reference: bigint;
  /** Every lesion was read; otherwise what was read can only be progression. */
  readonly complete: boolean;
  /** Total lesion glycolysis rose enough: without a decline of SULpeak that is progression. */
  readonly extended: boolean;
  /** Background mean below which it would be a complete response; null where the number alone decides nothing. */
  readonly clearedBelow: bigint | null;
}

/** The SULpeaks around a category, each with the category beyond it. */
export function sulThresholds(
  category: TargetCategory,
  { baseline, reference, complete: isComplete, extended, clearedBelow }: SulThresholds,
  scale: LengthScale
): Threshold[] {
  if (!isComplete) return [{ ...risenFrom(reference, scale), category: 'PMD' }];
  const risen = extended ? whole(reference) : risenFrom(reference, scale);
  const fallen = fallenFrom(baseline, scale);
  const cleared = clearedBelow === null ? null : whole(clearedBelow);
  const atOrBelow = (value: At): TargetCategory =>
    fallen !== null && !isBelow(fallen, value) ? 'PMR' : 'SMD';
  if (category === 'CMR') {
    if (cleared === null) return [];
    return [{ ...cleared, category: isBelow(cleared, risen) ? atOrBelow(cleared) : 'PMD' }];
  }
  const complete = cleared === null ? [] : [{ ...cleared, category: 'CMR' }];
  if (category === 'PMD') return [...complete, { ...risen, category: atOrBelow(risen) }];
  const response =
    fallen === null ? [] : [{ ...fallen, category: category === 'PMR' ? 'SMD' : 'PMR' }];
  return [...complete, ...response, { ...risen, category: 'PMD' }];
}
