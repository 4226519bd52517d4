import { describe, expect, it } from '@jest/globals';
import { hot, overalls, scan, single, targetTrace } from './course.testdata.js';

const margin = (...args: Parameters<typeof targetTrace>) => targetTrace(...args).margin;
const sul = (value: number, category: string) => ({ value, unit: 'g/mL', category });

describe('margin of SULpeak', () => {
  it.each([
    // B 10: response from 7.0 down, progression from 13.0 up (30 % is more than 0.8).
    ['relative, response', single(10, 6.5), sul(-0.5, 'SMD')],
    ['relative, stable near response', single(10, 7.4), sul(0.4, 'PMR')],
    ['relative, stable near progression', single(10, 12.5), sul(-0.5, 'PMD')],
    ['relative, progression', single(10, 13.2), sul(0.2, 'SMD')],
    // B 2: response from 1.2 down, progression from 2.8 up (0.8 is more than 30 %).
    ['absolute, response', single(2, 1.1), sul(-0.1, 'SMD')],
    ['absolute, stable near response', single(2, 1.3), sul(0.1, 'PMR')],
    ['absolute, stable near progression', single(2, 2.7), sul(-0.1, 'PMD')],
    ['absolute, progression', single(2, 3), sul(0.2, 'SMD')],
  ])('%s', (_name, scans, expected) => {
    expect(margin(scans)).toEqual(expected);
  });

  it('looks from progression over the nadir at the response to the baseline', () => {
    // Nadir 3: progression from 3.9 (30 %), against 0.8: from 3.8; the larger counts. Below it -51 % of 8.
    expect(margin(single(8, 3, 4), 2, { 'percist.pmdRef': 'nadir' })).toEqual(sul(0.1, 'PMR'));
  });

  it('looks at the background where nothing else keeps a complete response away', () => {
    const to = (value: number, distinctFromBackground: boolean) => [
      scan([hot(8)]),
      scan([hot(value, { distinctFromBackground })]),
    ];
    expect(margin(to(1.1, false))).toEqual(sul(0.1, 'CMR'));
    expect(margin(to(0.9, false))).toEqual(sul(-0.1, 'PMR'));
    expect(margin(to(1.1, true))).toEqual(sul(-4.5, 'SMD'));
  });

  it('names what a complete response would be at the background', () => {
    const finding = { 'percist.comparability': 'finding' };
    const cleared = (before: number, liver: number, after: number, mean: number) =>
      margin(
        [
          scan([hot(before)], { liverSulMean: liver }),
          scan([hot(after, { distinctFromBackground: false })], { liverSulMean: mean }),
        ],
        1,
        finding
      );
    // 7.0 is 30 % and 3.0 below 10; 7.1 is not; 3.0 is 50 % and 1.0 over 2.0.
    expect(cleared(10, 5, 6.9, 7)).toEqual(sul(-0.1, 'PMR'));
    expect(cleared(10, 5, 6.9, 7.1)).toEqual(sul(-0.2, 'SMD'));
    expect(cleared(2, 1, 2.9, 3)).toEqual(sul(-0.1, 'PMD'));
    // 2.8 is 40 % and exactly 0.8 over 2.0.
    expect(cleared(2, 1, 2.7, 2.8)).toEqual(sul(-0.1, 'PMD'));
  });

  it('knows no response of a baseline that can not fall by 0.80 g/mL and stay above 0', () => {
    const dim = { liverSulMean: 0.1, liverSulSd: 0.01 };
    const to = (before: number, after: number) =>
      margin([scan([hot(before)], dim), scan([hot(after)], dim)]);
    expect(to(0.5, 0.4)).toEqual(sul(-0.9, 'PMD'));
    expect(to(0.8, 0.3)).toEqual(sul(-1.3, 'PMD'));
    expect(to(0.9, 0.3)).toEqual(sul(0.2, 'PMR'));
  });

  it('is none of a scan that would not be evaluable if it were comparable', () => {
    const apart = { liverSulMean: 1.4 };
    const unread = hot(null, { evaluable: false });
    expect(margin([scan([hot(8)]), scan([hot(8)], apart)])).toEqual(sul(0.2, 'SMD'));
    expect(margin([scan([hot(8)]), scan([unread], apart)])).toBeNull();
  });

  it('is that of total lesion glycolysis where it decides', () => {
    const scans = [scan([hot(6)], { tlg: 60 }), scan([hot(6)], { tlg: 110 })];
    expect(margin(scans)).toEqual({ value: 5, unit: 'g', category: 'SMD' });
  });

  it('knows that with enough glycolysis the decline of SULpeak alone decides', () => {
    const scans = [scan([hot(6)], { tlg: 60 }), scan([hot(5.9)], { tlg: 110 })];
    expect(margin(scans)).toEqual(sul(-0.1, 'PMD'));
  });

  it('crossed changes the category to the one it names', () => {
    for (const [before, after] of [
      [10, 7.4],
      [10, 12.5],
      [2, 1.3],
      [2, 2.7],
    ] as const) {
      const found = margin(single(before, after));
      const moved = Number((after - (found?.value ?? 0)).toFixed(2));
      expect(overalls(single(before, moved))).toEqual([found?.category]);
    }
  });
});
