import { describe, expect, it } from '@jest/globals';
import { baseline, run, scan, target, week } from './course.testdata.js';

const pcwg2 = { standard: 'pcwg2' };

describe('soft tissue and bone that are both revised', () => {
  // Both progress at week 8 and wait for a second scan: bone for 6 weeks, soft tissue for 12.
  const slow = { ...pcwg2, 'pcwg2.softConfirmDays': 84 };
  const first = scan(8, 2, { lesions: [target(70)] });
  const second = scan(14, 4, { lesions: [target(70)] });

  it('names the scan that settled it first', () => {
    const third = scan(20, 4, { lesions: [target(70)] });
    expect(run([baseline(), first, second, third], slow).timepoints[1]).toMatchObject({
      overall: 'PDu',
      date: week(8),
      revised: { value: 'PD', byTimepoint: 'w14', rule: 'bone.pd.confirmed' },
    });
  });

  it('is progression by bone where soft tissue was none', () => {
    const third = scan(20, 4, { lesions: [target(50)] });
    const [, visit] = run([baseline(), first, second, third], slow).timepoints;
    expect(visit?.revised).toEqual({
      value: 'PD',
      byTimepoint: 'w14',
      rule: 'bone.pd.confirmed',
    });
  });

  it('is progression by soft tissue where bone was flare', () => {
    const visits = [
      first,
      scan(14, 2, { lesions: [target(70)] }),
      scan(20, 2, { lesions: [target(70)] }),
    ];
    const [, visit] = run([baseline(), ...visits], slow).timepoints;
    expect(visit?.revised).toMatchObject({ value: 'PD', byTimepoint: 'w20' });
  });
});

describe('the date of a progression', () => {
  it('is that of the bone scan where bone alone progressed', () => {
    const later = scan(24, 2, {
      boneScan: { newLesions: 2, lesionsPresent: true, date: week(23) },
    });
    const visits = [scan(8, 0), scan(16, 1), later];
    const rated = run([baseline(), ...visits], pcwg2).timepoints.at(-1);
    expect(rated).toMatchObject({ overall: 'PD', date: week(23) });
  });

  it('is that of the soft tissue where that alone progressed', () => {
    const early = { newLesions: 0, lesionsPresent: true, date: week(15) };
    const visit = scan(16, 0, { boneScan: early, lesions: [target(80)] });
    expect(run([baseline(), visit]).timepoints.at(-1)).toMatchObject({
      overall: 'PD',
      date: week(16),
    });
  });

  it('is the earlier one where both progressed', () => {
    const late = { newLesions: 2, lesionsPresent: true, date: week(25) };
    const visits = [scan(8, 0), scan(24, 2, { boneScan: late, lesions: [target(80)] })];
    expect(run([baseline(), ...visits], pcwg2).timepoints.at(-1)).toMatchObject({
      overall: 'PD',
      date: week(24),
    });
  });
});

describe('what bone scans are objected to', () => {
  const rules = (boneScan: object | null, at: 'baseline' | 'visit' = 'visit') => {
    const [base, visit] = run(
      at === 'visit'
        ? [baseline(), scan(8, 0, { boneScan } as object)]
        : [baseline({ boneScan } as object), scan(8, 0)]
    ).timepoints;
    const found = (at === 'visit' ? visit : base)?.findings ?? [];
    return found.map(({ rule, text }) => [rule, text]);
  };

  it('one that could not be read has no count to ask for', () => {
    expect(rules({ evaluable: false })).toEqual([]);
  });

  it('whether any lesion is there is only asked for where none is new', () => {
    const note = 'bone.presenceNotStated';
    expect(rules({ newLesions: 0 }).map(([rule]) => rule)).toEqual([note]);
    expect(rules({ newLesions: 1 })).toEqual([]);
  });

  it('a baseline that could not be read says why, or that it is not said', () => {
    const text = (why: string) => `Bone is NE at every visit: ${why}.`;
    expect(rules({ evaluable: false, reason: 'MOTION' }, 'baseline')).toEqual([
      ['bone.baselineMissing', text('the baseline bone scan is not readable (MOTION)')],
    ]);
    expect(rules({ evaluable: false }, 'baseline')).toEqual([
      ['bone.baselineMissing', text('the baseline bone scan is not readable (OTHER)')],
    ]);
  });

  it('a missing baseline scan is only named where a later visit has one', () => {
    const none = { boneScan: null };
    const findings = (...visits: object[]) =>
      run([
        baseline(none),
        ...visits.map((more, index) => scan(8 * (index + 1), 0, more)),
      ]).timepoints[0]?.findings.map(({ rule }) => rule);
    expect(findings(none, none)).toEqual([]);
    expect(findings(none, {})).toEqual(['bone.baselineMissing']);
  });

  it('no lesion of soft tissue is no finding where bone is diseased, and only that', () => {
    const rulesOf = (boneScan: object, lesions = [] as ReturnType<typeof target>[]) =>
      run([baseline({ boneScan, lesions } as object)]).timepoints[0]?.findings.map(
        ({ rule }) => rule
      );
    expect(rulesOf({ lesionsPresent: true })).toEqual([]);
    expect(rulesOf({ lesionsPresent: false })).toEqual(['baseline.noLesions']);
    expect(rulesOf({})).toEqual(['baseline.noLesions']);
    const small = [{ ...target(8), id: 'T02' }];
    expect(rulesOf({ lesionsPresent: true }, small)).toEqual(['baseline.target.tooSmall']);
  });
});

describe('an unreadable bone scan', () => {
  it('says why, or that it could not be read', () => {
    const text = (boneScan: object) =>
      run([baseline(), scan(8, 0, { boneScan } as object)]).timepoints[1]?.trace.find(
        ({ rule }) => rule === 'bone.ne'
      )?.text;
    expect(text({ evaluable: false, reason: 'MOTION' })).toBe('Bone not evaluable: MOTION.');
    expect(text({ evaluable: false })).toBe('Bone not evaluable: not readable.');
  });
});
