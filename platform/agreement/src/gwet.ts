import { type Distance, distanceOf, type Weights } from './agreementWeights.js';
import type { CategoricalData } from './categoricalInput.js';
import { scaleConvention } from './categories.js';
import { type Chance, chanceCorrected, chanceCorrectedConventions } from './chanceCorrected.js';
import { sum } from './moments.js';

/** Sum of the weights over K (K - 1): 1/(K - 1) without weights. */
function weightShare(distance: Distance, size: number): number {
  const positions = Array.from({ length: size }, (_, position) => position);
  const weights = positions.flatMap(i => positions.map(j => 1 - distance(i, j)));
  return sum(weights) / (size * (size - 1));
}

/** AC1 (no weights) or AC2 of this data. One category alone is not estimable. */
export function gwetCoefficient(data: CategoricalData, weights: Weights, confidence: number) {
  const size = data.scale.categories.length;
  const distance = distanceOf(weights, size);
  const chanceOf = (prevalence: readonly number[]): Chance => {
    const share = weightShare(distance, size);
    return {
      // One category leaves nothing to chance: the coefficient is 0/0 as in the other statistics.
      expected: size === 1 ? 1 : share * sum(prevalence.map(p => p * (1 - p))),
      part: position => share * (1 - (prevalence[position] as number)),
    };
  };
  return {
    ...chanceCorrected(data, distance, chanceOf, confidence),
    conventions: [
      'Agreement by chance counts every declared category, used or not.',
      scaleConvention(data.scale),
      ...chanceCorrectedConventions,
      'Not estimable where there is only one category.',
    ],
  };
}
