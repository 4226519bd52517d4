import { Type } from '@sinclair/typebox';
import { chiSquareQuantile, upperTail } from './distributions.js';
import { meanSquares } from './meanSquares.js';
import { mean, sum, sumOfSquares } from './moments.js';
import { completeRows, MeasuredRatings, requireRaters } from './ratingsTable.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  type Estimate,
  LimitsSchema,
  notEstimable,
  NullableNumber,
  withLimits,
} from './statistic.js';

const Scores = Type.Union([Type.Literal('status'), Type.Literal('change')]);

const Input = Type.Object(
  {
    statistic: Type.Literal('within-subject-sd'),
    ratings: MeasuredRatings,
    scores: Type.Optional(Scores),
    readersAveraged: Type.Optional(Type.Integer({ minimum: 1 })),
    confidence: Confidence,
  },
  { additionalProperties: false }
);

const Output = Type.Object({
  statistic: Type.Literal('within-subject-sd'),
  ...common,
  df: Type.Integer(),
  repeatabilityCoefficient: NullableNumber,
  repeatabilityLimits: LimitsSchema,
  coefficientOfVariation: Type.Union([Type.Number(), Type.Null()], {
    description: 'value over the mean of all readings; null unless that mean is above 0',
  }),
  scores: Scores,
  readersAveraged: Type.Integer(),
  smallestDetectableDifference: Type.Union([Type.Number(), Type.Null()], {
    description: 'of status scores, from subjects with all readings',
  }),
  smallestDetectableChange: Type.Union([Type.Number(), Type.Null()], {
    description: 'of change scores, from subjects with all readings',
  }),
  completeSubjects: Type.Integer(),
});

const multiplier = 1.96;
/** From the SD of one reading to what 95 % of differences of two stay below. */
const ofDifference = multiplier * Math.SQRT2;

function estimateOf(variance: number, df: number, confidence: number): Estimate {
  if (df === 0) return notEstimable('No subject has two readings.');
  const tail = upperTail(confidence);
  const limit = (p: number) => Math.sqrt((df * variance) / chiSquareQuantile(p, df));
  return withLimits(Math.sqrt(variance), limit(tail), limit(1 - tail));
}

const times = (value: number | null, factor: number) => (value === null ? null : value * factor);

/** SD of one reading with the raters' biases removed; two raters: SD of their differences over the root of 2. */
function residualSd(complete: readonly (readonly number[])[]): number | null {
  return complete.length < 2 ? null : Math.sqrt(meanSquares(complete).residual);
}

/**
 * Within-subject SD of repeated readings, with repeatability coefficient 1.96 sqrt(2) wSD, and the smallest detectable
 * difference (status scores) or change (`scores: 'change'`, for the mean of `readersAveraged`) between readers. In the unit
 * of the readings. Throws AgreementError.
 */
export const withinSubjectSd = defineStatistic(Input, Output, input => {
  const { ratings, confidence = defaultConfidence } = input;
  const { scores = 'status', readersAveraged = 1 } = input;
  const raters = requireRaters(ratings);
  const readings = ratings.map(row => row.filter(reading => reading !== null));
  const repeated = readings.filter(row => row.length > 1);
  const df = sum(repeated.map(row => row.length - 1));
  const estimate = estimateOf(sum(repeated.map(sumOfSquares)) / df, df, confidence);
  const average = mean(repeated.flat());
  const complete = completeRows(ratings);
  const sd = residualSd(complete);
  return {
    statistic: 'within-subject-sd' as const,
    ...estimate,
    confidence,
    n: repeated.length,
    excluded: ratings.length - repeated.length,
    raters,
    conventions: [
      'Within-subject variance pooled over subjects by degrees of freedom; a bias between readings is not removed.',
      'Limits: chi-square.',
      'Repeatability coefficient: 1.96 sqrt(2) within-subject SD.',
      scores === 'status'
        ? 'Smallest detectable difference: 1.96 SD of the differences between readers, their bias removed; more than two readers: 1.96 sqrt(2) residual SD.'
        : "Smallest detectable change: 1.96 SD of the differences between readers' change scores over sqrt(2) sqrt(readers averaged); more than two readers: by the residual SD.",
      'Missing: the SD takes every subject with two readings; the smallest detectable difference or change only subjects with all of them.',
    ],
    source:
      'Bland and Altman 1996, BMJ 312:1654; Bruynesteyn et al. 2005, Ann Rheum Dis 64:179; Bland and Altman 1999, Stat Methods Med Res 8:135',
    df,
    repeatabilityCoefficient: times(estimate.value, ofDifference),
    repeatabilityLimits: {
      lower: times(estimate.lower, ofDifference),
      upper: times(estimate.upper, ofDifference),
    },
    coefficientOfVariation:
      estimate.value === null || average <= 0 ? null : estimate.value / average,
    scores,
    readersAveraged,
    smallestDetectableDifference: scores === 'status' ? times(sd, ofDifference) : null,
    smallestDetectableChange:
      scores === 'change' ? times(sd, multiplier / Math.sqrt(readersAveraged)) : null,
    completeSubjects: complete.length,
  };
});
