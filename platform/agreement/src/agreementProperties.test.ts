import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { agree, type AgreementInput } from './agree.js';

/** Thousands of evaluations; on a busy machine they take seconds. */
jest.setTimeout(60_000);
const runs = { numRuns: 60 };
const models = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
const grade = fc.integer({ min: 1, max: 4 });
const grades = [1, 2, 3, 4];
const mayMiss = fc.option(grade, { freq: 5, nil: null });

function table<T>(cell: fc.Arbitrary<T>, raters = { min: 2, max: 4 }, least = 2) {
  return fc
    .integer(raters)
    .chain(k =>
      fc.array(fc.array(cell, { minLength: k, maxLength: k }), { minLength: least, maxLength: 12 })
    );
}
const pairOf = { min: 2, max: 2 };
/** Readings in tenths: sums stay exact enough to tell a zero from rounding. */
const reading = fc.integer({ min: -500, max: 500 }).map(tenths => tenths / 10);

/** An order of 0 to `length` - 1 that depends on `seed` alone. */
function order(length: number, seed: number): number[] {
  const indexes = Array.from({ length }, (_, index) => index);
  const rank = (index: number) => ((index + 1) * (2 * seed + 7919)) % 104729;
  return indexes.sort((a, b) => rank(a) - rank(b));
}
const shuffledRows = <T>(rows: T[][], seed: number) =>
  order(rows.length, seed).map(index => rows[index] as T[]);
const shuffledColumns = <T>(rows: T[][], seed: number) =>
  rows.map(row => order(row.length, seed).map(index => row[index] as T));

const close = (found: number | null, expected: number | null, digits = 9) => {
  if (expected === null || found === null) expect(found).toBe(expected);
  else expect(found).toBeCloseTo(expected, digits);
};

type RatedInput = Extract<AgreementInput, { ratings?: unknown }>;
const categorical = (ratings: (number | null)[][]): RatedInput[] => [
  { statistic: 'percent', ratings, categories: grades },
  { statistic: 'fleiss', ratings, categories: grades },
  { statistic: 'ac1', ratings, categories: grades },
  { statistic: 'ac2', ratings, categories: grades },
  ...(['nominal', 'ordinal', 'interval', 'ratio'] as const).map(
    level => ({ statistic: 'alpha', level, ratings, categories: grades }) as const
  ),
];
const measured = (ratings: (number | null)[][]): RatedInput[] => [
  ...models.map(model => ({ statistic: 'icc', model, ratings }) as const),
  { statistic: 'within-subject-sd', ratings },
];
const twoRaters = (ratings: (number | null)[][]): RatedInput[] => [
  ...(['none', 'linear', 'quadratic'] as const).map(
    weights => ({ statistic: 'kappa', weights, ratings, categories: grades }) as const
  ),
  { statistic: 'ccc', ratings },
];

describe('any order of subjects and raters', () => {
  const same =
    (inputs: (ratings: (number | null)[][]) => RatedInput[]) =>
    ([ratings, seed]: [(number | null)[][], number]) => {
      const before = inputs(ratings).map(input => agree(input));
      const after = inputs(shuffledColumns(shuffledRows(ratings, seed), seed + 1)).map(input =>
        agree(input)
      );
      before.forEach((result, index) => {
        for (const key of ['value', 'lower', 'upper'] as const)
          close((after[index] as typeof result)[key], result[key], 7);
        expect((after[index] as typeof result).n).toBe(result.n);
      });
    };
  it('gives the same categorical statistics', () => {
    fc.assert(fc.property(fc.tuple(table(mayMiss), fc.nat(9999)), same(categorical)), runs);
  });
  it('gives the same statistics of two raters', () => {
    fc.assert(fc.property(fc.tuple(table(mayMiss, pairOf), fc.nat(9999)), same(twoRaters)), runs);
  });
  it('gives the same ICCs and within-subject SD', () => {
    const cell = fc.option(reading, { freq: 9, nil: null });
    fc.assert(fc.property(fc.tuple(table(cell), fc.nat(9999)), same(measured)), runs);
  });
});

describe('ranges', () => {
  const within = (value: number | null, lowest: number) => {
    if (value === null) return;
    expect(value).toBeGreaterThanOrEqual(lowest - 1e-9);
    expect(value).toBeLessThanOrEqual(1 + 1e-9);
  };
  it('keeps coefficients at 1 or below and limits around the value', () => {
    fc.assert(
      fc.property(table(mayMiss, pairOf), ratings => {
        for (const input of [...categorical(ratings), ...twoRaters(ratings)]) {
          const { value, lower, upper, reason, limitsReason } = agree(input);
          // Weights let chance agree on more than half; missing ratings take Fleiss' kappa below -1.
          const open = ['alpha', 'fleiss', 'ac2'].includes(input.statistic);
          within(value, open ? -Infinity : -1);
          expect(value === null).toBe(reason !== null);
          expect(lower === null && value !== null).toBe(limitsReason !== null);
          if (value === null || lower === null || upper === null) continue;
          expect(lower).toBeLessThanOrEqual(value + 1e-9);
          expect(upper).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
      runs
    );
  });
  it('keeps single ICCs between -1/(k - 1) and 1, and their limits around them', () => {
    fc.assert(
      fc.property(table(reading), ratings => {
        const k = (ratings[0] as number[]).length;
        for (const model of models) {
          const { value, lower, upper } = agree({ statistic: 'icc', model, ratings });
          // (2,1) may leave the range by what the raters' own variance was underestimated.
          within(value, model === '1,1' || model === '3,1' ? -1 / (k - 1) : -Infinity);
          if (value === null || lower === null || upper === null) continue;
          if (model.startsWith('2')) continue;
          expect(lower).toBeLessThanOrEqual(value + 1e-9);
          expect(upper).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
      runs
    );
  });
});

describe('perfect agreement', () => {
  it('is 1 for every coefficient that is estimable', () => {
    fc.assert(
      fc.property(fc.array(grade, { minLength: 2, maxLength: 12 }), given => {
        const ratings = given.map(one => [one, one]);
        for (const input of [
          ...categorical(ratings),
          ...twoRaters(ratings),
          ...measured(ratings),
        ]) {
          if (input.statistic === 'within-subject-sd') {
            expect(agree(input).value).toBe(0);
            continue;
          }
          const { value, reason } = agree(input);
          const varied = new Set(given).size > 1;
          const always = ['percent', 'ac1', 'ac2'].includes(input.statistic);
          if (varied || always) expect(value).toBe(1);
          else expect([value, reason]).toEqual([null, expect.any(String)]);
        }
      }),
      runs
    );
  });
});

describe('relations between statistics', () => {
  it('linear and quadratic kappa are the unweighted one for two categories', () => {
    fc.assert(
      fc.property(table(fc.constantFrom('no', 'yes'), pairOf), ratings => {
        const of = (weights: 'none' | 'linear' | 'quadratic') =>
          agree({ statistic: 'kappa', weights, ratings, categories: ['no', 'yes'] });
        for (const weights of ['linear', 'quadratic'] as const) {
          close(of(weights).value, of('none').value, 12);
          close(of(weights).standardError, of('none').standardError, 12);
        }
      }),
      runs
    );
  });
  it('a mean of k raters is Spearman-Brown of one', () => {
    fc.assert(
      fc.property(table(reading), ratings => {
        const k = (ratings[0] as number[]).length;
        for (const form of ['1', '2', '3'] as const) {
          const single = agree({ statistic: 'icc', model: `${form},1`, ratings }).value;
          const average = agree({ statistic: 'icc', model: `${form},k`, ratings }).value;
          if (single === null || average === null) continue;
          const expected = (k * single) / (1 + (k - 1) * single);
          expect(Math.abs(average - expected)).toBeLessThan(1e-7 * Math.max(1, Math.abs(expected)));
        }
      }),
      runs
    );
  });
  it('quadratic kappa of numbered grades is their concordance', () => {
    fc.assert(
      fc.property(table(grade, pairOf), ratings => {
        const { value } = agree({
          statistic: 'kappa',
          weights: 'quadratic',
          ratings,
          categories: grades,
        });
        const concordance = agree({ statistic: 'ccc', ratings }).value;
        close(value, concordance, 9);
      }),
      runs
    );
  });
  it('alpha of two raters is its definition, computed pair by pair', () => {
    fc.assert(
      fc.property(table(grade, pairOf), ratings => {
        const all = ratings.flat();
        const squared = (a: number, b: number) => (a - b) ** 2;
        const seen = ratings.map(([a, b]) => squared(a as number, b as number));
        const apart = all.flatMap((a, i) => all.filter((_, j) => j !== i).map(b => squared(a, b)));
        const average = (values: number[]) => values.reduce((x, y) => x + y, 0) / values.length;
        const expected = average(apart);
        const { value } = agree({ statistic: 'alpha', level: 'interval', ratings });
        close(value, expected === 0 ? null : 1 - average(seen) / expected);
      }),
      runs
    );
  });
  it("Fleiss' kappa with missing ratings is its definition over what is there", () => {
    fc.assert(
      fc.property(table(mayMiss), ratings => {
        const rows = ratings
          .map(row => row.filter(one => one !== null))
          .filter(row => row.length > 0);
        const pairs = rows
          .filter(row => row.length > 1)
          .map(row => {
            const equal = row.flatMap((a, i) => row.map((b, j) => (i !== j && a === b ? 1 : 0)));
            return equal.reduce<number>((x, y) => x + y, 0) / (row.length * (row.length - 1));
          });
        const { value, n, pairable } = agree({ statistic: 'fleiss', ratings, categories: grades });
        expect([n, pairable]).toEqual([rows.length, pairs.length]);
        const chance = grades
          .map(
            q => rows.reduce((x, row) => x + row.filter(a => a === q).length / row.length, 0) / n
          )
          .reduce((x, p) => x + p ** 2, 0);
        const observed = pairs.reduce((x, y) => x + y, 0) / pairs.length;
        const estimable = pairs.length > 0 && chance < 1 - 1e-9;
        close(value, estimable ? (observed - chance) / (1 - chance) : null);
      }),
      runs
    );
  });
  it('a table and the ratings behind it give the same', () => {
    fc.assert(
      fc.property(table(grade, pairOf, 1), ratings => {
        const counted = grades.map(i =>
          grades.map(j => ratings.filter(([a, b]) => a === i && b === j).length)
        );
        for (const statistic of ['kappa', 'fleiss', 'ac1', 'ac2', 'alpha', 'percent'] as const) {
          const one = agree({ statistic, ratings, categories: grades });
          const other = agree({ statistic, table: counted, categories: grades });
          for (const key of ['value', 'lower', 'upper'] as const) close(other[key], one[key], 9);
          expect(other.n).toBe(one.n);
        }
      }),
      runs
    );
  });
});
