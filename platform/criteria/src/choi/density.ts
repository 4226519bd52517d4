import type { TargetStates } from '../course/burden.js';
import { splitEntries, splitRoot, type Visit } from '../course/subject.js';
import { type LengthScale, ratio } from '../decimal.js';
import type { LesionInput } from '../schemas.js';
import type { ChoiLesion } from './inputs.js';
import type { Parameters } from './parameters.js';

/** An exact mean attenuation: numerator / denominator scaled HU, the denominator above 0. */
export interface Mean {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface Density {
  /** Null when a lesion's attenuation is not known or no lesion is left to measure. */
  readonly mean: Mean | null;
  /** Lesions that were read without what the mean needs. */
  readonly missing: readonly string[];
}

export const own = (lesion: LesionInput): ChoiLesion => lesion as LesionInput & ChoiLesion;

/** The lesion itself and its parts, as far as they are listed at this visit. */
export function entriesOf(id: string, visit: Visit, earlier: readonly Visit[]): LesionInput[] {
  const lookup = splitEntries([...earlier, visit]);
  return visit.lesions.list.filter(lesion => lesion.id === id || splitRoot(lesion, lookup) === id);
}

const add = (a: Mean, b: Mean): Mean => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
const zero: Mean = { numerator: 0n, denominator: 1n };

/** One lesion's attenuation times its weight, and the weight (above 0); null when a number is missing. */
function weighed(
  entries: readonly LesionInput[],
  { huAggregate }: Parameters,
  scale: LengthScale
): { readonly sum: Mean; readonly weight: bigint } | null {
  let sum = 0n;
  let weight = 0n;
  for (const { densityHu, densityAreaMm2 } of entries.map(own)) {
    if (typeof densityHu !== 'number') return null;
    if (huAggregate === 'mean') {
      sum += scale.of(densityHu);
      weight += 1n;
      continue;
    }
    if (typeof densityAreaMm2 !== 'number') return null;
    sum += scale.of(densityHu) * scale.of(densityAreaMm2);
    weight += scale.of(densityAreaMm2);
  }
  // By plain mean every lesion weighs the same, however many parts it has.
  return huAggregate === 'mean'
    ? { sum: { numerator: sum, denominator: weight }, weight: 1n }
    : { sum: { numerator: sum, denominator: 1n }, weight };
}

/** There to be measured by itself. */
const isThere = ({ mergedInto, tooSmallToMeasure, longestDiameterMm }: LesionInput): boolean =>
  !mergedInto && (tooSmallToMeasure === true || (longestDiameterMm ?? 0) > 0);

/**
 * Mean over the targets that are there of their mean attenuation; none while a target was not read or was treated.
 * `earlier` is baseline to the visit before it.
 */
export function densityOf(
  states: TargetStates,
  visit: Visit,
  earlier: readonly Visit[],
  parameters: Parameters,
  scale: LengthScale
): Density {
  const missing: string[] = [];
  let sum = zero;
  let weight = 0n;
  for (const { id, status, complete } of states) {
    // Treated and complete it is counted as zero or left out.
    if (!complete || status === 'treated') continue;
    const entries = entriesOf(id, visit, earlier).filter(isThere);
    if (entries.length === 0) continue;
    const lesion = weighed(entries, parameters, scale);
    if (lesion === null) missing.push(id);
    else {
      sum = add(sum, lesion.sum);
      weight += lesion.weight;
    }
  }
  const known = missing.length === 0 && weight > 0n && states.every(({ complete }) => complete);
  return {
    mean: known ? { numerator: sum.numerator, denominator: sum.denominator * weight } : null,
    missing,
  };
}

/** A decrease of 15 % or more; never from a baseline of 0 HU or less. */
export function isDensityResponse(current: Mean | null, baseline: Mean | null): boolean {
  if (!current || !baseline || baseline.numerator <= 0n) return false;
  return (
    100n * current.numerator * baseline.denominator <=
    85n * baseline.numerator * current.denominator
  );
}

export const huOf = (mean: Mean | null, scale: LengthScale): number | null =>
  mean === null ? null : ratio(mean.numerator, mean.denominator * scale.one);

/** Change in per cent; null without two means or from a baseline of 0 HU or less. */
export function huChange(current: Mean | null, baseline: Mean | null): number | null {
  if (!current || !baseline || baseline.numerator <= 0n) return null;
  const reference = baseline.numerator * current.denominator;
  return ratio(100n * (current.numerator * baseline.denominator - reference), reference);
}
