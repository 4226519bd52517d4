import { type Static, Type } from '@sinclair/typebox';
import { normalQuantile, upperTail } from './distributions.js';
import { NullableNumber } from './statistic.js';

export const ShareSchema = Type.Object({
  count: Type.Integer(),
  of: Type.Integer(),
  value: NullableNumber,
  lower: NullableNumber,
  upper: NullableNumber,
});
export type Share = Static<typeof ShareSchema>;

/**
 * A share with its score limits, without continuity correction (Wilson 1927); null of none.
 */
export function share(count: number, of: number, confidence: number): Share {
  if (of === 0) return { count, of, value: null, lower: null, upper: null };
  const z2 = normalQuantile(upperTail(confidence)) ** 2;
  const centre = count + z2 / 2;
  const half = Math.sqrt(z2 * ((count * (of - count)) / of + z2 / 4));
  return {
    count,
    of,
    value: count / of,
    lower: (centre - half) / (of + z2),
    upper: Math.min(1, (centre + half) / (of + z2)),
  };
}
