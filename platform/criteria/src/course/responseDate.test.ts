import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const on = (day: number) => `2026-03-0${day}`;
const t = (id: string, mm: number, day?: number, more: Partial<LesionInput> = {}): LesionInput => ({
  id,
  role: 'target',
  location: id === 'T01' ? 'LIVER' : 'PANCREAS',
  longestDiameterMm: mm,
  ...(day === undefined ? {} : { date: on(day) }),
  ...more,
});
const unread = (id: string, day: number) =>
  t(id, 0, day, { longestDiameterMm: null, evaluable: false });
const treated = (id: string, day: number) =>
  t(id, 0, day, { locallyTreated: { date: '2026-02-01' } });
const nt = (id: string, status: LesionInput['status'], day: number): LesionInput => ({
  id,
  role: 'non-target',
  location: 'BONE',
  status: status ?? null,
  date: on(day),
});
const nl = (id: string, status: LesionInput['status'], day: number): LesionInput => ({
  ...nt(id, status, day),
  role: 'new',
});
const base = [t('T01', 20), t('T02', 20)];
const bone = [nt('NT01', 'present', 1), nt('NT02', 'present', 1)].map(one => ({
  ...one,
  date: '2026-01-05',
}));
const clear = [t('T01', 0), t('T02', 0)];
const first = ['2026-01-05', '2026-02-02', '2026-03-02'];

/** Overall response and date of the last of these visits; the last is of 2 March. */
function last(
  visits: readonly LesionInput[][],
  parameters: Record<string, unknown> = {},
  more: Partial<TimepointInput> = {}
) {
  const dates = first.slice(0, visits.length - 1).concat(on(2));
  const timepoints = visits.map((lesions, index): TimepointInput => ({
    id: `V${index}`,
    date: dates[index] ?? null,
    lesions,
    ...(index === visits.length - 1 ? more : {}),
  }));
  const visit = assess({ criterion: 'recist-1.1', parameters, timepoints }).timepoints.at(-1);
  return [visit?.overall, visit?.date];
}

describe('the date of a progression', () => {
  it.each<[string, LesionInput[], number]>([
    ['by the sum: its latest scan', [t('T01', 30, 3), t('T02', 30, 5)], 5],
    ['not that of a target that was not read', [t('T01', 60, 3), unread('T02', 5)], 3],
    ['nor that of one that treatment took out', [t('T01', 60, 3), treated('T02', 5)], 3],
    ['that of a target that is gone', [t('T01', 60, 3), t('T02', 0, 5)], 5],
    [
      'that of a part that is in the sum where another was not read',
      [
        t('T02', 20, 3),
        t('T01a', 50, 5, { splitFrom: 'T01' }),
        { ...unread('T01b', 4), splitFrom: 'T01' },
      ],
      5,
    ],
    ['that of the visit without scans of their own', [t('T01', 30), t('T02', 30)], 2],
    [
      'of the new lesion, not of a doubtful one',
      [
        t('T01', 20),
        t('T02', 20),
        nl('NL01', 'equivocal', 1),
        nl('NL02', 'unequivocal', 4),
        nl('NL03', 'present', 6),
      ],
      4,
    ],
    ['of what came first', [t('T01', 30, 5), t('T02', 30, 5), nl('NL02', 'unequivocal', 4)], 4],
  ])('%s', (_name, lesions, day) => {
    expect(last([base, lesions])).toEqual(['PD', on(day)]);
  });

  it('leaves a target out of its own date that is out of the sum', () => {
    const lesions = [t('T01', 60, 3), treated('T02', 5)];
    expect(last([base, lesions], { localTreatment: 'exclude' })).toEqual(['PD', on(3)]);
    expect(last([base, lesions], { localTreatment: 'zero' })).toEqual(['PD', on(5)]);
  });

  it.each<[string, LesionInput[], Partial<TimepointInput>, number]>([
    [
      'of the first one that progressed',
      [nt('NT01', 'progressed', 6), nt('NT02', 'progressed', 4)],
      {},
      4,
    ],
    [
      'not of one that is only there',
      [nt('NT01', 'progressed', 6), nt('NT02', 'present', 4)],
      {},
      6,
    ],
    [
      'of the visit by the call of the reader alone',
      [nt('NT01', 'present', 6), nt('NT02', 'present', 4)],
      { nonTargetJudgement: 'PD' },
      2,
    ],
    [
      'of the visit by the call of the reader, before that of a new lesion',
      [nt('NT01', 'present', 6), nl('NL01', 'unequivocal', 4)],
      { nonTargetJudgement: 'PD' },
      2,
    ],
  ])('non-target: %s', (_name, lesions, more, day) => {
    expect(
      last(
        [
          [...base, ...bone],
          [...base, ...lesions],
        ],
        {},
        more
      )
    ).toEqual(['PD', on(day)]);
  });

  it.each<[string, LesionInput[], Record<string, unknown>, number]>([
    ['the target that is back', [t('T01', 0, 3), t('T02', 9, 5)], {}, 5],
    ['the first that is back', [t('T01', 8, 6), t('T02', 9, 5)], {}, 5],
    [
      'not one that was treated',
      [treated('T01', 3), t('T02', 9, 5)],
      { localTreatment: 'zero' },
      5,
    ],
  ])('after a complete response: %s', (_name, lesions, parameters, day) => {
    expect(last([base, clear, lesions], parameters)).toEqual(['PD', on(day)]);
  });
});

describe('the date of anything else', () => {
  const spread = [t('T01', 20, 3), t('T02', 20, 5)];
  it.each([
    ['pdEarliestElseLatest', on(5)],
    ['latest', on(5)],
    ['earliest', on(3)],
  ])('under visitDateRule %s', (visitDateRule, date) => {
    expect(last([base, spread], { visitDateRule })).toEqual(['SD', date]);
  });
  it('is that of the visit where nothing is listed', () => {
    expect(last([base, []])).toEqual(['NE', on(2)]);
    expect(last([base, []], { visitDateRule: 'earliest' })).toEqual(['NE', on(2)]);
  });
});
