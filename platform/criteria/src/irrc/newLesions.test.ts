import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { fresh, index, nonIndex, run } from './irrc.testdata.js';

const base = [index(1000)];
const burdens = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(({ burden }) => burden?.value ?? null);
const target = (visit: number, visits: LesionInput[][], parameters = {}) =>
  run(visits, parameters).timepoints[visit]?.trace.find(({ rule }) => rule.startsWith('target.'));

describe('a new lesion', () => {
  it('counts from the visit that has both diameters of it', () => {
    const long: LesionInput = { ...fresh(10, 1), perpendicularDiameterMm: null };
    // 4 by 4 mm after one diameter alone: never measurable, so it does not count.
    expect(burdens([base, [index(400), long], [index(400), fresh(4, 4)]])).toEqual([null, 400]);
  });
  it('called too small to measure is not measurable, whatever its numbers are', () => {
    const small = fresh(6, 6, { tooSmallToMeasure: true });
    const visits = [base, [index(0), small]];
    expect(burdens(visits)).toEqual([0]);
    expect(run(visits).timepoints[1]).toMatchObject({
      overall: 'irPR',
      components: { newLesions: 'YES', newMeasurable: 'NO' },
    });
  });
  it('that splits is its parts, not counted beside them', () => {
    const part = (id: string) => fresh(10, 10, { id, splitFrom: 'NL01' });
    const visits = [
      base,
      [index(400), fresh(20, 20)],
      [index(400), part('NL01a'), part('NL01b')],
      [index(400), part('NL01a'), fresh(10, 10, { id: 'NL01c', splitFrom: 'NL01b' })],
    ];
    expect(burdens(visits)).toEqual([800, 600, 600]);
    // A part that is not listed leaves the burden open and is no lesion of its own.
    const lost = run([...visits.slice(0, 3), [index(400), part('NL01b')]]).timepoints[3];
    expect(lost).toMatchObject({ overall: 'NE', components: { newLesions: 'NO' } });
    expect(run(visits).timepoints[2]).toMatchObject({
      components: { newLesions: 'NO', newMeasurable: 'YES' },
    });
  });
});

describe('without index lesions', () => {
  const there = nonIndex('present');
  const lost = (id: string) => fresh(0, 0, { id, evaluable: false });
  it('what was read of the new ones is irPD, nothing read is NE', () => {
    const first = [there, fresh(20, 20), fresh(10, 10, { id: 'NL02' })];
    const one = [there, fresh(20, 20), lost('NL02')];
    expect(run([[there], first, one]).timepoints[2]?.overall).toBe('irPD');
    expect(target(2, [[there], first, one])).toMatchObject({
      rule: 'target.none',
      text: 'No index lesion at baseline; new measurable lesions sum to 400 mm².',
    });
    const none = [there, lost('NL01'), lost('NL02')];
    expect(run([[there], first, none]).timepoints[2]?.overall).toBe('NE');
    expect(target(2, [[there], first, none])?.text).toBe(
      'Not evaluable: NL01, NL02 were not read and no index lesion is there to judge by.'
    );
    const single = [[there], [there, fresh(20, 20)], [there, lost('NL01')]];
    expect(target(2, single)?.text).toBe(
      'Not evaluable: NL01 was not read and no index lesion is there to judge by.'
    );
  });
});

describe('index lesions', () => {
  const small = (id: string): LesionInput => ({ id, role: 'target', tooSmallToMeasure: true });
  const gone = (id: string): LesionInput => ({ id, role: 'target', status: 'absent' });
  it('too small to measure have the size that the parameter says, to its decimals', () => {
    expect(burdens([[index(1000)], [small('T01')]], { tstmDefaultMm: 4.25 })).toEqual([18.06]);
  });
  it('are gone when each of them is', () => {
    const two = [index(500), index(500, 'T02')];
    expect(run([two, [gone('T01'), gone('T02')]]).timepoints[1]?.overall).toBe('irCR');
    expect(run([two, [small('T01'), gone('T02')]]).timepoints[1]?.overall).toBe('irPR');
  });
  it('treated locally and counted as 0 are not gone', () => {
    const treated: LesionInput = { ...index(400), locallyTreated: { date: '2026-01-20' } };
    const two = [index(500), index(500, 'T02')];
    const zero = { localTreatment: 'zero' };
    expect(run([base, [treated]], zero).timepoints[1]?.overall).toBe('irPR');
    expect(run([two, [treated, gone('T02')]], zero).timepoints[1]?.overall).toBe('irPR');
  });
  it('treated locally and left out leave nothing to judge, and no edge to be near', () => {
    const treated: LesionInput = { ...index(400), locallyTreated: { date: '2026-01-20' } };
    const visits = [base, [treated]];
    const parameters = { localTreatment: 'exclude' };
    expect(run(visits, parameters).timepoints[1]).toMatchObject({ overall: 'NE', burden: null });
    const trace = target(1, visits, parameters);
    expect(trace?.text).toBe('Every index lesion was treated locally.');
    expect(trace).not.toHaveProperty('threshold');
  });
  it('not read have no bound where a bound alone decides nothing', () => {
    const visits = [
      [index(500), index(500, 'T02')],
      [index(1250), { id: 'T02', role: 'target', evaluable: false } satisfies LesionInput],
    ];
    expect(target(1, visits, { partialBounds: 'none' })).toMatchObject({
      rule: 'target.ne',
      text: 'Not evaluable: T02 (OTHER).',
    });
    expect(target(1, visits)).toMatchObject({
      rule: 'target.pd.partial',
      margin: { value: 0, unit: 'mm2', category: 'NE' },
    });
  });
});
