import { describe, expect, it } from '@jest/globals';
import { assess, type AssessmentOutput } from '@corelab/criteria';
import { withVisits } from './assessments.js';
import { endpoints } from './endpoints.js';
import type { SubjectInput } from './inputSchema.js';
import type { EndpointOptions } from './options.js';
import { onDay, start } from './testing/subjects.js';

type Fields = Record<string, unknown>;
type Given = readonly [day: number, lesions: readonly object[], more?: Fields];

const assessed = (criterion: string, visits: readonly Given[], parameters: Fields = {}) =>
  assess({
    criterion,
    parameters,
    startDate: start,
    timepoints: visits.map(([day, lesions, more]) => ({
      id: `d${day}`,
      date: onDay(day),
      lesions,
      ...more,
    })),
  } as unknown as Parameters<typeof assess>[0]);

function of(
  assessment: AssessmentOutput,
  subject: Partial<SubjectInput> = {},
  options: Partial<EndpointOptions> = {}
) {
  const result = endpoints({
    subjects: [{ id: 'S1', startDate: start, assessment, ...subject }],
    options,
  });
  const [one] = result.subjects;
  if (!one) throw new Error('no subject came back');
  return { ...one, used: result.options, orr: result.cohort.orr };
}

const liver = { id: 'T01', role: 'target', location: 'LIVER' };
const mm = (longestDiameterMm: number) => [{ ...liver, longestDiameterMm }];
const scan = (newLesions: number) => ({ boneScan: { newLesions, lesionsPresent: true } });
const unresolved = (assessment: AssessmentOutput) =>
  withVisits({ id: 'S1', startDate: start, assessment }, '/subjects/0').visits.map(one => [
    one.id,
    one.unresolved,
  ]);
const baselineOf = (assessment: AssessmentOutput) =>
  withVisits({ id: 'S1', startDate: start, assessment }, '/subjects/0').baseline;
const isOpen = (findings: readonly { rule: string }[]) =>
  findings.some(({ rule }) => rule === 'unresolvedProgression');

describe('baseline, dates and burdens of an assessment', () => {
  const course = assessed('recist-1.1', [
    [0, mm(100)],
    [56, mm(70)],
  ]);
  it('are read', () => {
    const { plots, findings } = of(course, { lastContactDate: onDay(60) });
    expect(plots.waterfall).toEqual({ changePct: -30, date: onDay(56) });
    expect(plots.spider).toEqual([
      { day: 1, value: 100, changePct: 0 },
      { day: 57, value: 70, changePct: -30 },
    ]);
    expect(findings).toEqual([]);
  });
  it('give way to what the subject says', () => {
    const own = { baselineDate: onDay(-3), baselineBurden: 140 };
    expect(of(course, own).plots.spider).toEqual([
      { day: -3, value: 140, changePct: 0 },
      { day: 57, value: 70, changePct: -50 },
    ]);
    expect(of(course, { baseline: 'incomplete' }).pfs.reason).toBe('noBaseline');
  });
  it('censors at the start where the baseline could not be evaluated, unless the subject says so', () => {
    const unread = assessed('recist-1.1', [
      [0, [liver]],
      [56, mm(70)],
    ]);
    expect(baselineOf(unread)).toBe('notEvaluable');
    expect(of(unread).pfs).toMatchObject({ event: false, reason: 'noBaseline', date: start });
    expect(of(unread, { baseline: 'complete' }).pfs.reason).toBe('noAssessment');
  });
  it('censors at the start where no timepoint was assessed', () => {
    expect([baselineOf(course), baselineOf({ ...course, timepoints: [] })]).toEqual([
      'complete',
      'none',
    ]);
    const { pfs, bestOverallResponse, plots } = of({ ...course, timepoints: [] });
    expect(pfs).toMatchObject({ event: false, reason: 'noBaseline', date: start });
    expect(bestOverallResponse.unconfirmed.value).toBe('MISSING');
    expect(plots).toMatchObject({ waterfall: null, spider: [] });
  });
  it('are refused beside visits, and without either', () => {
    const subject = { id: 'S1', startDate: start };
    expect(() => endpoints({ subjects: [subject] })).toThrow(
      'subject S1: neither visits nor an assessment is given'
    );
    expect(() => endpoints({ subjects: [{ ...subject, visits: [], assessment: course }] })).toThrow(
      'subject S1: both visits and an assessment are given'
    );
  });
});

describe('progression that waits', () => {
  it('imRECIST: until a visit 28 days later confirms it', () => {
    const confirmed = assessed('imrecist', [
      [0, mm(100)],
      [56, mm(120)],
      [84, mm(121)],
      [112, mm(60)],
    ]);
    // The second progression confirms the first and is not confirmed itself; the third visit shows none.
    expect(unresolved(confirmed)).toEqual([
      ['d56', false],
      ['d84', true],
      ['d112', false],
    ]);
    const { bestOverallResponse, pfs } = of(confirmed);
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'PD', date: onDay(56) });
    expect(pfs).toMatchObject({ event: true, date: onDay(56) });
  });
  it('imRECIST: the best response goes on after one that is neither confirmed nor void', () => {
    // 14 days are too few for either; 70 of 100 is a partial response.
    const open = assessed('imrecist', [
      [0, mm(100)],
      [56, mm(120)],
      [70, mm(70)],
    ]);
    const { bestOverallResponse, pfs, dor } = of(open);
    expect(bestOverallResponse.unconfirmed).toEqual({ value: 'PR', date: onDay(70) });
    expect(pfs).toMatchObject({ event: true, date: onDay(56) });
    expect(dor).toBeNull();
  });
  it('imRECIST: void progression is none', () => {
    // M3: -10 % against the nadir that the first progression was measured from.
    const voided = assessed('imrecist', [
      [0, mm(50)],
      [42, mm(60)],
      [77, mm(45)],
    ]);
    expect(unresolved(voided)).toEqual([
      ['d42', false],
      ['d77', false],
    ]);
    expect(of(voided).pfs).toMatchObject({ event: false, date: onDay(77) });
  });
  it('RECIST 1.1 waits for nothing', () => {
    const course = assessed('recist-1.1', [
      [0, mm(100)],
      [56, mm(120)],
    ]);
    expect(unresolved(course)).toEqual([['d56', false]]);
  });
  it('PCWG3: bone that a later scan voids is no progression', () => {
    // P6: two new lesions at week 18 that week 24 does not show.
    const flare = assessed('pcwg3', [
      [0, mm(50), { boneScan: { lesionsPresent: true } }],
      [84, mm(50), scan(0)],
      [126, mm(50), scan(2)],
      [168, mm(50), scan(0)],
    ]);
    expect(unresolved(flare).map(([, open]) => open)).toEqual([false, false, false]);
    const { pfs, findings } = of(flare, {}, { pduRpfs: 'event' });
    expect([pfs.event, isOpen(findings)]).toEqual([false, false]);
  });
  it('PCWG3: bone that waits beside progression of soft tissue leaves nothing open', () => {
    const soft = assessed('pcwg3', [
      [0, mm(50), { boneScan: { lesionsPresent: true } }],
      [56, mm(70), scan(2)],
    ]);
    expect(unresolved(soft)).toEqual([['d56', false]]);
    const { pfs, findings } = of(soft);
    expect(pfs).toMatchObject({ event: true, date: onDay(56) });
    expect(isOpen(findings)).toBe(false);
  });
  it('iRECIST: a visit under new therapy confirms nothing', () => {
    // I1, with new therapy between the two.
    const course = assessed('irecist', [
      [0, mm(100)],
      [56, mm(130)],
      [91, mm(136)],
    ]);
    expect(of(course).progression).toMatchObject({ pending: false, confirmedDate: onDay(91) });
    const treated = of(course, { newTherapyDate: onDay(70) });
    expect(treated.bestOverallResponse.unconfirmed).toEqual({ value: 'IUPD', date: onDay(56) });
    expect(treated.progression).toMatchObject({ response: 'IUPD', pending: true });
  });
});

describe('the criterion and parameters of the assessments', () => {
  const baseline: Given[] = [[0, mm(100)]];
  const two = (first: AssessmentOutput, second: AssessmentOutput) => () =>
    endpoints({
      subjects: [first, second].map((assessment, index) => ({
        id: `S${index}`,
        startDate: start,
        assessment,
      })),
    });
  it('name the vocabulary: PCWG2 by its standard', () => {
    const course = assessed('pcwg3', [[0, [], { boneScan: { lesionsPresent: true } }]], {
      standard: 'pcwg2',
    });
    const { used, orr } = of(course);
    expect([used.criterion, used.vocabulary, orr]).toEqual(['pcwg3', 'pcwg2', null]);
  });
  it('are said where two differ', () => {
    const of28 = assessed('recist-1.1', baseline, { confirmationDays: 28 });
    expect(two(of28, assessed('recist-1.1', baseline, { confirmationDays: 35 }))).toThrow(
      expect.objectContaining({
        code: 'CL_CRITERION_MISMATCH',
        path: '/subjects/1/assessment/parameters/confirmationDays',
        message:
          'subject S1: confirmationDays is 35, of the others 28; the option confirmationDays decides for all',
      })
    );
    expect(two(of28, assessed('irecist', baseline))).toThrow(
      expect.objectContaining({
        code: 'CL_CRITERION_MISMATCH',
        path: '/subjects/1/assessment/criterion',
        message: 'subject S1: rated by irecist, the others by recist-1.1',
      })
    );
  });
});

describe('IMWG', () => {
  it('is confirmed by the next sample where the assessment does not say what it confirmed', () => {
    // 1.4 of 3.0 is -53 %, twice.
    const course = assessed(
      'imwg-2016',
      [3, 1.4, 1.4].map((serumMGPerDl, index) => [28 * index, [], { labs: { serumMGPerDl } }])
    );
    const timepoints = course.timepoints.map(({ components: _, ...one }) => one);
    expect(of({ ...course, timepoints }).bestOverallResponse).toEqual(
      of(course).bestOverallResponse
    );
    expect(of(course).bestOverallResponse.confirmed).toEqual({ value: 'PR', date: onDay(28) });
  });
});
