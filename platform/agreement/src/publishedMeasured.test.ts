import { describe, expect, it } from '@jest/globals';
import { agree } from './agree.js';

const pairsOf = (text: string): [number, number][] =>
  text
    .trim()
    .split(/[\s,]+/)
    .map(Number)
    .reduce<[number, number][]>((pairs, value, index, all) => {
      if (index % 2 === 0) pairs.push([value, all[index + 1] as number]);
      return pairs;
    }, []);

/** Bland and Altman 1986, table 1: peak flow in l/min of 17 subjects, first readings, large and mini meter. */
const peakFlow = pairsOf(`494 512, 395 430, 516 520, 434 428, 476 500, 557 600, 413 364, 442 380,
  650 658, 433 445, 417 432, 656 626, 267 260, 478 477, 178 259, 423 350, 427 451`);

/** Bland and Altman 2007, table 1: cardiac output, two methods, 12 subjects (RV IC pairs). */
const cardiacOutput = [
  '7.83 6.57 7.42 5.62 7.89 6.90 7.12 6.57 7.88 6.35',
  '6.16 4.06 7.26 4.29 6.71 4.26 6.54 4.09',
  '4.75 4.71 5.24 5.50 4.86 5.08 4.78 5.02 6.05 6.01 5.42 5.67',
  '4.21 4.14 3.61 4.20 3.72 4.61 3.87 4.68 3.92 5.04',
  '3.13 3.03 2.98 2.86 2.85 2.77 3.17 2.46 3.09 2.32 3.12 2.43',
  '5.92 5.90 6.42 5.81 5.92 5.70 6.27 5.76',
  '7.13 5.09 6.62 4.63 6.58 4.61 6.93 5.09',
  '4.54 4.72 4.81 4.61 5.11 4.36 5.29 4.20 5.39 4.36 5.57 4.20',
  '4.48 3.17 4.92 3.12 3.97 2.96',
  '4.22 4.35 4.65 4.62 4.74 3.16 4.44 3.53 4.50 3.53',
  '6.78 7.20 6.07 6.09 6.52 7.00 6.42 7.10 6.41 7.40 5.76 6.80',
  '5.06 4.50 4.72 4.20 4.90 3.80 4.80 3.80 4.90 4.20 5.10 4.50',
].map(pairsOf);
const cardiacRatings = cardiacOutput.flat();
const cardiacSubjects = cardiacOutput.flatMap((pairs, index) => pairs.map(() => `S${index + 1}`));

describe('ICC', () => {
  const judges = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ];
  // Limits as psych 2.2.9 prints them for the same data.
  it.each([
    ['1,1', 0.17, -0.133, 0.723],
    ['2,1', 0.29, 0.019, 0.761],
    ['3,1', 0.71, 0.342, 0.946],
    ['1,k', 0.44, -0.884, 0.912],
    ['2,k', 0.62, 0.071, 0.927],
    ['3,k', 0.91, 0.676, 0.986],
  ] as const)(
    '(%s) is that of Shrout and Fleiss 1979, tables 2 to 4',
    (model, value, lower, upper) => {
      const result = agree({ statistic: 'icc', model, ratings: judges });
      expect(result.value).toBeCloseTo(value, 2);
      expect(result.lower).toBeCloseTo(lower, 3);
      expect(result.upper).toBeCloseTo(upper, 3);
      expect(result).toMatchObject({ model, n: 6, raters: 4, excluded: 0, reason: null });
    }
  );
  it('has the mean squares and F of their table 3', () => {
    const result = agree({ statistic: 'icc', model: '2,1', ratings: judges });
    expect(result.meanSquares?.subjects).toBeCloseTo(11.24, 2);
    expect(result.meanSquares?.raters).toBeCloseTo(32.49, 2);
    expect(result.meanSquares?.residual).toBeCloseTo(1.02, 2);
    expect(result.meanSquares?.within).toBeCloseTo(6.26, 2);
    expect(result.f).toBeCloseTo(11.03, 2);
    expect(result).toMatchObject({ df1: 5, df2: 15 });
    expect(result.p).toBeCloseTo(0.000135, 6);
    expect(agree({ statistic: 'icc', model: '1,1', ratings: judges })).toMatchObject({ df2: 18 });
  });
  it('has the limits of psych 2.2.9 where the raters have one mean', () => {
    const ratings = [
      [9, 8],
      [6, 7],
      [8, 9],
      [4, 4],
      [7, 6],
    ];
    const result = agree({ statistic: 'icc', model: '2,1', ratings });
    expect(result.value).toBeCloseTo(8 / 9, 12);
    expect(result.lower).toBeCloseTo(0.2144625368576453, 9);
    expect(result.upper).toBeCloseTo(0.9879828015030777, 9);
  });
  it('is that of the worked cases of the scores specification, section 1.7', () => {
    const ratings = [
      [9, 10],
      [6, 7],
      [8, 8],
      [4, 6],
      [10, 9],
    ];
    const of = (model: '2,1' | '3,1' | '2,k') => agree({ statistic: 'icc', model, ratings });
    expect(of('2,1').value).toBeCloseTo(7 / 8.4, 12);
    expect(of('3,1').value).toBeCloseTo(7 / 8.3, 12);
    expect(of('2,k').value).toBeCloseTo(7 / 7.7, 12);
  });
});

describe('Bland-Altman', () => {
  it('is that of Bland and Altman 1986, who used 2 SD and rounded on the way', () => {
    const result = agree({ statistic: 'bland-altman', ratings: peakFlow, multiplier: 2 });
    // The paper: -2.1 (SD 38.8), limits -79.7 and 75.5; biases -22.0 to 17.8; -114.3 to -45.1; 40.9 to 110.1.
    expect(result.bias).toBeCloseTo(-2.1, 1);
    expect(result.standardDeviation).toBeCloseTo(38.8, 1);
    const near = (limits: (number | null)[], printed: number[]) =>
      limits.forEach((limit, i) =>
        expect(Math.abs((limit as number) - (printed[i] as number))).toBeLessThan(0.2)
      );
    near([result.lower, result.upper], [-79.7, 75.5]);
    near([result.biasLimits.lower, result.biasLimits.upper], [-22.0, 17.8]);
    near([result.lowerLimits.lower, result.lowerLimits.upper], [-114.3, -45.1]);
    near([result.upperLimits.lower, result.upperLimits.upper], [40.9, 110.1]);
    expect(result).toMatchObject({ n: 17, pairs: 17, raters: 2 });
  });
  it('uses 1.96 unless told otherwise', () => {
    const { bias, standardDeviation, lower, upper, multiplier } = agree({
      statistic: 'bland-altman',
      ratings: peakFlow,
    });
    expect(multiplier).toBe(1.96);
    expect(upper).toBeCloseTo((bias as number) + 1.96 * (standardDeviation as number), 10);
    expect(lower).toBeCloseTo(-78.0973, 4);
  });
  it('has one component from single pairs, and none from one', () => {
    const ratings = [
      [1, 0],
      [4, 2],
      [9, 6],
    ];
    const of = (rows: number[][]) => agree({ statistic: 'bland-altman', ratings: rows }).components;
    expect(of(ratings)).toEqual([{ name: 'between pairs', variance: 1, df: 2 }]);
    expect(of([[1, 0]])).toEqual([]);
  });
  it('with varying truth is that of Bland and Altman 2007, section 4', () => {
    const result = agree({
      statistic: 'bland-altman',
      ratings: cardiacRatings,
      subjects: cardiacSubjects,
    });
    expect(result.bias).toBeCloseTo(0.6021667, 7);
    expect(result.standardDeviation).toBeCloseTo(0.99062408, 7);
    expect(result.lower).toBeCloseTo(-1.3394565, 6);
    expect(result.upper).toBeCloseTo(2.5437899, 6);
    const [between, within] = result.components;
    expect((between?.variance as number) * 4.9818182).toBeCloseTo(4.2090856, 6);
    expect(within).toMatchObject({ df: 48 });
    expect((within?.variance as number) / (1 - 1 / 4.9818182)).toBeCloseTo(0.170714026, 7);
    expect(result).toMatchObject({ n: 12, pairs: 60, excluded: 0 });
  });
  it('with constant truth is that of Bland and Altman 2007, section 3', () => {
    const result = agree({
      statistic: 'bland-altman',
      ratings: cardiacRatings,
      subjects: cardiacSubjects,
      truth: 'constant',
    });
    expect(result.standardDeviation).toBeCloseTo(1.0518506, 7);
    expect(result.lower).toBeCloseTo(-1.4594605, 6);
    expect(result.upper).toBeCloseTo(2.6637939, 6);
    const [between, first, second] = result.components;
    expect(between?.variance).toBeCloseTo(0.91269114, 6);
    expect((first?.variance as number) / 0.7902778).toBeCloseTo(0.107227795, 7);
    expect((second?.variance as number) / 0.7902778).toBeCloseTo(0.137874069, 7);
  });
});

describe('within-subject SD', () => {
  /** Bland and Altman 1996, BMJ 312:1654, table 1: four peak flows of 20 children, l/min. */
  const children =
    `190 220 200 200, 220 200 240 230, 260 260 240 280, 210 300 280 265, 270 265 280 270,
    280 280 270 275, 260 280 280 300, 275 275 275 305, 280 290 300 290, 320 290 300 290,
    300 300 310 300, 270 250 330 370, 320 330 330 330, 335 320 335 375, 350 320 340 365,
    360 320 350 345, 330 340 380 390, 335 385 360 370, 400 420 425 420, 430 460 480 470`
      .split(',')
      .map(row => row.trim().split(/\s+/).map(Number));
  it('is that of Bland and Altman 1996', () => {
    const result = agree({ statistic: 'within-subject-sd', ratings: children });
    expect(result.value).toBeCloseTo(21.5, 1);
    expect((result.value as number) ** 2).toBeCloseTo(460.52, 2);
    expect(result.repeatabilityCoefficient).toBeCloseTo(2.77 * 21.46, 0);
    expect(result).toMatchObject({ n: 20, df: 60, raters: 4 });
  });
  it('gives the smallest detectable change of the scores specification, section 1.7', () => {
    const ratings = [2, -1, 0, 3, -2, 1].map(difference => [difference, 0]);
    const of = (readersAveraged: number) =>
      agree({ statistic: 'within-subject-sd', ratings, scores: 'change', readersAveraged });
    expect(of(1).smallestDetectableChange).toBeCloseTo(2.59, 2);
    expect(of(2).smallestDetectableChange).toBeCloseTo(1.83, 2);
    expect(of(1).smallestDetectableDifference).toBeNull();
    const status = agree({ statistic: 'within-subject-sd', ratings });
    expect(status.smallestDetectableDifference).toBeCloseTo(3.67, 2);
    expect(status.smallestDetectableChange).toBeNull();
  });
});

describe("Lin's concordance", () => {
  it('is the 0.943 that epiR prints for the first readings of Bland and Altman 1986', () => {
    const result = agree({ statistic: 'ccc', ratings: peakFlow });
    expect(result.value).toBeCloseTo(0.943, 3);
    expect((result.pearson as number) * (result.biasCorrection as number)).toBeCloseTo(
      result.value as number,
      12
    );
    expect(result.pearson).toBeCloseTo(0.94, 2);
  });
});
