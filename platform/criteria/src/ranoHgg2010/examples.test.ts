import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

type More = Record<string, unknown>;
const day = (days: number) => new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10);
/** A target of this area: 20 mm by a twentieth of it; 0 is gone. */
const t = (mm2: number, id = 'T01', more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'BRAIN',
  longestDiameterMm: mm2 === 0 ? 0 : 40,
  perpendicularDiameterMm: mm2 / 40,
  ...more,
});
const nm = (status: 'present' | 'absent' | 'progressed'): LesionInput => ({
  id: 'NT01',
  role: 'non-target',
  location: 'BRAIN',
  status,
});
const nl = (status: 'equivocal' | 'unequivocal' | 'absent'): LesionInput => ({
  id: 'NL01',
  role: 'new',
  location: 'BRAIN',
  status,
});
const good = { steroids: 'SAME', clinicalStatus: 'SAME', t2Flair: 'STABLE_OR_BETTER' };
const off = { steroids: 'NONE' };
const visit = (days: number, lesions: LesionInput[], more: More = {}): TimepointInput => ({
  id: days === 0 ? 'BL' : `d${days}`,
  date: day(days),
  lesions,
  ...good,
  ...more,
});
const run = (timepoints: TimepointInput[], parameters: More = {}, subject: More = {}) =>
  assess({ criterion: 'rano-hgg-2010', parameters, timepoints, ...subject });
const overall = (...given: Parameters<typeof run>) =>
  run(...given)
    .timepoints.slice(1)
    .map(one => one.overall);
const BL = (mm2: number) => visit(0, [t(mm2)]);

describe('examples of section 8', () => {
  it('G1 a partial response held for 28 days', () => {
    const rated = run([BL(1200), visit(28, [t(600)]), visit(56, [t(600)])]);
    expect(rated.timepoints.map(one => one.overall)).toEqual([undefined, 'PR', 'PR']);
    expect(rated.timepoints[1]?.flags).toEqual(['UNCONFIRMED']);
    expect(rated.timepoints[2]?.flags).toEqual([]);
    expect(rated.bestOverallResponse.confirmed).toEqual({ value: 'PR', date: day(28) });
  });
  it('G1 unconfirmed a day too early counts as stable', () => {
    const rated = run([BL(1200), visit(28, [t(600)]), visit(55, [t(600)])]);
    expect(rated.timepoints[2]?.flags).toEqual(['UNCONFIRMED']);
    expect(rated.bestOverallResponse.confirmed.value).toBe('SD');
    expect(rated.bestOverallResponse.unconfirmed.value).toBe('PR');
  });
  it.each([
    ['749', 749, 'SD', 24.83],
    ['750', 750, 'PD', 25],
  ])('G2 after 600: %s', (_name, mm2, expected, change) => {
    const rated = run([BL(1200), visit(28, [t(600)]), visit(56, [t(mm2)])]).timepoints[2];
    expect(rated?.overall).toBe(expected);
    expect(rated?.burden?.changeFromNadirPct).toBe(change);
    expect(rated?.burden?.nadir).toBe(600);
  });
  it.each([
    [1499, 'SD'],
    [1500, 'PD'],
  ])('G3 1200 to %d: %s', (mm2, expected) => {
    expect(overall([BL(1200), visit(28, [t(mm2)])])).toEqual([expected]);
  });
  it('G4 significant T2/FLAIR increase', () => {
    const more = { t2Flair: 'SIGNIFICANT_INCREASE' };
    expect(overall([BL(1200), visit(28, [t(500)], more)])).toEqual(['PD']);
  });
  it('G5 complete response off steroids only', () => {
    const rated = run([
      BL(800),
      visit(28, [t(0)], { steroids: 'LOWER' }),
      visit(56, [t(0)], off),
      visit(84, [t(0)], off),
    ]);
    expect(rated.timepoints.slice(1).map(one => one.overall)).toEqual(['PR', 'CR', 'CR']);
    expect(rated.bestOverallResponse.confirmed).toEqual({ value: 'CR', date: day(56) });
  });
  it('G6 higher steroids, then back', () => {
    const rated = run([
      BL(800),
      visit(28, [t(790)], { steroids: 'HIGHER' }),
      visit(56, [t(780)]),
    ]).timepoints;
    expect(rated[1]?.overall).toBe('NE');
    expect(rated[1]?.flags).toEqual(['STEROID']);
    expect(rated[1]?.revised).toEqual({
      value: 'SD',
      byTimepoint: 'd56',
      rule: 'steroids.doseBack',
    });
    expect(rated[2]?.overall).toBe('SD');
  });
  it('G6 progression instead is dated at the first increase', () => {
    const higher = { steroids: 'HIGHER' };
    const rated = run([
      BL(800),
      visit(28, [t(790)], higher),
      visit(56, [t(780)], higher),
      visit(84, [t(1000)], higher),
    ]);
    expect(rated.timepoints.map(one => one.revised?.value)).toEqual([
      undefined,
      'PD',
      undefined,
      undefined,
    ]);
    expect(rated.bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: day(28) });
  });
  it('G7 within and after 12 weeks of radiotherapy', () => {
    const subject = { setting: 'newDiagnosis', radiotherapyEndDate: day(0) };
    const field = { inHighDoseField: true };
    const rated = run(
      [BL(800), visit(60, [t(1100)], field), visit(100, [t(1100)], field)],
      {},
      subject
    ).timepoints;
    expect(rated.slice(1).map(one => one.overall)).toEqual(['SD', 'PD']);
    expect(rated[1]?.flags).toEqual(['PSEUDOPROGRESSION_WINDOW']);
  });
});

describe('12 weeks after radiotherapy', () => {
  const rate = (days: number, more: More, lesions = [t(1100)], subject: More = {}) => {
    const given = { daysSinceRadiotherapy: days, ...more };
    const timepoints = [BL(800), visit(60, lesions, given)];
    return overall(timepoints, {}, { setting: 'newDiagnosis', ...subject })[0];
  };
  it.each([
    ['day 84', 84, { inHighDoseField: true }, 'SD'],
    ['day 85', 85, { inHighDoseField: true }, 'PD'],
    ['outside the field', 84, { inHighDoseField: false }, 'PD'],
    ['field not given', 84, {}, 'SD'],
    ['tissue', 84, { histology: 'TUMOUR', inHighDoseField: true }, 'PD'],
  ])('%s', (_name, days, more, expected) => {
    expect(rate(days, more)).toBe(expected);
  });
  it('clinical decline alone is not enough, even outside the field', () => {
    const more = { clinicalStatus: 'WORSE', inHighDoseField: false };
    expect(rate(60, more, [t(800)])).toBe('SD');
  });
  it('does not apply to recurrent disease', () => {
    expect(rate(60, {}, [t(1100)], { setting: 'recurrent' })).toBe('PD');
  });
  it('counts from the baseline when the end of radiotherapy is unknown, and says so', () => {
    const rated = run([BL(800), visit(60, [t(1100)])], {}, { setting: 'newDiagnosis' });
    expect(rated.timepoints[1]?.overall).toBe('SD');
    expect(rated.timepoints[1]?.findings.map(({ rule }) => rule)).toContain(
      'context.radiotherapyDateMissing'
    );
  });
});

describe('lesions', () => {
  const ne = t(0, 'T02', { longestDiameterMm: null, evaluable: false, reason: 'NOT_IMAGED' });
  const bare = { longestDiameterMm: null, perpendicularDiameterMm: null };
  const two = visit(0, [t(800), t(400, 'T02')]);
  it.each([
    ['partial sum that progresses', [t(1500), ne], 'PD'],
    ['partial sum that does not', [t(1499), ne], 'NE'],
    [
      'too small to measure is 25 mm²',
      [t(0), t(0, 'T02', { ...bare, tooSmallToMeasure: true })],
      'PR',
    ],
    ['merged', [t(1300), t(0, 'T02', { ...bare, mergedInto: 'T01' })], 'SD'],
    [
      'split parts are summed',
      [t(800), t(400, 'T02a', { splitFrom: 'T02' }), t(300, 'T02b', { splitFrom: 'T02' })],
      'PD',
    ],
    ['absent by status', [t(0, 'T01', { ...bare, status: 'absent' }), t(0, 'T02')], 'PR'],
    ['not listed', [t(100)], 'NE'],
    [
      'no perpendicular',
      [t(100), t(0, 'T02', { longestDiameterMm: 20, perpendicularDiameterMm: null })],
      'NE',
    ],
  ])('%s', (_name, lesions, expected) => {
    expect(overall([two, visit(28, lesions)])).toEqual([expected]);
  });
  it('is progression when disease is back after it was gone', () => {
    expect(overall([BL(800), visit(28, [t(0)], off), visit(56, [t(1)], off)])).toEqual([
      'CR',
      'PD',
    ]);
  });
  it('takes the nadir of before an unevaluable visit, and confirms across it', () => {
    const gap = visit(56, [], { evaluable: false });
    const rated = run([BL(1200), visit(28, [t(500)]), gap, visit(84, [t(600)])]);
    expect(rated.timepoints.slice(1).map(one => one.overall)).toEqual(['PR', 'NE', 'PR']);
    expect(rated.timepoints[3]?.burden?.nadir).toBe(500);
    expect(rated.bestOverallResponse.confirmed.value).toBe('PR');
  });
  it('is progression by clinical decline when nothing was imaged', () => {
    const gap = visit(28, [], { evaluable: false, clinicalStatus: 'WORSE' });
    expect(overall([BL(800), gap])).toEqual(['PD']);
  });
  it('dates a confirmed equivocal lesion back', () => {
    const rated = run([
      BL(800),
      visit(28, [t(800), nl('equivocal')]),
      visit(56, [t(800), nl('unequivocal')]),
    ]).timepoints;
    expect(rated.slice(1).map(one => one.overall)).toEqual(['SD', 'PD']);
    expect(rated[1]?.revised?.value).toBe('PD');
  });
  it.each([
    ['non-measurable only', [nm('present')], [nm('absent')], good, 'SD'],
    [
      'non-measurable only, higher steroids',
      [nm('present')],
      [nm('present')],
      { steroids: 'HIGHER' },
      'NE',
    ],
    ['non-measurable only, progressed', [nm('present')], [nm('progressed')], good, 'PD'],
    ['no disease', [], [], good, 'NED'],
    ['no disease, new lesion', [], [nl('unequivocal')], good, 'PD'],
  ])('%s at baseline', (_name, base, lesions, more, expected) => {
    expect(overall([visit(0, base), visit(28, lesions, more)])).toEqual([expected]);
  });
  it.each([
    ['not evaluable', [visit(0, [t(800)], { evaluable: false }), visit(28, [t(2000)])]],
    ['without a value', [visit(0, [ne]), visit(28, [t(2000, 'T02')])]],
  ])('is NE throughout with a baseline %s', (_name, timepoints) => {
    const rated = run(timepoints);
    expect(rated.timepoints[1]?.overall).toBe('NE');
    expect(rated.bestOverallResponse.confirmed.value).toBe('NE');
  });
});
