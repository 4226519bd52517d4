import { loadCharter } from '@corelab/charter';
import { describe, expect, it } from '@jest/globals';
import { intakeRules, type IntakeRules } from './intake-rules.js';
import { foundInStudy, matchFound, studyDate, type FoundInStudy } from './match-study.js';
import { source } from '../testing/handmade-trial.js';

const rulesOf = (more: string, charter = source): IntakeRules => {
  const loaded = loadCharter(`${charter.trimEnd()}\n${more}\n`);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return intakeRules(loaded.charter);
};
/** The baseline's window is 28 days before and none after, that of TP1 (day 56) seven to each side. */
const byAttribute = rulesOf('');
const byWindow = rulesOf('matching: { timepointBy: window, unmatched: proposeByDate }');
const both = rulesOf('matching: { timepointBy: attributeThenWindow }');

const found: FoundInStudy = {
  ...{ subject: '101-004', site: '101', timepoint: 'TP1', acquisitionDate: '2026-03-02' },
  disagree: [],
};
const knowing = (over = {}) => ({
  ...{ subjects: ['101-004'], baselineDate: '2026-01-05' },
  ...{ firstFollowUp: null, ...over },
});
const none = { subjects: [], timepoints: [], proposed: null };

describe('a study', () => {
  it('is matched by its attributes', () => {
    expect(matchFound(found, byAttribute, knowing({ subjects: [], baselineDate: null }))).toEqual({
      ...{ ok: true, subject: '101-004', site: '101', timepoint: 'TP1' },
    });
  });

  it.each([
    ['subject: absent', { subject: null }],
    ['subject: the instances disagree', { subject: null, disagree: ['subject'] as const }],
    ['subject: A B is not written as the charter writes subjects', { subject: 'A B' }],
    ['subject: 101.004 is unknown and spelt like 101-004', { subject: '101.004' }],
    ['site: absent', { site: null }],
    ['site: 999 is not in the charter', { site: '999' }],
    ['timepoint: absent', { timepoint: null }],
    ['timepoint: TP9 is not in the schedule', { timepoint: 'TP9' }],
    [
      'timepoint: TP1 would be of 2026-01-04, before the baseline of 2026-01-05',
      { acquisitionDate: '2026-01-04' },
    ],
  ])('waits: %s', (reason, over) => {
    expect(matchFound({ ...found, ...over }, byAttribute, knowing())).toMatchObject({
      ...{ ok: false, reasons: [reason] },
    });
  });

  it('of an unscheduled timepoint waits for a person, and one from before the baseline is not after it', () => {
    const more = '  - { id: UNS, kind: unscheduled }\n  - { id: SCR, kind: screening, day: -60 }\n';
    const kinds = rulesOf('', source.replace('  - { id: BL', `${more}  - { id: BL`));
    const of = (timepoint: string, acquisitionDate: string) =>
      matchFound({ ...found, timepoint, acquisitionDate }, kinds, knowing());
    expect(of('UNS', '2026-03-20')).toMatchObject({
      reasons: ['timepoint: UNS is unscheduled, so a person says which visit it is'],
    });
    expect(of('SCR', '2025-11-05')).toMatchObject({ ok: true, timepoint: 'SCR' });
    expect(of('SCR', '2026-01-06')).toMatchObject({
      reasons: ['timepoint: SCR would be of 2026-01-06, after BL of 2026-01-05'],
    });
  });

  it('of a baseline waits where a follow-up is older, unless the baseline is dated already', () => {
    const study = { ...found, timepoint: 'BL', acquisitionDate: '2026-01-05' };
    const firstFollowUp = { code: 'TP1', date: '2026-01-04' };
    expect(
      matchFound(study, byAttribute, knowing({ baselineDate: null, firstFollowUp }))
    ).toMatchObject({
      ok: false,
      reasons: ['timepoint: BL would be of 2026-01-05, after TP1 of 2026-01-04'],
    });
    const sameDay = { ...firstFollowUp, date: '2026-01-05' };
    for (const context of [{ baselineDate: null, firstFollowUp: sameDay }, { firstFollowUp }]) {
      expect(matchFound(study, byAttribute, knowing(context))).toMatchObject({ timepoint: 'BL' });
    }
  });

  it('waits with every reason and the candidates', () => {
    const unclear = { ...found, subject: '101-0O4', site: '999', timepoint: null };
    const context = knowing({ subjects: ['101-004', '101-900'] });
    expect(matchFound(unclear, byAttribute, { ...context, baselineDate: null })).toEqual({
      ok: false,
      reasons: ['site: 999 is not in the charter', 'timepoint: absent'],
      candidates: { ...none, subjects: ['101-004'] },
    });
  });
});

describe('a visit window', () => {
  // 2026-01-05 and 56 days are 2026-03-02.
  it.each([
    ['2026-02-23', 'TP1'],
    ['2026-03-02', 'TP1'],
    ['2026-03-09', 'TP1'],
    ['2025-12-08', 'BL'],
    ['2026-01-05', 'BL'],
  ])('has %s as %s', (acquisitionDate, timepoint) => {
    const study = { ...found, timepoint: null, acquisitionDate };
    expect(matchFound(study, byWindow, knowing())).toMatchObject({ ok: true, timepoint });
    expect(matchFound(study, both, knowing())).toMatchObject({ ok: true, timepoint });
  });

  it('counts where the attribute is empty, and the attribute where it is not', () => {
    const study = { ...found, timepoint: 'BL' };
    expect(matchFound(study, both, knowing())).toMatchObject({ timepoint: 'BL' });
    expect(matchFound(study, byWindow, knowing())).toMatchObject({ timepoint: 'TP1' });
    const unknown = { ...found, timepoint: 'TP9' };
    expect(matchFound(unknown, both, knowing())).toMatchObject({
      reasons: ['timepoint: TP9 is not in the schedule'],
    });
  });

  it.each([
    ['day 64 is in no visit window', '2026-03-10', '2026-01-05'],
    ["the subject's baseline has no date yet", '2026-03-10', null],
    ['the study has no acquisition date', null, '2026-01-05'],
    ['a date is not a whole date', '2026-03-10', '2026-01'],
  ])('that can not be told makes it wait: %s', (reason, acquisitionDate, baselineDate) => {
    const study = { ...found, timepoint: null, acquisitionDate };
    expect(matchFound(study, byWindow, knowing({ baselineDate }))).toMatchObject({
      ...{ ok: false, reasons: [`timepoint: ${reason}`] },
    });
  });

  it('that is nearest is a candidate, and proposed where the charter says so', () => {
    const study = { ...found, timepoint: null, acquisitionDate: '2026-03-10' };
    const timepoints = [
      { timepoint: 'TP1', daysOutside: 1 },
      { timepoint: 'BL', daysOutside: 64 },
    ];
    const waiting = (rules: IntakeRules) => {
      const outcome = matchFound(study, rules, knowing());
      return outcome.ok ? null : outcome.candidates;
    };
    expect(waiting(byWindow)).toMatchObject({ timepoints, proposed: 'TP1' });
    expect(waiting(both)).toMatchObject({ timepoints, proposed: null });
  });
});

describe('what a study says', () => {
  const image = (subject: string) => ({ subject, site: '101', timepoint: null });
  it('is what all its images say', () => {
    expect(foundInStudy([image('A'), image('A')], [])).toEqual({
      ...{ subject: 'A', site: '101', timepoint: null, acquisitionDate: null, disagree: [] },
    });
    expect(foundInStudy([image('A'), image('B')], [])).toMatchObject({
      ...{ subject: null, disagree: ['subject'] },
    });
  });
  it('is dated by its series with a role, the earliest first', () => {
    const series = (role: string | null, acquisitionDate: string | null) => ({
      role,
      acquisitionDate,
    });
    expect(studyDate([series(null, '2026-01-01'), series('CT', '2026-01-03')])).toBe('2026-01-03');
    expect(studyDate([series('CT', '2026-01-04'), series('CT', '2026-01-03')])).toBe('2026-01-03');
    expect(studyDate([series('CT', null), series(null, '2026-01-01')])).toBe('2026-01-01');
    expect(studyDate([series('CT', null)])).toBe(null);
  });
});
