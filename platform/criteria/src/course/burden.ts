import { type LengthScale, percentChange } from '../decimal.js';
import type { Burden } from '../schemas.js';
import type { TargetState } from './lesionState.js';
import type { Measure } from './measure.js';

/** The states of all targets at one evaluated timepoint, baseline included. */
export type TargetStates = readonly TargetState[];

export interface Sum {
  readonly known: bigint;
  readonly complete: boolean;
}

/** Whether a target was read here and is in the sum. */
export const isRead = ({ complete, excluded, status }: TargetState): boolean =>
  complete && !excluded && status !== 'merged';

/** Sum of what the targets named in `ids` contribute. */
export function sumOf(states: TargetStates, ids: ReadonlySet<string>): Sum {
  let [known, complete] = [0n, true];
  for (const state of states) {
    if (!ids.has(state.id)) continue;
    known += state.known;
    complete &&= state.complete && !state.excluded;
  }
  return { known, complete };
}

export interface References {
  readonly current: Sum;
  readonly baseline: bigint;
  readonly nadir: bigint;
  /** Targets in the sum; 0 when every one is excluded. */
  readonly counted: number;
}

export const smaller = (a: bigint, b: bigint): bigint => (b < a ? b : a);

/**
 * Current sum with its references. The nadir is the smallest sum of the baseline and the earlier visits whose
 * targets were all read (of any earlier visit with `nadirFromPartial`). `earlier` starts with the baseline.
 */
export function references(
  current: TargetStates,
  earlier: readonly TargetStates[],
  nadirFromPartial: boolean
): References {
  const ids = new Set(current.filter(({ excluded }) => !excluded).map(({ id }) => id));
  const sums = earlier.map(states => sumOf(states, ids));
  const baseline = sums[0]?.known ?? 0n;
  const nadir = sums
    .filter(({ complete }) => complete || nadirFromPartial)
    .reduce((least, { known }) => smaller(least, known), baseline);
  return { current: sumOf(current, ids), counted: ids.size, baseline, nadir };
}

export function burdenOutput(
  { current, baseline, nadir }: References,
  measure: Measure,
  scale: LengthScale
): Burden {
  const { known, complete } = current;
  const output = (value: bigint): number => measure.toOutput(value, scale);
  return {
    value: complete ? output(known) : null,
    unit: measure.unit,
    ...(complete ? {} : { lowerBound: output(known) }),
    nadir: output(nadir),
    changeFromBaselinePct: complete ? percentChange(known, baseline) : null,
    changeFromNadirPct: complete ? percentChange(known, nadir) : null,
    changeFromNadir: complete ? output(known - nadir) : null,
  };
}
