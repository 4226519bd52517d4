import { describe, expect, it } from '@jest/globals';
import { fresh, hot, other, overalls, run, scan, targetTrace, visitOf } from './course.testdata.js';

const second = (sul: number | null, more = {}) => hot(sul, { id: 'T02', ...more });
const sul = (value: number, category: string) => ({ value, unit: 'g/mL', category });
const margin = (...args: Parameters<typeof targetTrace>) => targetTrace(...args).margin;

describe('what is measured', () => {
  const base = scan([hot(8), other('present')]);
  const burden = (...lesions: Parameters<typeof scan>[0]) =>
    visitOf([base, scan(lesions)]).burden?.value;
  it('are other lesions that were read and are there', () => {
    expect(burden(hot(4), other('present', { sulPeak: 6 }))).toBe(6);
    expect(burden(hot(4), other('present', { sulPeak: 6, evaluable: false }))).toBe(4);
    // The number of normal tissue where the lesion was.
    expect(burden(hot(4), other('absent', { sulPeak: 6 }))).toBe(4);
  });
  it('is nothing of a scan that could not be read', () => {
    const visit = scan([hot(4), other('present', { sulPeak: 6 })], { evaluable: false });
    expect(visitOf([base, visit]).burden).toMatchObject({ value: null, lowerBound: 0 });
  });
  it('is a target that a later scan adds, once', () => {
    const scans = [scan([hot(8)]), scan([hot(4), second(3)]), scan([hot(4), second(3)])];
    expect(visitOf(scans, 2).lesions?.map(({ id }) => id)).toEqual(['T01', 'T02']);
  });
  it('is the hottest one that the reader states, unless that is a new lesion', () => {
    const two = scan([hot(8), second(6)]);
    const unread = hot(null, { evaluable: false });
    expect(overalls([two, scan([unread, second(4, { hottest: true })])])).toEqual(['PMR']);
    const called = fresh('equivocal', { sulPeak: 5, hottest: true });
    expect(overalls([two, scan([unread, second(4), called])])).toEqual(['NE']);
  });
});

describe('why a lesion was not read', () => {
  const reason = (more: Parameters<typeof hot>[1]) =>
    visitOf([scan([hot(8)]), scan([hot(null, more)])]).lesions?.[0]?.reason;
  it('is what was stated, else that it is too small to measure', () => {
    const small = { tooSmallToMeasure: true };
    expect(reason({ ...small, evaluable: false, reason: 'OBSCURED' })).toBe('OBSCURED');
    expect(reason({ ...small, evaluable: true })).toBe('TOO_SMALL_TO_MEASURE');
    expect(reason({ status: 'absent', distinctFromBackground: true })).toBe('CONTRADICTION');
  });
});

describe('other lesions without a state', () => {
  const gone = hot(null, { status: 'absent' });
  const of = (more: Parameters<typeof other>[1]) =>
    visitOf([scan([hot(8), other('present')]), scan([gone, other(null, more)])]).nonTarget;
  it('are what their number and their look say', () => {
    expect(of({ sulPeak: 0 })).toBe('CMR');
    expect(of({ sulPeak: 3 })).toBe('NON-CMR/NON-PMD');
    expect(of({ distinctFromBackground: true })).toBe('NON-CMR/NON-PMD');
    expect(of({ distinctFromBackground: false })).toBe('CMR');
    expect(of({})).toBe('NE');
    expect(of({ sulPeak: 3, evaluable: false })).toBe('NE');
  });
});

describe('uptake below the background', () => {
  const byValue = { 'percist.distinctUnknown': 'byValue' };
  it('that is called progressed is distinct from it', () => {
    const to = (more = {}) => [scan([hot(8)]), scan([hot(0.5, more)])];
    expect(overalls(to(), byValue)).toEqual(['CMR']);
    expect(overalls(to({ status: 'progressed' }), byValue)).toEqual(['PMR']);
  });
  it('is no complete response where the background is not known', () => {
    const scans = [scan([hot(8)]), scan([hot(0.5)], { liverSulMean: null })];
    expect(overalls(scans, byValue)).toEqual(['PMR']);
  });
  it('of a lesion that merged is for its host to say', () => {
    const merged = { id: 'T02', role: 'target', mergedInto: 'NT01' } as const;
    const visit = visitOf([
      scan([hot(8), second(6), other('present')]),
      scan([hot(null, { status: 'absent' }), merged, other('present')]),
    ]);
    expect(visit).toMatchObject({ target: 'CMR', nonTarget: 'NON-CMR/NON-PMD', overall: 'PMR' });
  });
});

describe('the margin to a complete response', () => {
  const dim = { distinctFromBackground: false };
  const two = scan([hot(8), second(6)]);
  it('asks no look of a lesion that merged into another', () => {
    const merged = { id: 'T02', role: 'target', mergedInto: 'T01' } as const;
    expect(margin([two, scan([hot(1.1, dim), merged])])).toEqual(sul(0.1, 'CMR'));
  });
  it('is none while a lesion was not read, whoever is the hottest', () => {
    const visit = scan([hot(1.1, { ...dim, hottest: true }), second(null, { evaluable: false })]);
    expect(margin([two, visit])).toEqual(sul(-4.5, 'SMD'));
  });
  it('asks the look of each part of a target, not of parts of others', () => {
    const part = (id: string, from: string, distinctFromBackground: boolean) =>
      hot(1.1, { id, splitFrom: from, distinctFromBackground });
    const parts = (distinct: boolean) =>
      scan([part('T01a', 'T01', false), part('T01b', 'T01', distinct)]);
    expect(margin([scan([hot(8)]), parts(false)])).toEqual(sul(0.1, 'CMR'));
    expect(margin([scan([hot(8)]), parts(true)])).toEqual(sul(-4.5, 'SMD'));
    const others = scan([hot(1.1, dim), { ...part('NT01a', 'NT01', true), role: 'non-target' }]);
    expect(margin([scan([hot(8), other('present')]), others])).toEqual(sul(0.1, 'CMR'));
  });
});

describe('new lesions in doubt', () => {
  const target = hot(4);
  const doubt = fresh('equivocal');
  const revised = (...visits: Parameters<typeof scan>[0][]) =>
    run([scan([hot(8)]), ...visits.map(lesions => scan([target, ...lesions]))])
      .timepoints.slice(1)
      .map(one => one.revised?.byTimepoint ?? null);
  it.each([
    ['absent', fresh('absent')],
    ['not distinct', fresh(null, { distinctFromBackground: false })],
    ['without uptake', fresh(null, { sulPeak: 0 })],
  ])('that were %s in between are others when they come back', (_name, between) => {
    expect(revised([doubt], [fresh('unequivocal')])).toEqual(['V2', null]);
    expect(revised([doubt], [between], [fresh('unequivocal')])).toEqual([null, null, null]);
  });
  it('are not judged after a baseline that could not be read', () => {
    const scans = [
      scan([hot(8)], { evaluable: false }),
      scan([target, doubt]),
      scan([target, fresh('unequivocal')]),
    ];
    expect(run(scans).timepoints.map(one => one.revised ?? null)).toEqual([null, null, null]);
  });
});
