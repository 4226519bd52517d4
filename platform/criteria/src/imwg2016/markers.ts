import { type Edge, marginTo, nearestEdge } from '../course/margin.js';
import { decreasedBy, type LengthScale, percentChange, ratio } from '../decimal.js';
import type { Trace } from '../schemas.js';
import type { Labs } from './inputs.js';

export const source = 'Kumar 2016 (IMWG), standard criteria table';

/** Levels without progression, best first. */
export const levels = ['sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD', 'NE'] as const;
export type Level = (typeof levels)[number];
export type Category = Level | 'PD';

export type MarkerName = 'serum' | 'urine' | 'flc' | 'marrow';
/** Scaled integers; null: not given. Circulating plasma cells have no level of response. */
export type MarkerValues = Readonly<Record<MarkerName | 'circulating', bigint | null>>;

interface MarkerText {
  readonly name: string;
  /** Unit of a value. */
  readonly of: string;
  /** Unit of a difference of two values. */
  readonly unit: string;
}
export const markerText: Readonly<Record<MarkerName, MarkerText>> = {
  serum: { name: 'serum M-protein', of: 'g/dL', unit: 'g/dL' },
  urine: { name: 'urine M-protein', of: 'mg/24 h', unit: 'mg/24 h' },
  flc: { name: 'difference of free light chains', of: 'mg/dL', unit: 'mg/dL' },
  marrow: { name: 'marrow plasma cells', of: '%', unit: 'points' },
};

/** A change in per cent with its sign; null: of nothing there is no per cent. */
export const signedPercent = (change: number | null): string =>
  change === null ? 'n/a' : `${change > 0 ? '+' : ''}${change.toFixed(2)} %`;

export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Every number of the laboratory, for the decimals to keep. */
export function labNumbers(labs: Labs): number[] {
  return Object.values(labs).filter((value): value is number => typeof value === 'number');
}

export function markerValues(labs: Labs, scale: LengthScale): MarkerValues {
  const of = (value: number | null | undefined): bigint | null =>
    value === null || value === undefined ? null : scale.of(value);
  const [involved, uninvolved] = [of(labs.involvedFlcMgPerDl), of(labs.uninvolvedFlcMgPerDl)];
  return {
    serum: of(labs.serumMGPerDl),
    urine: of(labs.urineMMgPer24h),
    flc: involved === null || uninvolved === null ? null : involved - uninvolved,
    marrow: of(labs.marrowPlasmaCellsPct),
    circulating: of(labs.circulatingPlasmaCellsPerUl),
  };
}

/** Immunofixation of the markers that have one. */
export const immunofixation = (labs: Labs): Partial<Record<MarkerName, string | null>> => ({
  serum: labs.serumImmunofixation ?? null,
  urine: labs.urineImmunofixation ?? null,
});

export interface Measurable {
  /** The markers whose reductions are required. */
  readonly required: readonly MarkerName[];
  readonly m: boolean;
  readonly flc: boolean;
}

/** Which marker the response goes by: M-protein, else free light chains, else the marrow. */
export function measurableAt(labs: Labs): Measurable {
  const isFrom = (limit: number, value: number | null | undefined): boolean =>
    typeof value === 'number' && value >= limit;
  const flc = isFrom(10, labs.involvedFlcMgPerDl) && labs.flcRatioNormal === false;
  const byMarrow = isFrom(30, labs.marrowPlasmaCellsPct);
  const m: MarkerName[] = [];
  if (isFrom(1, labs.serumMGPerDl)) m.push('serum');
  if (isFrom(200, labs.urineMMgPer24h)) m.push('urine');
  const otherwise: MarkerName[] = flc ? ['flc'] : byMarrow ? ['marrow'] : [];
  return { required: m.length > 0 ? m : otherwise, m: m.length > 0, flc };
}

/** Reduction from baseline in per cent that reaches a level; absolute: strictly below, in the marker's unit. */
type Cut =
  | { readonly level: Level; readonly percent: bigint }
  | { readonly level: Level; readonly below: number };

const cuts: Readonly<Record<MarkerName, readonly [Cut, ...Cut[]]>> = {
  serum: [
    { level: 'VGPR', percent: 90n },
    { level: 'PR', percent: 50n },
    { level: 'MR', percent: 25n },
  ],
  urine: [
    { level: 'VGPR', below: 100 },
    { level: 'PR', percent: 90n },
    { level: 'PR', below: 200 },
    { level: 'MR', percent: 50n },
  ],
  flc: [
    { level: 'VGPR', percent: 90n },
    { level: 'PR', percent: 50n },
  ],
  marrow: [{ level: 'PR', percent: 50n }],
};

/** Whether `current` / `parts` units reach a level. */
function reaches(
  current: bigint,
  baseline: bigint,
  cut: Cut,
  scale: LengthScale,
  parts = 1n
): boolean {
  return 'percent' in cut
    ? decreasedBy(current, parts * baseline, cut.percent)
    : current < parts * scale.of(cut.below);
}

const wording = (cut: Cut, unit: string): string =>
  'percent' in cut ? `at least ${cut.percent} % lower` : `below ${cut.below} ${unit}`;

export interface MarkerRating {
  readonly marker: MarkerName;
  readonly level: Level;
  readonly trace: Trace;
}

/** The level that `value` / `parts` units of a marker are. */
export const levelOf = (
  marker: MarkerName,
  value: bigint,
  baseline: bigint,
  scale: LengthScale,
  parts = 1n
): Level => cuts[marker].find(cut => reaches(value, baseline, cut, scale, parts))?.level ?? 'SD';

/** The level one required marker reaches by itself. `progression`: where its progression begins; null: it is one, or none. */
export function rateMarker(
  marker: MarkerName,
  current: bigint,
  baseline: bigint,
  progression: Edge | null,
  scale: LengthScale
): MarkerRating {
  const { name, of, unit } = markerText[marker];
  const reached = cuts[marker].find(cut => reaches(current, baseline, cut, scale));
  const level = reached?.level ?? 'SD';
  const edges = cuts[marker].map((cut): Edge =>
    'percent' in cut
      ? { numerator: (100n - cut.percent) * baseline, denominator: 100n }
      : { numerator: scale.of(cut.below), denominator: 1n }
  );
  // At the edge itself a number is progression or is not, by marker: what begins there lies beyond it either way.
  const isBeyond = (number: bigint, parts: bigint): boolean =>
    progression !== null && number * progression.denominator > progression.numerator * parts;
  const categoryAt = (number: bigint, parts: bigint): Category =>
    isBeyond(number, parts) ? 'PD' : levelOf(marker, number, baseline, scale, parts);
  const edge = nearestEdge(current, [...edges, ...(progression ? [progression] : [])], categoryAt);
  const change = percentChange(current, baseline);
  // Back to the marker's unit: the scale's "mm" is whatever its numbers are in.
  const value = scale.toMm(current);
  const threshold = reached ?? cuts[marker].at(-1) ?? cuts[marker][0];
  return {
    marker,
    level,
    trace: {
      rule: `marker.${marker}.${level.toLowerCase()}`,
      text: `${sentence(name)} ${value} ${of}, ${signedPercent(change)} against baseline: ${level}.`,
      numbers: {
        value,
        baseline: ratio(baseline, scale.one),
        changeFromBaselinePct: change,
      },
      threshold: `${threshold.level}: ${wording(threshold, unit)}`,
      margin: edge && marginTo(current, [edge], unit, scale.one),
      source,
    },
  };
}

/**
 * Lowest value on study that a second one bore out: the smallest x with two consecutive values at or below it, the
 * baseline counting by itself. Missing values are left out.
 */
export function lowestConfirmed<Baseline extends bigint | null>(
  baseline: Baseline,
  later: readonly (bigint | null)[]
): Baseline | bigint {
  const given = later.filter((value): value is bigint => value !== null);
  const pairs = given.slice(1).map((value, index) => {
    const before = given[index] ?? value;
    return value > before ? value : before;
  });
  return pairs.reduce<Baseline | bigint>(
    (least, value) => (least === null || value < least ? value : least),
    baseline
  );
}
