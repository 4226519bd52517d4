import { ratio } from '../decimal.js';
import type { Margin } from '../schemas.js';

/** Where a category begins: at numerator / denominator of the number's own units. */
export interface Threshold {
  /** The category on the other side. */
  readonly category: string;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Distance of the deciding number to the nearest of the thresholds that would change its category, in output units.
 * @param one how many of the number's units make one output unit
 */
export function marginTo(
  current: bigint,
  thresholds: readonly Threshold[],
  unit: string,
  one: bigint
): Margin | null {
  let nearest: { threshold: Threshold; over: bigint } | null = null;
  for (const threshold of thresholds) {
    const over = current * threshold.denominator - threshold.numerator;
    if (nearest === null || isNearer(over, threshold.denominator, nearest)) {
      nearest = { threshold, over };
    }
  }
  if (nearest === null) return null;
  const value = ratio(nearest.over, nearest.threshold.denominator * one);
  return value === null ? null : { value, unit, category: nearest.threshold.category };
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

function isNearer(
  over: bigint,
  denominator: bigint,
  than: { threshold: Threshold; over: bigint }
): boolean {
  return size(over) * than.threshold.denominator < size(than.over) * denominator;
}

/** A threshold on one of several numbers that decide together, in different units. */
export interface Crossing extends Threshold {
  readonly current: bigint;
  readonly unit: string;
  /** How many of the number's units make one output unit. */
  readonly one: bigint;
  /** What the distance is compared by: the value that the threshold is a part of. */
  readonly reference: bigint;
}

interface Distance {
  readonly over: bigint;
  readonly scale: bigint;
}

function distanceOf({ current, numerator, denominator, reference }: Crossing): Distance {
  const scale = denominator * (reference > 0n ? reference : 1n);
  return { over: size(current * denominator - numerator), scale };
}

const marginOf = ({ current, unit, one, ...threshold }: Crossing): Margin | null =>
  marginTo(current, [threshold], unit, one);

const isLess = (a: Distance, b: Distance): boolean => a.over * b.scale < b.over * a.scale;

/** Distance of whichever number is nearest to its threshold, as a part of that number's own reference. */
export function nearestMargin(crossings: readonly Crossing[]): Margin | null {
  const [first, ...rest] = crossings;
  if (!first) return null;
  const isNearest = (best: Crossing, one: Crossing): Crossing =>
    isLess(distanceOf(one), distanceOf(best)) ? one : best;
  return marginOf(rest.reduce(isNearest, first));
}

/** As `nearestMargin` where every one of the thresholds must be crossed: the farthest. */
export function farthestCrossing(crossings: readonly [Crossing, ...Crossing[]]): Crossing {
  const [first, ...rest] = crossings;
  return rest.reduce(
    (best, one) => (isLess(distanceOf(best), distanceOf(one)) ? one : best),
    first
  );
}
