import { describe, expect, it } from '@jest/globals';
import { agree } from './agree.js';

type Pairs = [number, number][];

/** Means, variances over n and covariance of the pairs. */
function momentsOf(pairs: Pairs): number[] {
  const over = (of: (pair: [number, number]) => number) =>
    pairs.reduce((total, pair) => total + of(pair), 0) / pairs.length;
  const [m1, m2] = [over(([x]) => x), over(([, y]) => y)];
  return [
    m1,
    m2,
    over(([x]) => (x - m1) ** 2),
    over(([, y]) => (y - m2) ** 2),
    over(([x, y]) => (x - m1) * (y - m2)),
  ];
}

/** Lin 1989 (1), then Fisher's transformation. */
function transformed([m1, m2, v1, v2, c] = [] as number[]): number {
  const [a, b, d, e, f] = [m1, m2, v1, v2, c] as [number, number, number, number, number];
  return Math.atanh((2 * f) / (d + e + (a - b) ** 2));
}

/**
 * The standard error by the delta method from where Lin starts: sample moments of a bivariate normal distribution have
 * these covariances (Anderson, An Introduction to Multivariate Statistical Analysis, 3.4); here over n - 2, as Lin divides.
 */
function standardError(pairs: Pairs): number {
  const moments = momentsOf(pairs);
  const [, , v1, v2, c] = moments as [number, number, number, number, number];
  const covariances = [
    [v1, c, 0, 0, 0],
    [c, v2, 0, 0, 0],
    [0, 0, 2 * v1 ** 2, 2 * c ** 2, 2 * v1 * c],
    [0, 0, 2 * c ** 2, 2 * v2 ** 2, 2 * v2 * c],
    [0, 0, 2 * v1 * c, 2 * v2 * c, v1 * v2 + c ** 2],
  ];
  const slopes = moments.map((_, index) => {
    const step = 1e-5;
    const moved = (by: number) => moments.map((value, i) => (i === index ? value + by : value));
    return (transformed(moved(step)) - transformed(moved(-step))) / (2 * step);
  });
  const variance = covariances.reduce(
    (total, row, i) =>
      total +
      row.reduce((t, value, j) => t + value * (slopes[i] as number) * (slopes[j] as number), 0),
    0
  );
  return Math.sqrt(variance / (pairs.length - 2));
}

describe("the limits of Lin's concordance", () => {
  const z = 1.959963984540054;
  it.each<[string, Pairs]>([
    [
      'readers who differ in mean and spread',
      [
        [2, 5],
        [4, 6],
        [5, 9],
        [7, 8],
        [9, 14],
      ],
    ],
    [
      'a small bias',
      [
        [10, 11],
        [12, 11],
        [15, 16],
        [19, 17],
        [20, 22],
        [23, 23],
      ],
    ],
    [
      'readings that run against each other',
      [
        [1, 8],
        [2, 5],
        [4, 6],
        [6, 1],
      ],
    ],
  ])('are those of the delta method: %s', (_name, pairs) => {
    const { value, lower, upper } = agree({ statistic: 'ccc', ratings: pairs });
    const centre = transformed(momentsOf(pairs));
    expect(value).toBeCloseTo(Math.tanh(centre), 12);
    expect(lower).toBeCloseTo(Math.tanh(centre - z * standardError(pairs)), 7);
    expect(upper).toBeCloseTo(Math.tanh(centre + z * standardError(pairs)), 7);
  });
  it('are the value itself for linear readings with equal means', () => {
    const ratings = [
      [1, 0],
      [2, 2],
      [3, 4],
    ];
    // Variances 2/3 and 8/3, covariance 4/3: 2 * 4/3 over 10/3.
    const { value, lower, upper } = agree({ statistic: 'ccc', ratings });
    for (const found of [value, lower, upper]) expect(found).toBeCloseTo(0.8, 12);
  });
});

describe("the parts of Lin's concordance", () => {
  it('are correlation, shift of location and shift of scale, worked by hand', () => {
    const ratings = [
      [0, 11],
      [4, 10],
      [8, 12],
    ];
    // Means 4 and 11, variances 32/3 and 2/3, covariance 4/3; 32/3 + 2/3 + 49 = 181/3.
    const result = agree({ statistic: 'ccc', ratings });
    expect(result.value).toBeCloseTo(8 / 181, 12);
    expect(result.pearson).toBeCloseTo(1 / 2, 12);
    expect(result.biasCorrection).toBeCloseTo(16 / 181, 12);
    expect(result.locationShift).toBeCloseTo(-7 / Math.sqrt(8 / 3), 12);
    expect(result.scaleShift).toBeCloseTo(4, 12);
  });
  it('are none where the first rater is constant', () => {
    const ratings = [
      [2, 1],
      [2, 3],
      [2, 4],
    ];
    expect(agree({ statistic: 'ccc', ratings })).toMatchObject({
      value: 0,
      pearson: null,
      biasCorrection: null,
      locationShift: null,
      scaleShift: null,
    });
  });
});
