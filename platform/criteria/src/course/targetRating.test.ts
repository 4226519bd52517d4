import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput } from '../schemas.js';

const t = (id: string, mm: number | null, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: id === 'T01' ? 'LIVER' : 'PANCREAS',
  longestDiameterMm: mm,
  ...more,
});
const n = (id: string, shortAxisMm: number): LesionInput => ({
  id,
  role: 'target',
  location: 'LYMPH NODE',
  shortAxisMm,
});
const ne = (id: string): LesionInput => t(id, null, { evaluable: false, reason: 'OBSCURED' });
const treated = (id: string) => t(id, 0, { locallyTreated: {} });

/** What is said of the targets of the last of these visits, by the soft tissue rules of a criterion. */
function said(
  visits: readonly LesionInput[][],
  parameters: Record<string, unknown> = {},
  criterion = 'recist-1.1'
) {
  const { timepoints } = assess({
    criterion,
    parameters,
    timepoints: visits.map((lesions, index) => ({
      id: `V${index}`,
      date: `2026-0${index + 1}-05`,
      lesions,
    })),
  });
  const reason = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith('target.'));
  const { value, category, lesion = null } = reason?.margin ?? {};
  return {
    rule: reason?.rule,
    text: reason?.text,
    threshold: reason?.threshold,
    margin: reason?.margin ? [value, category, lesion] : null,
  };
}
const two = [t('T01', 20), t('T02', 20)];
const clear = [t('T01', 0), t('T02', 0)];

describe('why targets are rated as they are', () => {
  it.each<[string, LesionInput[][], Record<string, unknown>, string, string]>([
    [
      'two targets back after a complete response',
      [two, clear, [t('T01', 6), t('T02', 7)]],
      {},
      'target.pd.reappeared',
      'Disease after a complete response: T01, T02 present again (REAPPEARED).',
    ],
    [
      'none was read',
      [two, [ne('T01'), ne('T02')]],
      {},
      'target.ne',
      'Not evaluable: T01 (OBSCURED), T02 (OBSCURED); no target was read.',
    ],
    [
      'one was not read and the other is merged into it',
      [two, [ne('T01'), t('T02', null, { mergedInto: 'T01' })]],
      {},
      'target.ne',
      'Not evaluable: T01 (OBSCURED); no target was read.',
    ],
    [
      'the one that was read is gone',
      [two, [t('T01', 0), ne('T02')]],
      {},
      'target.ne',
      'Not evaluable: T02 (OBSCURED); what was read (0 mm) does not reach progression.',
    ],
    [
      'a bound is not used',
      [two, [t('T01', 60), ne('T02')]],
      { partialBounds: 'none' },
      'target.ne',
      'Not evaluable: T02 (OBSCURED); a sum with a target missing is not rated.',
    ],
    [
      'every target is left out',
      [two, [treated('T01'), treated('T02')]],
      { localTreatment: 'exclude' },
      'target.ne',
      'Every target was treated locally.',
    ],
  ])('%s', (_name, visits, parameters, rule, text) => {
    expect(said(visits, parameters)).toMatchObject({ rule, text });
  });

  it('says nothing of a bound where there is none', () => {
    const visits = [two, [treated('T01'), treated('T02')]];
    expect(said(visits, { localTreatment: 'exclude' })).toMatchObject({ margin: null });
    expect(said(visits, { localTreatment: 'exclude' }).threshold).toBeUndefined();
  });

  it('has no change in per cent from a sum of 0, and 5 mm are still needed', () => {
    const none = [t('T01', 0)];
    expect(said([none, [t('T01', 4.9)]])).toMatchObject({
      rule: 'target.sd',
      text: 'Sum 4.9 mm: n/a against baseline is not -30 %, and +4.90 mm against the nadir of 0 mm is not +20 % with +5 mm.',
    });
    expect(said([none, [t('T01', 5)]])).toMatchObject({ rule: 'target.pd' });
  });

  it('does not call disease again what was treated after a complete response', () => {
    expect(
      said([two, clear, [treated('T01'), t('T02', 0)]], { localTreatment: 'zero' })
    ).toMatchObject({
      rule: 'target.pr',
    });
  });
});

describe('the nearest number of targets with nodes', () => {
  it.each<[string, LesionInput[][], unknown]>([
    // Back by being 10 mm or more: the sum of 14 mm, +5 mm over the nadir, changes nothing any more.
    [
      'a node that is back',
      [
        [t('T01', 30), n('N01', 20)],
        [t('T01', 0), n('N01', 9)],
        [t('T01', 0), n('N01', 13.5)],
      ],
      [3.5, 'CR', 'N01'],
    ],
    // A target is left, so a normal node that grows to 10 mm makes nothing else of it.
    [
      'a normal node beside disease',
      [
        [t('T01', 30), n('N01', 20)],
        [t('T01', 27), n('N01', 9.9)],
      ],
      [1.9, 'PR', null],
    ],
    [
      'two nodes too large',
      [
        [n('N01', 20), n('N02', 20)],
        [n('N01', 10.1), n('N02', 10.2)],
      ],
      [-7.7, 'SD', null],
    ],
    [
      'the one node too large',
      [
        [n('N01', 20), n('N02', 20)],
        [n('N01', 10.1), n('N02', 9)],
      ],
      [0.1, 'CR', 'N01'],
    ],
  ])('%s', (_name, visits, margin) => {
    expect(said(visits).margin).toEqual(margin);
  });
  // Baseline 20 + 20 mm, T02 not read: 48 mm are progression, and no size of the node is.
  it('is the bound with a target missing', () => {
    const base = [n('N01', 20), t('T02', 20)];
    expect(said([base, [n('N01', 11), ne('T02')]]).margin).toEqual([-37, 'PD', null]);
    expect(said([base, [n('N01', 9), ne('T02')]]).margin).toEqual([-39, 'PD', null]);
  });
});

describe('a node of PCWG3 that was normal', () => {
  const after = (mm: number) => said([[n('N01', 20)], [n('N01', 9)], [n('N01', mm)]], {}, 'pcwg3');
  it('is no complete response any more from 10 mm, whatever it takes to be disease again', () => {
    expect(after(11)).toMatchObject({ rule: 'target.pr', margin: [1, 'CR', 'N01'] });
  });
  it('is back by its growth, and no longer normal at 10 mm', () => {
    expect(after(14)).toMatchObject({ rule: 'target.pd.reappeared', margin: [0, 'PR', 'N01'] });
    expect(after(9.5)).toMatchObject({ rule: 'target.cr', margin: [-0.5, 'PR', 'N01'] });
  });
  it('is back with 5 mm more, where the sum of 22 mm after 18 mm is no progression', () => {
    const visits = [
      [n('N01', 20), n('N02', 20)],
      [n('N01', 9), n('N02', 9)],
      [n('N01', 14), n('N02', 8)],
    ];
    expect(said(visits, {}, 'pcwg3')).toMatchObject({
      rule: 'target.pd.reappeared',
      threshold:
        'every node below the short axis of a normal one, and one that was normal less than 5 mm over its smallest',
      margin: [0, 'PR', 'N01'],
    });
    expect(said(visits)).toMatchObject({
      rule: 'target.pd.reappeared',
      threshold: 'every node below the short axis of a normal one',
      margin: [4, 'CR', 'N01'],
    });
  });
});
