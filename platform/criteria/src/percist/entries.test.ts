import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';
import { fresh, hot, other, overalls, rulesOf, run, scan, visitOf } from './course.testdata.js';

const placed = (lesion: ReturnType<typeof hot>, location: string | null) => ({
  ...lesion,
  location,
});

describe('dates', () => {
  it('a rise has the date of the latest target, not of another lesion', () => {
    const visit = visitOf([
      scan([hot(10), hot(8, { id: 'T02' }), other('present')]),
      scan([
        hot(13, { date: '2026-03-02' }),
        hot(8, { id: 'T02', date: '2026-03-04' }),
        other('present', { date: '2026-03-06' }),
      ]),
    ]);
    expect(visit).toMatchObject({ overall: 'PMD', date: '2026-03-04' });
  });
  it('other lesions that are worse while the target is stable have their own', () => {
    const visit = visitOf([
      scan([hot(10), other('present')]),
      scan([hot(10, { date: '2026-03-01' }), other('progressed', { date: '2026-03-06' })]),
    ]);
    expect(visit).toMatchObject({ overall: 'PMD', date: '2026-03-06' });
  });
});

describe('numbers', () => {
  it('keep their decimals, those of scans and parameters too', () => {
    const scans = [
      scan([hot(10)], { liverSulMean: 2.0625, injectedActivityMBq: null }),
      scan([hot(6)], { liverSulMean: 2.1875 }),
    ];
    expect(overalls(scans)).toEqual(['PMR']);
    expect(overalls(scans, { 'percist.backgroundDifferenceSul': 0.1251 })).toEqual(['PMR']);
    expect(overalls(scans, { 'percist.backgroundDifferenceSul': 0.125 })).toEqual(['NE']);
    expect(overalls(scans, { 'percist.backgroundDifferenceSul': 0.12501 })).toEqual(['PMR']);
  });
});

describe('places', () => {
  const rule = 'location.missing';
  it('are asked for once, of what is new too', () => {
    const bare = placed(hot(8), null);
    const scans = [
      scan([bare]),
      scan([bare, placed(fresh('equivocal'), null)]),
      scan([bare, hot(7, { id: 'T02', location: null })]),
    ];
    expect(rulesOf(scans, 0)).toContain(rule);
    expect(visitOf(scans, 1).findings.filter(one => one.rule === rule)).toMatchObject([
      { lesion: 'NL01' },
    ]);
    expect(visitOf(scans, 2).findings.filter(one => one.rule === rule)).toMatchObject([
      { lesion: 'T02' },
    ]);
  });
});

describe('lesions beside the hottest', () => {
  const base = [hot(10), hot(5, { id: 'T02' }), hot(4, { id: 'T03' })];
  it('that are worse are all named, by a part too', () => {
    const visit = visitOf([
      scan(base),
      scan([
        hot(10),
        hot(4, { id: 'T02a', splitFrom: 'T02', status: 'progressed' }),
        hot(4.5, { id: 'T03', status: 'progressed' }),
      ]),
    ]);
    expect(visit).toMatchObject({ overall: 'PMD', nonTarget: 'PMD' });
    expect(visit.trace.find(one => one.rule === 'nonTarget.pmd.target')?.text).toContain(
      'T02, T03.'
    );
  });
  it('are not worse at a scan that could not be read', () => {
    const worse = hot(4.5, { id: 'T03', status: 'progressed' });
    const visit = visitOf([scan(base), scan([hot(10), worse], { evaluable: false })]);
    expect(visit).toMatchObject({ overall: 'NE', nonTarget: null });
  });
  it('that are new but were not read tell nothing', () => {
    const unread = fresh('unequivocal', { evaluable: false });
    expect(overalls([scan([hot(8)]), scan([hot(4), unread])])).toEqual(['PMR']);
    expect(overalls([scan([hot(8)]), scan([hot(4), fresh(null, { sulPeak: 0 })])])).toEqual([
      'PMR',
    ]);
  });
});

describe('names', () => {
  it('of the criterion and its parameters', () => {
    expect(run([])).toMatchObject({
      criterion: 'percist-1.0',
      parameters: { 'percist.pmdRef': 'baseline' },
      timepoints: [],
    });
    expect(() => run([], { unknown: 1 })).toThrow(/percist-1\.0/);
  });
  it('of components that the table does not have', () => {
    const of = (components: Record<string, unknown>) =>
      combine({ criterion: 'percist-1.0', components }).overall;
    expect(() => of({ target: 'PR' })).toThrow(/percist-1\.0/);
    expect(of({ target: 'CMR', newLesions: 'NO' })).toBe('CMR');
    expect(of({ target: 'CMR', newLesions: 'NE' })).toBe('PMR');
    expect(of({ target: 'CMR', newLesions: 'NA' })).toBe('CMR');
    expect(of({ target: 'NE', nonTarget: 'PMD' })).toBe('NE');
  });
});
