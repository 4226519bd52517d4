import { describe, expect, it } from '@jest/globals';
import { combine } from '../assess.js';
import type { LesionInput } from '../schemas.js';
import { baseline, run, scan, target, type Visit, week } from './course.testdata.js';

const pcwg2 = { standard: 'pcwg2' };
const undated = (visits: Visit[]): Visit[] => visits.map(visit => ({ ...visit, date: null }));
const bones = (visits: Visit[], parameters: Record<string, unknown> = {}) =>
  run(visits, parameters)
    .timepoints.slice(1)
    .map(({ components }) => components?.bone);

describe('dates that are missing', () => {
  it('no number of days is too short for them: nothing is confirmed', () => {
    const visits = undated([baseline(), scan(8, 2), scan(14, 4)]);
    expect(bones(visits, { boneConfirmDays: 0 })).toEqual(['PDu', 'PDu']);
    const soft = undated([
      baseline(),
      ...[8, 14].map(weeks => scan(weeks, 0, { lesions: [target(70)] })),
    ]);
    const waiting = run(soft, { ...pcwg2, 'pcwg2.softConfirmDays': 0 }).timepoints.slice(1);
    expect(waiting.map(({ overall }) => overall)).toEqual(['PDu', 'PDu']);
    const psa = undated([20, 8, 11, 12].map((psaNgMl, at) => scan(8 * at, 0, { psaNgMl })));
    const rated = run(psa, { psaConfirmDays: 0 }).timepoints.slice(1);
    expect(rated.map(({ components }) => components?.psa)).toEqual(['PSA50', 'PDu', 'PDu']);
  });

  it('a bone scan with a date of its own is compared where the other has one too', () => {
    const dated = (weeks: number, newLesions: number, date: string | null) =>
      scan(weeks, newLesions, { boneScan: { newLesions, lesionsPresent: true, date } });
    const course = (second: string | null) =>
      bones(undated([baseline(), dated(8, 2, week(8)), dated(14, 4, second)]));
    expect(course(week(14))).toEqual(['PDu', 'PD']);
    expect(course(null)).toEqual(['PDu', 'PDu']);
  });
});

describe('what a bone scan shows', () => {
  const of = (newLesions: number, lesionsPresent: boolean | null) =>
    bones([
      baseline({ boneScan: { lesionsPresent: false } }),
      scan(8, 0, { boneScan: { newLesions, lesionsPresent } }),
    ]);

  it('is as at baseline where it is not stated, but for lesions that are counted', () => {
    expect(of(0, null)).toEqual(['NED']);
    expect(of(1, null)).toEqual(['NON-PD']);
  });

  it('is what is stated against the baseline', () => {
    expect(of(0, true)).toEqual(['NON-PD']);
    expect(of(0, false)).toEqual(['NED']);
  });

  it('is not asked for at a visit that was not evaluable', () => {
    const visit = scan(8, 0, { boneScan: {}, evaluable: false, reason: 'MOTION' });
    expect(run([baseline(), visit]).timepoints[1]?.findings).toEqual([]);
  });
});

describe('the date of a progression that a later visit settles', () => {
  const at = (date: string, newLesions: number) => ({ newLesions, lesionsPresent: true, date });

  it('is that of the bone scan where soft tissue did not progress', () => {
    const visits = [
      scan(8, 2, { boneScan: at(week(9), 2) }),
      scan(16, 4, { boneScan: at(week(16), 4) }),
    ];
    expect(run([baseline(), ...visits]).timepoints[1]).toMatchObject({
      revised: { value: 'PD' },
      date: week(9),
    });
  });

  it('is the earlier of the two where both were', () => {
    const lesions = [target(70)];
    const later = scan(22, 4, { lesions });
    const dateOf = (date: string) =>
      run([baseline(), scan(8, 2, { lesions, boneScan: at(date, 2) }), later], pcwg2).timepoints[1];
    expect(dateOf(week(9))).toMatchObject({ revised: { value: 'PD' }, date: week(8) });
    expect(dateOf(week(7))).toMatchObject({ revised: { value: 'PD' }, date: week(7) });
  });

  it('is that of the soft tissue where bone did not progress', () => {
    const lesions = [target(70)];
    const quiet = scan(8, 0, { lesions, boneScan: at(week(7), 0) });
    const [, visit] = run([baseline(), quiet, scan(22, 0, { lesions })], pcwg2).timepoints;
    expect(visit).toMatchObject({ revised: { value: 'PD' }, date: week(8) });
  });

  it('is that of the bone scan where it alone progressed, be it later', () => {
    const late = scan(24, 2, { boneScan: at(week(25), 2) });
    expect(run([baseline(), scan(8, 0), late], pcwg2).timepoints.at(-1)).toMatchObject({
      overall: 'PD',
      date: week(25),
    });
  });
});

describe('PSA at the edges of its numbers', () => {
  const last = (...values: number[]) =>
    run(
      values.map((psaNgMl, at) => (at === 0 ? baseline({ psaNgMl }) : scan(8 * at, 0, { psaNgMl })))
    )
      .timepoints.at(-1)
      ?.trace.find(({ rule }) => rule.startsWith('psa.'));

  it('has no decline to be near to from a baseline of 0', () => {
    expect(last(0, 1)).toMatchObject({ rule: 'psa.nonPd', margin: null });
  });

  it('falls back to PSA50 where the rise begins at half of the baseline', () => {
    const margin = { value: 1, unit: 'ng/mL', category: 'PSA50' };
    expect(last(10, 3, 6)).toMatchObject({ rule: 'psa.pdu', margin });
  });
});

describe('soft tissue', () => {
  const node = (shortAxisMm: number, more: Partial<LesionInput> = {}): LesionInput => ({
    id: 'NL01',
    role: 'new',
    location: 'PELVIC LYMPH NODE',
    shortAxisMm,
    ...more,
  });
  const last = (...lesions: LesionInput[]) =>
    run([
      baseline(),
      ...lesions.map((one, at) => scan(8 * (at + 1), 0, { lesions: [target(50), one] })),
    ]).timepoints.at(-1);

  it('a node that grew a little is none, one that was not read is not known', () => {
    expect(last(node(9), node(12, { evaluable: true }))).toMatchObject({ newLesions: false });
    expect(last(node(9), node(12, { evaluable: false }))).toMatchObject({ newLesions: null });
  });

  it('says why it was not read', () => {
    const visit = scan(8, 0, { softTissueEvaluable: false, reason: 'MOTION' });
    const texts = run([baseline(), visit]).timepoints[1]?.trace.map(({ text }) => text);
    expect(texts?.[0]).toContain('MOTION');
  });

  it('of PCWG2 keeps the location of what is no node', () => {
    const rules = (location: string) =>
      run(
        [baseline({ lesions: [{ ...target(30), location }] })],
        pcwg2
      ).timepoints[0]?.findings.map(({ rule }) => rule);
    expect(rules('LEPTOMENINGES')).toEqual(['baseline.target.notMeasurable']);
    expect(rules('NOT IN THE LIST')).toEqual(['location.unknown']);
  });
});

it('a code that the table does not have is refused by the name of the standard', () => {
  const refused = (components: object) =>
    expect(() => combine({ criterion: 'pcwg3', components: { bone: 'FLARE', ...components } }));
  refused({}).toThrow(/pcwg3/);
  refused(pcwg2).toThrow(/pcwg2/);
});
