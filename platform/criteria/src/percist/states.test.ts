import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { PercistLesion } from './inputs.js';
import { fresh, hot, other, overalls, rulesOf, run, scan, visitOf } from './course.testdata.js';

const NN = 'NON-CMR/NON-PMD';
const second = (sul: number | null, more: Partial<PercistLesion> = {}) =>
  hot(sul, { id: 'T02', location: 'LIVER', ...more });

describe('baseline', () => {
  it('without a measurable lesion follows every lesion by its state', () => {
    // Liver 1.0 and 0.1: limit 1.7.
    const from = (after: PercistLesion) => [scan([hot(1.6)]), scan([after])];
    expect(rulesOf(from(hot(1)), 0)).toContain('baseline.target.belowLimit');
    expect(overalls(from(hot(1.2)))).toEqual([NN]);
    expect(overalls(from(hot(0.5, { distinctFromBackground: false })))).toEqual(['CMR']);
    expect(overalls(from(hot(null, { status: 'absent' })))).toEqual(['CMR']);
    expect(overalls(from(hot(3, { status: 'progressed' })))).toEqual(['PMD']);
    expect(overalls(from(hot(null, { evaluable: false })))).toEqual(['NE']);
    expect(visitOf(from(hot(1.2)))).toMatchObject({ target: null, nonTarget: NN });
    expect(overalls(from(hot(4)))).toEqual([NN]);
    expect(rulesOf(from(hot(4)))).toContain('nonMeasurable.risen');
    expect(overalls(from(hot(4)), { 'percist.belowLimit': 'rate' })).toEqual(['PMD']);
  });

  it('is measurable at the limit, by the hottest lesion alone', () => {
    const scans = [scan([hot(1.7), second(1.2)]), scan([hot(0.9), second(0.9)])];
    expect(overalls(scans)).toEqual(['PMR']);
    const found = visitOf(scans, 0).findings.filter(
      ({ rule }) => rule === 'baseline.target.belowLimit'
    );
    expect(found.map(({ lesion, severity }) => [lesion, severity])).toEqual([['T02', 'warning']]);
  });

  it('of a diseased liver is measured by the blood pool', () => {
    // 2.0 x 1.0 + 2 x 0.1 = 2.2, against 1.7 by the liver.
    const diseased = { liverDiseased: true, bloodPoolSulMean: 1, bloodPoolSulSd: 0.1 };
    expect(overalls([scan([hot(2.1)], diseased), scan([hot(1)], diseased)])).toEqual([NN]);
    expect(overalls([scan([hot(2.2)], diseased), scan([hot(1)], diseased)])).toEqual(['PMR']);
  });

  it('with nothing there is NED until something comes', () => {
    const none = scan([], { noDisease: true });
    expect(overalls([none, scan([])])).toEqual(['NED']);
    expect(overalls([none, scan([fresh('unequivocal')])])).toEqual(['PMD']);
    expect(rulesOf([none, scan([hot(5)])])).toContain('lesion.notAtBaseline');
    expect(rulesOf([scan([]), scan([])], 0)).toContain('baseline.noLesions');
  });

  it('missing or not evaluable makes every visit NE', () => {
    const unread = scan([hot(8)], { evaluable: false, reason: 'POOR_QUALITY' });
    expect(overalls([unread, scan([hot(3), fresh('unequivocal')])])).toEqual(['NE']);
    const blank = [scan([hot(null)]), scan([hot(3)])];
    expect(overalls(blank)).toEqual(['NE']);
    expect(rulesOf(blank, 0)).toEqual(
      expect.arrayContaining(['baseline.notEvaluable', 'measurement.missing'])
    );
    expect(run(blank).bestOverallResponse.unconfirmed.value).toBe('NE');
    const empty = assess({ criterion: 'percist-1.0', timepoints: [] });
    expect(empty.bestOverallResponse.unconfirmed.value).toBe('MISSING');
  });
});

describe('visits', () => {
  it('not evaluable say why', () => {
    const { overall, trace } = visitOf([
      scan([hot(8)]),
      scan([hot(3)], { evaluable: false, reason: 'POOR_QUALITY' }),
    ]);
    expect(overall).toBe('NE');
    expect(trace.at(-1)?.text).toContain('POOR_QUALITY');
  });

  it.each([
    ['no number and no state', hot(null), 'measurement.missing'],
    ['present without a number', hot(null, { status: 'present' }), 'measurement.missing'],
    ['too small to measure', hot(null, { tooSmallToMeasure: true }), 'measurement.missing'],
    [
      'not distinct without a number',
      hot(null, { distinctFromBackground: false }),
      'measurement.missing',
    ],
    [
      'absent yet distinct',
      hot(null, { status: 'absent', distinctFromBackground: true }),
      'measurement.contradiction',
    ],
    ['zero yet present', hot(0, { status: 'present' }), 'measurement.contradiction'],
  ])('%s is NE with a finding', (_name, lesion, rule) => {
    const scans = [scan([hot(8)]), scan([lesion])];
    expect(overalls(scans)).toEqual(['NE']);
    expect(rulesOf(scans)).toContain(rule);
  });

  it('take a lesion too small to measure by its number', () => {
    expect(overalls([scan([hot(8)]), scan([hot(2, { tooSmallToMeasure: true })])])).toEqual([
      'PMR',
    ]);
  });

  it('that do not list a lesion are NE', () => {
    const scans = [scan([hot(8), second(5)]), scan([second(2)])];
    expect(overalls(scans)).toEqual(['NE']);
    expect(rulesOf(scans)).toContain('lesion.notAssessed');
  });
});

describe('other lesions', () => {
  const base = scan([hot(8), other('present')]);

  it.each([
    ['one part stands out', 6, 'PMR', 'NON-CMR/NON-PMD'],
    ['no part is above the background', 0.5, 'PMR', 'CMR'],
  ] as const)(
    'that split are followed by the uptake of their parts: %s',
    (_name, sul, ...rated) => {
      const part = (id: string) =>
        other(null, { id, splitFrom: 'NT01', sulPeak: sul, distinctFromBackground: sul > 1 });
      const { overall, nonTarget } = visitOf([base, scan([hot(4), part('NT01a'), part('NT01b')])]);
      expect([overall, nonTarget]).toEqual(rated);
    }
  );

  it.each([
    ['present', 'PMR'],
    ['absent', 'PMR'],
    ['progressed', 'PMD'],
  ] as const)('%s beside a falling target', (status, expected) => {
    expect(overalls([base, scan([hot(4), other(status)])])).toEqual([expected]);
  });

  it('of targets that are not the hottest count when unequivocally worse', () => {
    const two = scan([hot(8), second(5)]);
    const grown = second(3, { status: 'progressed' });
    expect(overalls([two, scan([hot(4), grown])])).toEqual(['PMD']);
    expect(overalls([two, scan([hot(4), second(3)])])).toEqual(['PMR']);
    const hottest = [two, scan([hot(4, { status: 'progressed' }), second(3)])];
    expect(overalls(hottest)).toEqual(['PMR']);
    expect(rulesOf(hottest)).toContain('hottest.progressed');
  });

  it('follow the judgement of the whole, and their numbers without a state', () => {
    const judged = scan([hot(4), other('progressed')], { nonTargetJudgement: 'NON-CR/NON-PD' });
    expect(overalls([base, judged])).toEqual(['PMR']);
    const numbered = (sulPeak: number, distinctFromBackground: boolean | null) =>
      scan([hot(null, { status: 'absent' }), other(null, { sulPeak, distinctFromBackground })]);
    expect(overalls([base, numbered(0.5, false)])).toEqual(['CMR']);
    expect(overalls([base, numbered(0.5, null)])).toEqual(['PMR']);
    expect(overalls([base, numbered(1.5, false)])).toEqual(['PMR']);
    expect(rulesOf([base, scan([hot(4), other(null)])])).toContain('nonTarget.stateMissing');
  });
});

describe('new lesions', () => {
  const after = (lesion: PercistLesion) => [
    scan([hot(8)]),
    scan([hot(null, { status: 'absent' }), lesion]),
  ];
  it.each([
    ['unequivocal', fresh('unequivocal'), 'PMD'],
    ['equivocal', fresh('equivocal'), 'CMR'],
    ['absent', fresh('absent'), 'CMR'],
    ['by its uptake', fresh(null, { sulPeak: 3 }), 'PMD'],
    ['not distinct', fresh(null, { sulPeak: 0.5, distinctFromBackground: false }), 'CMR'],
    ['distinct', fresh(null, { distinctFromBackground: true }), 'PMD'],
    ['not evaluable', fresh(null, { evaluable: false }), 'PMR'],
    ['without a state', fresh(null), 'PMR'],
  ])('%s', (_name, lesion, expected) => {
    expect(overalls(after(lesion))).toEqual([expected]);
  });

  it('that could not be judged forbid CMR unless the parameter ignores them', () => {
    expect(overalls(after(fresh(null)), { newLesionNe: 'ignore' })).toEqual(['CMR']);
    expect(rulesOf(after(fresh(null)))).toContain('newLesion.stateMissing');
  });
});

describe('what a number is', () => {
  const suv = (suvPeak: number, more: Partial<PercistLesion> = {}): PercistLesion => ({
    id: 'T01',
    role: 'target',
    location: 'LUNG',
    suvPeak,
    ...more,
  });

  it('suvPeak is taken as SULpeak, and said', () => {
    const scans = [scan([suv(8)]), scan([suv(5)])];
    expect(overalls(scans)).toEqual(['PMR']);
    expect(rulesOf(scans, 0)).toContain('measurement.suvPeak');
    expect(rulesOf(scans)).toContain('measurement.suvPeak');
  });

  it('sulPeak is used where both are given', () => {
    const scans = [scan([suv(8, { sulPeak: 8 })]), scan([suv(8, { sulPeak: 5 })])];
    expect(overalls(scans)).toEqual(['PMR']);
    expect(rulesOf(scans, 0)).not.toContain('measurement.suvPeakDiffers');
    expect(rulesOf(scans)).toContain('measurement.suvPeakDiffers');
  });

  it('a lesion in a liver of which nothing is said is a note', () => {
    expect(rulesOf([scan([second(8)]), scan([second(8)])], 0)).toContain('background.liverLesion');
    expect(
      rulesOf([scan([second(8)], { liverDiseased: false }), scan([second(8)])], 0)
    ).not.toContain('background.liverLesion');
  });
});

describe('input that can not be used', () => {
  it.each([
    [{ parameters: { 'percist.pmdRef': 'last' } }, 'CL_PARAMETER'],
    [{ parameters: { pmdRef: 'nadir' } }, 'CL_PARAMETER'],
    [{ timepoints: [{ id: 'BL', lesions: [hot(-1)] }] }, 'CL_ASSESSMENT_INPUT'],
    [{ timepoints: [{ id: 'BL', liverSulMean: 'high', lesions: [] }] }, 'CL_ASSESSMENT_INPUT'],
  ])('%j is refused', (more, code) => {
    const input = { criterion: 'percist-1.0', timepoints: [], ...more };
    expect(() => assess(input as Parameters<typeof assess>[0])).toThrow(
      expect.objectContaining({ code })
    );
  });
});
