import { readFileSync } from 'node:fs';
import { describe, it } from '@jest/globals';
import { expectRefusal, type Refusal } from '../testing/refusals.js';

const read = (name: string) =>
  readFileSync(new URL(`../../examples/${name}.yaml`, import.meta.url), 'utf8');
const demo = read('demo-onc');
const recist = read('recist-two-readers-adjudication');
const averaged = read('two-averaged');

const refusals: readonly (readonly [base: string, refusal: Refusal])[] = [
  [
    recist,
    [
      'two primary criteria',
      ['{ id: irecist }', '{ id: irecist, primary: true }\n  - { id: imrecist, primary: true }'],
      '/criteria/2/primary',
      /a second primary/,
      'imrecist',
    ],
  ],
  [
    demo,
    [
      'no primary criterion',
      ['{ id: recist-1.1 }', '{ id: recist-1.1, primary: false }'],
      '/criterion/primary',
      /no criterion or instrument is primary/,
      'criterion',
    ],
  ],
  [
    demo,
    [
      'nothing to rate by',
      ['criterion: { id: recist-1.1 }', 'instruments: []'],
      '/criteria',
      /no criterion and no instrument: name one/,
      'trial:',
    ],
  ],
  [
    recist,
    [
      'a criterion twice',
      ['{ id: irecist }', '{ id: recist-1.1 }'],
      '/criteria/1/id',
      /id recist-1.1 occurs twice in criteria/,
      'recist-1.1',
    ],
  ],
  [
    recist,
    [
      'an option that contradicts the criterion',
      ['intervalDays: 56,', 'confirmation: none, intervalDays: 56,'],
      '/endpoints/confirmation',
      /confirmation is "none" here and "responses" in the parameters of recist-1.1; say it once, there/,
      'endpoints',
    ],
  ],
  [
    recist,
    [
      'an interval without its window',
      ['intervalDays: 56, windowDays: 7', 'intervalDays: 56'],
      '/endpoints/windowDays',
      /intervalDays needs windowDays/,
      'endpoints',
    ],
  ],
  [
    recist,
    [
      'endpoints by a criterion that is not there',
      ['intervalDays: 56,', 'criterion: recist, intervalDays: 56,'],
      '/endpoints/criterion',
      /recist is no criterion of this trial/,
      'endpoints',
    ],
  ],
  [
    averaged,
    [
      'endpoints of responses that nobody gives',
      ['area: msk', 'area: msk\nendpoints: { cbDays: 100 }'],
      '/endpoints',
      /these options are of responses/,
      'endpoints',
    ],
  ],
];

describe('criteria, instruments and endpoints', () => {
  it.each(refusals.map(([base, refusal]) => [refusal[0], base, refusal] as const))(
    'refuse %s',
    (_name, base, refusal) => {
      expectRefusal(base, refusal);
    }
  );
});
