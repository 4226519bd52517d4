import { marginTo, type Threshold } from '../course/margin.js';
import { decreasedBy, increasedBy, type LengthScale, percentChange, ratio } from '../decimal.js';
import type { Reason } from '../reason.js';
import type { Margin } from '../schemas.js';

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
  readonly trace: Reason;
}

export interface Quantity {
  readonly name: string;
  readonly unit: string;
  /** Scaled integers of `one` per unit; null: not given. */
  readonly current: bigint | null;
  readonly baseline: bigint | null;
  readonly lowest: bigint | null;
  readonly one: bigint;
  /** Said with the value. */
  readonly note?: string;
  /** Why there is no value. */
  readonly missing?: string;
}

/** Where one quantity improves (at or below, or from there on) and progresses, in hundredths of its units; null: nowhere. */
export interface Edges {
  readonly improved: bigint | null;
  readonly progressed: bigint | null;
  /** Larger is better: blood counts. */
  readonly upward: boolean;
  /** What the edges are compared with where it is not the shown value: below 0 of an excess, for one. */
  readonly compared?: bigint | null;
}

/** The distance to whichever edge is nearer; from progression the only way is back. */
function marginOf(
  { current, unit, one }: Quantity,
  state: ItemState,
  { improved, progressed, upward, compared }: Edges
): Margin | null {
  const value = compared ?? current;
  if (value === null) return null;
  const isBetter = (at: bigint): boolean =>
    improved !== null && (upward ? at >= improved : at <= improved);
  const edges: Threshold[] = [];
  if (improved !== null && state !== 'PD')
    edges.push({
      category: state === 'PR' ? 'SD' : 'PR',
      numerator: improved,
      denominator: 100n,
    });
  if (progressed !== null)
    edges.push({
      category: state !== 'PD' ? 'PD' : isBetter(progressed) ? 'PR' : 'SD',
      numerator: progressed,
      denominator: 100n,
    });
  return marginTo(value, edges, unit, one);
}

function trace(
  quantity: Quantity,
  state: ItemState,
  threshold: string,
  edges: Edges,
  normal: boolean | null,
  rule: string = state.toLowerCase()
): Reason {
  const { name, unit, current, baseline, lowest, one, note, missing } = quantity;
  const show = (value: bigint | null) => (value === null ? null : ratio(value, one));
  const change = (from: bigint | null) =>
    current === null || from === null ? null : percentChange(current, from);
  const fromBaseline = change(baseline);
  const against = (percent: number | null, what: string): string =>
    percent === null ? '' : `, ${percent > 0 ? '+' : ''}${percent} % against ${what}`;
  const changes = [
    against(fromBaseline, 'baseline'),
    lowest === baseline ? '' : against(change(lowest), 'the lowest'),
  ].join('');
  const is = normal === true && state !== 'PD' ? 'normal' : state;
  const margin = marginOf(quantity, state, edges);
  return {
    rule: `${name}.${rule}`,
    text:
      current === null
        ? `${name}: ${missing ?? 'not given'}.`
        : `${name} ${show(current) ?? 0} ${unit.replace('mm2', 'mm²')}${note === undefined ? '' : ` (${note})`}${changes}: ${is}.`,
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

/** A burden: better when it halves or is normal again. `progressed` and `normal` are the parameter's own. */
export function burdenItem(
  quantity: Quantity,
  own: {
    abnormal: boolean;
    normal: boolean | null;
    progressed: boolean;
    /** What the rule of its progression is called. */
    progressionRule?: string;
    /** Where it progresses, in hundredths; null: it can not, whatever the value. */
    progressedAt: bigint | null;
    compared?: bigint | null;
    /** Below this it is normal, in hundredths; not given where the quantity does not tell. */
    normalBelow?: bigint;
  },
  threshold: string
): Item {
  const { current, baseline } = quantity;
  const known = current !== null && baseline !== null;
  const halved = known && decreasedBy(current, baseline, 50n);
  // What is normal again is better than half gone, however little over normal it was.
  const again = own.abnormal && own.normal === true;
  const improved = known ? halved || again : null;
  const state: ItemState = !known ? 'NE' : own.progressed ? 'PD' : improved ? 'PR' : 'SD';
  const improvedAt = (): bigint | null => {
    if (baseline === null || baseline <= 0n) return null;
    const half = 50n * baseline;
    const { normalBelow } = own;
    if (normalBelow === undefined) return again && !halved ? null : half;
    return own.abnormal && normalBelow > half ? normalBelow : half;
  };
  const edges: Edges = {
    improved: improvedAt(),
    progressed: own.progressedAt,
    upward: false,
    compared: own.compared ?? null,
  };
  return {
    name: quantity.name,
    abnormalAtBaseline: own.abnormal,
    improved,
    normal: own.normal,
    progressed: own.progressed,
    trace: trace(
      quantity,
      state,
      threshold,
      edges,
      own.normal,
      state === 'PD' ? own.progressionRule : undefined
    ),
  };
}

/**
 * Platelets or haemoglobin: better from the normal limit or +50 %. `fall.at`: where a fall is progression, in
 * hundredths; null while it would not be due to the leukaemia.
 */
export function countItem(
  quantity: Quantity,
  normalFrom: bigint,
  supported: boolean | null,
  fall: { readonly progressed: boolean; readonly at: bigint | null },
  threshold: string
): Item {
  const { progressed } = fall;
  const supportedNote = supported === true ? { note: 'under transfusion or growth factor' } : {};
  const { current, baseline } = quantity;
  const normal = current === null ? null : current >= normalFrom && supported !== true;
  const known = current !== null && baseline !== null;
  const improved = known
    ? normal === true || (supported !== true && increasedBy(current, baseline, 50n))
    : null;
  const state: ItemState = !known ? 'NE' : progressed ? 'PD' : improved ? 'PR' : 'SD';
  return {
    name: quantity.name,
    abnormalAtBaseline: baseline !== null && baseline < normalFrom,
    improved,
    normal,
    progressed,
    trace: trace(
      { ...quantity, ...supportedNote },
      state,
      threshold,
      {
        // Under transfusion or a growth factor no value is an improvement.
        improved:
          supported === true || baseline === null
            ? null
            : least(100n * normalFrom, 150n * baseline),
        progressed: fall.at,
        upward: true,
      },
      normal
    ),
  };
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

export const scaledOrNull = (value: number | null | undefined, scale: LengthScale): bigint | null =>
  value === null || value === undefined ? null : scale.of(value);

export function lowestOf(values: readonly (bigint | null)[]): bigint | null {
  return values.reduce<bigint | null>(
    (least, value) => (value === null || (least !== null && least <= value) ? least : value),
    null
  );
}
