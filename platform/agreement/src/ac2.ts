import { Type } from '@sinclair/typebox';
import { weightsConvention } from './agreementWeights.js';
import { categoricalData, categoricalInput } from './categoricalInput.js';
import { requireOrder } from './categories.js';
import { chanceCorrectedOutput } from './chanceCorrected.js';
import { gwetCoefficient } from './gwet.js';
import { Confidence, defaultConfidence, defineStatistic } from './statistic.js';

const OrderedWeights = Type.Union([Type.Literal('linear'), Type.Literal('quadratic')]);
const Input = Type.Object(
  {
    statistic: Type.Literal('ac2'),
    ...categoricalInput,
    weights: Type.Optional(OrderedWeights),
    confidence: Confidence,
  },
  { additionalProperties: false }
);
const Output = Type.Object({
  statistic: Type.Literal('ac2'),
  ...chanceCorrectedOutput,
  weights: OrderedWeights,
});

/**
 * Gwet's AC2: AC1 with weights by position, quadratic where none are named. Categories must have an order.
 * Throws AgreementError.
 */
export const ac2 = defineStatistic(Input, Output, input => {
  const { weights = 'quadratic', confidence = defaultConfidence } = input;
  const data = categoricalData(input);
  requireOrder(data.scale, `${weights} weighting`);
  const { conventions, ...result } = gwetCoefficient(data, weights, confidence);
  return {
    statistic: 'ac2' as const,
    ...result,
    conventions: [weightsConvention(weights), ...conventions],
    source:
      'Gwet 2008, Br J Math Stat Psychol 61:29; Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014',
    weights,
  };
});
