import { Type } from '@sinclair/typebox';
import type { Distance } from './agreementWeights.js';
import { AgreementError } from './agreementError.js';
import { categoricalData, categoricalInput, subjectsIn } from './categoricalInput.js';
import type { Scale } from './categories.js';
import { pairAgreement } from './chanceCorrected.js';
import { sum } from './moments.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  notEstimable,
  NullableNumber,
  withLimits,
  withoutLimits,
} from './statistic.js';
import { share, ShareSchema } from './wilson.js';

const Input = Type.Object(
  {
    statistic: Type.Literal('percent'),
    ...categoricalInput,
    tolerance: Type.Optional(
      Type.Number({ minimum: 0, description: 'numbers no further apart than this agree' })
    ),
    confidence: Confidence,
  },
  { additionalProperties: false }
);

const Output = Type.Object({
  statistic: Type.Literal('percent'),
  ...common,
  percent: Type.Union([Type.Number(), Type.Null()], { description: '100 times value' }),
  unanimous: ShareSchema,
  tolerance: NullableNumber,
});

/** Decimal steps such as 0.1 differ by a few units in the last place: they count as within. */
const slack = 1e-9;

function toleranceDistance({ categories }: Scale, tolerance: number): Distance {
  categories.forEach(category => {
    if (typeof category === 'number') return;
    throw new AgreementError(
      'CL_AGREEMENT_CATEGORIES',
      '/tolerance',
      `a tolerance needs numbers, found ${JSON.stringify(category)}`
    );
  });
  const numbers = categories as readonly number[];
  const reach = tolerance + slack;
  return (i, j) => (Math.abs((numbers[i] as number) - (numbers[j] as number)) <= reach ? 0 : 1);
}

/**
 * Percent agreement as a share of 1: the mean over subjects of the share of their pairs of ratings that agree, exactly or
 * within a tolerance. `unanimous` counts the subjects whose ratings all agree. Throws AgreementError.
 */
export const percent = defineStatistic(Input, Output, input => {
  const { confidence = defaultConfidence, tolerance } = input;
  const { scale, units, subjects, raters } = categoricalData(input);
  const distance: Distance =
    tolerance === undefined ? (i, j) => (i === j ? 0 : 1) : toleranceDistance(scale, tolerance);
  const pairable = units.filter(({ ratings }) => ratings > 1);
  const n = subjectsIn(pairable);
  const agreements = pairable.map(unit => ({ unit, agreement: pairAgreement(unit, distance) }));
  const all = agreements.filter(({ agreement }) => agreement === 1).map(({ unit }) => unit);
  const unanimous = share(subjectsIn(all), n, confidence);
  const value = sum(agreements.map(({ unit, agreement }) => unit.times * agreement)) / n;
  const inPairs = pairable.every(({ ratings }) => ratings === 2);
  const estimate =
    n === 0
      ? notEstimable('No subject has two ratings.')
      : inPairs
        ? withLimits(value, unanimous.lower as number, unanimous.upper as number)
        : withoutLimits(
            value,
            'Pairs of one subject are not independent: limits are given for unanimous subjects.'
          );
  return {
    statistic: 'percent' as const,
    ...estimate,
    confidence,
    n,
    excluded: subjects - n,
    raters,
    conventions: [
      tolerance === undefined
        ? 'Two ratings agree when they are the same.'
        : `Two ratings agree when they are at most ${tolerance} apart.`,
      'More than two raters: the mean over subjects of the share of agreeing pairs.',
      'Limits: Wilson score, of two ratings per subject and of unanimous subjects.',
      'Not corrected for chance.',
      'Missing: subjects with fewer than two ratings are left out and counted.',
    ],
    source:
      'Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014; Wilson 1927, J Am Stat Assoc 22:209',
    percent: estimate.value === null ? null : 100 * estimate.value,
    unanimous,
    tolerance: tolerance ?? null,
  };
});
