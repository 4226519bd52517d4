import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput, TimepointInput } from '../schemas.js';
import type { Pcwg3Timepoint } from './inputs.js';

type Visit = TimepointInput & Pcwg3Timepoint;
const day = (days: number) =>
  new Date(Date.UTC(2026, 0, 5) + days * 86_400_000).toISOString().slice(0, 10);
const week = (weeks: number) => day(7 * weeks);
const target = (mm: number): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
});
const baseline = (more: Partial<Visit> = {}): Visit => ({
  id: 'BL',
  date: day(0),
  kind: 'baseline',
  boneScan: { lesionsPresent: true },
  lesions: [target(50)],
  ...more,
});
const scan = (weeks: number, newLesions: number, more: Partial<Visit> = {}): Visit => ({
  id: `w${weeks}`,
  date: week(weeks),
  boneScan: { newLesions, lesionsPresent: true },
  lesions: [target(50)],
  ...more,
});
const run = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  assess({ criterion: 'pcwg3', parameters, timepoints: visits } as AssessmentInput);
const bone = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  run([baseline(), ...visits], parameters)
    .timepoints.slice(1)
    .map(({ components }) => [components?.bone, components?.boneRevised ?? null]);

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

describe('soft tissue of PCWG3', () => {
  const node = (id: string, role: LesionInput['role'], mm: number): LesionInput => ({
    id,
    role,
    location: 'PELVIC LYMPH NODE',
    shortAxisMm: mm,
  });
  const softOf = (lesions: LesionInput[][], parameters: Record<string, unknown> = {}) =>
    run(
      lesions.map((rows, index) =>
        index === 0 ? baseline({ lesions: rows }) : scan(8 * index, 0, { lesions: rows })
      ),
      parameters
    ).timepoints.slice(1);
  const overall = (...lesions: LesionInput[][]) => softOf(lesions).map(one => one.overall);

  it('calls a node that was normal new only from 10 mm and 5 mm more', () => {
    const t = target(50);
    const nl = (mm: number) => node('NL01', 'new', mm);
    expect(overall([t], [t, nl(7)], [t, nl(11.9)])).toEqual(['SD', 'SD']);
    expect(overall([t], [t, nl(7)], [t, nl(12)])).toEqual(['SD', 'PD']);
    expect(overall([t], [t, nl(4)], [t, nl(9.9)])).toEqual(['SD', 'SD']);
    expect(overall([t], [t, nl(11)])).toEqual(['PD']);
  });

  it('lets a nodal target come back after a complete response only from 5 mm more', () => {
    const t = (mm: number) => node('T01', 'target', mm);
    const components = (...rows: LesionInput[][]) =>
      softOf(rows).map(one => one.components?.softTissue);
    expect(components([t(20)], [t(9)], [t(11)])).toEqual(['CR', 'PR']);
    expect(components([t(20)], [t(9)], [t(14)])).toEqual(['CR', 'PD']);
  });

  it('allows five targets per site, and a total only where asked for', () => {
    const many = (location: string, count: number, from = 0): LesionInput[] =>
      Array.from({ length: count }, (_one, index) => ({
        id: `T${from + index}`,
        role: 'target',
        location,
        longestDiameterMm: 20,
      }));
    const rules = (lesions: LesionInput[], parameters: Record<string, unknown> = {}) =>
      run([baseline({ lesions })], parameters).timepoints[0]?.findings.map(one => one.rule) ?? [];
    const ten = [...many('LIVER', 5), ...many('LUNG', 5, 5)];
    expect(rules(ten)).not.toContain('baseline.targets.tooManyPerSite');
    expect(rules(ten)).not.toContain('baseline.targets.tooMany');
    expect(rules(ten, { 'pcwg.maxTotal': 9 })).toContain('baseline.targets.tooMany');
    expect(rules(many('LIVER', 6))).toContain('baseline.targets.tooManyPerSite');
  });

  it('confirms responses after 28 days', () => {
    const result = run([baseline(), scan(8, 0, { lesions: [target(30)] })]);
    expect(result.bestOverallResponse).toMatchObject({
      unconfirmed: { value: 'PR' },
      confirmed: { value: 'SD' },
    });
    const small = { lesions: [target(30)] };
    expect(
      run([baseline(), scan(8, 0, small), scan(12, 0, small)]).bestOverallResponse.confirmed.value
    ).toBe('PR');
  });

  it('revises a visit when an equivocal lesion is confirmed', () => {
    const nl = (status: 'equivocal' | 'unequivocal'): LesionInput => ({
      id: 'NL01',
      role: 'new',
      location: 'LUNG',
      status,
    });
    const [first, second] = softOf([
      [target(50)],
      [target(50), nl('equivocal')],
      [target(50), nl('unequivocal')],
    ]);
    expect(first).toMatchObject({
      overall: 'SD',
      date: week(8),
      revised: { value: 'PD', byTimepoint: 'w16' },
    });
    expect(second?.overall).toBe('PD');
  });

  it('rates bone alone where CT could not be read, and NE without progression', () => {
    const soft = { softTissueEvaluable: false, lesions: [] };
    const [, quiet] = run([baseline(), scan(8, 0, soft)]).timepoints;
    expect(quiet).toMatchObject({
      overall: 'NE',
      components: { softTissue: 'NE', bone: 'NON-PD' },
    });
    const rated = run([baseline(), scan(8, 2, soft), scan(14, 4, soft)]).timepoints;
    expect(rated[2]?.overall).toBe('PD');
    expect(rated[1]?.revised).toMatchObject({ value: 'PD', byTimepoint: 'w14' });
  });
});

describe('PCWG2', () => {
  const pcwg2 = { standard: 'pcwg2' };

  it('needs the second scan in the window, and none after it', () => {
    expect(bone([scan(8, 2), scan(14, 4)], pcwg2)[0]).toEqual(['PDu', 'PD']);
    expect(bone([scan(12, 0), scan(18, 2)], pcwg2)[1]).toEqual(['PD', null]);
    const later = { ...pcwg2, 'pcwg2.laterConfirm': true };
    expect(bone([scan(12, 0), scan(18, 2), scan(24, 2)], later)[1]).toEqual(['PDu', 'PD']);
  });

  it('waits for a second assessment when soft tissue progresses at the first', () => {
    const visits = (second: number) => [
      baseline(),
      scan(12, 0, { lesions: [target(60)] }),
      scan(18, 0, { lesions: [target(second)] }),
    ];
    const confirmed = run(visits(61), pcwg2).timepoints;
    expect(confirmed[1]?.overall).toBe('PDu');
    expect(run(visits(72), pcwg2).timepoints[1]).toMatchObject({
      overall: 'PDu',
      date: week(12),
      revised: { value: 'PD', byTimepoint: 'w18' },
    });
    expect(run(visits(50), pcwg2).timepoints[1]).toMatchObject({
      overall: 'PDu',
      revised: { value: 'NON-PD', byTimepoint: 'w18' },
    });
  });

  it('needs no 5 mm, takes nodes by their longest diameter and from 20 mm', () => {
    const small = (mm: number) => [{ ...target(mm), location: 'LUNG' }];
    const after = [scan(13, 0, { lesions: small(12) })];
    const [, visit] = run([baseline({ lesions: small(10) }), ...after], pcwg2).timepoints;
    expect(visit?.components?.softTissue).toBe('PD');
    const node: LesionInput = {
      id: 'T01',
      role: 'target',
      location: 'PELVIC LYMPH NODE',
      longestDiameterMm: 19,
      shortAxisMm: 15,
    };
    const [base] = run([baseline({ lesions: [node] })], pcwg2).timepoints;
    expect(base?.burden?.value).toBe(19);
    expect(base?.findings.map(one => one.rule)).toEqual(['baseline.node.tooSmall']);
  });
});

describe('PSA', () => {
  const psa = (values: (readonly [number, number | null])[]) =>
    run(
      values.map(([days, psaNgMl], index) =>
        index === 0
          ? baseline({ psaNgMl })
          : { ...scan(0, 0), id: `d${days}`, date: day(days), psaNgMl }
      )
    )
      .timepoints.slice(1)
      .map(one => one.components?.psa);

  it.each([
    [
      'half and a tenth',
      [
        [0, 20],
        [21, 10],
        [42, 2],
        [63, 10.01],
      ],
      ['PSA50', 'PSA90', 'PDu'],
    ],
    [
      '+25 % and +2 over the lowest, confirmed',
      [
        [0, 20],
        [21, 8],
        [42, 10],
        [63, 10],
      ],
      ['PSA50', 'PDu', 'PD'],
    ],
    [
      '+1.9 is not enough',
      [
        [0, 20],
        [21, 4],
        [42, 5.9],
      ],
      ['PSA50', 'PSA50'],
    ],
    [
      '+24.9 % is not enough',
      [
        [0, 20],
        [21, 16],
        [42, 19.9],
      ],
      ['NON-PD', 'NON-PD'],
    ],
    [
      '20 days do not confirm',
      [
        [0, 20],
        [21, 16],
        [42, 20],
        [62, 21],
      ],
      ['NON-PD', 'PDu', 'PDu'],
    ],
    [
      '21 days do',
      [
        [0, 20],
        [21, 16],
        [42, 20],
        [63, 21],
      ],
      ['NON-PD', 'PDu', 'PD'],
    ],
    [
      'a fall in between starts again',
      [
        [0, 20],
        [21, 16],
        [42, 20],
        [63, 17],
        [84, 20],
      ],
      ['NON-PD', 'PDu', 'NON-PD', 'PDu'],
    ],
    [
      'without decline only after 84 days',
      [
        [0, 20],
        [84, 30],
        [85, 30],
        [106, 30],
      ],
      ['NON-PD', 'PDu', 'PD'],
    ],
    [
      'no value',
      [
        [0, 20],
        [21, null],
      ],
      ['NE'],
    ],
    [
      'no baseline',
      [
        [0, null],
        [21, 5],
      ],
      ['NE'],
    ],
  ] as [string, [number, number | null][], string[]][])('%s', (_name, values, expected) => {
    expect(psa(values)).toEqual(expected);
  });
});
