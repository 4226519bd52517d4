import { describe, expect, it } from '@jest/globals';
import { agree, type AgreementInput } from './agree.js';
import { share } from './wilson.js';

const models = ['1,1', '2,1', '3,1', '1,k', '2,k', '3,k'] as const;
/** Three times 0.1 has a mean that is not 0.1, and so on: zeros must not come from luck. */
const alike = [
  [0.1, 0.1, 0.1],
  [0.7, 0.7, 0.7],
  [1.3, 1.3, 1.3],
];

describe('ratings at the edge', () => {
  it('perfect ICCs have limits of 1 and no F', () => {
    for (const model of models) {
      const result = agree({ statistic: 'icc', model, ratings: alike });
      expect(result).toMatchObject({ value: 1, lower: 1, upper: 1, f: null, p: null, df1: 2 });
      expect(result.meanSquares).toMatchObject({ raters: 0, residual: 0, within: 0 });
    }
  });
  it('equal decimals are the same, whatever their mean is', () => {
    const ratings = alike.map(() => [0.1, 0.1]);
    expect(agree({ statistic: 'icc', model: '2,1', ratings }).value).toBeNull();
    expect(agree({ statistic: 'ccc', ratings }).value).toBeNull();
    expect(agree({ statistic: 'within-subject-sd', ratings: alike })).toMatchObject({
      value: 0,
      lower: 0,
      upper: 0,
      smallestDetectableDifference: 0,
    });
  });
  it('a raters bias alone makes the consistency perfect and the agreement not', () => {
    const ratings = alike.map(([reading]) => [reading as number, (reading as number) + 0.4]);
    const of = (model: '2,1' | '3,1') => agree({ statistic: 'icc', model, ratings });
    expect(of('3,1')).toMatchObject({ value: 1, lower: 1, upper: 1 });
    expect(of('2,1').value).toBeCloseTo(0.72 / (0.72 + (2 * 0.24) / 3), 12);
    expect(of('2,1').limitsReason).toBeNull();
  });
  it('a large common offset costs an ICC nothing', () => {
    const ratings = [
      [9, 10],
      [6, 7],
      [8, 8],
      [4, 6],
      [10, 9],
    ];
    const far = ratings.map(row => row.map(reading => reading + 2 ** 40));
    for (const model of models)
      expect(agree({ statistic: 'icc', model, ratings: far })).toEqual(
        agree({ statistic: 'icc', model, ratings: ratings.map(row => row.map(one => one - 9)) })
      );
  });
  it('a tiny unit costs an ICC nothing', () => {
    const ratings = [
      [9, 10],
      [6, 7],
      [8, 8],
    ];
    const tiny = ratings.map(row => row.map(reading => reading * 2 ** -40));
    for (const model of models) {
      const { value, lower, upper, f } = agree({ statistic: 'icc', model, ratings });
      const same = { value, lower, upper, f };
      expect(agree({ statistic: 'icc', model, ratings: tiny })).toMatchObject(same);
    }
  });
  it('an empty table is not estimable', () => {
    for (const input of [
      { statistic: 'icc', model: '1,1', ratings: [] },
      { statistic: 'ccc', ratings: [] },
      { statistic: 'fleiss', ratings: [] },
      { statistic: 'kappa', ratings: [], weights: 'linear' },
      { statistic: 'within-subject-sd', ratings: [] },
      { statistic: 'bland-altman', ratings: [] },
    ] satisfies AgreementInput[])
      expect(agree<AgreementInput>(input)).toMatchObject({ value: null, n: 0, excluded: 0 });
  });
  it('one category that was not declared is not estimable with weights either', () => {
    const ratings = [
      [2, 2],
      [2, 2],
    ];
    expect(agree({ statistic: 'kappa', weights: 'linear', ratings }).value).toBeNull();
    expect(agree({ statistic: 'ac2', ratings }).value).toBeNull();
    expect(agree({ statistic: 'ac2', ratings, categories: [1, 2] }).value).toBe(1);
  });
  it('declared categories that nobody rated have no prevalence', () => {
    const result = agree({ statistic: 'ac1', ratings: [[null, null]], categories: [1, 2] });
    expect(result).toMatchObject({ value: null, n: 0, excluded: 1, prevalence: [null, null] });
  });
  it('subjects without a rating are left out of counts', () => {
    const counts = [
      [0, 0],
      [2, 1],
      [0, 3],
      [1, 0],
    ];
    expect(agree({ statistic: 'fleiss', counts })).toMatchObject({
      n: 3,
      pairable: 2,
      excluded: 1,
      raters: 3,
    });
    expect(agree({ statistic: 'alpha', counts })).toMatchObject({ n: 2, excluded: 2 });
    expect(agree({ statistic: 'percent', counts })).toMatchObject({ n: 2, excluded: 2 });
  });
  it('kappa of a constant rater is 0 with a standard error of 0', () => {
    const table = [
      [0, 0],
      [3, 6],
    ];
    expect(agree({ statistic: 'kappa', table })).toMatchObject({ standardError: 0 });
    expect(agree({ statistic: 'kappa', table }).value).toBeCloseTo(0, 12);
  });
  it('correlation and concordance stay within 1 and -1', () => {
    const of = (first: number[], second: number[]) =>
      agree({ statistic: 'ccc', ratings: first.map((x, i) => [x, second[i] as number]) });
    expect(of([3.1, 0.6, 8.4], [4.1, 1.6, 9.4]).pearson).toBe(1);
    expect(of([4.2, 5.6, 1.5], [5.8, 4.4, 8.5]).pearson).toBe(-1);
    expect(of([5.3, 1.7, 8], [4.7, 8.3, 2])).toMatchObject({ value: -1, pearson: -1, lower: null });
  });
  it('a coefficient of variation needs a mean above 0', () => {
    const of = (ratings: number[][]) =>
      agree({ statistic: 'within-subject-sd', ratings }).coefficientOfVariation;
    expect(of([[1, 3]])).toBeCloseTo(Math.SQRT2 / 2, 12);
    expect(of([[-1, 1]])).toBeNull();
    expect(of([[-3, -1]])).toBeNull();
  });
  it('a share has limits within 0 and 1, and none of nothing', () => {
    for (let of = 1; of <= 60; of += 1) {
      expect(share(of, of, 0.95).upper).toBeLessThanOrEqual(1);
      expect(share(of, of, 0.95).upper).toBeCloseTo(1, 12);
      expect(share(0, of, 0.95).lower).toBe(0);
    }
    expect(share(0, 0, 0.95)).toEqual({ count: 0, of: 0, value: null, lower: null, upper: null });
  });
  it('a refusal shows at most the beginning of what it found', () => {
    const input = { statistic: 'ccc', ratings: [['x'.repeat(500), 1]] };
    const said = () => agree(input as unknown as AgreementInput);
    expect(said).toThrow(`found "${'x'.repeat(79)}`);
    expect(said).not.toThrow('x'.repeat(80));
  });
});
