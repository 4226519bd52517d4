import { describe, expect, it } from '@jest/globals';
import type { LesionInput } from '../schemas.js';
import { baseline, run, scan } from './course.testdata.js';

const node = (mm: number | null): LesionInput => ({
  id: 'T01',
  role: 'target',
  location: 'PELVIC LYMPH NODE',
  ...(mm === null ? { evaluable: false } : mm === 0 ? { status: 'absent' } : { shortAxisMm: mm }),
});

/** The last visit's target response and the margin of its rule; T01 at baseline, then at each visit; null: not read. */
function last(...sizes: (number | null)[]) {
  const [first = 0, ...rest] = sizes;
  const visits = rest.map((mm, index) => scan(8 * (index + 1), 0, { lesions: [node(mm)] }));
  const rated = run([baseline({ lesions: [node(first)] }), ...visits]).timepoints.at(-1);
  const { rule, margin } = rated?.trace.find(one => one.rule.startsWith('target.')) ?? {};
  return { rule, margin };
}

const mm = (value: number, category: string) => ({ value, unit: 'mm', category, lesion: 'T01' });

describe('how far a node that was normal is from being disease again (10 mm, and 5 mm over its smallest)', () => {
  it.each([
    ['gone, then tiny: at 10 mm it is back', [30, 0, 0.1], 'target.cr', mm(-9.9, 'PD')],
    ['4 mm at its smallest: at 10 mm it is back', [30, 4, 6], 'target.cr', mm(-4, 'PD')],
    [
      '9 mm at its smallest: at 10 mm it is a node, at 14 mm it is back',
      [30, 9, 9],
      'target.cr',
      mm(-1, 'PR'),
    ],
    ['11 mm is 1 mm from normal, 3 mm from back', [30, 9, 11], 'target.pr', mm(1, 'CR')],
    [
      '13.5 mm is half a millimetre from back, and the sum from progression',
      [30, 9, 13.5],
      'target.pr',
      { value: -0.5, unit: 'mm', category: 'PD' },
    ],
    ['14 mm is back', [30, 9, 14], 'target.pd.reappeared', mm(0, 'PR')],
    [
      'the smallest of several counts, be it neither the first nor the last',
      [30, 9, 7, 8, 12],
      'target.pd.reappeared',
      mm(0, 'PR'),
    ],
    [
      'a visit that was not read is none of them',
      [30, 9, null, 13.5],
      'target.pr',
      { value: -0.5, unit: 'mm', category: 'PD' },
    ],
    // 5 mm over 8 mm, and with less no 30 % below them.
    ['the baseline is one of them', [8, 9, 13], 'target.pd.reappeared', mm(0, 'SD')],
    ['without a size at baseline nothing is', [null, 9], 'target.ne', undefined],
  ])('%s', (_what, sizes, rule, margin) => {
    expect(last(...sizes)).toEqual({ rule, margin });
  });
});
