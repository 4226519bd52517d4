import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { expectRefusal, type Refusal } from '../testing/refusals.js';
import { changed, errorsOf } from '../testing/changing.js';

const recist = readFileSync(
  new URL('../../examples/recist-two-readers-adjudication.yaml', import.meta.url),
  'utf8'
);

describe('the schedule', () => {
  it.each<Refusal>([
    [
      'a day of an unscheduled timepoint',
      ['kind: unscheduled,', 'kind: unscheduled, day: 90,'],
      '/timepoints/4/day',
      /UNS is unscheduled and so has no planned day or window; remove it/,
      'UNS',
    ],
    [
      'a window of a historical timepoint',
      ['kind: unscheduled,', 'kind: historical, window: { before: 1, after: 1 },'],
      '/timepoints/4/window',
      /UNS is historical/,
      'UNS',
    ],
    [
      'a follow-up without a day',
      ['id: TP1, day: 56', 'id: TP1'],
      '/timepoints/1/day',
      /missing key day: expected the planned day of the follow-up TP1/,
      'TP1',
    ],
    [
      'a screening after the baseline',
      ['id: TP1, day: 56', 'id: TP1, kind: screening, day: 56'],
      '/timepoints/1/day',
      /before the baseline.*found 56/,
      'TP1',
    ],
    [
      'a window around no day',
      ['kind: end-of-treatment,', 'kind: end-of-treatment, window: { before: 7 },'],
      '/timepoints/5/window',
      /EOT has a window and no day that it lies around/,
      'EOT',
    ],
    [
      'windows that meet on one day',
      ['id: TP2, day: 112', 'id: TP2, day: 70'],
      '/timepoints/2/window',
      /overlap: TP1 ends on day 63, TP2 starts on day 63/,
      'TP2',
    ],
    [
      'windows that overlap with an unscheduled timepoint between',
      [
        '{ id: UNS, kind: unscheduled, roles: [] }',
        '{ id: UNS, kind: unscheduled }\n  - { id: TP4, day: 175 }',
      ],
      '/timepoints/5/window',
      /windows of TP3 and TP4 overlap/,
      'TP4',
    ],
  ])('refuses %s', (...refusal) => {
    expectRefusal(recist, refusal);
  });

  it('takes windows that are a day apart', () => {
    expect(errorsOf(changed(recist, 'id: TP2, day: 112', 'id: TP2, day: 71'))).toEqual([]);
  });
});
