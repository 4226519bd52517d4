import { Type } from '@sinclair/typebox';
import { normalQuantile, upperTail } from './distributions.js';
import { mean, sum, sumOfSquares } from './moments.js';
import { completeRows, MeasuredRatings, requirePair } from './ratingsTable.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  type Estimate,
  notEstimable,
  NullableNumber,
  withLimits,
  withoutLimits,
} from './statistic.js';

const Input = Type.Object(
  { statistic: Type.Literal('ccc'), ratings: MeasuredRatings, confidence: Confidence },
  { additionalProperties: false }
);

const Output = Type.Object({
  statistic: Type.Literal('ccc'),
  ...common,
  pearson: NullableNumber,
  biasCorrection: Type.Union([Type.Number(), Type.Null()], {
    description: 'accuracy: value = pearson * biasCorrection',
  }),
  locationShift: Type.Union([Type.Number(), Type.Null()], {
    description: 'difference of the means, first minus second, in units of sqrt(SD1 SD2)',
  }),
  scaleShift: Type.Union([Type.Number(), Type.Null()], { description: 'SD1/SD2' }),
});

const noParts = { pearson: null, biasCorrection: null, locationShift: null, scaleShift: null };

function limitsOf(
  n: number,
  value: number,
  {
    pearson,
    biasCorrection,
    locationShift,
  }: Record<'pearson' | 'biasCorrection' | 'locationShift', number>,
  z: number
): Estimate {
  if (n < 3) return withoutLimits(value, 'Limits need three subjects or more.');
  const c2 = value ** 2;
  const u2 = locationShift ** 2;
  if (c2 >= 1)
    return withoutLimits(value, 'At 1 and -1 the transformation of the limits is infinite.');
  // Lin's terms with value/pearson written as biasCorrection: nothing divides by a correlation of 0.
  const spread =
    (1 - pearson ** 2) * biasCorrection ** 2 * (1 - c2) +
    2 * c2 * biasCorrection * (1 - value) * u2 -
    (c2 * biasCorrection ** 2 * u2 ** 2) / 2;
  // Linear readings with equal means have no spread; rounding may leave a little less than 0.
  const standardError = Math.sqrt(Math.max(0, spread) / (n - 2)) / (1 - c2);
  const centre = Math.atanh(value);
  return withLimits(
    value,
    Math.tanh(centre - z * standardError),
    Math.tanh(centre + z * standardError)
  );
}

function result(pairs: readonly (readonly number[])[], z: number) {
  const n = pairs.length;
  if (n < 2)
    return { ...notEstimable('A concordance needs two subjects with both ratings.'), ...noParts };
  const first = pairs.map(([x]) => x as number);
  const second = pairs.map(([, y]) => y as number);
  const [m1, m2] = [mean(first), mean(second)];
  const [v1, v2] = [sumOfSquares(first) / n, sumOfSquares(second) / n];
  const shift = m1 - m2;
  const total = v1 + v2 + shift ** 2;
  if (total === 0)
    return { ...notEstimable('All ratings are the same: the concordance is 0/0.'), ...noParts };
  if (v1 === 0 || v2 === 0)
    return {
      ...withoutLimits(0, 'A rater gave every subject the same rating: there is no correlation.'),
      ...noParts,
    };
  const covariance = sum(first.map((x, i) => (x - m1) * ((second[i] as number) - m2))) / n;
  const value = Math.max(-1, Math.min(1, (2 * covariance) / total));
  const scale = Math.sqrt(v1 * v2);
  const parts = {
    pearson: Math.max(-1, Math.min(1, covariance / scale)),
    biasCorrection: (2 * scale) / total,
    locationShift: shift / Math.sqrt(scale),
    scaleShift: Math.sqrt(v1 / v2),
  };
  return { ...limitsOf(n, value, parts, z), ...parts };
}

/**
 * Lin's concordance of two raters: 2 S12/(S1^2 + S2^2 + (m1 - m2)^2), moments over n, limits through atanh with the
 * corrected variance (Lin 2000) over n - 2. Subjects with one rating are left out and counted. Throws AgreementError.
 */
export const ccc = defineStatistic(Input, Output, input => {
  const { ratings, confidence = defaultConfidence } = input;
  requirePair(ratings, ': icc takes more');
  const pairs = completeRows(ratings);
  return {
    statistic: 'ccc' as const,
    ...result(pairs, normalQuantile(upperTail(confidence))),
    confidence,
    n: pairs.length,
    excluded: ratings.length - pairs.length,
    raters: 2,
    conventions: [
      'Moments over n, not n - 1.',
      'Limits: tanh(atanh(value) +/- z SE), variance over n - 2 as corrected in 2000.',
      'Missing: subjects without both ratings are left out and counted.',
    ],
    source: 'Lin 1989, Biometrics 45:255; correction Biometrics 2000, 56:324',
  };
});
