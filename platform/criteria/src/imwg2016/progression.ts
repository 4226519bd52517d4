import { type Edge, marginTo } from '../course/margin.js';
import { increasedBy, type LengthScale, percentChange, ratio } from '../decimal.js';
import type { Trace } from '../schemas.js';
import {
  levelOf,
  lowestConfirmed,
  type MarkerName,
  markerText,
  type MarkerValues,
  type Measurable,
  sentence,
  source,
  signedPercent,
} from './markers.js';

/** Least growth over the lowest value, in the marker's unit; `over`: strictly more. */
const growth: Readonly<Record<MarkerName, { value: number; over: boolean }>> = {
  serum: { value: 0.5, over: false },
  urine: { value: 200, over: false },
  flc: { value: 10, over: true },
  marrow: { value: 10, over: false },
};
const highSerum = { from: 5, growth: 1 };

export interface Progression {
  /** Laboratory progression needs a second sample; marrow and imaging do not. */
  readonly needsSecond: boolean;
  /** What progressed, for a sentence. */
  readonly name: string;
  readonly trace: Trace;
}

/** Serum and urine always; light chains without measurable M-protein; the marrow without either. */
function applies(marker: MarkerName, { m, flc }: Measurable): boolean {
  if (marker === 'flc') return !m;
  return marker !== 'marrow' || (!m && !flc);
}

interface Growth {
  readonly isHigh: boolean;
  readonly by: bigint;
  readonly progressed: boolean;
  /** Where progression begins: the larger of the quarter and the absolute growth. */
  readonly from: Edge;
}

function growthOf(marker: MarkerName, current: bigint, lowest: bigint, scale: LengthScale): Growth {
  const isHigh = marker === 'serum' && lowest >= scale.of(highSerum.from);
  const { value, over } = growth[marker];
  const more = current - lowest;
  const by = scale.of(isHigh ? highSerum.growth : value);
  const enough = over ? more > by : more >= by;
  const quarter = 5n * lowest;
  const byGrowth = isHigh || 4n * (lowest + by) >= quarter;
  return {
    isHigh,
    by,
    progressed: enough && (isHigh || increasedBy(current, lowest, 25n)),
    from: byGrowth
      ? { numerator: lowest + by, denominator: 1n }
      : { numerator: quarter, denominator: 4n },
  };
}

/** Where a required marker would become progression; null where it is one. `later`: between baseline and now. */
export function progressionFrom(
  marker: MarkerName,
  current: bigint,
  baseline: bigint,
  later: readonly MarkerValues[],
  scale: LengthScale
): Edge | null {
  const lowest = lowestConfirmed(
    baseline,
    later.map(values => values[marker])
  );
  const { progressed, from } = growthOf(marker, current, lowest, scale);
  return progressed ? null : from;
}

function markerProgression(
  marker: MarkerName,
  current: bigint,
  lowest: bigint,
  baseline: bigint | null,
  scale: LengthScale
): Progression | null {
  const { name, of, unit } = markerText[marker];
  const { isHigh, progressed, from } = growthOf(marker, current, lowest, scale);
  if (!progressed) return null;
  const { value, over } = growth[marker];
  const more = current - lowest;
  // The level just below where progression begins.
  const [below, parts] = [1000n * from.numerator - 1n, 1000n * from.denominator];
  const category = baseline === null ? 'SD' : levelOf(marker, below, baseline, scale, parts);
  // Of a difference of light chains below 0 there is no per cent.
  const change = lowest > 0n ? percentChange(current, lowest) : null;
  const shown = ratio(more, scale.one) ?? 0;
  const threshold = isHigh
    ? `at least ${highSerum.growth} ${unit} over a lowest value of at least ${highSerum.from}`
    : `at least 25 % and ${over ? 'more than' : 'at least'} ${value} ${unit} over the lowest confirmed value`;
  return {
    needsSecond: marker !== 'marrow',
    name,
    trace: {
      rule: `pd.${marker}`,
      text: `${sentence(name)}: ${change === null ? '' : `${signedPercent(change)} and `}+${shown} ${unit} over the lowest confirmed value of ${ratio(lowest, scale.one) ?? 0} ${of}.`,
      numbers: {
        value: ratio(current, scale.one),
        lowestConfirmed: ratio(lowest, scale.one),
        changePct: change,
        change: shown,
      },
      threshold,
      margin: marginTo(current, [{ ...from, category }], unit, scale.one),
      source,
    },
  };
}

/** Progression by blood, urine or marrow. `later`: the visits between baseline and now. */
export function labProgressions(
  current: MarkerValues,
  baseline: MarkerValues,
  later: readonly MarkerValues[],
  measurable: Measurable,
  scale: LengthScale
): Progression[] {
  const found: Progression[] = [];
  for (const marker of ['serum', 'urine', 'flc', 'marrow'] as const) {
    const value = current[marker];
    const lowest = lowestConfirmed(
      baseline[marker],
      later.map(values => values[marker])
    );
    if (value === null || lowest === null || !applies(marker, measurable)) continue;
    // Only a marker that was measurable at baseline has a level of response.
    const rated = measurable.required.includes(marker) ? baseline[marker] : null;
    const one = markerProgression(marker, value, lowest, rated, scale);
    if (one) found.push(one);
  }
  return found;
}

export interface CirculatingRating {
  readonly progression: Progression | null;
  readonly trace: Trace;
}

/** Circulating plasma cells where they are the only measure: +50 % over the lowest and at least 200 per microlitre. */
export function rateCirculating(
  value: bigint | null,
  baseline: bigint | null,
  later: readonly (bigint | null)[],
  scale: LengthScale
): CirculatingRating | null {
  const lowest = lowestConfirmed(baseline, later);
  if (value === null || lowest === null) return null;
  const progressed = increasedBy(value, lowest, 50n) && value >= scale.of(200);
  const half = 3n * lowest;
  const from = half >= 2n * scale.of(200) ? half : 2n * scale.of(200);
  // Without progression nothing else is there to rate.
  const edge = { category: progressed ? 'NE' : 'PD', numerator: from, denominator: 2n };
  const trace: Trace = {
    rule: progressed ? 'pd.circulating' : 'circulating.noProgression',
    text: `Circulating plasma cells ${scale.toMm(value)} per µL, ${signedPercent(percentChange(value, lowest))} against the lowest confirmed value.`,
    numbers: {
      value: ratio(value, scale.one),
      lowestConfirmed: ratio(lowest, scale.one),
      changePct: percentChange(value, lowest),
    },
    threshold: 'at least 50 % over the lowest and at least 200 per µL',
    margin: marginTo(value, [edge], '/µL', scale.one),
    source,
  };
  return {
    progression: progressed ? { needsSecond: true, name: 'circulating plasma cells', trace } : null,
    trace,
  };
}
