import { marginTo } from '../course/margin.js';
import { increasedBy, type LengthScale, percentChange, ratio } from '../decimal.js';
import type { Trace } from '../schemas.js';
import {
  lowestConfirmed,
  type MarkerName,
  markerText,
  type MarkerValues,
  type Measurable,
  source,
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
  readonly kind: 'laboratory' | 'marrow' | 'imaging';
  readonly trace: Trace;
}

/** Serum and urine always; light chains without measurable M-protein; the marrow without either. */
function applies(marker: MarkerName, { m, flc }: Measurable): boolean {
  if (marker === 'flc') return !m;
  return marker !== 'marrow' || (!m && !flc);
}

function markerProgression(
  marker: MarkerName,
  current: bigint,
  lowest: bigint,
  scale: LengthScale
): Progression | null {
  const { name, unit } = markerText[marker];
  const isHigh = marker === 'serum' && lowest >= scale.of(highSerum.from);
  const { value, over } = growth[marker];
  const more = current - lowest;
  const by = scale.of(isHigh ? highSerum.growth : value);
  const enough = over ? more > by : more >= by;
  if (!enough || !(isHigh || increasedBy(current, lowest, 25n))) return null;
  const quarter = 5n * lowest;
  const from =
    isHigh || 4n * (lowest + by) >= quarter
      ? { numerator: lowest + by, denominator: 1n }
      : { numerator: quarter, denominator: 4n };
  // Of a difference of light chains below 0 there is no per cent.
  const change = lowest > 0n ? percentChange(current, lowest) : null;
  const shown = ratio(more, scale.one) ?? 0;
  const threshold = isHigh
    ? `at least ${highSerum.growth} ${unit} over a lowest value of at least ${highSerum.from}`
    : `at least 25 % and ${over ? 'more than' : 'at least'} ${value} ${unit} over the lowest confirmed value`;
  return {
    kind: marker === 'marrow' ? 'marrow' : 'laboratory',
    trace: {
      rule: `pd.${marker}`,
      text: `${name}: ${change ?? 'n/a'} % and +${shown} ${unit} over the lowest confirmed value of ${ratio(lowest, scale.one) ?? 0} ${unit}.`,
      numbers: {
        value: ratio(current, scale.one),
        lowestConfirmed: ratio(lowest, scale.one),
        changePct: change,
        change: shown,
      },
      threshold,
      margin: marginTo(current, [{ ...from, category: 'SD' }], unit, scale.one),
      source,
    },
  };
}

/** Progression by blood, urine or marrow; `earlier` starts with the baseline. */
export function labProgressions(
  current: MarkerValues,
  earlier: readonly MarkerValues[],
  measurable: Measurable,
  scale: LengthScale
): Progression[] {
  const found: Progression[] = [];
  for (const marker of ['serum', 'urine', 'flc', 'marrow'] as const) {
    const value = current[marker];
    const lowest = lowestConfirmed(earlier.map(values => values[marker]));
    if (value === null || lowest === null || !applies(marker, measurable)) continue;
    const one = markerProgression(marker, value, lowest, scale);
    if (one) found.push(one);
  }
  return found;
}

/** Circulating plasma cells where they are the only measure: +50 % over the lowest and at least 200 per microlitre. */
export function circulatingProgression(
  current: number | null,
  earlier: readonly (number | null)[],
  scale: LengthScale
): Progression | null {
  const past = earlier.map(value => (value === null ? null : scale.of(value)));
  const lowest = lowestConfirmed(past);
  if (current === null || lowest === null) return null;
  const value = scale.of(current);
  if (!increasedBy(value, lowest, 50n) || value < scale.of(200)) return null;
  return {
    kind: 'laboratory',
    trace: {
      rule: 'pd.circulating',
      text: `Circulating plasma cells ${current} per µL, ${percentChange(value, lowest) ?? 'n/a'} % over the lowest.`,
      numbers: {
        value: ratio(value, scale.one),
        lowestConfirmed: ratio(lowest, scale.one),
        changePct: percentChange(value, lowest),
      },
      threshold: 'at least 50 % over the lowest and at least 200 per µL',
      source,
    },
  };
}
