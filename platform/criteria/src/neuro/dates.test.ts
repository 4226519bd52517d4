import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import { fresh, seen, tumour, unmeasured } from '../courses/brain.testdata.js';
import type { BrainLesion } from '../courses/brain.testdata.js';
import { dateOn } from '../courses/course.testdata.js';
import type { AssessmentInput } from '../schemas.js';

type More = Readonly<Record<string, unknown>>;
type Given = readonly [day: number | null, lesions: readonly BrainLesion[], more?: More];

/** The visits after the first, which is the baseline; null: undated. */
function rate(visits: readonly Given[], more: More = {}) {
  const timepoints = visits.map(([day, lesions, told], index) => ({
    id: `V${index}`,
    ...(day === null ? {} : { date: dateOn(day) }),
    ...seen(lesions, { t2Flair: 'STABLE_OR_BETTER', ...told }),
  }));
  const input = { criterion: 'rano-hgg-2010', timepoints, ...more };
  return assess(input as AssessmentInput).timepoints.slice(1);
}
const flags = (...given: Parameters<typeof rate>) => rate(...given).map(one => one.flags);
const t = (mm2: number, more: Partial<BrainLesion> = {}) => tumour(40, mm2 / 40, more);
const on = (day: number) => ({ date: dateOn(day) });
const base: Given = [0, [t(1200)]];
const unread = { evaluable: false };

describe('a response that is held', () => {
  const first: Given = [28, [t(600)]];
  it('across as many unread visits as allowed', () => {
    const one: Given[] = [base, first, [40, [], unread], [56, [t(600)]]];
    expect(flags(one).at(-1)).toEqual([]);
    const two: Given[] = [base, first, [40, [], unread], [48, [], unread], [56, [t(600)]]];
    expect(flags(two).at(-1)).toEqual(['UNCONFIRMED']);
    expect(flags(two, { parameters: { maxInterveningNE: 2 } }).at(-1)).toEqual([]);
  });
  it('a complete one by a complete one, a partial one by either', () => {
    const off = { steroids: 'NONE' };
    const gone: Given = [56, [tumour(0, 0)], off];
    expect(flags([base, first, gone]).at(-1)).toEqual(['UNCONFIRMED']);
    expect(flags([base, [28, [tumour(0, 0)], off], gone]).at(-1)).toEqual([]);
  });
  it('is not known without dates, of one visit or the other', () => {
    const undated: Given = [null, [t(600)]];
    const dated = (day: number): Given => [null, [t(600, on(day))]];
    const start: Given = [null, [t(1200)]];
    const held = (...visits: Given[]) => flags([start, ...visits]).at(-1);
    expect(held(undated, undated)).toEqual(['UNCONFIRMED']);
    expect(held(dated(28), undated)).toEqual(['UNCONFIRMED']);
    expect(held(undated, dated(56))).toEqual(['UNCONFIRMED']);
    expect(held(dated(28), undated, dated(56))).toEqual([]);
    const none = { parameters: { confirmationDays: 0 } };
    expect(flags([start, undated, undated], none).at(-1)).toEqual(['UNCONFIRMED']);
    expect(flags([start, dated(28), dated(28)], none).at(-1)).toEqual([]);
  });
});

describe('the days after radiotherapy', () => {
  const grown: Given = [84, [t(1500)]];
  const newDiagnosis = { setting: 'newDiagnosis' };
  it('are counted from its end, or else from the baseline', () => {
    const overall = (more: More, visits: Given[] = [base, grown]) =>
      rate(visits, { ...newDiagnosis, ...more }).map(one => one.overall);
    expect(overall({})).toEqual(['SD']);
    expect(overall({}, [base, [85, [t(1500)]]])).toEqual(['PD']);
    expect(overall({ radiotherapyEndDate: dateOn(1) }, [base, [85, [t(1500)]]])).toEqual(['SD']);
    expect(overall({ setting: 'recurrent' })).toEqual(['PD']);
  });
  it('are not known without dates: progression', () => {
    const undated: Given[] = [
      [null, [t(1200)]],
      [null, [t(1500)]],
    ];
    expect(rate(undated, newDiagnosis)[0]?.overall).toBe('PD');
    const told: Given[] = [
      [null, [t(1200)]],
      [null, [t(1500)], { daysSinceRadiotherapy: 84 }],
    ];
    expect(rate(told, newDiagnosis)[0]?.overall).toBe('SD');
  });
  it.each(['rano-hgg-2010', 'rano-2.0'])('%s refuses an end that does not exist', criterion => {
    const more = { criterion, radiotherapyEndDate: '2026-02-30' };
    for (const visits of [[base], [base, grown]])
      expect(() => rate(visits, more)).toThrow(
        expect.objectContaining({ code: 'CL_DATE', path: '/radiotherapyEndDate' })
      );
    for (const [path, wrong] of [
      ['/newTherapyDate', { newTherapyDate: '2026-02-30' }],
      ['/parameters/pdCutoff', { parameters: { pdCutoff: '2026-02-30' } }],
    ] as const)
      expect(() => rate([base], { criterion, ...wrong })).toThrow(
        expect.objectContaining({ code: 'CL_DATE', path })
      );
  });
});

describe('the date of progression', () => {
  it('by a new lesion is that of its own scan', () => {
    const lesions = [t(1200, on(29)), fresh('unequivocal', on(31))];
    expect(rate([base, [28, lesions]])[0]).toMatchObject({ overall: 'PD', date: dateOn(31) });
  });
  it('by size is that of the latest scan in the sum, not of the visit', () => {
    const lesions = [t(1500, on(31)), { ...unmeasured('present'), ...on(33) }];
    const start: Given = [0, [t(1200), unmeasured('present')]];
    expect(rate([start, [28, lesions]])[0]).toMatchObject({ overall: 'PD', date: dateOn(31) });
  });
  it('by T2/FLAIR alone is that of the visit', () => {
    const more = { t2Flair: 'SIGNIFICANT_INCREASE' };
    expect(rate([base, [28, [t(1200, on(31))], more]])[0]).toMatchObject({
      overall: 'PD',
      date: dateOn(28),
    });
  });
});
