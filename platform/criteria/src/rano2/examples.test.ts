import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

type More = Record<string, unknown>;
const day = (days: number) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10);
const t = (mm2: number, id = 'T01', more: More = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'BRAIN',
  longestDiameterMm: mm2 === 0 ? 0 : 40,
  perpendicularDiameterMm: mm2 / 40,
  ...more,
});
const ml = (volumeMl: number): LesionInput => {
  const lesion = { id: 'T01', role: 'target' as const, location: 'BRAIN', volumeMl };
  return lesion;
};
const nt = (mm2: number, more: More = {}) => t(mm2, 'NT01', { role: 'non-target', ...more });
const nl = (more: More = { status: 'unequivocal' }, id = 'NL01'): LesionInput => ({
  id,
  role: 'new',
  location: 'BRAIN',
  ...more,
});
const good = { steroids: 'SAME', clinicalStatus: 'SAME' };
const visit = (days: number, lesions: LesionInput[], more: More = {}): TimepointInput => ({
  id: days === 0 ? 'BL' : `d${days}`,
  date: day(days),
  lesions,
  ...good,
  ...more,
});
const run = (timepoints: TimepointInput[], subject: More = {}, parameters: More = {}) =>
  assess({ criterion: 'rano-2.0', timepoints, parameters, ...{ tumourType: 'CE' }, ...subject });
const overall = (...given: Parameters<typeof run>) =>
  run(...given)
    .timepoints.slice(1)
    .map(one => one.overall);
const revised = (...given: Parameters<typeof run>) =>
  run(...given)
    .timepoints.slice(1)
    .map(one => one.revised?.value ?? null);
/** Radiotherapy ended 28 days before the baseline: day 56 is day 84 after it. */
const newDx = { setting: 'newDiagnosis', radiotherapyEndDate: day(-28) };
const BL = (mm2: number) => visit(0, [t(mm2)]);

describe('examples of section 9', () => {
  it('N1 preliminary, then confirmed progression, dated at the first', () => {
    const timepoints = [BL(800), visit(56, [t(1000)]), visit(91, [t(1250)])];
    const rated = run(timepoints, newDx);
    expect(rated.timepoints.slice(1).map(one => one.overall)).toEqual(['pPD', 'cPD']);
    expect(rated.timepoints[1]?.revised).toEqual({
      value: 'PD',
      byTimepoint: 'd91',
      rule: 'progression.confirmed',
    });
    expect(rated.bestOverallResponse.confirmed).toEqual({ value: 'PD', date: day(56) });
  });
  it('confirmed progression stays it when its equivocal lesion proves real', () => {
    const timepoints = [
      BL(800),
      visit(56, [t(1000)]),
      visit(91, [t(1250), nl({ status: 'equivocal' })]),
      visit(120, [t(1600), nl()]),
    ];
    expect(overall(timepoints, newDx).slice(0, 2)).toEqual(['pPD', 'cPD']);
    expect(revised(timepoints, newDx).slice(0, 2)).toEqual(['PD', null]);
  });
  it('N2 pseudo-progression restarts the nadir', () => {
    const timepoints = [BL(800), visit(56, [t(1000)]), visit(91, [t(1249)]), visit(147, [t(1250)])];
    const rated = run(timepoints, newDx).timepoints;
    expect(rated.slice(1).map(one => one.overall)).toEqual(['pPD', 'SD', 'PD']);
    expect(rated[1]?.revised).toEqual({
      value: 'SD',
      byTimepoint: 'd91',
      rule: 'progression.pseudo',
    });
    expect(rated[2]?.flags).toEqual(['PSEUDOPROGRESSION']);
    expect([rated[2]?.burden?.nadir, rated[3]?.burden?.nadir]).toEqual([1000, 1000]);
  });
  it("N2 with afterPsp 'keep' the old nadir stays", () => {
    const timepoints = [BL(800), visit(56, [t(1000)]), visit(91, [t(1000)]), visit(147, [t(1000)])];
    expect(overall(timepoints, newDx)).toEqual(['pPD', 'SD', 'SD']);
    expect(overall(timepoints, newDx, { afterPsp: 'keep' })).toEqual(['pPD', 'SD', 'PD']);
  });
  it.each([
    ['N3', 'CE', 13.9, 'SD', 39],
    ['N3', 'CE', 14, 'PD', 40],
    ['N4', 'NONCE', 3.5, 'PR', -65],
    ['N4', 'NONCE', 3.6, 'MR', -64],
    ['N4 limit of a minor response', 'NONCE', 6, 'MR', -40],
    ['N4 below it', 'NONCE', 6.1, 'SD', -39],
  ])('%s volume 10.0 (%s) to %d ml: %s', (_id, tumourType, volume, expected, change) => {
    const timepoints = [visit(0, [ml(10)]), visit(28, [ml(volume)])];
    const rated = run(timepoints, { tumourType }, { burden: 'volume' }).timepoints[1];
    expect([rated?.overall, rated?.burden?.unit]).toEqual([expected, 'ml']);
    expect(rated?.burden?.changeFromBaselinePct).toBe(change);
  });
  it.each([
    ['CE -55 %, NONCE -10 %', 450, 900, 'SAME', 'PR'],
    ['CE gone, NONCE stable', 0, 1000, 'NONE', 'SD'],
    ['both -30 %', 700, 700, 'SAME', 'MR'],
    ['both gone', 0, 0, 'NONE', 'CR'],
    ['NONCE grew', 450, 1250, 'SAME', 'PD'],
  ])('N5 mixed: %s', (_name, ce, nonce, steroids, expected) => {
    const lesions = (a: number, b: number) => [
      t(a, 'T01', { compartment: 'CE' }),
      t(b, 'T02', { compartment: 'NONCE' }),
    ];
    const timepoints = [visit(0, lesions(1000, 1000)), visit(28, lesions(ce, nonce), { steroids })];
    const rated = run(timepoints, { tumourType: 'MIXED' }).timepoints[1];
    expect(rated?.overall).toBe(expected);
    expect(rated?.burdens?.NONCE?.value).toBe(nonce);
  });
  it('N6 no minor response in enhancing tumours', () => {
    const timepoints = [BL(1000), visit(28, [t(700)])];
    expect(overall(timepoints)).toEqual(['SD']);
    expect(overall(timepoints, { tumourType: 'NONCE' })).toEqual(['MR']);
  });
  it('N7 growth of a non-target joins the sum', () => {
    const at = (mm2: number) =>
      overall([visit(0, [t(1000), nt(200)]), visit(28, [t(1000), nt(mm2)])]);
    expect(at(260)).toEqual(['SD']);
    expect([at(499), at(500)]).toEqual([['SD'], ['PD']]);
  });
});

describe('confirmation of progression', () => {
  const first = [BL(800), visit(56, [t(1000)])];
  const next = (days: number, lesions: LesionInput[], more: More = {}) => [
    ...first,
    visit(56 + days, lesions, more),
  ];
  it.each([
    ['another new lesion', next(28, [t(1000), nl()]), ['pPD', 'cPD'], ['PD', null]],
    ['decline', next(28, [t(1000)], { clinicalStatus: 'WORSE' }), ['pPD', 'cPD'], ['PD', null]],
    ['a day too early', next(27, [t(1300)]), ['pPD', 'pPD'], [null, null]],
    [
      'tissue with tumour',
      next(7, [t(1000)], { histology: 'TUMOUR' }),
      ['pPD', 'cPD'],
      ['PD', null],
    ],
    ['tissue without', next(7, [t(1000)], { histology: 'NO_TUMOUR' }), ['pPD', 'SD'], ['SD', null]],
    ['shrinking to a response', next(28, [t(400)]), ['pPD', 'PR'], ['SD', null]],
    [
      'across a visit that was not evaluable',
      [...next(28, [], { evaluable: false }), visit(120, [t(1250)])],
      ['pPD', 'NE', 'cPD'],
      ['PD', null, null],
    ],
  ])('%s', (_name, timepoints, expected, changes) => {
    expect(overall(timepoints, newDx)).toEqual(expected);
    expect(revised(timepoints, newDx)).toEqual(changes);
  });
  it('is needed up to day 84 after radiotherapy, or always where asked for', () => {
    const at = (days: number) => [BL(800), visit(56, [t(1000)], { daysSinceRadiotherapy: days })];
    expect(overall(at(84), newDx)).toEqual(['pPD']);
    expect(overall(at(85), newDx)).toEqual(['PD']);
    expect(overall(at(60))).toEqual(['PD']);
    expect(overall(at(85), {}, { confirmPd: 'always' })).toEqual(['pPD']);
  });
  it('does not count the lesion of a pseudo-progression as new again', () => {
    const timepoints = [BL(800), ...[56, 91, 147].map(days => visit(days, [t(800), nl()]))];
    expect(overall(timepoints, newDx)).toEqual(['pPD', 'SD', 'SD']);
  });
});

describe('rules', () => {
  it.each([
    ['10 x 10 mm', { longestDiameterMm: 10, perpendicularDiameterMm: 10 }, 'PD'],
    ['10 x 9.9 mm', { longestDiameterMm: 10, perpendicularDiameterMm: 9.9 }, 'SD'],
    ['unequivocal, not measured', { status: 'unequivocal' }, 'PD'],
    ['equivocal', { status: 'equivocal' }, 'SD'],
    ['too small to measure', { tooSmallToMeasure: true }, 'SD'],
  ] satisfies [string, Partial<LesionInput>, string][])(
    'new lesion %s',
    (_name, more, expected) => {
      expect(overall([BL(800), visit(28, [t(800), nl(more)])])).toEqual([expected]);
    }
  );
  it('counts a response that was not held, a minor one too, as stable', () => {
    const type = { tumourType: 'NONCE' };
    const once = run([BL(1000), visit(28, [t(700)]), visit(56, [t(900)])], type);
    expect(once.timepoints[1]?.flags).toEqual(['UNCONFIRMED']);
    expect(once.bestOverallResponse.unconfirmed.value).toBe('MR');
    expect(once.bestOverallResponse.confirmed.value).toBe('SD');
    const twice = run([BL(1000), visit(28, [t(700)]), visit(56, [t(700)])], type);
    expect(twice.timepoints[2]?.flags).toEqual([]);
    expect(twice.bestOverallResponse.confirmed).toEqual({ value: 'MR', date: day(28) });
  });
  it('leaves higher steroids undetermined until later', () => {
    const higher = { steroids: 'HIGHER' };
    expect(revised([BL(800), visit(28, [t(800)], higher), visit(56, [t(800)])])).toEqual([
      'SD',
      null,
    ]);
    const grown = [BL(800), visit(28, [t(800)], higher), visit(56, [t(1000)], higher)];
    expect(overall(grown)).toEqual(['NE', 'PD']);
    expect(revised(grown)).toEqual(['PD', null]);
  });
  it('a non-measurable lesion that becomes measurable joins the sum; without earlier sizes it is not decided', () => {
    const small = nt(0, { longestDiameterMm: 9, perpendicularDiameterMm: 5 });
    const large = nt(0, { longestDiameterMm: 20, perpendicularDiameterMm: 20 });
    expect(overall([visit(0, [t(1000), small]), visit(28, [t(1000), large])])).toEqual(['PD']);
    const unknown = {
      ...small,
      longestDiameterMm: null,
      perpendicularDiameterMm: null,
      status: 'present' as const,
    };
    const rated = run([visit(0, [t(1000), unknown]), visit(28, [t(1000), large])]).timepoints[1];
    expect(rated?.overall).toBe('SD');
    expect(rated?.findings.map(({ rule }) => rule)).toEqual(['nonTarget.jointSumUnknown']);
  });
  it("ntPd 'reader' takes the reader's call, 'jointSum' asks for sizes", () => {
    const unmeasured = (status: 'present' | 'progressed') =>
      nt(0, { longestDiameterMm: null, perpendicularDiameterMm: null, status });
    const timepoints = [
      visit(0, [t(1000), unmeasured('present')]),
      visit(28, [t(1000), unmeasured('progressed')]),
    ];
    expect(overall(timepoints)).toEqual(['SD']);
    expect(run(timepoints).timepoints[1]?.findings.map(({ rule }) => rule)).toEqual([
      'nonTarget.notMeasured',
    ]);
    expect(overall(timepoints, {}, { ntPd: 'reader' })).toEqual(['PD']);
  });
  it('finds too many targets, no tumour type, no compartment, no volume', () => {
    const rules = (list: TimepointInput[], subject: More = {}, parameters: More = {}) =>
      run(list, subject, parameters).timepoints[0]?.findings.map(({ rule, lesion }) => [
        rule,
        lesion,
      ]);
    const three = visit(0, [t(400), t(400, 'T02'), t(400, 'T03')]);
    expect(rules([three])).toEqual([['baseline.targets.tooMany', 'T03']]);
    expect(rules([three], {}, { maxCe: 3 })).toEqual([]);
    expect(rules([BL(400)], { tumourType: null })).toEqual([['tumourType.missing', null]]);
    expect(rules([BL(400)], { tumourType: 'MIXED' })).toEqual([
      ['lesion.compartmentMissing', 'T01'],
    ]);
    expect(rules([BL(400)], {}, { burden: 'volume' })).toEqual([
      ['measurement.volumeMissing', 'T01'],
      ['baseline.notEvaluable', null],
    ]);
  });
  it('no disease, and none that is measured', () => {
    expect(overall([visit(0, []), visit(28, [])])).toEqual(['NED']);
    expect(
      overall([
        visit(0, [nt(0, { longestDiameterMm: 5, perpendicularDiameterMm: 5 })]),
        visit(28, [nt(0)]),
      ])
    ).toEqual(['SD']);
  });
});

describe('traces', () => {
  const texts = (timepoints: TimepointInput[], at: number, subject: More = {}) =>
    run(timepoints, subject).timepoints[at]?.trace.map(({ text }) => text);
  it('of a mixed tumour name the kind, and what both come to', () => {
    const base = [t(800, 'T01', { compartment: 'CE' }), t(2000, 'T02', { compartment: 'NONCE' })];
    const said = texts([visit(0, base), visit(28, [t(360), t(1800, 'T02')])], 1, {
      tumourType: 'MIXED',
    });
    expect(said?.[0]).toMatch(/^Enhancing: Sum 360 mm²/);
    expect(said?.[2]).toMatch(/^Non-enhancing: Sum 1800 mm²/);
    expect(said).toContain('Enhancing disease PR, non-enhancing disease SD: PR.');
  });
  it('say that pseudo-progression has explained a new lesion', () => {
    const lesion = nl({
      status: 'unequivocal',
      longestDiameterMm: 12,
      perpendicularDiameterMm: 10,
    });
    const seen = [t(800), lesion];
    const timepoints = [BL(800), visit(30, seen), visit(60, seen), visit(90, seen)];
    const explained = 'An effect of treatment, not a new lesion: NL01.';
    expect(texts(timepoints, 1, newDx)).not.toContain(explained);
    expect(texts(timepoints, 2, newDx)).toContain(explained);
    expect(texts(timepoints, 3, newDx)).toContain(explained);
  });
  it('give the growth of the joint sum, of one lesion or more', () => {
    const other = (mm2: number) => nt(mm2, { id: 'NT02' });
    const base = visit(0, [t(1000), nt(400), other(400)]);
    expect(texts([base, visit(28, [t(1000), nt(540), other(400)])], 1)).toContain(
      'NT01 grew and joins the sum: 1540 mm², +10.00 % against the nadir of 1400 mm² (less than +25 %).'
    );
    expect(texts([base, visit(28, [t(1000), nt(640), other(640)])], 1)).toContain(
      'NT01, NT02 grew and join the sum: 2280 mm², +26.67 % against the nadir of 1800 mm² (at least +25 %).'
    );
  });
});
