import { type Static, Type } from '@sinclair/typebox';
import { NullableNumber } from './statistic.js';

export const ControlSchema = Type.Object({
  centre: NullableNumber,
  lower: NullableNumber,
  upper: NullableNumber,
  outside: Type.Union([Type.Boolean(), Type.Null()]),
});
export type Control = Static<typeof ControlSchema>;

const none: Control = { centre: null, lower: null, upper: null, outside: null };

/**
 * Three-sigma limits of a share around the pooled share `total` (Shewhart's p chart), cut at 0 and 1. null where either
 * has no cases.
 */
export function control(
  { count, of }: { readonly count: number; readonly of: number },
  total: { readonly count: number; readonly of: number }
): Control {
  if (of === 0) return none;
  const centre = total.count / total.of;
  const reach = 3 * Math.sqrt((centre * (1 - centre)) / of);
  const lower = Math.max(0, centre - reach);
  const upper = Math.min(1, centre + reach);
  const value = count / of;
  return { centre, lower, upper, outside: value < lower || value > upper };
}
