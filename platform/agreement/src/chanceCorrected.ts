import { Type } from '@sinclair/typebox';
import type { Distance } from './agreementWeights.js';
import { type CategoricalData, subjectsIn, type Unit } from './categoricalInput.js';
import { Category } from './categories.js';
import { tQuantile, upperTail } from './distributions.js';
import { sum } from './moments.js';
import {
  common,
  type Estimate,
  notEstimable,
  NullableNumber,
  withLimits,
  withoutLimits,
} from './statistic.js';

/** Chance agreement from the prevalences of the categories, and each subject's part in it. */
export interface Chance {
  readonly expected: number;
  /** Mean over a subject's ratings of this is its share of the chance agreement. */
  readonly part: (position: number) => number;
}

/** What Fleiss' kappa, AC1 and AC2 give. */
export const chanceCorrectedOutput = {
  ...common,
  standardError: NullableNumber,
  observed: Type.Union([Type.Number(), Type.Null()], { description: 'mean agreement of pairs' }),
  expected: Type.Union([Type.Number(), Type.Null()], { description: 'agreement by chance' }),
  pairable: Type.Integer({ description: 'subjects with two ratings or more' }),
  categories: Type.Array(Category),
  prevalence: Type.Array(NullableNumber, { description: 'mean share of each category' }),
};

/** Agreement of one subject's pairs of ratings; it has two ratings or more. */
export function pairAgreement({ chosen, ratings }: Unit, distance: Distance): number {
  const apart = chosen.flatMap(([i, first]) =>
    chosen.map(([j, second]) => first * second * distance(i, j))
  );
  return 1 - sum(apart) / (ratings * (ratings - 1));
}

function prevalences(units: readonly Unit[], size: number, n: number): number[] {
  const totals = new Array<number>(size).fill(0);
  for (const { chosen, ratings, times } of units)
    for (const [position, count] of chosen)
      totals[position] = (totals[position] as number) + (times * count) / ratings;
  return totals.map(total => total / n);
}

function estimated(
  units: readonly Unit[],
  n: number,
  chance: Chance,
  distance: Distance,
  confidence: number
): { estimate: Estimate; standardError: number | null; observed: number; expected: number } {
  const pairable = units.filter(({ ratings }) => ratings > 1);
  const pairs = subjectsIn(pairable);
  const { expected, part } = chance;
  const observed = sum(pairable.map(unit => unit.times * pairAgreement(unit, distance))) / pairs;
  const base = { standardError: null, observed, expected };
  if (expected === 1)
    return {
      estimate: notEstimable(
        'All ratings are in one category: the coefficient is 0/0, agreement by chance is complete.'
      ),
      ...base,
    };
  const value = (observed - expected) / (1 - expected);
  if (n < 2)
    return { estimate: withoutLimits(value, 'Limits need two subjects or more.'), ...base };
  const influence = (unit: Unit) => {
    const own = unit.ratings > 1 ? (pairAgreement(unit, distance) - expected) / (1 - expected) : 0;
    const ownChance = sum(unit.chosen.map(([q, count]) => count * part(q))) / unit.ratings;
    return (own * n) / pairs - (2 * (1 - value) * (ownChance - expected)) / (1 - expected);
  };
  const squares = sum(units.map(unit => unit.times * (influence(unit) - value) ** 2));
  const standardError = Math.sqrt(squares / (n * (n - 1)));
  const half = tQuantile(upperTail(confidence), n - 1) * standardError;
  return { ...base, estimate: withLimits(value, value - half, value + half), standardError };
}

/**
 * A chance-corrected coefficient of any number of raters: (observed - expected)/(1 - expected), observed over subjects
 * with two ratings or more, prevalences over subjects with one or more. Standard error by linearisation over subjects
 * (Gwet 2008, 2014); limits with t on n - 1 degrees of freedom.
 */
export function chanceCorrected(
  data: CategoricalData,
  distance: Distance,
  chanceOf: (prevalence: readonly number[]) => Chance,
  confidence: number
) {
  const rated = data.units.filter(({ ratings }) => ratings > 0);
  const n = subjectsIn(rated);
  const pairable = subjectsIn(rated.filter(({ ratings }) => ratings > 1));
  const size = data.scale.categories.length;
  const prevalence = prevalences(rated, size, n);
  const result =
    pairable === 0
      ? {
          estimate: notEstimable('No subject has two ratings.'),
          standardError: null,
          observed: null,
          expected: null,
        }
      : estimated(rated, n, chanceOf(prevalence), distance, confidence);
  const { estimate, ...rest } = result;
  return {
    ...estimate,
    confidence,
    n,
    excluded: data.subjects - n,
    raters: data.raters,
    ...rest,
    pairable,
    categories: [...data.scale.categories],
    prevalence: prevalence.map(share => (n === 0 ? null : share)),
  };
}

export const chanceCorrectedConventions = [
  'Standard error: linearised over subjects, away from the null (Gwet); limits: t with n - 1 degrees of freedom, not cut at 1.',
  'Missing: subjects with one rating count for the prevalences, those with two or more for the agreement; only unrated ones are left out.',
];
