import { describe, expect, it } from '@jest/globals';
import { agree } from './agree.js';

describe('confidence limits', () => {
  it('of repeated measures are those of Zou 2013 for equal numbers of pairs', () => {
    const differences = [
      [1, 3],
      [2, 2],
      [5, 9],
      [4, 2],
    ];
    const subjects = differences.flatMap((row, index) => row.map(() => index));
    const ratings = differences.flat().map(difference => [difference, 0]);
    const result = agree({ statistic: 'bland-altman', ratings, subjects });
    // Means 2, 2, 7, 3: variance 17/3; within: sums of squares 2, 0, 8, 2 on 4 degrees of freedom, half of it counts.
    const between = 17 / 3;
    const within = 12 / 4 / 2;
    const sd = Math.sqrt(between + within);
    expect(result.bias).toBe(3.5);
    expect(result.standardDeviation).toBeCloseTo(sd, 12);
    // Chi-square quantiles at 0.025 and 0.975 of 3 and 4 degrees of freedom from printed tables.
    const [low3, high3, low4, high4] = [0.215795, 9.348404, 0.484419, 11.143287];
    const upper = between + within + Math.hypot(between * (3 / low3 - 1), within * (4 / low4 - 1));
    const lower =
      between + within - Math.hypot(between * (1 - 3 / high3), within * (1 - 4 / high4));
    const ofBias = 1.959964 * Math.sqrt(between / 4);
    const outward = Math.hypot(ofBias, 1.96 * (Math.sqrt(upper) - sd));
    const inward = Math.hypot(ofBias, 1.96 * (sd - Math.sqrt(lower)));
    expect(result.upperLimits.lower).toBeCloseTo((result.upper as number) - inward, 4);
    expect(result.upperLimits.upper).toBeCloseTo((result.upper as number) + outward, 4);
    expect(result.lowerLimits.lower).toBeCloseTo((result.lower as number) - outward, 4);
    expect(result.lowerLimits.upper).toBeCloseTo((result.lower as number) + inward, 4);
    expect(result.biasLimits.upper).toBeCloseTo(3.5 + 3.182446 * Math.sqrt(between / 4), 5);
    expect(result.biasLimits.lower).toBeCloseTo(3.5 - 3.182446 * Math.sqrt(between / 4), 5);
  });
  it('stay numbers at a confidence near 0', () => {
    const result = agree({
      statistic: 'bland-altman',
      ratings: [
        [1, 0],
        [0, 0],
      ],
      subjects: ['A', 'B'],
      confidence: 0.001,
    });
    expect(result.lowerLimits.upper).toBeGreaterThan(result.lower as number);
  });
  it('widen with the confidence that is asked for', () => {
    const ratings = [
      [9, 10],
      [6, 7],
      [8, 8],
      [4, 6],
    ];
    const width = (confidence: number) => {
      const { lower, upper } = agree({ statistic: 'icc', model: '3,1', ratings, confidence });
      return (upper as number) - (lower as number);
    };
    expect(width(0.99)).toBeGreaterThan(width(0.95));
    expect(agree({ statistic: 'icc', model: '3,1', ratings }).confidence).toBe(0.95);
    expect(width(0.95)).toBe(
      (agree({ statistic: 'icc', model: '3,1', ratings }).upper as number) -
        (agree({ statistic: 'icc', model: '3,1', ratings }).lower as number)
    );
  });
  it('of a within-subject SD are chi-square ones', () => {
    const ratings = [
      [10, 12],
      [20, 24],
      [30, 30],
    ];
    const result = agree({ statistic: 'within-subject-sd', ratings });
    const variance = 20 / 2 / 3;
    expect(result.value).toBeCloseTo(Math.sqrt(variance), 12);
    expect(result.lower).toBeCloseTo(Math.sqrt((3 * variance) / 9.348404), 5);
    expect(result.upper).toBeCloseTo(Math.sqrt((3 * variance) / 0.215795), 5);
    expect(result.repeatabilityCoefficient).toBeCloseTo(
      1.96 * Math.SQRT2 * Math.sqrt(variance),
      12
    );
    expect(result.repeatabilityLimits.upper).toBeCloseTo(
      1.96 * Math.SQRT2 * (result.upper as number),
      12
    );
  });
});

describe('categories', () => {
  it('that are declared and unused change the weights and AC1, and the result says so', () => {
    const ratings = [
      [1, 2],
      [1, 1],
      [4, 4],
      [4, 1],
    ];
    const occurring = agree({ statistic: 'kappa', weights: 'linear', ratings });
    const declared = agree({
      statistic: 'kappa',
      weights: 'linear',
      ratings,
      categories: [1, 2, 3, 4],
    });
    expect(occurring.categories).toEqual([1, 2, 4]);
    expect(occurring.conventions.join()).toContain('none were declared, so the 3 that occur');
    expect(declared.conventions.join()).toContain('the 4 declared ones, used or not');
    expect(declared.value).not.toBeCloseTo(occurring.value as number, 6);
    const ac1 = (categories: number[]) => agree({ statistic: 'ac1', ratings, categories }).expected;
    // Prevalences 4/8, 1/8, 0, 3/8: sum of p (1 - p) 19/32.
    expect(ac1([1, 2, 4])).toBeCloseTo(19 / 32 / 2, 12);
    expect(ac1([1, 2, 3, 4])).toBeCloseTo(19 / 32 / 3, 12);
  });
  it('may be text, in the declared order', () => {
    const categories = ['none', 'mild', 'severe'];
    const words = [
      ['none', 'mild'],
      ['severe', 'severe'],
      ['mild', 'mild'],
      ['none', 'severe'],
    ];
    const numbers = words.map(row => row.map(word => categories.indexOf(word)));
    for (const statistic of ['kappa', 'ac2'] as const) {
      const spoken = agree({ statistic, weights: 'quadratic', ratings: words, categories });
      const counted = agree({ statistic, weights: 'quadratic', ratings: numbers });
      expect(spoken.value).toBeCloseTo(counted.value as number, 12);
      expect(spoken.categories).toEqual(categories);
    }
  });
  it('may be true and false, and text without an order where none is needed', () => {
    const kappa = agree({
      statistic: 'kappa',
      ratings: [
        [true, true],
        [false, true],
        [false, false],
      ],
    });
    expect(kappa.value).toBeCloseTo(0.4, 12);
    expect(kappa.categories).toEqual([false, true]);
    const table = agree({
      statistic: 'kappa',
      ratings: [
        ['b', 'a'],
        ['a', 'a'],
      ],
    });
    expect(table).toMatchObject({
      categories: ['a', 'b'],
      table: [
        [1, 0],
        [1, 0],
      ],
      value: 0,
    });
  });
  it('agree within a tolerance, decimal steps included', () => {
    const ratings = [
      [1.1, 1],
      [1, 1.2],
      [2, 2],
    ];
    const within = (tolerance?: number) =>
      agree({ statistic: 'percent', ratings, ...(tolerance === undefined ? {} : { tolerance }) });
    expect(within().value).toBeCloseTo(1 / 3, 12);
    expect(within(0.1)).toMatchObject({ tolerance: 0.1, unanimous: { count: 2, of: 3 } });
    expect(within(0.2).percent).toBe(100);
    expect(within(0.1).conventions[0]).toContain('at most 0.1 apart');
    expect(within().tolerance).toBeNull();
  });
});

describe('AC2', () => {
  it('is its definition with quadratic weights, worked by hand', () => {
    const table = [
      [2, 1, 0],
      [0, 3, 1],
      [1, 0, 2],
    ];
    // Weights 1, 3/4, 0: agreement (7 + 2 * 3/4)/10; prevalences 6, 8, 6 of 20; sum of p (1 - p) 0.66; sum of weights 6.
    const observed = 0.85;
    const expected = (6 / 6) * 0.66;
    const result = agree({ statistic: 'ac2', table });
    expect(result).toMatchObject({ weights: 'quadratic' });
    expect(result.observed).toBeCloseTo(observed, 12);
    expect(result.expected).toBeCloseTo(expected, 12);
    expect(result.value).toBeCloseTo((observed - expected) / (1 - expected), 12);
  });
});

describe('every result', () => {
  it('names its source and conventions', () => {
    const ratings = [
      [1, 2],
      [3, 4],
    ];
    const results = [
      agree({ statistic: 'percent', ratings }),
      agree({ statistic: 'kappa', ratings }),
      agree({ statistic: 'fleiss', ratings }),
      agree({ statistic: 'ac1', ratings }),
      agree({ statistic: 'ac2', ratings }),
      agree({ statistic: 'alpha', ratings }),
      agree({ statistic: 'icc', model: '1,1', ratings }),
      agree({ statistic: 'ccc', ratings }),
      agree({ statistic: 'bland-altman', ratings }),
      agree({ statistic: 'within-subject-sd', ratings }),
      agree({ statistic: 'adjudication', cases: [] }),
    ];
    expect(results.map(({ source }) => /(19|20)\d\d/.test(source))).not.toContain(false);
    expect(
      results.map(({ conventions }) => conventions.some(one => one.startsWith('Missing: ')))
    ).not.toContain(false);
    const said = (index: number) => results[index]?.conventions.join(' ');
    expect(said(1)).toContain('away from the null (Fleiss, Cohen, Everitt 1969)');
    expect(said(1)).toContain('never 0 or 1');
    expect(said(3)).toContain('counts every declared category');
    expect(said(6)).toContain('McGraw and Wong 1996');
    expect(said(7)).toContain('Moments over n, not n - 1');
    expect(said(8)).toContain('1.96 SD');
  });
});
