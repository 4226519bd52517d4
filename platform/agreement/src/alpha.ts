import { type Static, Type } from '@sinclair/typebox';
import { AgreementError } from './agreementError.js';
import { categoricalData, categoricalInput, subjectsIn, type Unit } from './categoricalInput.js';
import { Category, requireOrder, type Scale, scaleConvention } from './categories.js';
import { sum } from './moments.js';
import {
  common,
  Confidence,
  defaultConfidence,
  defineStatistic,
  notEstimable,
  withoutLimits,
} from './statistic.js';

const Level = Type.Union([
  Type.Literal('nominal'),
  Type.Literal('ordinal'),
  Type.Literal('interval'),
  Type.Literal('ratio'),
]);
type Level = Static<typeof Level>;

const Input = Type.Object(
  {
    statistic: Type.Literal('alpha'),
    ...categoricalInput,
    level: Type.Optional(Level),
    confidence: Confidence,
  },
  { additionalProperties: false }
);

const Output = Type.Object({
  statistic: Type.Literal('alpha'),
  ...common,
  level: Level,
  observed: Type.Union([Type.Number(), Type.Null()], { description: 'disagreement seen' }),
  expected: Type.Union([Type.Number(), Type.Null()], { description: 'disagreement by chance' }),
  pairable: Type.Integer({ description: 'ratings in subjects with two or more' }),
  categories: Type.Array(Category),
});

type Difference = (i: number, j: number) => number;

/** The categories as numbers. Throws CL_AGREEMENT_LEVEL for text, and for negative numbers on a ratio scale. */
function numbersOf({ categories }: Scale, level: Level): number[] {
  return categories.map(category => {
    if (typeof category === 'number' && (level === 'interval' || category >= 0)) return category;
    throw new AgreementError(
      'CL_AGREEMENT_LEVEL',
      '/level',
      `level ${level} needs numbers${level === 'ratio' ? ' from 0 up' : ''}, found ${JSON.stringify(category)}`
    );
  });
}

/** Squared difference of two positions; `totals` are the pairable ratings of each. */
function differenceOf(level: Level, scale: Scale, totals: readonly number[]): Difference {
  const at = (values: readonly number[], index: number) => values[index] as number;
  if (level === 'nominal') return (i, j) => (i === j ? 0 : 1);
  if (level === 'ordinal') {
    requireOrder(scale, 'level ordinal');
    // Ratings up to the middle of a category: differences of these are the ranks between two categories.
    let below = 0;
    const middles = totals.map(total => {
      below += total;
      return below - total / 2;
    });
    return (i, j) => (at(middles, i) - at(middles, j)) ** 2;
  }
  const numbers = numbersOf(scale, level);
  if (level === 'interval') return (i, j) => (at(numbers, i) - at(numbers, j)) ** 2;
  return (i, j) =>
    i === j ? 0 : ((at(numbers, i) - at(numbers, j)) / (at(numbers, i) + at(numbers, j))) ** 2;
}

function disagreement({ chosen }: Pick<Unit, 'chosen'>, difference: Difference): number {
  return sum(
    chosen.map(([i, first]) => sum(chosen.map(([j, second]) => first * second * difference(i, j))))
  );
}

/**
 * Krippendorff's alpha: 1 - observed/expected disagreement over subjects with two ratings or more; nominal where no level
 * is named. No limits: the published ones are a bootstrap. Throws AgreementError.
 */
export const alpha = defineStatistic(Input, Output, input => {
  const { level = 'nominal', confidence = defaultConfidence } = input;
  const { scale, units, subjects, raters } = categoricalData(input);
  const pairable = units.filter(({ ratings }) => ratings > 1);
  const totals = scale.categories.map(() => 0);
  for (const { chosen, times } of pairable)
    for (const [position, count] of chosen)
      totals[position] = (totals[position] as number) + times * count;
  const values = sum(totals);
  const difference = differenceOf(level, scale, totals);
  const chosen = totals.map((count, position) => [position, count] as const);
  const expected = disagreement({ chosen }, difference) / (values * (values - 1));
  const within = pairable.map(
    unit => (unit.times * disagreement(unit, difference)) / (unit.ratings - 1)
  );
  const observed = sum(within) / values;
  const estimate =
    values === 0
      ? notEstimable('No subject has two ratings.')
      : expected === 0
        ? notEstimable('All ratings are the same: alpha is 0/0, no disagreement could be seen.')
        : withoutLimits(
            1 - observed / expected,
            'Limits of alpha are a bootstrap, which needs random numbers: none are given.'
          );
  const n = subjectsIn(pairable);
  return {
    statistic: 'alpha' as const,
    ...estimate,
    confidence,
    n,
    excluded: subjects - n,
    raters,
    conventions: [
      `Level: ${level}.`,
      scaleConvention(scale),
      'Expected disagreement: pairs of the pairable ratings without replacement.',
      'Not estimable where all ratings are the same (0/0), never 0 or 1.',
      'Missing: subjects with fewer than two ratings are left out and counted; the others count with the ratings they have.',
    ],
    source: 'Krippendorff, Content Analysis, 3rd ed. 2013, ch. 12',
    level,
    observed: values === 0 ? null : observed,
    expected: values === 0 ? null : expected,
    pairable: values,
    categories: [...scale.categories],
  };
});
