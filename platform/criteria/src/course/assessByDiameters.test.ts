import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';
import type { LesionInput, TimepointInput } from '../schemas.js';

const target = (mm: number | null, more: Partial<LesionInput> = {}): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'LIVER',
  longestDiameterMm: mm,
  ...more,
});
const unread = target(null, { evaluable: false, reason: 'OBSCURED' });

const run = (
  visits: (LesionInput[] | Partial<TimepointInput>)[],
  parameters: Record<string, unknown> = {},
  criterion = 'recist-1.1'
) =>
  assess({
    criterion,
    parameters,
    timepoints: visits.map((visit, index) => ({
      id: `V${index}`,
      lesions: [],
      ...(Array.isArray(visit) ? { lesions: visit } : visit),
    })),
  });

/** Overall response of the last of these visits, with the rule and text that give it. */
function last(...visits: Parameters<typeof run>[0]) {
  const visit = run(visits).timepoints.at(-1);
  const reason = visit?.trace.find(({ rule }) => rule.startsWith('overall.'));
  return [visit?.overall, reason?.rule, reason?.text];
}

describe('why a visit is not evaluable', () => {
  const none = { noDisease: true };
  it.each<[string, Parameters<typeof run>[0], string, string]>([
    [
      'without disease at baseline, the visit itself',
      [none, { evaluable: false }],
      'overall.ne',
      'Not evaluable: the visit is not evaluable (NOT_IMAGED).',
    ],
    [
      'without disease at baseline, the visit itself with its reason',
      [none, { evaluable: false, reason: 'POOR_QUALITY' }],
      'overall.ne',
      'Not evaluable: the visit is not evaluable (POOR_QUALITY).',
    ],
    [
      'the target',
      [[target(20)], [unread]],
      'overall.grid',
      'target NE, non-target NA, new lesions NO: NE.',
    ],
    [
      'the baseline, where the target was not read either time',
      [[unread], [unread]],
      'overall.ne',
      'Not evaluable: the baseline has no value for T01 (OBSCURED).',
    ],
    [
      'the baseline, where the target was read since',
      [[unread], [target(20)]],
      'overall.ne',
      'Not evaluable: the baseline has no value for T01 (OBSCURED).',
    ],
  ])('%s', (_name, visits, rule, text) => {
    expect(last(...visits)).toEqual(['NE', rule, text]);
  });

  it('a visit that was read is not', () => {
    const text = 'target NA, non-target NA, new lesions NO: NED.';
    expect(last(none, {})).toEqual(['NED', 'overall.grid', text]);
  });
});

describe('lengths of the parameters', () => {
  it('keep decimals that no lesion has', () => {
    const small = target(null, { tooSmallToMeasure: true });
    const { timepoints } = run([[target(20)], [small]], { tstmDefaultMm: 2.25 });
    expect(timepoints[1]?.burden?.value).toBe(2.25);
  });
  // From 20 mm, 20 % are 4 mm.
  it.each([
    [24, 'SD'],
    [25, 'PD'],
  ])('%i mm where progression needs 4.25 mm more than 20 mm: %s', (mm, expected) => {
    const visits = [[target(20)], [target(mm)]];
    const rated = run(visits, { pdAbsMm: 4.25 }, 'mrecist');
    expect(rated.timepoints[1]?.overall).toBe(expected);
  });
});
