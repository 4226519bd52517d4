import { describe, expect, it } from '@jest/globals';
import { agree, type AgreementInput } from './agree.js';

const same = [
  [3, 3],
  [3, 3],
  [3, 3],
];
const missing = [
  [null, null],
  [null, 2],
];

describe('what is not estimable', () => {
  it.each<[string, AgreementInput, string]>([
    ['kappa, one category', { statistic: 'kappa', ratings: same, categories: [1, 2, 3] }, '0/0'],
    [
      'kappa, nothing rated twice',
      { statistic: 'kappa', ratings: missing, weights: 'linear' },
      'both',
    ],
    ['kappa, no subjects', { statistic: 'kappa', ratings: [] }, 'both raters'],
    ['Fleiss, one category', { statistic: 'fleiss', ratings: same, categories: [1, 2, 3] }, '0/0'],
    ['Fleiss, nothing rated twice', { statistic: 'fleiss', ratings: missing }, 'two ratings'],
    ['AC1, only one category exists', { statistic: 'ac1', ratings: same }, '0/0'],
    ['AC2, nothing rated twice', { statistic: 'ac2', ratings: missing }, 'two ratings'],
    ['alpha, one category', { statistic: 'alpha', ratings: same }, '0/0'],
    ['alpha, nothing rated twice', { statistic: 'alpha', ratings: missing }, 'two ratings'],
    ['percent, nothing rated twice', { statistic: 'percent', ratings: missing }, 'two ratings'],
    [
      'ICC, all the same',
      { statistic: 'icc', model: '2,1', ratings: same },
      'All ratings are the same',
    ],
    [
      'ICC, one subject',
      { statistic: 'icc', model: '2,1', ratings: [[1, 2]] },
      'two subjects with all ratings: one has',
    ],
    ['ICC, no complete subject', { statistic: 'icc', model: '2,1', ratings: missing }, 'none has'],
    [
      'ICC of a mean, subjects alike',
      {
        statistic: 'icc',
        model: '3,k',
        ratings: [
          [1, 2],
          [2, 1],
        ],
      },
      'do not differ',
    ],
    [
      'ICC of a mean, raters that differ as much as the rest',
      {
        statistic: 'icc',
        model: '3,k',
        ratings: [
          [3, 1],
          [2, 2],
        ],
      },
      'do not differ',
    ],
    [
      'ICC(3,1), raters that differ alone',
      {
        statistic: 'icc',
        model: '3,1',
        ratings: [
          [1, 5],
          [1, 5],
        ],
      },
      'do not differ',
    ],
    [
      'ICC(2,1) with a denominator of 0',
      {
        statistic: 'icc',
        model: '2,1',
        ratings: [
          [1.1, 2.3],
          [2.3, 1.1],
        ],
      },
      'do not differ',
    ],
    ['concordance, all the same', { statistic: 'ccc', ratings: same }, '0/0'],
    ['concordance, one subject', { statistic: 'ccc', ratings: [[1, 2]] }, 'two subjects'],
    ['Bland-Altman, no pair', { statistic: 'bland-altman', ratings: missing }, 'No subject'],
    [
      'Bland-Altman, no repeated pair',
      { statistic: 'bland-altman', ratings: missing, subjects: ['A', 'B'] },
      'No subject',
    ],
    [
      'Bland-Altman, no replicates of both',
      { statistic: 'bland-altman', ratings: missing, subjects: ['A', 'B'], truth: 'constant' },
      'No subject',
    ],
    [
      'within-subject SD, no repeat',
      { statistic: 'within-subject-sd', ratings: missing },
      'two readings',
    ],
    ['adjudication, no case', { statistic: 'adjudication', cases: [] }, 'two readers'],
  ])('%s', (_name, input, reason) => {
    const result = agree(input);
    expect(result.value).toBeNull();
    expect([result.lower, result.upper, result.limitsReason]).toEqual([null, null, null]);
    expect(result.reason).toContain(reason);
    if (result.statistic === 'percent') expect(result.percent).toBeNull();
    // Numbers that are not there are null, never NaN.
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});

describe('a value without limits', () => {
  it.each<[string, AgreementInput, number, string]>([
    [
      'one subject of Fleiss',
      { statistic: 'fleiss', ratings: [[1, 2]] },
      -1,
      'two subjects or more',
    ],
    [
      'one pair of Bland-Altman',
      { statistic: 'bland-altman', ratings: [[5, 3]] },
      2,
      'two subjects',
    ],
    [
      'one subject with several pairs',
      {
        statistic: 'bland-altman',
        ratings: [
          [5, 3],
          [6, 2],
        ],
        subjects: ['A', 'A'],
      },
      3,
      'two subjects',
    ],
    [
      'one subject with replicates',
      {
        statistic: 'bland-altman',
        ratings: [
          [5, 3],
          [6, 2],
        ],
        subjects: ['A', 'A'],
        truth: 'constant',
      },
      3,
      'two subjects',
    ],
    [
      'perfect concordance',
      {
        statistic: 'ccc',
        ratings: [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
      },
      1,
      'infinite',
    ],
    [
      'concordance of two subjects',
      {
        statistic: 'ccc',
        ratings: [
          [1, 2],
          [2, 2.5],
        ],
      },
      0.25 / (0.25 + 0.0625 + 0.5625),
      'three subjects',
    ],
    [
      'concordance with a constant rater',
      {
        statistic: 'ccc',
        ratings: [
          [1, 2],
          [2, 2],
          [3, 2],
        ],
      },
      0,
      'no correlation',
    ],
    [
      'ICC of subjects alike under a rater bias',
      {
        statistic: 'icc',
        model: '2,1',
        ratings: [
          [1, 2],
          [1, 2],
          [1, 2],
        ],
      },
      0,
      '0/0',
    ],
    [
      // Mean squares 0, 1/6 and 1/2: the two parts of Satterthwaite's degrees of freedom cancel.
      'ICC whose limits have no degrees of freedom',
      {
        statistic: 'icc',
        model: '2,1',
        ratings: [
          [0, 0, 1],
          [1, 0, 0],
        ],
      },
      -1,
      '0/0',
    ],
  ])('%s', (_name, input, value, reason) => {
    const result = agree(input);
    expect(result.value).toBeCloseTo(value, 12);
    expect([result.lower, result.upper, result.reason]).toEqual([null, null, null]);
    expect(result.limitsReason).toContain(reason);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
