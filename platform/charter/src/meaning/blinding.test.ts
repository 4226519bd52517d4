import { readFileSync } from 'node:fs';
import { describe, it } from '@jest/globals';
import { changed } from '../testing/changing.js';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const read = (name: string) =>
  readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');
const demo = read('demo-onc');
const averaged = read('two-averaged');

const refusals: readonly (readonly [base: string, refusal: Refusal])[] = [
  [
    demo,
    [
      'days where dates are removed',
      ['area: oncology', 'area: oncology\nblinding: { dates: removed, labels: day }'],
      '/blinding/labels',
      /Day labels tell what dates: removed hides/,
      'labels',
    ],
  ],
  [
    changed(demo, 'area: oncology', 'area: oncology\nblinding: { dates: removed }'),
    [
      'a label that tells the day',
      ['{ id: TP1, day: 56 }', '{ id: TP1, label: Day 56, day: 56 }'],
      '/timepoints/1/label',
      /the label Day 56 tells a day/,
      'Day 56',
    ],
  ],
  [
    averaged,
    [
      'an order that tells time',
      ['order: randomised\n    orderSeed: drawn', 'order: sequential'],
      '/tracks/0/order',
      /order sequential shows it; set order: allAtOnce or randomised/,
      'order',
    ],
  ],
  [
    averaged,
    [
      'a pane that tells time',
      [
        'blinding:',
        'hangingProtocols: [{ id: all, kinds: [baseline], stages: [{ rows: 1, columns: 1, panes: [{ role: MR-T1-COR, timepoint: baseline }] }] }]\nblinding:',
      ],
      '/hangingProtocols/0/stages/0/panes/0/timepoint',
      /a pane of the baseline timepoint shows it; use other/,
      'panes',
    ],
  ],
];

describe('blinding', () => {
  it.each(refusals.map(([base, refusal]) => [refusal[0], base, refusal] as const))(
    'refuse %s',
    (_name, base, refusal) => {
      expectRefusal(base, refusal);
    }
  );
});
