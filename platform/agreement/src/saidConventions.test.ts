import { describe, expect, it } from '@jest/globals';
import { agree, type AgreementInput } from './agree.js';

const grades = [
  [1, 2],
  [3, 3],
  [2, 2],
];
const subjects = ['A', 'A', 'B'];

/** What the numbers rest on must stand beside them, and change with the options (scores specification, section 1). */
describe('a result says', () => {
  it.each<[string, AgreementInput, string[]]>([
    [
      'what two ratings that agree are',
      { statistic: 'percent', ratings: grades },
      ['when they are the same', 'share of agreeing pairs', 'Wilson', 'Not corrected for chance'],
    ],
    ['its tolerance', { statistic: 'percent', ratings: grades, tolerance: 1 }, ['at most 1 apart']],
    [
      'its linear weights',
      { statistic: 'kappa', ratings: grades, weights: 'linear' },
      ['1 - |i - j|/(K - 1)'],
    ],
    [
      'its quadratic weights',
      { statistic: 'kappa', ratings: grades, weights: 'quadratic' },
      ['1 - (i - j)^2/(K - 1)^2'],
    ],
    [
      'what chance is to Fleiss',
      { statistic: 'fleiss', ratings: grades },
      ['sum of squared prevalences', 'one category (0/0)'],
    ],
    [
      'where AC1 ends',
      { statistic: 'ac1', ratings: grades },
      ['Not estimable where there is only one category'],
    ],
    [
      'its level',
      { statistic: 'alpha', ratings: grades, level: 'interval' },
      ['Level: interval.', 'without replacement', '(0/0), never 0 or 1'],
    ],
    [
      'that a table declares its categories',
      { statistic: 'fleiss', table: [[3]] },
      ['the 1 declared ones'],
    ],
    [
      'that it is of one rater',
      { statistic: 'icc', model: '2,1', ratings: grades },
      ['Of one rater.'],
    ],
    [
      'that it is of the mean of raters',
      { statistic: 'icc', model: '2,k', ratings: grades },
      ['the mean of 2 raters'],
    ],
    [
      'how the limits of a concordance came about',
      { statistic: 'ccc', ratings: grades },
      ['over n - 2 as corrected in 2000'],
    ],
    [
      'how single pairs are treated',
      { statistic: 'bland-altman', ratings: grades },
      [
        '1.96 SD;',
        'SD over n - 1',
        'SD sqrt(3/n)',
        'without both ratings are left out and counted',
      ],
    ],
    [
      'that another multiplier is not the usual one',
      { statistic: 'bland-altman', ratings: grades, multiplier: 2 },
      ['2 SD (the usual multiplier is 1.96)'],
    ],
    [
      'how pairs of one subject are treated',
      { statistic: 'bland-altman', ratings: grades, subjects },
      ['the true value varies', 'one-way layout', 'MOVER', 'rows without both ratings'],
    ],
    [
      'how replicates are treated',
      { statistic: 'bland-altman', ratings: grades, subjects, truth: 'constant' },
      [
        '1.96 SD;',
        'the true value is constant',
        '2 m1 m2/(m1 + m2)',
        'MOVER',
        'a replicate of one rater alone still counts',
      ],
    ],
    [
      'that it is the smallest detectable difference',
      { statistic: 'within-subject-sd', ratings: grades },
      ['Smallest detectable difference: 1.96 SD'],
    ],
    [
      'that it is the smallest detectable change',
      { statistic: 'within-subject-sd', ratings: grades, scores: 'change' },
      ['Smallest detectable change: 1.96 SD', 'sqrt(readers averaged)'],
    ],
  ])('%s', (_name, input, phrases) => {
    const said = agree<AgreementInput>(input).conventions.join(' ');
    for (const phrase of phrases) expect(said).toContain(phrase);
  });
});
