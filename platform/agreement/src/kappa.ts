import { type Static, Type } from '@sinclair/typebox';
import { type Distance, distanceOf, Weights, weightsConvention } from './agreementWeights.js';
import {
  CategoricalRatings,
  positions,
  requireOneSource,
  squareTable,
  Table,
} from './categoricalInput.js';
import { Categories, Category, requireOrder, type Scale, scaleConvention } from './categories.js';
import { normalQuantile, upperTail } from './distributions.js';
import { sum } from './moments.js';
import { completeRows, requirePair } from './ratingsTable.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  type Estimate,
  notEstimable,
  NullableNumber,
  withLimits,
} from './statistic.js';

const Input = Type.Object(
  {
    statistic: Type.Literal('kappa'),
    ratings: CategoricalRatings,
    table: Table,
    categories: Categories,
    weights: Type.Optional(Weights),
    confidence: Confidence,
  },
  { additionalProperties: false }
);

const Output = Type.Object({
  statistic: Type.Literal('kappa'),
  ...common,
  weights: Weights,
  standardError: NullableNumber,
  observed: Type.Union([Type.Number(), Type.Null()], { description: 'weighted agreement seen' }),
  expected: Type.Union([Type.Number(), Type.Null()], { description: 'and expected by chance' }),
  categories: Type.Array(Category),
  table: Type.Array(Type.Array(Type.Integer())),
});

interface Pairs {
  readonly scale: Scale;
  readonly table: number[][];
  readonly excluded: number;
}

function pairsOf(input: Static<typeof Input>): Pairs {
  requireOneSource(input, ['ratings', 'table']);
  if (input.table) {
    const scale = squareTable(input.table, input.categories);
    return { scale, table: input.table, excluded: 0 };
  }
  const ratings = input.ratings as (Category | null)[][]; // the one source that is left
  requirePair(ratings, ': fleiss, ac1, ac2 and alpha take more');
  const { scale, rows } = positions(ratings, input.categories);
  const table = scale.categories.map(() => scale.categories.map(() => 0));
  const complete = completeRows(rows);
  for (const [first, second] of complete as [number, number][]) {
    const row = table[first] as number[];
    row[second] = (row[second] as number) + 1;
  }
  return { scale, table, excluded: rows.length - complete.length };
}

interface Parts {
  readonly estimate: Estimate;
  readonly standardError: number | null;
  readonly observed: number | null;
  readonly expected: number | null;
}

const none = { standardError: null, observed: null, expected: null };

function kappaOf(table: readonly (readonly number[])[], distance: Distance, z: number): Parts {
  const rowTotals = table.map(sum);
  const n = sum(rowTotals);
  if (n === 0) return { estimate: notEstimable('No subject was rated by both raters.'), ...none };
  const columnTotals = table.map((_, j) => sum(table.map(row => row[j] as number)));
  const over = (term: (i: number, j: number, count: number) => number) =>
    sum(table.map((row, i) => sum(row.map((count, j) => term(i, j, count)))));
  const rowOf = (i: number) => rowTotals[i] as number;
  const columnOf = (j: number) => columnTotals[j] as number;
  const seen = over((i, j, count) => count * distance(i, j)) / n;
  const byChance = over((i, j) => rowOf(i) * columnOf(j) * distance(i, j)) / n ** 2;
  const agreement = { observed: 1 - seen, expected: 1 - byChance };
  if (byChance === 0)
    return {
      estimate: notEstimable(
        'Both raters used one and the same category: kappa is 0/0, agreement by chance is complete.'
      ),
      standardError: null,
      ...agreement,
    };
  const kappa = 1 - seen / byChance;
  // Mean weight of a row's category against the other rater's categories, and of a column's.
  const rowWeight = table.map(
    (_, i) => sum(columnTotals.map((c, j) => c * (1 - distance(i, j)))) / n
  );
  const columnWeight = table.map(
    (_, j) => sum(rowTotals.map((r, i) => r * (1 - distance(i, j)))) / n
  );
  const spread = over((i, j, count) => {
    const margin = (rowWeight[i] as number) + (columnWeight[j] as number);
    return count * (1 - distance(i, j) - margin * (1 - kappa)) ** 2;
  });
  const centre = kappa - agreement.expected * (1 - kappa);
  // Zero by algebra when all pairs lie on one weight; rounding may leave a little less.
  const variance = Math.max(0, spread / n - centre ** 2) / (n * byChance ** 2);
  const standardError = Math.sqrt(variance);
  const estimate = withLimits(kappa, kappa - z * standardError, kappa + z * standardError);
  return { estimate, standardError, ...agreement };
}

/**
 * Cohen's kappa of two raters: unweighted, linear or quadratic weights by position. The standard error is the
 * large-sample one away from the null (Fleiss, Cohen, Everitt 1969); limits are value +/- z SE, not cut at 1. Subjects
 * with one rating are left out and counted. 0/0 is not estimable. Throws AgreementError.
 */
export const kappa = defineStatistic(Input, Output, input => {
  const { weights = 'none', confidence = defaultConfidence } = input;
  const { scale, table, excluded } = pairsOf(input);
  if (weights !== 'none') requireOrder(scale, `${weights} weighting`);
  const distance = distanceOf(weights, scale.categories.length);
  const { estimate, ...parts } = kappaOf(table, distance, normalQuantile(upperTail(confidence)));
  return {
    statistic: 'kappa' as const,
    ...estimate,
    confidence,
    n: sum(table.map(sum)),
    excluded,
    raters: 2,
    conventions: [
      weightsConvention(weights),
      scaleConvention(scale),
      'Standard error: large-sample, away from the null (Fleiss, Cohen, Everitt 1969).',
      'Limits: value +/- z SE, not cut at 1.',
      'Not estimable where both raters used one and the same category (0/0), never 0 or 1.',
      'Missing: subjects without both ratings are left out and counted.',
    ],
    source:
      'Cohen 1960, Educ Psychol Meas 20:37; Cohen 1968, Psychol Bull 70:213; Fleiss, Cohen, Everitt 1969, Psychol Bull 72:323',
    weights,
    ...parts,
    categories: [...scale.categories],
    table,
  };
});
