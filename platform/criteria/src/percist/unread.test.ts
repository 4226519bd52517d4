import { describe, expect, it } from '@jest/globals';
import type { PercistLesion } from './inputs.js';
import { hot, other, overalls, rulesOf, scan, targetTrace, visitOf } from './course.testdata.js';

const second = (sul: number | null, more: Partial<PercistLesion> = {}) =>
  hot(sul, { id: 'T02', location: 'LIVER', ...more });

describe('scans that were not read', () => {
  it('name the reason of a baseline, OTHER where none is stated', () => {
    const text = (reason?: 'POOR_QUALITY') => {
      const base = scan([hot(8)], { evaluable: false, ...(reason ? { reason } : {}) });
      return visitOf([base, scan([hot(3)])]).trace.at(-1)?.text;
    };
    expect(text()).toBe('Not evaluable: the baseline is not evaluable (OTHER).');
    expect(text('POOR_QUALITY')).toBe(
      'Not evaluable: the baseline is not evaluable (POOR_QUALITY).'
    );
  });

  it('have no target response where there is no target', () => {
    const visit = visitOf([
      scan([other('present')]),
      scan([other('present')], { evaluable: false }),
    ]);
    expect(visit).toMatchObject({ target: null, overall: 'NE' });
    expect(visit.trace.map(({ rule }) => rule)).not.toContain('target.ne');
  });

  it('after a baseline that has no value, revise nothing', () => {
    const lesion = (status: 'equivocal' | 'unequivocal'): PercistLesion => ({
      id: 'NL01',
      role: 'new',
      location: 'BONE',
      status,
    });
    const scans = [
      scan([hot(null)]),
      scan([hot(3), lesion('equivocal')]),
      scan([hot(3), lesion('unequivocal')]),
    ];
    expect(overalls(scans)).toEqual(['NE', 'NE']);
    expect(visitOf(scans).revised).toBeNull();
  });

  it('of another organ leave no change of total lesion glycolysis', () => {
    const scans = [scan([hot(8)], { tlg: 100 }), scan([hot(8)], { tlg: 80, sameScanner: false })];
    expect(visitOf(scans).burdens?.['tlg']).toMatchObject({
      value: 80,
      nadir: null,
      changeFromBaselinePct: null,
    });
  });
});

describe('targets that were all treated and left out', () => {
  it('are not evaluable, whatever another lesion has', () => {
    const base = scan([hot(8), other('present', { sulPeak: 5 })]);
    const treated = hot(4, { locallyTreated: { date: '2026-01-20' } });
    const scans = [base, scan([treated, other('present', { sulPeak: 14 })])];
    const trace = targetTrace(scans, 1, { localTreatment: 'exclude' });
    expect(trace.rule).toBe('target.ne');
    expect(trace).not.toHaveProperty('threshold');
  });
});

describe('a SULpeak of 0', () => {
  it('called the hottest contradicts nothing where none is above 0', () => {
    const base = scan([hot(8), second(5)]);
    const called = (sul: number) => rulesOf([base, scan([hot(0, { hottest: true }), second(sul)])]);
    expect(called(0)).not.toContain('hottest.contradiction');
    expect(called(2)).toContain('hottest.contradiction');
  });

  it('is no hottest lesion: one that is worse and was not read counts', () => {
    const base = scan([hot(8), second(5)]);
    const worse = second(null, { status: 'progressed', evaluable: false });
    expect(visitOf([base, scan([hot(0), worse])])).toMatchObject({
      target: 'NE',
      nonTarget: 'PMD',
    });
  });
});

describe('the baseline output', () => {
  it('has a lower bound only where a lesion was not read', () => {
    const burdens = (sul: number | null) => visitOf([scan([hot(8), second(sul)])], 0).burdens;
    expect(Object.keys(burdens(5)?.['sulPeak'] ?? {})).toEqual(['value', 'unit']);
    expect(burdens(null)?.['sulPeak']).toEqual({ value: null, unit: 'g/mL', lowerBound: 8 });
  });
});

describe('a target that the baseline did not list, where nothing was measurable', () => {
  it.each(['LUNG', 'LYMPH NODE'])('is there in the %s though too small to measure', location => {
    // Liver 1.0 and 0.1: limit 1.7. A node is no smaller a lesion to PERCIST than another.
    const added = hot(null, { id: 'T02', location, tooSmallToMeasure: true });
    const visit = visitOf([scan([hot(1.6)]), scan([hot(null, { status: 'absent' }), added])]);
    expect(visit).toMatchObject({ target: null, nonTarget: 'NON-CMR/NON-PMD' });
  });
});
