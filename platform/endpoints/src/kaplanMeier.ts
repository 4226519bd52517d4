import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { EndpointOptions } from './options.js';

export interface SurvivalTime {
  /** Days, 1 on the day of the start. */
  readonly days: number;
  readonly event: boolean;
}

/** The curve from `days` on. `standardError` and limits are null where they are undefined. */
export interface SurvivalStep {
  readonly days: number;
  readonly atRisk: number;
  readonly events: number;
  readonly censored: number;
  readonly survival: number;
  readonly standardError: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** `median`, `lower` and `upper` are days; null: not reached. */
export interface SurvivalEstimate {
  readonly n: number;
  readonly events: number;
  readonly censored: number;
  readonly median: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly curve: readonly SurvivalStep[];
}

export type SurvivalOptions = Pick<EndpointOptions, 'alpha' | 'km.ci' | 'medianTie'>;

interface Limits {
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A product of fractions that should be 0.5 misses it by rounding alone; real steps are far larger. */
const tolerance = 1e-9;

/** Limits of S from its Greenwood sum, the sum of d / (n (n - d)), for 0 < S < 1. */
const limits: Record<EndpointOptions['km.ci'], (s: number, sum: number, z: number) => Limits> = {
  loglog: (s, sum, z) => {
    const width = (z * Math.sqrt(sum)) / Math.log(s);
    return { lower: s ** Math.exp(-width), upper: s ** Math.exp(width) };
  },
  plain: (s, sum, z) => {
    const width = z * s * Math.sqrt(sum);
    return { lower: Math.max(0, s - width), upper: Math.min(1, s + width) };
  },
  log: (s, sum, z) => {
    const width = z * Math.sqrt(sum);
    return { lower: s * Math.exp(-width), upper: Math.min(1, s * Math.exp(width)) };
  },
};

function countByDay(
  times: readonly SurvivalTime[]
): [number, { events: number; censored: number }][] {
  const byDay = new Map<number, { events: number; censored: number }>();
  for (const { days, event } of times) {
    const count = byDay.get(days) ?? { events: 0, censored: 0 };
    count[event ? 'events' : 'censored'] += 1;
    byDay.set(days, count);
  }
  return [...byDay].sort(([a], [b]) => a - b);
}

function curveOf(times: readonly SurvivalTime[], options: SurvivalOptions): SurvivalStep[] {
  const z = normalQuantile(1 - options.alpha / 2, 0, 1);
  let atRisk = times.length;
  let survival = 1;
  let greenwood = 0;
  const start = { days: 0, atRisk, events: 0, censored: 0 };
  const curve: SurvivalStep[] = [{ ...start, survival, standardError: 0, lower: 1, upper: 1 }];
  for (const [days, { events, censored }] of countByDay(times)) {
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    const step = { days, atRisk, events, censored, survival };
    if (survival === 0) curve.push({ ...step, standardError: null, lower: null, upper: null });
    else if (survival === 1) curve.push({ ...step, standardError: 0, lower: 1, upper: 1 });
    else {
      const standardError = survival * Math.sqrt(greenwood);
      curve.push({ ...step, standardError, ...limits[options['km.ci']](survival, greenwood, z) });
    }
    atRisk -= events + censored;
  }
  return curve;
}

function medianOf(
  curve: readonly SurvivalStep[],
  tie: EndpointOptions['medianTie']
): number | null {
  const reached = curve.find(({ survival }) => survival < 0.5 + tolerance);
  if (!reached) return null;
  const below = curve.find(({ survival }) => survival < 0.5 - tolerance);
  return tie === 'midpoint' && below ? (reached.days + below.days) / 2 : reached.days;
}

function firstAtHalf(curve: readonly SurvivalStep[], limit: 'lower' | 'upper'): number | null {
  const at = curve.find(step => {
    const value = step[limit];
    return value !== null && value <= 0.5;
  });
  return at ? at.days : null;
}

/**
 * Product-limit estimate with Greenwood's variance. At equal times events precede censorings. The median's limits are
 * where the curve's limits (`km.ci`) first reach 0.5.
 */
export function kaplanMeier(
  times: readonly SurvivalTime[],
  options: SurvivalOptions
): SurvivalEstimate {
  const events = times.filter(({ event }) => event).length;
  const curve = curveOf(times, options);
  return {
    n: times.length,
    events,
    censored: times.length - events,
    median: medianOf(curve, options.medianTie),
    lower: firstAtHalf(curve, 'lower'),
    upper: firstAtHalf(curve, 'upper'),
    curve,
  };
}
