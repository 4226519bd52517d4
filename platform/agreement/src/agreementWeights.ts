import { type Static, Type } from '@sinclair/typebox';

export const Weights = Type.Union([
  Type.Literal('none'),
  Type.Literal('linear'),
  Type.Literal('quadratic'),
]);
export type Weights = Static<typeof Weights>;

/** Distance of two positions, 0 the same, 1 at most. Agreement is 1 - distance. */
export type Distance = (first: number, second: number) => number;

/** Distance over a scale of `size` categories by position: 0 or 1, |i - j|/(K - 1), or (i - j)^2/(K - 1)^2. */
export function distanceOf(weights: Weights, size: number): Distance {
  if (weights === 'none') return (i, j) => (i === j ? 0 : 1);
  const longest = size - 1;
  // A scale of one category has no longest distance, and no two positions to ask for it.
  const share = (i: number, j: number) => (i === j ? 0 : Math.abs(i - j) / longest);
  return weights === 'linear' ? share : (i, j) => share(i, j) ** 2;
}

export function weightsConvention(weights: Weights): string {
  const formula = {
    none: 'none, a disagreement counts fully',
    linear: 'linear, 1 - |i - j|/(K - 1) by position',
    quadratic: 'quadratic, 1 - (i - j)^2/(K - 1)^2 by position',
  };
  return `Weights: ${formula[weights]}.`;
}
