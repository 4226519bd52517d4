import { describe, expect, it } from '@jest/globals';
import { agree } from './agree.js';

/** Krippendorff, Computing Krippendorff's alpha-reliability (2011), section E: 12 units, 4 observers. Units are rows. */
const krippendorff = [
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, 3, null, null],
];

/** Fleiss 1971, table 1: 30 patients, 6 psychiatrists, 5 diagnoses. */
const diagnoses = `
  00060 03003 01401 00006 03030 20400 00402 20310 20040 00006
  10050 11040 03300 10050 02031 00501 30012 51000 02040 10203
  00006 01050 02013 20040 10041 05010 40002 02040 10500 00006`
  .trim()
  .split(/\s+/)
  .map(row => [...row].map(Number));

/** Gwet's package irrCAC 1.0, data cont3x3abstractors, and what its vignette prints for it. */
const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
];

describe('kappa', () => {
  it('is that of Cohen 1968, table 1, unweighted', () => {
    const table = [
      [106, 10, 4],
      [22, 28, 10],
      [2, 12, 6],
    ];
    expect(agree({ statistic: 'kappa', table }).value).toBeCloseTo(0.429, 3);
  });
  it('has the standard error and limits of Fleiss, Levin, Paik, 3rd ed. 2003, table 18.1', () => {
    const table = [
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ];
    const result = agree({ statistic: 'kappa', table });
    expect(result.value).toBeCloseTo(0.68, 2);
    // The book: 0.087, limits 0.51 and 0.85, from terms rounded to four decimals.
    expect(Math.abs((result.standardError as number) - 0.087)).toBeLessThan(0.001);
    expect(Math.abs((result.lower as number) - 0.51)).toBeLessThan(0.006);
    expect(Math.abs((result.upper as number) - 0.85)).toBeLessThan(0.006);
    expect(result).toMatchObject({ observed: 0.89, n: 100, raters: 2, excluded: 0 });
    expect(result.expected).toBeCloseTo(0.66, 12);
  });
  it('is that of the worked table of the scores specification, section 1.7', () => {
    const table = [
      [8, 2, 0, 0],
      [1, 9, 3, 0],
      [0, 2, 10, 2],
      [0, 0, 1, 12],
    ];
    const of = (weights: 'none' | 'linear' | 'quadratic') => {
      const { value, observed, expected } = agree({ statistic: 'kappa', table, weights });
      return [value, observed, expected].map(number => number?.toFixed(4));
    };
    expect(of('none')).toEqual(['0.7048', '0.7800', '0.2548']);
    expect(of('linear')).toEqual(['0.8163', '0.9267', '0.6008']);
    expect(of('quadratic')).toEqual(['0.9047', '0.9756', '0.7436']);
  });
  it('is that of irrCAC', () => {
    const result = agree({ statistic: 'kappa', table: abstractors });
    expect(result.value).toBeCloseTo(0.7964094, 7);
    expect(result.standardError).toBeCloseTo(0.05891072, 8);
  });
});

describe("Fleiss' kappa", () => {
  it('is that of Fleiss 1971', () => {
    const result = agree({ statistic: 'fleiss', counts: diagnoses });
    expect(result.value).toBeCloseTo(0.43, 3);
    expect(result.observed).toBeCloseTo(0.556, 3);
    expect(result.expected).toBeCloseTo(0.22, 3);
    expect(result.prevalence.map(share => share?.toFixed(3))).toEqual([
      '0.144',
      '0.144',
      '0.167',
      '0.306',
      '0.239',
    ]);
    expect(result).toMatchObject({ n: 30, raters: 6, pairable: 30, excluded: 0 });
    expect(result.categories).toEqual([1, 2, 3, 4, 5]);
  });
  it('has limits from two subjects on, worked by hand', () => {
    const ratings = [
      [1, 1],
      [1, 2],
    ];
    // Observed 1/2, prevalences 3/4 and 1/4, expected 5/8; the subjects pull by 1/9 and -7/9 around -1/3.
    const result = agree({ statistic: 'fleiss', ratings });
    expect(result.value).toBeCloseTo(-1 / 3, 12);
    expect(result.standardError).toBeCloseTo(4 / 9, 12);
    // t of one degree of freedom at 0.975.
    expect(result.upper).toBeCloseTo(-1 / 3 + 12.70620473617469 * (4 / 9), 10);
  });
  it('has the standard error and limits of irrCAC on its first 15 patients', () => {
    const result = agree({ statistic: 'fleiss', counts: diagnoses.slice(0, 15) });
    expect(result.value).toBeCloseTo(0.4139265, 7);
    expect(result.standardError).toBeCloseTo(0.08119291, 8);
    expect([result.lower, result.upper].map(limit => limit?.toFixed(3))).toEqual([
      '0.240',
      '0.588',
    ]);
  });
  it('treats missing ratings as irrCAC does', () => {
    const result = agree({ statistic: 'fleiss', ratings: krippendorff });
    expect(result.value).toBeCloseTo(0.76117, 5);
    expect(result.standardError).toBeCloseTo(0.15302, 5);
    expect(result.expected).toBeCloseTo(0.2387153, 7);
    expect(result).toMatchObject({ n: 12, pairable: 11, excluded: 0, raters: 4 });
  });
});

describe("Gwet's AC1", () => {
  it('is that of Gwet 2008, table 2: kappa -0.0234, AC1 0.9408', () => {
    const table = [
      [118, 5],
      [2, 0],
    ];
    expect(agree({ statistic: 'ac1', table }).value).toBeCloseTo(0.9408, 4);
    expect(agree({ statistic: 'kappa', table }).value).toBeCloseTo(-0.0234, 4);
  });
  it('has the standard error of irrCAC, from a table, from counts and with missing ratings', () => {
    const fromTable = agree({ statistic: 'ac1', table: abstractors });
    expect(fromTable.value).toBeCloseTo(0.8493305, 7);
    expect(fromTable).toMatchObject({ n: 100, excluded: 0, raters: 2, categories: [1, 2, 3] });
    // For tables, and only there, irrCAC divides by n where it divides by n - 1 otherwise.
    expect((fromTable.standardError as number) * Math.sqrt(99 / 100)).toBeCloseTo(0.04321747, 8);
    const fromCounts = agree({ statistic: 'ac1', counts: diagnoses.slice(0, 15) });
    expect(fromCounts.value).toBeCloseTo(0.4448007, 7);
    expect(fromCounts.standardError).toBeCloseTo(0.08418757, 8);
    const missing = agree({ statistic: 'ac1', ratings: krippendorff });
    expect(missing.value).toBeCloseTo(0.77544, 5);
    expect(missing.standardError).toBeCloseTo(0.14295, 5);
    expect(missing.expected).toBeCloseTo(0.1903212, 7);
  });
});

describe("Krippendorff's alpha", () => {
  it.each([
    ['nominal', 0.743],
    ['ordinal', 0.815],
    ['interval', 0.849],
    ['ratio', 0.797],
  ] as const)('is that of Krippendorff 2011, section E, level %s', (level, value) => {
    const result = agree({ statistic: 'alpha', level, ratings: krippendorff });
    expect(result.value).toBeCloseTo(value, 3);
    expect(result).toMatchObject({ n: 11, excluded: 1, pairable: 40, lower: null, reason: null });
    expect(result.limitsReason).toContain('bootstrap');
    expect(result.categories).toEqual([1, 2, 3, 4, 5]);
  });
  it('has the disagreements of his matrix of coincidences', () => {
    // On its diagonal 7 + 10 + 8 + 4 + 3 of 40; its margins 9, 13, 10, 5, 3.
    const result = agree({ statistic: 'alpha', ratings: krippendorff });
    expect(result.observed).toBeCloseTo(8 / 40, 12);
    expect(result.expected).toBeCloseTo(1 - (72 + 156 + 90 + 20 + 6) / (40 * 39), 12);
  });
  it('takes 0 on a ratio scale, and numbers below it on an interval scale', () => {
    // 0 and 2 differ by the whole of their sum: observed 2 of 6, expected 2 * 3 * 3 of 6 * 5.
    const counted = [
      [0, 0],
      [0, 2],
      [2, 2],
    ];
    expect(agree({ statistic: 'alpha', level: 'ratio', ratings: counted }).value).toBeCloseTo(
      1 - 1 / 3 / 0.6,
      12
    );
    const of = (ratings: (number | null)[][]) =>
      agree({ statistic: 'alpha', level: 'interval', ratings }).value;
    const below = krippendorff.map(row => row.map(one => (one === null ? null : one - 4)));
    expect(of(below)).toBeCloseTo(of(krippendorff) as number, 12);
  });
  it('is that of irrCAC', () => {
    const counts = diagnoses.slice(0, 15);
    expect(agree({ statistic: 'alpha', counts }).value).toBeCloseTo(0.4204384, 7);
    const fromTable = agree({ statistic: 'alpha', table: abstractors });
    expect(fromTable.value).toBeCloseTo(0.7972585, 7);
  });
});

describe('percent agreement', () => {
  it('is that of irrCAC', () => {
    const result = agree({ statistic: 'percent', ratings: krippendorff });
    expect(result.value).toBeCloseTo(0.8181818, 7);
    expect(result.percent).toBeCloseTo(81.81818, 5);
    expect(result).toMatchObject({ n: 11, excluded: 1, unanimous: { count: 8, of: 11 } });
    expect(result.limitsReason).toContain('not independent');
  });
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('has the limits of Newcombe 1998, table I, method 3: %i of %i', (count, of, lower, upper) => {
    const table = [
      [count, of - count],
      [0, 0],
    ];
    const result = agree({ statistic: 'percent', table });
    expect(result).toMatchObject({ value: count / of, n: of, limitsReason: null });
    expect(result.lower).toBeCloseTo(lower, 4);
    expect(result.upper).toBeCloseTo(upper, 4);
    expect(agree({ statistic: 'percent', table: abstractors }).value).toBe(0.89);
  });
});
