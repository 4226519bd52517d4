import { Type } from '@sinclair/typebox';
import { distanceOf } from './agreementWeights.js';
import { categoricalData, categoricalInput } from './categoricalInput.js';
import { scaleConvention } from './categories.js';
import {
  chanceCorrected,
  chanceCorrectedConventions,
  chanceCorrectedOutput,
} from './chanceCorrected.js';
import { sum } from './moments.js';
import { Confidence, defaultConfidence, defineStatistic } from './statistic.js';

const Input = Type.Object(
  { statistic: Type.Literal('fleiss'), ...categoricalInput, confidence: Confidence },
  { additionalProperties: false }
);
const Output = Type.Object({ statistic: Type.Literal('fleiss'), ...chanceCorrectedOutput });

/**
 * Fleiss' kappa of any number of raters, who need not be the same for every subject. With missing ratings each subject's
 * agreement and shares are over the ratings it has. One category only is 0/0: not estimable. Throws AgreementError.
 */
export const fleiss = defineStatistic(Input, Output, input => {
  const { confidence = defaultConfidence } = input;
  const data = categoricalData(input);
  const distance = distanceOf('none', data.scale.categories.length);
  const chanceOf = (prevalence: readonly number[]) => ({
    expected: sum(prevalence.map(share => share ** 2)),
    part: (position: number) => prevalence[position] as number,
  });
  return {
    statistic: 'fleiss' as const,
    ...chanceCorrected(data, distance, chanceOf, confidence),
    conventions: [
      'Agreement by chance: the sum of squared prevalences.',
      scaleConvention(data.scale),
      ...chanceCorrectedConventions,
      'Not estimable where all ratings are in one category (0/0), never 0 or 1.',
    ],
    source:
      'Fleiss 1971, Psychol Bull 76:378; missing ratings and standard error: Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014',
  };
});
