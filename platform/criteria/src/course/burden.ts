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

/** The same targets are in both sums. */
function sumAlike(states: TargetStates, others: TargetStates | undefined): boolean {
  return (
    states.length === others?.length &&
    states.every(
      ({ id, excluded }, index) => id === others[index]?.id && excluded === others[index].excluded
    )
  );
}

/**
 * Current sum with its references. The nadir is the smallest sum of the baseline and the earlier visits whose
 * targets were all read (of any earlier visit with `nadirFromPartial`). `earlier` starts with the baseline; `before`,
 * the references of its last visit, saves summing all of them again while the same targets are in the sum.
 */
export function references(
  current: TargetStates,
  earlier: readonly TargetStates[],
  nadirFromPartial: boolean,
  before?: References
): References {
  const ids = new Set(current.filter(({ excluded }) => !excluded).map(({ id }) => id));
  const lower = (least: bigint, { known, complete }: Sum): bigint =>
    (complete || nadirFromPartial) && known < least ? known : least;
  const now = { current: sumOf(current, ids), counted: ids.size };
  if (before && sumAlike(current, earlier.at(-1)))
    return { ...now, baseline: before.baseline, nadir: lower(before.nadir, before.current) };
  const sums = earlier.map(states => sumOf(states, ids));
  const baseline = sums[0]?.known ?? 0n;
  return { ...now, baseline, nadir: sums.reduce(lower, baseline) };
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
