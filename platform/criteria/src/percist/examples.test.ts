import { describe, expect, it } from '@jest/globals';
import {
  fresh,
  hot,
  other,
  overalls,
  run,
  scan,
  single,
  targetTrace,
  visitOf,
} from './course.testdata.js';

const liver2 = { liverSulMean: 2, liverSulSd: 0.2 };

describe('worked examples of PERCIST', () => {
  it('E1: limit 3.4 g/mL, 10.0 to 7.0 is a partial metabolic response', () => {
    const scans = [scan([hot(10)], liver2), scan([hot(7)], liver2)];
    const { timepoints } = run(scans);
    expect(timepoints[0]?.trace[0]?.numbers.measurableFromSul).toBe(3.4);
    expect(timepoints[1]?.overall).toBe('PMR');
    expect(targetTrace(scans).numbers).toMatchObject({
      changeFromBaselinePct: -30,
      changeFromBaselineSul: -3,
    });
  });

  it('E2: limit 1.7 g/mL, 2.8 to 2.1 or 1.9', () => {
    const { trace } = visitOf(single(2.8, 2.1), 0);
    expect(trace[0]?.numbers.measurableFromSul).toBe(1.7);
    expect(overalls(single(2.8, 2.1))).toEqual(['SMD']);
    expect(overalls(single(2.8, 1.9))).toEqual(['PMR']);
    expect(targetTrace(single(2.8, 1.9)).numbers).toMatchObject({
      changeFromBaselinePct: -32.14,
      changeFromBaselineSul: -0.9,
    });
  });

  it('E3: a rise needs 30 % and 0.80 g/mL', () => {
    expect(overalls(single(2.2, 2.9))).toEqual(['SMD']);
    expect(overalls(single(2.2, 3.0))).toEqual(['PMD']);
    expect(targetTrace(single(2.2, 3.0)).numbers).toMatchObject({
      changeFromReferencePct: 36.36,
      changeFromReferenceSul: 0.8,
    });
  });

  it('E4: a new avid focus is progression', () => {
    const { overall, newLesions, target } = visitOf([
      scan([hot(8)]),
      scan([hot(4), fresh('unequivocal', { sulPeak: 5 })]),
    ]);
    expect({ overall, newLesions, target }).toEqual({
      overall: 'PMD',
      newLesions: true,
      target: 'PMR',
    });
  });

  it('E5: below the liver and nothing distinct is a complete metabolic response', () => {
    const after = (lesion: Parameters<typeof hot>[1]) => [
      scan([hot(8)], liver2),
      scan([hot(1.4, lesion)], liver2),
    ];
    expect(overalls(after({ distinctFromBackground: false }))).toEqual(['CMR']);
    expect(overalls(after({ status: 'absent' }))).toEqual(['CMR']);
  });

  it('E6: liver 2.0 to 2.4 g/mL is not comparable', () => {
    const scans = [scan([hot(10)], liver2), scan([hot(7)], { ...liver2, liverSulMean: 2.4 })];
    expect(overalls(scans)).toEqual(['NE']);
    expect(targetTrace(scans).text).toContain('liver mean SUL 2.4 against 2 g/mL');
  });

  it('E7: 75 % more total lesion glycolysis without a decline of SULpeak', () => {
    const after = (tlg: number) => [scan([hot(6)], { tlg: 60 }), scan([hot(6)], { tlg })];
    expect(overalls(after(104))).toEqual(['SMD']);
    expect(targetTrace(after(104)).numbers.tlgChangePct).toBe(73.33);
    expect(overalls(after(105))).toEqual(['PMD']);
    expect(targetTrace(after(105))).toMatchObject({
      rule: 'target.pmd.extent',
      numbers: { tlgChangePct: 75 },
    });
  });
});

describe('thresholds', () => {
  const strict = { 'percist.strict': true };
  // B 4.0: 2.8 is -30 % and -1.2; 5.2 is +30 % and +1.2. B 2.0: 1.2 is -40 % and -0.8; 2.8 is +40 % and +0.8.
  it.each([
    ['exactly -30 %', 4, 2.8, 'PMR', 'SMD'],
    ['beyond -30 %', 4, 2.79, 'PMR', 'PMR'],
    ['short of -30 %', 4, 2.81, 'SMD', 'SMD'],
    ['exactly +30 %', 4, 5.2, 'PMD', 'SMD'],
    ['beyond +30 %', 4, 5.21, 'PMD', 'PMD'],
    ['short of +30 %', 4, 5.19, 'SMD', 'SMD'],
    ['exactly -0.80 g/mL', 2, 1.2, 'PMR', 'SMD'],
    ['beyond -0.80 g/mL', 2, 1.19, 'PMR', 'PMR'],
    ['short of -0.80 g/mL', 2, 1.21, 'SMD', 'SMD'],
    ['exactly +0.80 g/mL', 2, 2.8, 'PMD', 'SMD'],
    ['beyond +0.80 g/mL', 2, 2.81, 'PMD', 'PMD'],
    ['short of +0.80 g/mL', 2, 2.79, 'SMD', 'SMD'],
    ['3.0 to 2.2, which doubles get wrong', 3, 2.2, 'SMD', 'SMD'],
    ['2.6 to 1.8, -30.8 % and exactly -0.8', 2.6, 1.8, 'PMR', 'SMD'],
  ])('%s', (_name, before, after, inclusive, exclusive) => {
    expect(overalls(single(before, after))).toEqual([inclusive]);
    expect(overalls(single(before, after), strict)).toEqual([exclusive]);
  });

  it('percist.strict holds for total lesion glycolysis as well', () => {
    const after = (tlg: number) => [scan([hot(6)], { tlg: 60 }), scan([hot(6)], { tlg })];
    expect(overalls(after(105), strict)).toEqual(['SMD']);
    expect(overalls(after(105.1), strict)).toEqual(['PMD']);
  });

  it('a decline of SULpeak, however small, keeps extent from being progression', () => {
    expect(overalls([scan([hot(6)], { tlg: 60 }), scan([hot(5.99)], { tlg: 200 })])).toEqual([
      'SMD',
    ]);
  });

  it('percist.pmdRef says what a rise is measured against', () => {
    // 4.0 is +33 % and +1.0 over 3.0, and -50 % of the baseline.
    expect(overalls(single(8, 3, 4))).toEqual(['PMR', 'PMR']);
    expect(overalls(single(8, 3, 4), { 'percist.pmdRef': 'nadir' })).toEqual(['PMR', 'PMD']);
  });

  it('the nadir passes over scans that were not evaluable or not comparable', () => {
    const nadir = { 'percist.pmdRef': 'nadir' };
    const last = scan([hot(4)]);
    const unread = scan([hot(3)], { evaluable: false, reason: 'POOR_QUALITY' });
    const apart = scan([hot(3)], { uptakeMinutes: 80 });
    const partial = scan([hot(3), hot(null, { id: 'T02', evaluable: false })]);
    expect(overalls([scan([hot(8)]), unread, last], nadir)).toEqual(['NE', 'PMR']);
    expect(overalls([scan([hot(8)]), apart, last], nadir)).toEqual(['NE', 'PMR']);
    const two = (sul: number) => scan([hot(sul), hot(1, { id: 'T02' })]);
    expect(overalls([two(8), partial, two(4)], nadir)).toEqual(['NE', 'PMR']);
    expect(overalls([two(8), two(3), two(4)], nadir)).toEqual(['PMR', 'PMD']);
  });

  it('the nadir holds for total lesion glycolysis too', () => {
    const scans = [60, 20, 35].map(tlg => scan([hot(6)], { tlg }));
    expect(overalls(scans)).toEqual(['SMD', 'SMD']);
    expect(overalls(scans, { 'percist.pmdRef': 'nadir' })).toEqual(['SMD', 'PMD']);
  });

  it('a lesion back from nothing needs 0.80 g/mL over the nadir of 0', () => {
    const back = (sul: number) => [
      scan([hot(8)]),
      scan([hot(null, { status: 'absent' })]),
      scan([hot(sul)]),
    ];
    const nadir = { 'percist.pmdRef': 'nadir' };
    expect(overalls(back(0.79), nadir)).toEqual(['CMR', 'PMR']);
    expect(overalls(back(0.8), nadir)).toEqual(['CMR', 'PMD']);
  });
});

describe('best overall response', () => {
  it('needs no confirmation and no duration', () => {
    const { unconfirmed } = run(single(8, 8, 5, 8)).bestOverallResponse;
    expect(unconfirmed).toEqual({ value: 'PMR', date: '2026-04-27' });
    expect(run(single(8, 8)).bestOverallResponse.unconfirmed.value).toBe('SMD');
  });

  it('ends with the first progression', () => {
    expect(run(single(8, 12, 4)).bestOverallResponse.unconfirmed).toEqual({
      value: 'PMD',
      date: '2026-03-02',
    });
  });

  it.each([
    ['NON-CMR/NON-PMD', [scan([other('present')]), scan([other('present')])]],
    ['NED', [scan([], { noDisease: true }), scan([])]],
    ['CMR', [scan([other('present')]), scan([other('present')]), scan([other('absent')])]],
  ])('%s of a subject without a target', (value, scans) => {
    expect(run(scans).bestOverallResponse.unconfirmed.value).toBe(value);
  });

  it('counts an equivocal new lesion that a later scan confirms', () => {
    const scans = [
      scan([hot(8)]),
      scan([hot(5), fresh('equivocal')]),
      scan([hot(5), fresh('unequivocal')]),
    ];
    const { timepoints, bestOverallResponse } = run(scans);
    expect(timepoints[1]).toMatchObject({
      overall: 'PMR',
      revised: { value: 'PMD', byTimepoint: 'V2' },
    });
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'PMD', date: '2026-03-02' });
    expect(overalls(scans, { equivocalBackdate: false })).toEqual(['PMR', 'PMD']);
  });
});
