import { Type } from '@sinclair/typebox';
import { categoricalData, categoricalInput } from './categoricalInput.js';
import { chanceCorrectedOutput } from './chanceCorrected.js';
import { gwetCoefficient } from './gwet.js';
import { Confidence, defaultConfidence, defineStatistic } from './statistic.js';

const Input = Type.Object(
  { statistic: Type.Literal('ac1'), ...categoricalInput, confidence: Confidence },
  { additionalProperties: false }
);
const Output = Type.Object({ statistic: Type.Literal('ac1'), ...chanceCorrectedOutput });

/**
 * Gwet's AC1 of any number of raters: chance agreement is the sum of p (1 - p) over the prevalences divided by K - 1,
 * K all declared categories. Throws AgreementError.
 */
export const ac1 = defineStatistic(Input, Output, input => ({
  statistic: 'ac1' as const,
  ...gwetCoefficient(categoricalData(input), 'none', input.confidence ?? defaultConfidence),
  source: 'Gwet 2008, Br J Math Stat Psychol 61:29',
}));
