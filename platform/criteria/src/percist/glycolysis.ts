import type { LengthScale } from '../decimal.js';
import { own, percistOf } from './inputs.js';
import type { Reading } from './reading.js';

/** Total lesion glycolysis of one scan, scaled grams, by how it was recorded. */
export interface Glycolysis {
  readonly total: bigint | null;
  /** Sum over the baseline's targets; null unless each that is there has its own. */
  readonly lesions: bigint | null;
}

export interface GlycolysisPair {
  readonly current: bigint;
  readonly reference: bigint;
}

export function glycolysisOf({ visit, states }: Reading, scale: LengthScale): Glycolysis {
  const total = visit.input.evaluable === false ? null : (percistOf(visit).tlg ?? null);
  let sum: bigint | null = null;
  let missing = false;
  for (const { id, status } of states) {
    if (status === 'absent' || status === 'merged') {
      sum = sum ?? 0n;
      continue;
    }
    const parts = visit.lesions.list.filter(
      lesion =>
        lesion.splitFrom === id ||
        (lesion.id === id && (status !== 'split' || own(lesion).tlg != null))
    );
    const measured = status === 'measured' || status === 'split';
    if (!measured) missing = true;
    for (const part of parts) {
      const { tlg } = own(part);
      if (tlg == null) missing = true;
      else sum = (sum ?? 0n) + scale.of(tlg);
    }
  }
  return { total: total === null ? null : scale.of(total), lesions: missing ? null : sum };
}

/**
 * A scan against the baseline, or the lowest of the earlier scans: totals where every scan needed has one, else sums
 * over the same lesions. Null where neither can be compared. `earlier` starts with the baseline.
 */
export function glycolysisPair(
  current: Reading,
  earlier: readonly Reading[],
  reference: 'baseline' | 'nadir',
  scale: LengthScale
): GlycolysisPair | null {
  const now = glycolysisOf(current, scale);
  const past = earlier.map(one => glycolysisOf(one, scale));
  const lowest = (values: readonly (bigint | null | undefined)[]): bigint | null => {
    const [first, ...later] = values;
    if (first == null) return null;
    if (reference === 'baseline') return first;
    return later.reduce<bigint>(
      (least, value) => (value != null && value < least ? value : least),
      first
    );
  };
  const total = lowest(past.map(one => one.total));
  if (now.total !== null && total !== null) return { current: now.total, reference: total };
  const sameLesions = current.targets.length === earlier[0]?.targets.length;
  const sum = sameLesions ? lowest(past.map(one => one.lesions)) : null;
  return now.lesions === null || sum === null ? null : { current: now.lesions, reference: sum };
}
