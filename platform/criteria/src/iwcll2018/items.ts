import { marginTo } from '../course/margin.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange, ratio } from '../decimal.js';
import type { Trace } from '../schemas.js';

export const source = 'Hallek 2018 (iwCLL), response table';

export type ItemState = 'CR' | 'PR' | 'SD' | 'PD' | 'NE';

/** One parameter of the table at one visit. */
export interface Item {
  readonly name: string;
  readonly abnormalAtBaseline: boolean;
  /** PR and better: improved. NE: no value here or at baseline. */
  readonly improved: boolean | null;
  readonly normal: boolean | null;
  readonly progressed: boolean;
  readonly trace: Trace;
}

export interface Quantity {
  readonly name: string;
  readonly unit: string;
  /** Scaled integers of `one` per unit; null: not given. */
  readonly current: bigint | null;
  readonly baseline: bigint | null;
  readonly lowest: bigint | null;
  readonly one: bigint;
}

function trace(
  { name, unit, current, baseline, lowest, one }: Quantity,
  state: ItemState,
  threshold: string,
  at: bigint | null,
  rule: string = state.toLowerCase()
): Trace {
  const show = (value: bigint | null) => (value === null ? null : ratio(value, one));
  const change = (from: bigint | null) =>
    current === null || from === null ? null : percentChange(current, from);
  const fromBaseline = change(baseline);
  const margin =
    current === null || at === null
      ? null
      : marginTo(
          current,
          [{ category: state === 'PR' ? 'SD' : 'PR', numerator: at, denominator: 100n }],
          unit,
          one
        );
  return {
    rule: `${name.replaceAll(' ', '')}.${rule}`,
    text:
      current === null
        ? `${name}: not given.`
        : `${name} ${show(current) ?? 0} ${unit}, ${fromBaseline ?? 'n/a'} % against baseline, ${change(lowest) ?? 'n/a'} % against the lowest: ${state}.`,
    numbers: {
      value: show(current),
      baseline: show(baseline),
      lowest: show(lowest),
      changeFromBaselinePct: fromBaseline,
      changeFromLowestPct: change(lowest),
    },
    threshold,
    margin,
    source,
  };
}

/** A burden: better when it halves. `progressed` and `normal` are the parameter's own. */
export function burdenItem(
  quantity: Quantity,
  own: {
    abnormal: boolean;
    normal: boolean | null;
    progressed: boolean;
    /** What the rule of its progression is called. */
    progressionRule?: string;
  },
  threshold: string
): Item {
  const { current, baseline } = quantity;
  const improved =
    current === null || baseline === null ? null : decreasedBy(current, baseline, 50n);
  const state: ItemState =
    current === null || baseline === null ? 'NE' : own.progressed ? 'PD' : improved ? 'PR' : 'SD';
  const at = baseline === null || state === 'PD' ? null : 50n * baseline;
  return {
    name: quantity.name,
    abnormalAtBaseline: own.abnormal,
    improved,
    normal: own.normal,
    progressed: own.progressed,
    trace: trace(quantity, state, threshold, at, state === 'PD' ? own.progressionRule : undefined),
  };
}

/** Platelets or haemoglobin: better from the normal limit or +50 %. */
export function countItem(
  quantity: Quantity,
  normalFrom: bigint,
  supported: boolean | null,
  progressed: boolean,
  threshold: string
): Item {
  const { current, baseline } = quantity;
  const normal = current === null ? null : current >= normalFrom && supported !== true;
  const improved =
    current === null || baseline === null
      ? null
      : normal === true || (supported !== true && increasedBy(current, baseline, 50n));
  const state: ItemState =
    current === null || baseline === null ? 'NE' : progressed ? 'PD' : improved ? 'PR' : 'SD';
  return {
    name: quantity.name,
    abnormalAtBaseline: baseline !== null && baseline < normalFrom,
    improved,
    normal,
    progressed,
    trace: trace(quantity, state, threshold, state === 'PD' ? null : 100n * normalFrom),
  };
}

export const scaledOrNull = (
  value: number | null | undefined,
  scale: LengthScale
): bigint | null => (value === null || value === undefined ? null : scale.of(value));

export function lowestOf(values: readonly (bigint | null)[]): bigint | null {
  return values.reduce<bigint | null>(
    (least, value) => (value === null || (least !== null && least <= value) ? least : value),
    null
  );
}
