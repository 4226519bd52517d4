import { type Static, Type } from '@sinclair/typebox';
import { fAbove, upperTail } from './distributions.js';
import { absoluteLimits, ratioLimits, stepUp } from './iccLimits.js';
import { type MeanSquares, meanSquares } from './meanSquares.js';
import { completeRows, MeasuredRatings, requireRaters } from './ratingsTable.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  type Estimate,
  type Limits,
  notEstimable,
  NullableNumber,
  withLimits,
  withoutLimits,
} from './statistic.js';

const Model = Type.Union([
  Type.Literal('1,1'),
  Type.Literal('2,1'),
  Type.Literal('3,1'),
  Type.Literal('1,k'),
  Type.Literal('2,k'),
  Type.Literal('3,k'),
]);
type Model = Static<typeof Model>;

const Input = Type.Object(
  {
    statistic: Type.Literal('icc'),
    model: Model,
    ratings: MeasuredRatings,
    confidence: Confidence,
  },
  { additionalProperties: false }
);

const Output = Type.Object({
  statistic: Type.Literal('icc'),
  ...common,
  model: Model,
  f: Type.Union([Type.Number(), Type.Null()], { description: 'F of the test that the ICC is 0' }),
  df1: NullableNumber,
  df2: NullableNumber,
  p: NullableNumber,
  meanSquares: Type.Union([
    Type.Object({
      subjects: Type.Number(),
      raters: Type.Number(),
      residual: Type.Number(),
      within: Type.Number(),
    }),
    Type.Null(),
  ]),
});

type Design = '1' | '2' | '3';
const described: Record<Design, string> = {
  '1': 'One-way random: every subject may have other raters; absolute agreement.',
  '2': 'Two-way random: the raters are a sample; absolute agreement.',
  '3': 'Two-way mixed: these raters only; consistency.',
};

/** Mean square of the error of a design, and its degrees of freedom. */
function errorOf(design: Design, squares: MeanSquares): { error: number; df: number } {
  const { n, k } = squares;
  return design === '1'
    ? { error: squares.within, df: n * (k - 1) }
    : { error: squares.residual, df: (n - 1) * (k - 1) };
}

/** Numerator and denominator of one rater's ICC, or of the mean of k. */
function fraction(design: Design, average: boolean, squares: MeanSquares): [number, number] {
  const { n, k, subjects, raters, residual } = squares;
  const { error } = errorOf(design, squares);
  const others = average ? 0 : (k - 1) * error;
  const raterPart = design === '2' ? ((raters - residual) * (average ? 1 : k)) / n : 0;
  return [subjects - error, subjects + others + raterPart];
}

function singleLimits(design: Design, single: number, squares: MeanSquares, p: number): Limits {
  if (design === '2') return absoluteLimits(squares, single, p);
  const { error, df } = errorOf(design, squares);
  return ratioLimits(squares, error, df, p);
}

/** Below this share of all mean squares a denominator is rounding, not variance. */
const rounding = 1e-12;

function estimateOf(model: Model, squares: MeanSquares, confidence: number): Estimate {
  const design = model[0] as Design;
  const average = model.endsWith('k');
  const { subjects, raters, residual } = squares;
  const [numerator, denominator] = fraction(design, average, squares);
  if (denominator <= rounding * (subjects + raters + residual))
    return notEstimable(
      subjects + raters + residual === 0
        ? 'All ratings are the same: the ICC is 0/0.'
        : 'The subjects do not differ: the denominator of the ICC is 0.'
    );
  const value = numerator / denominator;
  const [single, of] = fraction(design, false, squares);
  const limits = singleLimits(design, single / of, squares, upperTail(confidence));
  const [lower, upper] = [limits.lower as number, limits.upper as number].map(limit =>
    average ? stepUp(limit, squares.k) : limit
  ) as [number, number];
  return Number.isFinite(lower) && Number.isFinite(upper)
    ? withLimits(value, lower, upper)
    : withoutLimits(value, 'The F ratio behind the limits is 0/0 for these ratings.');
}

function testOf(model: Model, squares: MeanSquares) {
  const { error, df: df2 } = errorOf(model[0] as Design, squares);
  const df1 = squares.n - 1;
  if (error === 0) return { f: null, df1, df2, p: null };
  const f = squares.subjects / error;
  return { f, df1, df2, p: fAbove(f, df1, df2) };
}

const untested = { f: null, df1: null, df2: null, p: null, meanSquares: null };

function result(model: Model, rows: readonly (readonly number[])[], confidence: number) {
  if (rows.length < 2) {
    const found = rows.length === 0 ? 'none has' : 'one has';
    return {
      ...notEstimable(`An ICC needs two subjects with all ratings: ${found}.`),
      ...untested,
    };
  }
  const squares = meanSquares(rows);
  const { subjects, raters, residual, within } = squares;
  return {
    ...estimateOf(model, squares, confidence),
    ...testOf(model, squares),
    meanSquares: { subjects, raters, residual, within },
  };
}

/**
 * Intraclass correlation of Shrout and Fleiss, six forms, with the limits of McGraw and Wong. Negative values stay. Subjects
 * with a missing rating are left out and counted. `f` and `p` test an ICC of 0; null without any error. Throws
 * AgreementError.
 */
export const icc = defineStatistic(Input, Output, input => {
  const { model, ratings, confidence = defaultConfidence } = input;
  const raters = requireRaters(ratings);
  const rows = completeRows(ratings);
  return {
    statistic: 'icc' as const,
    model,
    ...result(model, rows, confidence),
    confidence,
    n: rows.length,
    excluded: ratings.length - rows.length,
    raters,
    conventions: [
      described[model[0] as Design],
      model.endsWith('k') ? `Reliability of the mean of ${raters} raters.` : 'Of one rater.',
      'Limits: F-based, McGraw and Wong 1996; those of a mean by Spearman-Brown.',
      'Negative values are reported as they are.',
      'Missing: subjects with a missing rating are left out and counted.',
    ],
    source:
      'Shrout and Fleiss 1979, Psychol Bull 86:420; McGraw and Wong 1996, Psychol Methods 1:30 (correction 1:390)',
  };
});
