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
