import { describe, expect, it } from '@jest/globals';
import { assess, combine } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';
import { overallGrid } from '../course/overallGrid.js';

const criterion = 'recist-1.1';
const NN = 'NON-CR/NON-PD';

/** Section 1, grid for NL = NO, written out a second time as the table is printed. */
const printed = `
T   CR  NN  PD  NE  NA
CR  CR  PR  PD  PR  CR
PR  PR  PR  PD  PR  PR
SD  SD  SD  PD  SD  SD
PD  PD  PD  PD  PD  PD
NE  NE  NE  PD  NE  NE
NA  CR  NN  PD  NE  NED`;
const rows = printed
  .trim()
  .split('\n')
  .map(line => line.split(/\s+/));
const full = (code: string | undefined) =>
  code === 'NN' ? NN : code === 'NA' ? null : (code ?? null);
const cells = rows.slice(1).flatMap(([target, ...values]) =>
  values.map((overall, index) => ({
    target: full(target),
    nonTarget: full(rows[0]?.[index + 1]),
    overall: full(overall),
  }))
);

describe('combination table', () => {
  it('has thirty cells', () => {
    expect(cells).toHaveLength(30);
    expect(Object.values(overallGrid).flatMap(row => Object.values(row))).toHaveLength(30);
  });
  it.each(cells)(
    '$target + $nonTarget without new lesions: $overall',
    ({ target, nonTarget, overall }) => {
      expect(combine({ criterion, components: { target, nonTarget, newLesions: false } })).toEqual({
        overall,
      });
      expect(combine({ criterion, components: { target, nonTarget, newLesions: null } })).toEqual({
        overall,
      });
    }
  );
  it.each(cells)('$target + $nonTarget with a new lesion: PD', ({ target, nonTarget }) => {
    expect(combine({ criterion, components: { target, nonTarget, newLesions: true } })).toEqual({
      overall: 'PD',
    });
  });
  it('refuses a code that is not in the table', () => {
    expect(() => combine({ criterion, components: { target: 'MR' } })).toThrow(
      /"MR" is not a response/
    );
    expect(() => combine({ criterion: 'recist-9', components: {} })).toThrow(
      /no criterion "recist-9"/
    );
  });
});

const target = (mm: number): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
});
const nt = (more: Partial<LesionInput>, id = 'NT01'): LesionInput => ({
  id,
  role: 'non-target',
  location: 'LUNG',
  ...more,
});
const nl = (more: Partial<LesionInput>): LesionInput => ({
  id: 'NL01',
  role: 'new',
  location: 'BONE',
  ...more,
});
const at = (
  id: string,
  date: string,
  lesions: LesionInput[],
  more: Partial<TimepointInput> = {}
): TimepointInput => ({ id, date, lesions, ...more });
const baseline = (lesions: LesionInput[]) => at('BL', '2026-01-05', lesions);
const run = (timepoints: TimepointInput[], parameters: Record<string, unknown> = {}) =>
  assess({ criterion, parameters, timepoints });

describe('non-target disease', () => {
  const base = [
    nt({ status: 'present' }),
    nt({ shortAxisMm: 12, node: true, location: 'LYMPH NODE' }, 'NT02'),
  ];
  const smallNode = nt({ shortAxisMm: 9.9, node: true }, 'NT02');
  it.each([
    ['gone, node under 10 mm', [nt({ status: 'absent' }), smallNode], null, 'CR'],
    [
      'node of 10 mm stays',
      [nt({ status: 'absent' }), nt({ shortAxisMm: 10, node: true }, 'NT02')],
      null,
      NN,
    ],
    ['one progressed, no judgement', [nt({ status: 'progressed' }), smallNode], null, 'PD'],
    ['one progressed, judged not to be', [nt({ status: 'progressed' }), smallNode], NN, NN],
    ['judged progressed', [nt({ status: 'present' }), smallNode], 'PD', 'PD'],
    ['judged CR but present', [nt({ status: 'present' }), smallNode], 'CR', NN],
    ['judged CR, nothing listed', [], 'CR', 'CR'],
    ['one not evaluable', [nt({ evaluable: false }), smallNode], null, 'NE'],
    ['one not listed', [nt({ status: 'present' })], null, 'NE'],
    ['no state', [nt({}), smallNode], null, 'NE'],
  ] as const)('%s', (_name, lesions, nonTargetJudgement, expected) => {
    const [, visit] = run([
      baseline(base),
      at('V1', '2026-03-02', [...lesions], { nonTargetJudgement }),
    ]).timepoints;
    expect(visit?.nonTarget).toBe(expected);
    expect(visit?.target).toBeNull();
    expect(visit?.overall).toBe(expected);
  });
});

describe('new lesions', () => {
  it.each([
    ['unequivocal', nl({ status: 'unequivocal' }), true, 'PD'],
    ['recorded as present', nl({ status: 'present' }), true, 'PD'],
    ['measured without doubt', nl({ longestDiameterMm: 8 }), true, 'PD'],
    ['equivocal', nl({ status: 'equivocal' }), false, 'CR'],
    ['absent', nl({ status: 'absent' }), false, 'CR'],
    ['not evaluable forbids CR', nl({ evaluable: false }), null, 'PR'],
    ['node under 10 mm', nl({ status: 'unequivocal', node: true, shortAxisMm: 9.9 }), false, 'CR'],
    ['node of 10 mm', nl({ status: 'unequivocal', node: true, shortAxisMm: 10 }), true, 'PD'],
    ['FDG-PET alone', nl({ status: 'unequivocal', method: 'FDG-PET' }), false, 'CR'],
    [
      'FDG-PET with a CT lesion',
      nl({ status: 'unequivocal', method: 'FDG-PET', ctCorrelate: true }),
      true,
      'PD',
    ],
    ['part of a split target', nl({ longestDiameterMm: 0, splitFrom: 'T01' }), false, 'CR'],
    ['split from nothing known', nl({ longestDiameterMm: 8, splitFrom: 'T77' }), true, 'PD'],
  ] as const)('%s', (_name, lesion, newLesions, overall) => {
    const [, visit] = run([
      baseline([target(20)]),
      at('V1', '2026-03-02', [target(0), lesion]),
    ]).timepoints;
    expect(visit).toMatchObject({ newLesions, overall });
  });

  const equivocal = [
    baseline([target(20)]),
    at('V1', '2026-03-02', [target(20), nl({ status: 'equivocal', date: '2026-03-01' })]),
    at('V2', '2026-04-27', [target(20), nl({ status: 'unequivocal' })]),
  ];
  it('revises the first equivocal visit and leaves its overall', () => {
    const { timepoints, bestOverallResponse } = run(equivocal);
    expect(timepoints[1]).toMatchObject({
      overall: 'SD',
      revised: { value: 'PD', byTimepoint: 'V2', rule: 'newLesion.equivocalConfirmed' },
      date: '2026-03-01',
    });
    expect(timepoints[2]).toMatchObject({ overall: 'PD', revised: null });
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: '2026-03-01' });
  });
  it('does not revise without equivocalBackdate', () => {
    expect(run(equivocal, { equivocalBackdate: false }).timepoints[1]?.revised).toBeNull();
  });
  it('does not revise over a visit where the lesion was absent', () => {
    const absent = at('V1b', '2026-03-20', [target(20), nl({ status: 'absent' })]);
    expect(run([...equivocal, absent]).timepoints[1]?.revised).toBeNull();
  });
});

describe('disease and dates', () => {
  it('is NED without disease, PD with a new lesion', () => {
    const base = { ...baseline([]), noDisease: true };
    expect(run([base, at('V1', '2026-03-02', [])]).timepoints[1]?.overall).toBe('NED');
    expect(
      run([base, at('V1', '2026-03-02', [nl({ status: 'unequivocal' })])]).timepoints[1]?.overall
    ).toBe('PD');
  });
  it('is NE when nothing of the visit was evaluable', () => {
    const visit = at('V1', '2026-03-02', [target(5)], { evaluable: false, reason: 'POOR_QUALITY' });
    expect(run([baseline([target(20)]), visit]).timepoints[1]).toMatchObject({
      target: 'NE',
      overall: 'NE',
      newLesions: null,
    });
  });
  it('dates progression by its earliest component and the rest by the latest scan', () => {
    const late = { ...target(40), date: '2026-03-09' };
    const base = baseline([target(20)]);
    const visit = (lesions: LesionInput[]) =>
      run([base, at('V1', '2026-03-02', lesions)]).timepoints[1]?.date;
    expect(visit([late])).toBe('2026-03-09');
    expect(visit([late, nl({ status: 'unequivocal', date: '2026-03-04' })])).toBe('2026-03-04');
    expect(visit([{ ...late, longestDiameterMm: 20 }, nl({ status: 'equivocal' })])).toBe(
      '2026-03-09'
    );
  });
  it('orders visits by date and takes the marked baseline', () => {
    const { timepoints } = run([
      at('V1', '2026-03-02', [target(10)]),
      at('S', '2026-01-05', [target(20)], { kind: 'baseline' }),
    ]);
    expect(timepoints.map(({ id }) => id)).toEqual(['S', 'V1']);
    expect(timepoints[1]?.overall).toBe('PR');
  });
  it('has no best response without a visit', () => {
    const missing = { value: 'MISSING', date: null };
    expect(run([baseline([target(20)])]).bestOverallResponse).toMatchObject({
      unconfirmed: missing,
      confirmed: missing,
    });
    expect(run([], { missingAs: 'NE' }).bestOverallResponse.confirmed.value).toBe('NE');
  });
  it.each([
    ['CL_DATE', '/timepoints/0/date', [at('BL', '2026-02-30', [])]],
    [
      'CL_TIMEPOINT_ORDER',
      '/timepoints/1/date',
      [at('BL', '2026-02-03', [], { kind: 'baseline' }), at('V1', '2026-02-01', [])],
    ],
    ['CL_TIMEPOINT_DUPLICATE', '/timepoints/1/id', [baseline([]), baseline([])]],
    ['CL_LESION_DUPLICATE', '/timepoints/0/lesions/1/id', [baseline([target(1), target(2)])]],
    ['CL_ASSESSMENT_INPUT', '/timepoints/0/lesions/0/longestDiameterMm', [baseline([target(-1)])]],
  ] as const)('refuses with %s at %s', (code, path, timepoints) => {
    expect(() => run([...timepoints])).toThrow(expect.objectContaining({ code, path }));
  });
  it('says what was expected and what it found', () => {
    const lesion = { ...target(1), status: 'gone' } as unknown as LesionInput;
    expect(() => run([baseline([lesion])])).toThrow(
      /lesions\/0\/status: expected one of "present".*, found gone$/
    );
    expect(() => run([baseline([target(Number.NaN)])])).toThrow(/expected number, found NaN$/);
  });
  it('refuses a parameter it does not know and a value out of range', () => {
    expect(() => run([], { confirmDays: 28 })).toThrow(
      expect.objectContaining({ code: 'CL_PARAMETER', path: '/parameters/confirmDays' })
    );
    expect(() => run([], { prCarry: 'always' })).toThrow(
      expect.objectContaining({ code: 'CL_PARAMETER', path: '/parameters/prCarry' })
    );
  });
  it('explains every category', () => {
    const rules = run([baseline([target(20)]), at('V1', '2026-03-02', [target(10)])]).timepoints[1]
      ?.trace;
    expect(rules?.map(({ rule }) => rule)).toEqual([
      'target.pr',
      'nonTarget.none',
      'newLesion.none',
      'overall.grid',
    ]);
    expect(rules?.[0]).toMatchObject({
      numbers: { sumMm: 10, baselineMm: 20, changeFromBaselinePct: -50 },
    });
    expect(rules?.every(({ source, text }) => source !== '' && text !== '')).toBe(true);
  });
});
