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

describe('findings', () => {
  const rules = (timepoints: TimepointInput[], at: number) =>
    run(timepoints).timepoints[at]?.findings.map(({ rule, lesion }) => [rule, lesion]);
  it('at baseline: too many, too small, thick slices, absent', () => {
    const small = t(0, 'T06', { longestDiameterMm: 20, perpendicularDiameterMm: 9.9 });
    const thick = t(0, 'T05', {
      longestDiameterMm: 20,
      perpendicularDiameterMm: 11,
      sliceThicknessMm: 6,
    });
    const many = [t(400), t(400, 'T02'), t(400, 'T03'), t(0, 'T04'), thick, small];
    expect(rules([visit(0, many)], 0)).toEqual([
      ['baseline.targets.tooMany', 'T06'],
      ['baseline.target.absent', 'T04'],
      ['baseline.sliceThickness', 'T05'],
      ['baseline.target.tooSmall', 'T06'],
    ]);
  });
  it('at a visit: missing diameters, contradiction, lesions that do not belong', () => {
    const lesions = [
      t(0, 'T01', { longestDiameterMm: 20, perpendicularDiameterMm: null }),
      t(400, 'T02', { status: 'absent' }),
      t(100, 'T09'),
    ];
    const base = visit(0, [t(400), t(400, 'T02'), t(400, 'T03'), t(400, 'T04')]);
    const last = t(0, 'T04', { longestDiameterMm: null, perpendicularDiameterMm: null });
    expect(rules([base, visit(28, [...lesions, last])], 1)).toEqual([
      ['measurement.perpendicularMissing', 'T01'],
      ['measurement.contradiction', 'T02'],
      ['lesion.notAtBaseline', 'T09'],
      ['measurement.missing', 'T04'],
      ['lesion.notAssessed', 'T03'],
    ]);
  });
  it('names what was not told of the patient; a complete response is not assumed off steroids', () => {
    const silent = { steroids: null, clinicalStatus: null, t2Flair: null };
    const timepoints = [BL(800), visit(28, [t(0)], silent)];
    expect(rules(timepoints, 1)).toEqual([
      ['context.steroidsMissing', null],
      ['context.clinicalStatusMissing', null],
      ['context.t2FlairMissing', null],
    ]);
    expect(overall(timepoints)).toEqual(['PR']);
    expect(overall(timepoints, { missingContext: 'ne' })).toEqual(['NE']);
  });
  it('asks nothing of a lesion that was treated locally', () => {
    const base = visit(0, [t(800), t(400, 'T02')]);
    const bare = { longestDiameterMm: null, perpendicularDiameterMm: null };
    const treated = t(0, 'T02', { ...bare, locallyTreated: { date: day(20) } });
    const timepoints = [base, visit(28, [t(800), treated]), visit(56, [t(800)])];
    expect([rules(timepoints, 1), rules(timepoints, 2)]).toEqual([[], []]);
  });
  it('at baseline: a lesion recorded as new, and one that is not there', () => {
    const odd = [nm('absent'), { ...nm('present'), id: 'NL01', role: 'new' as const }];
    expect(rules([visit(0, [t(800), ...odd])], 0)).toEqual([
      ['baseline.nonTarget.absent', 'NT01'],
      ['baseline.newLesion', 'NL01'],
    ]);
  });
  it('of a judgement that does not fit the non-measurable lesions', () => {
    const judged = [
      visit(0, [t(800), nm('present')]),
      visit(28, [t(800), nm('present')], { nonTargetJudgement: 'CR' }),
    ];
    expect(rules(judged, 1)).toEqual([['nonTarget.judgementContradicted', null]]);
    const nothing = [BL(800), visit(28, [t(800)], { nonTargetJudgement: 'PD' })];
    expect(rules(nothing, 1)).toEqual([['nonTarget.judgementWithoutLesions', null]]);
  });
});

describe('traces', () => {
  const size = (lesions: LesionInput[], more: More = {}) =>
    run([visit(0, [t(800), t(400, 'T02')]), visit(28, lesions, more)]).timepoints[1]?.trace[0];
  const unread = t(0, 'T02', { longestDiameterMm: null, perpendicularDiameterMm: null });
  it('give no change of a sum that not every lesion is in', () => {
    expect(size([t(500), { ...unread, evaluable: false }])?.numbers).toEqual({
      sumMm2: null,
      lowerBoundMm2: 500,
      baselineMm2: 1200,
      nadirMm2: 1200,
      changeFromBaselinePct: null,
      changeFromNadirPct: null,
    });
  });
  it('say nothing of a sum of which nothing was read', () => {
    expect(size([], { evaluable: false })?.text).toBe(
      'Not evaluable: T01 (NOT_IMAGED), T02 (NOT_IMAGED).'
    );
  });
  it('below a progression of what was read there is no rating, and below one over nothing a complete response', () => {
    expect(size([t(1500), { ...unread, evaluable: false }])?.margin).toEqual({
      value: 0,
      unit: 'mm2',
      category: 'NE',
    });
    const back = run([BL(800), visit(28, [t(0)]), visit(56, [t(6)])]).timepoints[2]?.trace[0];
    expect(back?.margin).toEqual({ value: 6, unit: 'mm2', category: 'CR' });
  });
  it('give no sum where nothing was measured', () => {
    const [base] = run([visit(0, [nm('present')])]).timepoints;
    expect(base?.trace[0]).toMatchObject({
      text: 'No measured lesion.',
      numbers: { sumMm2: null },
    });
  });
  it('name no per cent over nothing', () => {
    const back = run([BL(800), visit(28, [t(0)]), visit(56, [t(6)])]).timepoints[2]?.trace[0];
    expect(back?.text).toBe('Sum 6 mm², over the nadir of 0 mm²: measured disease is back.');
  });
});

describe('parameters', () => {
  it("sizePdOnTaper 'ne' leaves growth on fewer steroids undetermined", () => {
    const timepoints = [BL(800), visit(28, [t(1000)], { steroids: 'LOWER' })];
    expect(overall(timepoints)).toEqual(['PD']);
    expect(overall(timepoints, { sizePdOnTaper: 'ne' })).toEqual(['NE']);
    const wasOn = [visit(0, [t(800)]), visit(28, [t(1000)], off)];
    expect(overall(wasOn, { sizePdOnTaper: 'ne' })).toEqual(['NE']);
  });
  it("nonTargetNe 'ne' asks for every non-measurable lesion", () => {
    const timepoints = [visit(0, [t(800), nm('present')]), visit(28, [t(400)])];
    expect(overall(timepoints)).toEqual(['PR']);
    expect(overall(timepoints, { nonTargetNe: 'ne' })).toEqual(['NE']);
  });
  it('shows every parameter used and refuses others', () => {
    expect(run([BL(800)], { confirmationDays: 30 }).parameters).toMatchObject({
      confirmationDays: 30,
      minStableDays: 0,
      tstmDefaultMm: 5,
      sizePdOnTaper: 'pd',
    });
    expect(() => run([BL(800)], { prCarry: 'faq' })).toThrow(/no parameter "prCarry"/);
    expect(() => run([visit(0, [t(800)], { steroids: 'MORE' })])).toThrow(/expected one of "NONE"/);
  });
  it('gives threshold, numbers, margin and source of a size', () => {
    const trace = run([BL(1200), visit(28, [t(1499)])]).timepoints[1]?.trace[0];
    expect(trace).toMatchObject({
      rule: 'target.sd',
      numbers: { sumMm2: 1499, baselineMm2: 1200, nadirMm2: 1200 },
      margin: { value: -1, unit: 'mm2', category: 'PD' },
      source: expect.stringContaining('Wen 2010'),
    });
  });
});
