import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { type Visit, day, week, baseline, scan, run, bone } from './course.testdata.js';

describe('bone scans of PCWG3', () => {
  it.each([
    [
      'P1',
      [scan(8, 2), scan(14, 4)],
      [
        ['PDu', 'PD'],
        ['PD', null],
      ],
    ],
    [
      'P2',
      [scan(8, 2), scan(14, 2)],
      [
        ['PDu', 'NON-PD'],
        ['NON-PD', null],
      ],
    ],
    [
      'P3',
      [scan(12, 0), scan(18, 2), scan(24, 2)],
      [
        ['NON-PD', null],
        ['PDu', 'PD'],
        ['PD', null],
      ],
    ],
    [
      'P4',
      [scan(8, 2), scan(13, 4), scan(16, 4)],
      [
        ['PDu', 'PD'],
        ['PDu', 'PD'],
        ['PD', null],
      ],
    ],
    [
      'P5',
      [scan(8, 3), scan(16, 4), scan(24, 5), scan(32, 5)],
      [
        ['PDu', 'NON-PD'],
        ['NON-PD', null],
        ['PDu', 'PD'],
        ['PD', null],
      ],
    ],
    [
      'P6',
      [scan(12, 0), scan(18, 2), scan(24, 0)],
      [
        ['NON-PD', null],
        ['PDu', 'NON-PD'],
        ['NON-PD', null],
      ],
    ],
  ] as [string, Visit[], (string | null)[][]][])('%s', (_id, visits, expected) => {
    expect(bone(visits)).toEqual(expected);
  });

  it('dates confirmed progression at the scan that first showed it (P1, P3, P4, P5)', () => {
    const dated = (visits: Visit[]) =>
      run([baseline(), ...visits]).timepoints.find(({ revised }) => revised?.value === 'PD')?.date;
    expect(dated([scan(8, 2), scan(14, 4)])).toBe(week(8));
    expect(dated([scan(12, 0), scan(18, 2), scan(24, 2)])).toBe(week(18));
    expect(dated([scan(8, 2), scan(13, 4), scan(16, 4)])).toBe(week(8));
    expect(dated([scan(8, 3), scan(16, 4), scan(24, 5), scan(32, 5)])).toBe(week(24));
  });

  it('P7: complete response of soft tissue with persisting bone lesions is a partial one', () => {
    const gone: LesionInput = { id: 'T01', role: 'target', location: 'LIVER', status: 'absent' };
    const [, visit] = run([baseline(), scan(8, 0, { lesions: [gone] })]).timepoints;
    expect(visit).toMatchObject({
      overall: 'PR',
      components: { softTissue: 'CR', bone: 'NON-PD' },
    });
  });

  it('P7: no soft tissue and unresolved bone progression is PDu, and SD as the best response', () => {
    const visits = [baseline({ lesions: [] }), scan(8, 2, { lesions: [] })];
    const result = run(visits);
    expect(result.timepoints[1]).toMatchObject({ overall: 'PDu', revised: null });
    expect(result.bestOverallResponse.confirmed.value).toBe('SD');
    expect(run(visits, { pduBor: 'PD' }).bestOverallResponse.confirmed.value).toBe('PD');
  });

  it('counts days to the window and to confirmation to the day', () => {
    const at = (days: number, newLesions: number): Visit => ({
      ...scan(0, newLesions),
      id: `d${days}`,
      date: day(days),
    });
    expect(bone([at(84, 2), at(126, 3)])[0]).toEqual(['PDu', 'NON-PD']);
    expect(bone([at(85, 2), at(127, 2)])[0]).toEqual(['PDu', 'PD']);
    expect(bone([at(56, 2), at(97, 4)])).toEqual([
      ['PDu', null],
      ['PDu', null],
    ]);
    expect(bone([at(56, 2), at(98, 4)])[1]).toEqual(['PD', null]);
    expect(bone([at(60, 2), at(144, 4)], { flareDays: 50 })[0]).toEqual(['PDu', 'PD']);
    expect(bone([at(56, 2), at(84, 4)], { boneConfirmDays: 28 })[1]).toEqual(['PD', null]);
  });

  it('takes the first scan that could be read as the first, and waits across one that could not', () => {
    const unread = (weeks: number) =>
      scan(weeks, 0, { boneScan: { evaluable: false, reason: 'POOR_QUALITY' } });
    expect(bone([unread(4), scan(8, 2), unread(14), scan(20, 4)])).toEqual([
      ['NE', null],
      ['PDu', 'PD'],
      ['NE', null],
      ['PD', null],
    ]);
  });

  it('does not lift confirmed progression', () => {
    expect(bone([scan(8, 2), scan(14, 4), scan(20, 0)])[2]).toEqual(['PD', null]);
  });

  it('has NED only where a scan shows no lesion', () => {
    const none = { boneScan: { newLesions: 0, lesionsPresent: false } };
    expect(bone([scan(8, 0, none)])[0]).toEqual(['NED', null]);
    const unsaid = { boneScan: { newLesions: 0 } };
    expect(bone([scan(8, 0, unsaid)])[0]).toEqual(['NON-PD', null]);
    const clear = baseline({ boneScan: { lesionsPresent: false } });
    expect(run([clear, scan(8, 0, unsaid)]).timepoints[1]?.components?.bone).toBe('NED');
  });

  it.each([
    ['no count', { boneScan: { lesionsPresent: true } }, 'bone.countMissing'],
    [
      'new but absent',
      { boneScan: { newLesions: 2, lesionsPresent: false } },
      'bone.contradiction',
    ],
  ])('cannot decide with %s', (_name, more, rule) => {
    const [, visit] = run([baseline(), scan(8, 0, more)]).timepoints;
    expect(visit?.components?.bone).toBe('NE');
    expect(visit?.findings.map(one => one.rule)).toContain(rule);
  });

  it('cannot count new lesions without a baseline scan', () => {
    const [base, visit] = run([baseline({ boneScan: null }), scan(8, 4)]).timepoints;
    expect(visit?.components?.bone).toBe('NE');
    expect(base?.findings.map(one => one.rule)).toContain('bone.baselineMissing');
  });
});

describe('what a bone scan says', () => {
  const said = (visits: Visit[], start = baseline()) =>
    run([start, ...visits])
      .timepoints.slice(1)
      .map(one => one.trace.find(({ rule }) => rule.startsWith('bone.'))?.text);
  it('one lesion is one, and fewer than before are no negative number', () => {
    expect(said([scan(8, 3), scan(14, 1), scan(20, 1)]).slice(1)).toEqual([
      '1 new bone lesion, 3 on the first scan, 42 days later: not 2 more, flare, no progression.',
      '1 new bone lesion against baseline, 3 on the reference scan: not 2 more.',
    ]);
  });
  it('without a baseline scan that was read it is not the visit that lacks one', () => {
    expect(said([scan(8, 2)], baseline({ boneScan: null }))).toEqual([
      'Bone not evaluable: no bone scan at baseline.',
    ]);
    expect(said([scan(8, 2, { evaluable: false })])).toEqual([
      'Bone not evaluable: the visit is not evaluable.',
    ]);
  });
});
