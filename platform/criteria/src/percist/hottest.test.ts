import { describe, expect, it } from '@jest/globals';
import type { PercistLesion } from './inputs.js';
import { hot, other, overalls, rulesOf, scan, targetTrace, visitOf } from './course.testdata.js';

const second = (sul: number | null, more: Partial<PercistLesion> = {}) =>
  hot(sul, { id: 'T02', location: 'LIVER', ...more });
const unread = (id = 'T02'): PercistLesion => ({
  id,
  role: 'target',
  evaluable: false,
  reason: 'OBSCURED',
});

describe('the hottest lesion', () => {
  it('may be another one on every scan', () => {
    // 10.0 (T01) to 7.0 (T02): -30 %, while T01 alone fell by 80 % and T02 by 12.5 %.
    const scans = [scan([hot(10), second(8)]), scan([hot(2), second(7)])];
    expect(overalls(scans)).toEqual(['PMR']);
    expect(visitOf(scans).burden).toMatchObject({ value: 7, changeFromBaselinePct: -30 });
    expect(overalls([scan([hot(10), second(8)]), scan([hot(2), second(7.1)])])).toEqual(['SMD']);
  });

  it('may be one that the baseline did not list, with a finding', () => {
    const scans = [scan([hot(10)]), scan([hot(2), second(8)])];
    expect(overalls(scans)).toEqual(['SMD']);
    expect(rulesOf(scans)).toContain('lesion.addedTarget');
  });

  it('once added has to be looked at again', () => {
    const scans = [scan([hot(10)]), scan([hot(2), second(8)]), scan([hot(2)])];
    expect(overalls(scans)).toEqual(['SMD', 'NE']);
    expect(rulesOf(scans, 2)).toContain('lesion.notAssessed');
  });

  it('may be a non-target with a number', () => {
    const scans = [
      scan([hot(10), other('present')]),
      scan([hot(2), other('present', { sulPeak: 14 })]),
    ];
    expect(overalls(scans)).toEqual(['PMD']);
    expect(rulesOf(scans)).toContain('hottest.notTarget');
  });

  it('is a lower bound where a target was not read: progression or not evaluable', () => {
    const base = scan([hot(10), second(8)]);
    expect(overalls([base, scan([hot(12.9), unread()])])).toEqual(['NE']);
    expect(overalls([base, scan([hot(13), unread()])])).toEqual(['PMD']);
    expect(targetTrace([base, scan([hot(13), unread()])]).rule).toBe('target.pmd.partial');
    expect(overalls([base, scan([hot(13), unread()])], { partialBounds: 'none' })).toEqual(['NE']);
    expect(targetTrace([base, scan([hot(5), unread()])]).text).toContain('T02 (OBSCURED)');
  });

  it('stated by the reader is known although others were not read, but no complete response', () => {
    const base = scan([hot(10), second(8)]);
    expect(overalls([base, scan([hot(5, { hottest: true })])])).toEqual(['PMR']);
    const cleared = hot(0.5, { hottest: true, distinctFromBackground: false });
    expect(overalls([base, scan([cleared])])).toEqual(['PMR']);
    expect(
      overalls([scan([hot(10, { hottest: true }), unread()]), scan([hot(5, { hottest: true })])])
    ).toEqual(['PMR']);
  });

  it('stated wrongly is a finding', () => {
    const scans = [scan([hot(10), second(8)]), scan([hot(5, { hottest: true }), second(6)])];
    expect(rulesOf(scans)).toContain('hottest.contradiction');
    expect(visitOf(scans).burden?.value).toBe(6);
  });

  it('of a lesion that split is that of its hottest part', () => {
    const part = (id: string, sul: number) => hot(sul, { id, splitFrom: 'T01' });
    const scans = [scan([hot(10)]), scan([part('T01a', 6), part('T01b', 4)])];
    expect(overalls(scans)).toEqual(['PMR']);
    expect(visitOf(scans).burden?.value).toBe(6);
  });

  it('of merged lesions is that of the host', () => {
    const merged: PercistLesion = { id: 'T02', role: 'target', mergedInto: 'T01' };
    const base = scan([hot(10), second(8)]);
    expect(overalls([base, scan([hot(7), merged])])).toEqual(['PMR']);
    expect(overalls([base, scan([hot(0.5, { status: 'absent' }), merged])])).toEqual(['CMR']);
  });

  it('treated locally follows the parameter', () => {
    const treated = hot(3, { locallyTreated: { date: '2026-02-01', kind: 'ablation' } });
    const scans = [scan([hot(10), second(8)]), scan([treated, second(5)])];
    expect(overalls(scans)).toEqual(['NE']);
    expect(overalls(scans, { localTreatment: 'zero' })).toEqual(['PMR']);
    // Left out of both scans: 8.0 to 5.0, against 10.0 to 5.0.
    expect(visitOf(scans, 1, { localTreatment: 'exclude' }).burden).toMatchObject({
      value: 5,
      changeFromBaselinePct: -37.5,
    });
  });
});

describe('complete metabolic response', () => {
  const cleared = { distinctFromBackground: false };
  const to = (sul: number, more: Partial<PercistLesion>, scanMore = {}) => [
    scan([hot(8)]),
    scan([hot(sul, more)], scanMore),
  ];

  it('is below the liver mean, not at it', () => {
    expect(overalls(to(0.99, cleared))).toEqual(['CMR']);
    expect(overalls(to(1, cleared))).toEqual(['PMR']);
    expect(overalls(to(0.99, { distinctFromBackground: true }))).toEqual(['PMR']);
  });

  it('needs to be told that nothing is distinct', () => {
    expect(overalls(to(0.5, {}))).toEqual(['PMR']);
    expect(rulesOf(to(0.5, {}))).toContain('measurement.distinctNotStated');
    expect(overalls(to(0.5, {}), { 'percist.distinctUnknown': 'byValue' })).toEqual(['CMR']);
    expect(overalls(to(1.5, {}), { 'percist.distinctUnknown': 'byValue' })).toEqual(['PMR']);
  });

  it('needs the background, unless the lesion is gone without a number', () => {
    expect(overalls(to(0.5, cleared, { liverSulMean: null }))).toEqual(['PMR']);
    expect(
      overalls([scan([hot(8)]), scan([hot(null, { status: 'absent' })], { liverSulMean: null })])
    ).toEqual(['CMR']);
    expect(overalls([scan([hot(8)]), scan([hot(null, cleared)])])).toEqual(['NE']);
    const absent = to(0.5, { status: 'absent' }, { liverSulMean: null });
    expect(overalls(absent)).toEqual(['PMR']);
    expect(rulesOf(absent)).toContain('measurement.absentNotBelow');
  });

  it('is below the blood pool where the liver is diseased', () => {
    const diseased = { liverDiseased: true, bloodPoolSulMean: 0.8, bloodPoolSulSd: 0.1 };
    const scans = (sul: number) => [scan([hot(8)], diseased), scan([hot(sul, cleared)], diseased)];
    expect(overalls(scans(0.79))).toEqual(['CMR']);
    expect(overalls(scans(0.9))).toEqual(['PMR']);
  });

  it('is of every lesion', () => {
    const base = scan([hot(8), second(6)]);
    expect(overalls([base, scan([hot(0.5, cleared), second(0.6, cleared)])])).toEqual(['CMR']);
    expect(overalls([base, scan([hot(0.5, cleared), second(1.2, cleared)])])).toEqual(['PMR']);
    expect(overalls([base, scan([hot(0.5, cleared), unread()])])).toEqual(['NE']);
    const withOther = scan([hot(8), other('present')]);
    expect(overalls([withOther, scan([hot(0.5, cleared), other('absent')])])).toEqual(['CMR']);
    expect(overalls([withOther, scan([hot(0.5, cleared), other('present')])])).toEqual(['PMR']);
    expect(overalls([withOther, scan([hot(0.5, cleared)])])).toEqual(['PMR']);
  });

  it('is not reached while another lesion with a number is the hottest, which decides', () => {
    const cleared = hot(null, { status: 'absent' });
    const course = (sulPeak: number) => [
      scan([hot(8), other('present', { sulPeak: 4 })]),
      scan([cleared, other('present', { sulPeak })]),
    ];
    expect(overalls(course(5))).toEqual(['PMR']);
    expect(overalls(course(7))).toEqual(['SMD']);
    expect(overalls(course(10.4))).toEqual(['PMD']);
    // Indistinct and below the liver, but called present: the number does not clear it.
    expect(targetTrace(course(0.5)).margin).toMatchObject({ category: 'SMD' });
  });

  it('once reached, disease seen again is pointed at', () => {
    const scans = [...to(0.5, cleared), scan([hot(4)])];
    expect(overalls(scans)).toEqual(['CMR', 'PMR']);
    expect(rulesOf(scans, 2)).toContain('overall.afterCmr');
  });
});

describe('secondary numbers', () => {
  it('sums the five hottest lesions, two per organ', () => {
    const lesions = [
      hot(10, { id: 'A', location: 'LUNG' }),
      hot(9, { id: 'B', location: 'LUNG' }),
      hot(8, { id: 'C', location: 'LUNG' }),
      hot(7, { id: 'D', location: 'LIVER' }),
      hot(6, { id: 'E', location: 'BONE' }),
      hot(5, { id: 'F', location: 'SPLEEN' }),
      hot(4, { id: 'G', location: 'SKIN' }),
    ];
    // 10 + 9 + 7 + 6 + 5: C is the third of the lung, G the sixth. Half of each at the visit, in any order.
    const halved = lesions
      .map(one => ({ ...one, sulPeak: (one.sulPeak ?? 0) / 2, location: null }))
      .reverse();
    const scans = [scan(lesions), scan(halved)];
    expect(visitOf(scans, 0).burdens?.sulPeakSum).toEqual({ value: 37, unit: 'g/mL' });
    expect(visitOf(scans).burdens?.sulPeakSum).toMatchObject({
      value: 18.5,
      changeFromBaselinePct: -50,
      nadir: 37,
    });
    const found = rulesOf(scans, 0);
    expect(found).toContain('baseline.targets.tooMany');
    expect(found).toContain('baseline.targets.tooManyPerOrgan');
  });

  it('do not decide', () => {
    // The sum falls from 14 to 9 (-36 %), the hottest lesion by a tenth.
    const scans = [scan([hot(7), second(7)]), scan([hot(6.3), second(2.7)])];
    expect(visitOf(scans)).toMatchObject({
      overall: 'SMD',
      burdens: { sulPeakSum: { changeFromBaselinePct: -35.71 } },
    });
  });
});

describe('total lesion glycolysis', () => {
  const lesions = (...tlgs: (number | null)[]) =>
    scan(tlgs.map((tlg, at) => (at === 0 ? hot(6, { tlg }) : second(5, { tlg }))));

  it('is the sum over the targets where no total is given', () => {
    expect(overalls([lesions(40, 20), lesions(70, 35)])).toEqual(['PMD']);
    expect(overalls([lesions(40, 20), lesions(70, 34.9)])).toEqual(['SMD']);
    expect(visitOf([lesions(40, 20), lesions(70, 35)]).burdens?.tlg).toMatchObject({
      value: 105,
      unit: 'g',
      changeFromBaselinePct: 75,
    });
  });

  it('is never compared where a part is missing, which is said', () => {
    const scans = [lesions(40, 20), lesions(200, null)];
    expect(overalls(scans)).toEqual(['SMD']);
    expect(rulesOf(scans)).toContain('tlg.missing');
    expect(visitOf(scans).burdens?.tlg).toBeNull();
    // A total at one scan alone is no total at the other.
    expect(overalls([scan([hot(6)], { tlg: 60 }), scan([hot(6, { tlg: 200 })])])).toEqual(['SMD']);
    expect(rulesOf([scan([hot(6)]), scan([hot(3)])])).not.toContain('tlg.missing');
  });

  it('is not summed over other lesions than those of the baseline', () => {
    const added = scan([hot(6, { tlg: 40 }), second(5, { tlg: 100 })]);
    expect(overalls([scan([hot(6, { tlg: 40 })]), added])).toEqual(['SMD']);
  });

  it('counts a lesion that is gone as nothing and the parts of a split', () => {
    const gone = scan([hot(6, { tlg: 110 }), second(null, { status: 'absent' })]);
    expect(visitOf([lesions(40, 20), gone]).burdens?.tlg?.value).toBe(110);
    const part = (id: string) => second(5, { id, splitFrom: 'T02', tlg: 30 });
    const split = scan([hot(6, { tlg: 45 }), part('T02a'), part('T02b')]);
    expect(visitOf([lesions(40, 20), split]).burdens?.tlg?.value).toBe(105);
  });

  it('less than its lesions is a finding', () => {
    const scans = [lesions(40, 20), { ...lesions(40, 20), tlg: 50 }];
    expect(rulesOf(scans)).toContain('tlg.contradiction');
  });
});
