import { describe, expect, it } from '@jest/globals';
import { agree } from './agree.js';

describe('missing ratings', () => {
  it('leave kappa, ICC and concordance with the complete subjects, and are counted', () => {
    const ratings = [
      [1, 2],
      [2, 2],
      [null, 3],
      [4, 3],
      [4, null],
    ];
    const complete = [
      [1, 2],
      [2, 2],
      [4, 3],
    ];
    type Evaluate = (rows: (number | null)[][]) => { n: number };
    const evaluations: Evaluate[] = [
      rows => agree({ statistic: 'kappa', categories: [1, 2, 3, 4], ratings: rows }),
      rows => agree({ statistic: 'icc', model: '2,1', ratings: rows }),
      rows => agree({ statistic: 'ccc', ratings: rows }),
      rows => agree({ statistic: 'bland-altman', ratings: rows }),
    ];
    for (const evaluate of evaluations) {
      const result = evaluate(ratings);
      expect(result).toEqual({ ...evaluate(complete), excluded: 2 });
      expect(result.n).toBe(3);
    }
  });
  it('leave the within-subject SD with every subject that has two readings', () => {
    const ratings = [
      [10, 12, null],
      [20, 20, 26],
      [5, null, null],
    ];
    const result = agree({ statistic: 'within-subject-sd', ratings });
    // Sums of squares 2 and 24 on 1 and 2 degrees of freedom.
    expect(result.value).toBeCloseTo(Math.sqrt(26 / 3), 12);
    expect(result).toMatchObject({ n: 2, excluded: 1, df: 3, completeSubjects: 1 });
    expect(result.coefficientOfVariation).toBeCloseTo(Math.sqrt(26 / 3) / (88 / 5), 12);
    expect(result.smallestDetectableDifference).toBeNull();
  });
  it('leave a smallest detectable difference from two complete subjects on', () => {
    const ratings = [
      [10, 12],
      [20, 26],
      [30, null],
    ];
    const result = agree({ statistic: 'within-subject-sd', ratings });
    // Differences -2 and -6: SD sqrt(8).
    expect(result.smallestDetectableDifference).toBeCloseTo(1.96 * Math.sqrt(8), 12);
    expect(result.completeSubjects).toBe(2);
  });
  it('leave replicates of one rater in Bland-Altman with constant truth', () => {
    const ratings = [
      [10, 8],
      [12, null],
      [20, 19],
      [null, 21],
      [30, null],
    ];
    const result = agree({
      statistic: 'bland-altman',
      ratings,
      subjects: ['A', 'A', 'B', 'B', 'C'],
      truth: 'constant',
    });
    // A: 11 - 8 of two and one readings, B: 20 - 20 of one and two; both weigh 4/3.
    expect(result).toMatchObject({ n: 2, excluded: 1, pairs: 4 });
    expect(result.bias).toBeCloseTo(1.5, 12);
    expect(result.components).toEqual([
      { name: 'differences of subject means', variance: 4.5, df: 1 },
      { name: 'within subjects, first rater', variance: 0.5, df: 1 },
      { name: 'within subjects, second rater', variance: 0.5, df: 1 },
    ]);
    expect(result.standardDeviation).toBeCloseTo(Math.sqrt(5.5), 12);
  });
  it('leave Bland-Altman with varying truth the complete rows', () => {
    const ratings = [
      [10, 8],
      [12, null],
      [20, 19],
      [21, 21],
      [30, null],
    ];
    const result = agree({
      statistic: 'bland-altman',
      ratings,
      subjects: ['A', 'A', 'B', 'B', 'C'],
    });
    expect(result).toMatchObject({ n: 2, excluded: 1, pairs: 3 });
    expect(result.bias).toBeCloseTo(1, 12);
  });
});
