import { describe, expect, it } from '@jest/globals';
import type { LesionInput, TimepointInput } from '../schemas.js';
import { lesionsOf } from './lesions.js';
import { diameters } from './measure.js';
import { mergeHost, readSubject, splitRoot } from './subject.js';

const lesion = (id: string, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  ...more,
});
const read = (timepoints: TimepointInput[]) =>
  readSubject({ criterion: 'recist-1.1', timepoints }, diameters(5), [5]);
const at = (
  id: string,
  date: string | null,
  lesions: LesionInput[] = [],
  kind?: string
): TimepointInput => ({ id, date, lesions, ...(kind === undefined ? {} : { kind }) });

describe('a subject that is refused', () => {
  const day = '2026-01-05';
  const bad = '2026-02-30';
  const badMessage = `"${bad}" is not a date (YYYY-MM-DD)`;
  it.each<[string, TimepointInput[], string, string, string]>([
    [
      'a lesion twice',
      [at('BL', day), at('V1', day, [lesion('T01'), lesion('T02'), lesion('T01')])],
      'CL_LESION_DUPLICATE',
      '/timepoints/1/lesions/2/id',
      'timepoint V1 lists lesion T01 twice',
    ],
    [
      'a scan on no day',
      [at('BL', day, [lesion('T01'), lesion('T02', { date: bad })])],
      'CL_DATE',
      '/timepoints/0/lesions/1/date',
      badMessage,
    ],
    [
      'a treatment on no day',
      [at('BL', day, [lesion('T01', { locallyTreated: { date: bad } })])],
      'CL_DATE',
      '/timepoints/0/lesions/0/locallyTreated/date',
      badMessage,
    ],
    [
      'a visit on no day',
      [at('BL', day), at('V1', bad)],
      'CL_DATE',
      '/timepoints/1/date',
      badMessage,
    ],
    [
      'a timepoint twice',
      [at('BL', day), at('V1', day), at('V1', day)],
      'CL_TIMEPOINT_DUPLICATE',
      '/timepoints/2/id',
      'timepoint V1 is given twice',
    ],
    [
      'two baselines',
      [at('BL', day, [], 'baseline'), at('SCR', day, [], 'baseline'), at('V1', day)],
      'CL_TIMEPOINT_ORDER',
      '/timepoints',
      'more than one baseline: BL, SCR',
    ],
    [
      'one date missing',
      [at('BL', day), at('V1', null), at('V2', null)],
      'CL_DATE',
      '/timepoints/1/date',
      'timepoint V1 has no date while others have one',
    ],
    [
      'the first date missing',
      [at('BL', null), at('V1', day)],
      'CL_DATE',
      '/timepoints/0/date',
      'timepoint BL has no date while others have one',
    ],
    [
      'a visit before the baseline, the earliest of them',
      [at('V1', '2026-01-04'), at('BL', day, [], 'baseline'), at('V0', '2026-01-03')],
      'CL_TIMEPOINT_ORDER',
      '/timepoints/2/date',
      'timepoint V0 is before the baseline',
    ],
  ])('%s', (_name, timepoints, code, path, message) => {
    expect(() => read(timepoints)).toThrow(expect.objectContaining({ code, path, message }));
  });
});

describe('a subject that is read', () => {
  const order = (timepoints: TimepointInput[]) => {
    const { baseline, visits } = read(timepoints);
    return [baseline?.id, ...visits.map(({ id }) => id)];
  };
  it('is in the order of its dates, and as given on one date or without dates', () => {
    const day = '2026-03-02';
    expect(order([at('V2', day), at('V1', day), at('BL', '2026-01-05')])).toEqual([
      'BL',
      'V2',
      'V1',
    ]);
    expect(order([at('BL', null), at('V2', null), at('V1', null)])).toEqual(['BL', 'V2', 'V1']);
    expect(order([at('V1', null), at('BL', null, [], 'baseline')])).toEqual(['BL', 'V1']);
    expect(order([at('V1', day), at('BL', day, [], 'baseline')])).toEqual(['BL', 'V1']);
  });
  it('follows targets and non-targets of the baseline, and no parts of them', () => {
    const { targets, nonTargets } = read([
      at('BL', null, [
        lesion('T01'),
        lesion('T02', { location: 'LYMPH NODE' }),
        lesion('T03', { location: 'LYMPH NODE', node: false }),
        lesion('T01a', { splitFrom: 'T01' }),
        lesion('NT01', { role: 'non-target', node: true }),
        lesion('NL01', { role: 'new' }),
      ]),
      at('V1', null, [lesion('T04')]),
    ]);
    expect(targets).toEqual([
      { id: 'T01', node: false },
      { id: 'T02', node: true },
      { id: 'T03', node: false },
    ]);
    expect(nonTargets).toEqual([{ id: 'NT01', node: true }]);
  });
  it('has nothing without a timepoint', () => {
    const { baseline, visits, targets, nonTargets } = read([]);
    expect([baseline, visits, targets, nonTargets]).toEqual([null, [], [], []]);
  });
  it('keeps the decimals of every diameter, slice and constant', () => {
    const places = (more: Partial<LesionInput>) =>
      read([at('BL', null, [lesion('T01', more)])]).scale.places;
    expect(places({ longestDiameterMm: 20, shortAxisMm: null })).toBe(1);
    expect(places({ longestDiameterMm: 20.25 })).toBe(2);
    expect(places({ sliceThicknessMm: 1.125 })).toBe(3);
    const none = { criterion: 'recist-1.1', timepoints: [] };
    expect(readSubject(none, diameters(5), [5.125]).scale.places).toBe(3);
  });
});

describe('what a part goes back to', () => {
  const listed = new Map([
    ['T01', lesion('T01')],
    ['T01a', lesion('T01a', { splitFrom: 'T01' })],
    ['C1', lesion('C1', { splitFrom: 'C2' })],
    ['C2', lesion('C2', { splitFrom: 'C1' })],
    ['D1', lesion('D1', { splitFrom: 'D2' })],
  ]);
  it.each([
    ['no part', 'T01', undefined, null],
    ['a part', 'T01a', 'T01', 'T01'],
    ['a part of a part', 'T01aa', 'T01a', 'T01'],
    ['a part of what is not listed', 'D1', 'D2', 'D2'],
    ['a circle', 'C1', 'C2', null],
    // T01 itself was no part when it was first listed.
    ['itself over another', 'T01', 'T01a', null],
  ])('%s', (_name, id, splitFrom, expected) => {
    const one = lesion(id, splitFrom === undefined ? {} : { splitFrom });
    expect(splitRoot(one, key => listed.get(key))).toBe(expected);
  });
});

describe('what carries a merged measurement', () => {
  const listed = lesionsOf([
    lesion('T01'),
    lesion('T02', { mergedInto: 'T01' }),
    lesion('T03', { mergedInto: 'T02' }),
    lesion('T04', { mergedInto: 'T09' }),
    lesion('T05', { mergedInto: 'T06' }),
    lesion('T06', { mergedInto: 'T05' }),
  ]);
  it.each([
    ['T01', 'T01'],
    ['T02', 'T01'],
    ['T03', 'T01'],
    ['T04', undefined],
    ['T05', undefined],
  ])('of %s is %s', (id, host) => {
    const one = listed.get(id);
    expect(one && mergeHost(one, listed)?.id).toBe(host);
  });
});
