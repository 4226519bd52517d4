import { describe, expect, it } from '@jest/globals';
import { assess } from '../assess.js';

/** The target trace of the last of these sums, one target each. */
function decided(...sums: number[]) {
  const { timepoints } = assess({
    criterion: 'recist-1.1',
    timepoints: sums.map((longestDiameterMm, index) => ({
      id: `V${index}`,
      lesions: [{ id: 'T01', role: 'target', location: 'LIVER', longestDiameterMm }],
    })),
  });
  const trace = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith('target.'));
  return { rule: trace?.rule, margin: trace?.margin };
}

describe('the margin of a target response', () => {
  it.each([
    [[100, 70], 'target.pr', { value: 0, unit: 'mm', category: 'SD' }],
    [[100, 60], 'target.pr', { value: -10, unit: 'mm', category: 'SD' }],
    [[100, 70.1], 'target.sd', { value: 0.1, unit: 'mm', category: 'PR' }],
    [[100, 110], 'target.sd', { value: -10, unit: 'mm', category: 'PD' }],
    [[100, 130], 'target.pd', { value: 10, unit: 'mm', category: 'SD' }],
    // Over a small nadir the five millimetres decide, over a large one the twenty per cent.
    [[100, 10, 16], 'target.pd', { value: 1, unit: 'mm', category: 'PR' }],
    [[100, 10, 14], 'target.pr', { value: -1, unit: 'mm', category: 'PD' }],
    [[100, 50, 59], 'target.pr', { value: -1, unit: 'mm', category: 'PD' }],
  ])('of %j is to the nearest threshold that changes it', (sums, rule, margin) => {
    expect(decided(...sums)).toEqual({ rule, margin });
  });

  it('is none where absence decides', () => {
    expect(decided(100, 0)).toEqual({ rule: 'target.cr', margin: undefined });
  });
});

type Sizes = readonly [lung: number | null, node: number];

/** The target trace of the last of these visits of a lung lesion (null: not evaluable) and a node. */
function ofNodes(sizes: readonly Sizes[], parameters: Record<string, unknown> = {}) {
  const { timepoints } = assess({
    criterion: 'recist-1.1',
    parameters,
    timepoints: sizes.map(([lung, shortAxisMm], index) => ({
      id: `V${index}`,
      lesions: [
        {
          id: 'T01',
          role: 'target',
          location: 'LUNG',
          ...(lung === null ? { evaluable: false } : { longestDiameterMm: lung }),
        },
        { id: 'N01', role: 'target', location: 'LYMPH NODE', node: true, shortAxisMm },
      ],
    })),
  });
  const trace = timepoints.at(-1)?.trace.find(({ rule }) => rule.startsWith('target.'));
  const { value, category, lesion } = trace?.margin ?? {};
  return [trace?.rule, value, category, lesion];
}

describe('the margin of a node at 10 mm', () => {
  it.each([
    [
      'normal by 1 mm, of 50 mm',
      [
        [30, 20],
        [0, 9],
      ],
      ['target.cr', -1, 'PR', 'N01'],
    ],
    [
      'half a millimetre too large',
      [
        [30, 20],
        [0, 10.5],
      ],
      ['target.pr', 0.5, 'CR', 'N01'],
    ],
    [
      'normal, and disease again after CR',
      [
        [30, 20],
        [0, 9],
        [0, 9.5],
      ],
      ['target.cr', -0.5, 'PD', 'N01'],
    ],
    [
      'disease again after CR',
      [
        [30, 20],
        [0, 9],
        [0, 11],
      ],
      ['target.pd.reappeared', 1, 'CR', 'N01'],
    ],
  ] as const)('%s', (_name, sizes, expected) => {
    expect(ofNodes(sizes)).toEqual(expected);
  });
});

describe('the margin with a target missing', () => {
  // 100 mm at baseline: progression from 120 mm on.
  it.each([
    [130, ['target.pd.partial', 10, 'NE', undefined]],
    [100, ['target.ne', -20, 'PD', undefined]],
  ] as const)('%s mm of what was read', (node, expected) => {
    expect(
      ofNodes([
        [50, 50],
        [null, node],
      ])
    ).toEqual(expected);
  });
});

describe('the margin of a response that is carried', () => {
  // Nadir 70 mm: progression from 84 mm on, and a response until then.
  it.each([
    [60, ['target.pr.carried', -4, 'PD', undefined]],
    [64, ['target.pd', 0, 'PR', undefined]],
  ] as const)('a lung lesion of %s mm with a node of 20 mm', (lung, expected) => {
    const sizes: Sizes[] = [
      [80, 20],
      [50, 20],
      [lung, 20],
    ];
    expect(ofNodes(sizes, { prCarry: 'faq' })).toEqual(expected);
  });
});
