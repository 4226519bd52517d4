import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { AssessmentInput, LesionInput } from '../schemas.js';

const target = (id: string, mm: number, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  ...more,
});
const run = (
  visits: {
    lesions: LesionInput[];
    newLesions?: number;
    date?: string | null;
    evaluable?: boolean;
  }[],
  parameters: Record<string, unknown> = {},
  subject: Record<string, unknown> = {}
) =>
  assess({
    criterion: 'pcwg3',
    parameters,
    ...subject,
    timepoints: visits.map(({ lesions, newLesions, date, evaluable }, index) => ({
      id: `V${index}`,
      date:
        date === undefined
          ? new Date(Date.UTC(2026, 0, 5 + 56 * index)).toISOString().slice(0, 10)
          : date,
      evaluable,
      boneScan: { lesionsPresent: true, newLesions: newLesions ?? 0 },
      lesions,
    })),
  } as AssessmentInput);
const soft = (...args: Parameters<typeof run>) =>
  run(...args)
    .timepoints.slice(1)
    .map(({ components }) => components?.softTissue);

describe('edges of PCWG', () => {
  it('adds the parts of a split lesion and counts a merged one once', () => {
    const part = { splitFrom: 'T01' };
    const split = [target('T01a', 12, part), target('T01b', 10, part)];
    expect(soft([{ lesions: [target('T01', 40)] }, { lesions: split }])).toEqual(['PR']);
    const merged: LesionInput = { id: 'T02', role: 'target', location: 'LIVER', mergedInto: 'T01' };
    const base = [target('T01', 20), target('T02', 15)];
    expect(soft([{ lesions: base }, { lesions: [target('T01', 30), merged] }])).toEqual(['SD']);
  });

  it('has 5 mm for a lesion too small to measure, and no nadir from a visit that was not read', () => {
    const small: LesionInput = {
      id: 'T01',
      role: 'target',
      location: 'LIVER',
      tooSmallToMeasure: true,
    };
    const unread: LesionInput = { id: 'T01', role: 'target', location: 'LIVER', evaluable: false };
    const visits = [
      [target('T01', 20)],
      [small],
      [unread],
      [target('T01', 9)],
      [target('T01', 10)],
    ];
    expect(soft(visits.map(lesions => ({ lesions })))).toEqual(['PR', 'NE', 'PR', 'PD']);
  });

  it('is NE without an evaluable baseline, bone alone excepted', () => {
    const lost = target('T01', 20, { evaluable: false });
    const [, visit] = run([{ lesions: [lost] }, { lesions: [target('T01', 90)] }]).timepoints;
    expect(visit).toMatchObject({
      overall: 'NE',
      components: { softTissue: 'NE', bone: 'NON-PD' },
    });
  });

  it('is NE where nothing of the visit could be read', () => {
    const lesions = [target('T01', 20)];
    const [, visit] = run([{ lesions }, { lesions, newLesions: 4, evaluable: false }]).timepoints;
    expect(visit).toMatchObject({ overall: 'NE', components: { bone: 'NE' } });
  });

  it('leaves bone progression open without dates, and says so', () => {
    const lesions = [target('T01', 20)];
    const rated = run(
      [0, 2, 4].map(newLesions => ({ lesions, newLesions, date: null }))
    ).timepoints;
    expect(rated.slice(1).map(({ components }) => components?.bone)).toEqual(['PDu', 'PDu']);
    expect(rated[1]?.findings.map(({ rule }) => rule)).toContain('bone.undated');
  });

  it('counts the flare window from the start date', () => {
    const lesions = [target('T01', 20)];
    const visits = [{ lesions }, { lesions, newLesions: 2 }, { lesions, newLesions: 2 }];
    const bone = (subject: Record<string, unknown>) =>
      run(visits, {}, subject).timepoints[1]?.components?.boneRevised;
    expect(bone({})).toBe('NON-PD');
    expect(bone({ startDate: '2025-12-01' })).toBe('PD');
  });

  it('compares relatively alone in PCWG2: tenfold lengths change nothing', () => {
    const lengths = [50, 35, 34, 41, 40.8, 40.7];
    const rated = (factor: number) =>
      soft(
        lengths.map(mm => ({ lesions: [target('T01', Math.round(mm * factor * 10) / 10)] })),
        { standard: 'pcwg2' }
      );
    expect(rated(1)).toEqual(['PR', 'PR', 'PD', 'PD', 'SD']);
    expect(rated(10)).toEqual(rated(1));
  });

  it('names every parameter it used, and refuses others', () => {
    const visits = [{ lesions: [target('T01', 20)] }];
    expect(run(visits).parameters).toMatchObject({
      standard: 'pcwg3',
      flareDays: 84,
      pduBor: 'SD',
      pduRpfs: 'noEvent',
      'pcwg.maxTotal': null,
      'pcwg.nedNed': 'NE',
      'pcwg2.laterConfirm': false,
      confirmation: 'responses',
      confirmationDays: 28,
    });
    expect(() => run(visits, { maxTargets: 5 })).toThrow(/no parameter "maxTargets"/);
  });
});
