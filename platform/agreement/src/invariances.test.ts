import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { agree } from './agree.js';

/** Thousands of evaluations; on a busy machine they take seconds. */
jest.setTimeout(60_000);
const runs = { numRuns: 60 };
const models = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
/** Readings in tenths: sums stay exact enough to tell a zero from rounding. */
const reading = fc.integer({ min: -500, max: 500 }).map(tenths => tenths / 10);
const pairs = fc.array(fc.array(reading, { minLength: 2, maxLength: 2 }), {
  minLength: 2,
  maxLength: 12,
});

const close = (found: number | null, expected: number | null, digits = 9) => {
  if (expected === null || found === null) expect(found).toBe(expected);
  else expect(found).toBeCloseTo(expected, digits);
};

describe('invariances', () => {
  const scaled = (ratings: number[][], factor: number, shift: number) =>
    ratings.map(row => row.map(value => value * factor + shift));
  const factors = fc.constantFrom(-2, 0.5, 3);
  it('another unit and zero point leave ICC and concordance alone', () => {
    fc.assert(
      fc.property(pairs, factors, fc.integer({ min: -64, max: 64 }), (ratings, factor, shift) => {
        const other = scaled(ratings, factor, shift);
        for (const model of models) {
          const one = agree({ statistic: 'icc', model, ratings });
          const two = agree({ statistic: 'icc', model, ratings: other });
          if (one.value !== null && Math.abs(one.value) < 1e6) close(two.value, one.value, 6);
        }
        close(
          agree({ statistic: 'ccc', ratings: other }).value,
          agree({ statistic: 'ccc', ratings }).value
        );
      }),
      runs
    );
  });
  it('Bland-Altman limits scale with the unit, and swapping the raters mirrors them', () => {
    fc.assert(
      fc.property(pairs, ratings => {
        const one = agree({ statistic: 'bland-altman', ratings });
        const twice = agree({ statistic: 'bland-altman', ratings: scaled(ratings, 2, 7) });
        close(twice.upper, 2 * (one.upper as number), 6);
        close(twice.lowerLimits.lower, 2 * (one.lowerLimits.lower as number), 6);
        const swapped = agree({
          statistic: 'bland-altman',
          ratings: ratings.map(([a, b]) => [b as number, a as number]),
        });
        close(swapped.bias, -(one.bias as number), 9);
        close(swapped.lower, -(one.upper as number), 9);
        close(swapped.upperLimits.upper, -(one.lowerLimits.lower as number), 9);
      }),
      runs
    );
  });
  it('one pair per subject is the plain analysis, whatever the truth does', () => {
    fc.assert(
      fc.property(pairs, ratings => {
        const plain = agree({ statistic: 'bland-altman', ratings });
        const subjects = ratings.map((_, index) => index);
        for (const truth of ['varies', 'constant'] as const) {
          const repeated = agree({ statistic: 'bland-altman', ratings, subjects, truth });
          for (const key of ['bias', 'standardDeviation', 'lower', 'upper'] as const)
            close(repeated[key], plain[key], 9);
          expect(repeated.components).toHaveLength(1);
          close(repeated.biasLimits.upper, plain.biasLimits.upper, 9);
        }
      }),
      runs
    );
  });
});
