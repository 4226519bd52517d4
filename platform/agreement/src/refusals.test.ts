import { describe, expect, it } from '@jest/globals';
import { agree, type AgreementInput } from './agree.js';
import { AgreementError } from './agreementError.js';

/** What `agree` says about input of any shape. */
function refusal(input: unknown): [string, string, string] {
  try {
    agree(input as AgreementInput);
  } catch (error) {
    if (error instanceof AgreementError) return [error.code, error.path, error.message];
    throw error;
  }
  throw new Error('it was not refused');
}

const pairs = [
  [1, 2],
  [3, 4],
];

describe('refused input', () => {
  it.each<[string, unknown, string, string, string]>([
    [
      'no object',
      5,
      'CL_STATISTIC_UNKNOWN',
      '/statistic',
      'expected one of percent, kappa, fleiss',
    ],
    ['null', null, 'CL_STATISTIC_UNKNOWN', '/statistic', 'found nothing'],
    ['no statistic', {}, 'CL_STATISTIC_UNKNOWN', '/statistic', 'found nothing'],
    ['an unknown one', { statistic: 'tau' }, 'CL_STATISTIC_UNKNOWN', '/statistic', 'found "tau"'],
    [
      'a name of every object',
      { statistic: 'toString' },
      'CL_STATISTIC_UNKNOWN',
      '/statistic',
      'found "toString"',
    ],
    [
      'a list with a known one',
      { statistic: ['kappa'], ratings: pairs },
      'CL_STATISTIC_UNKNOWN',
      '/statistic',
      'found ["kappa"]',
    ],
    ['no ratings', { statistic: 'ccc' }, 'CL_AGREEMENT_INPUT', '/ratings', 'found nothing'],
    [
      'an unknown model',
      { statistic: 'icc', model: '2', ratings: pairs },
      'CL_AGREEMENT_INPUT',
      '/model',
      'expected one of "1,1", "2,1", "3,1", "1,k", "2,k", "3,k", found "2"',
    ],
    [
      'a misspelt option',
      { statistic: 'kappa', weight: 'linear', ratings: pairs },
      'CL_AGREEMENT_INPUT',
      '/weight',
      'unexpected property',
    ],
    [
      'text for a number',
      { statistic: 'icc', model: '2,1', ratings: [[1, '2']] },
      'CL_AGREEMENT_INPUT',
      '/ratings/0/1',
      'expected number or null, found "2"',
    ],
    [
      'NaN',
      { statistic: 'ccc', ratings: [[1, NaN]] },
      'CL_AGREEMENT_INPUT',
      '/ratings/0/1',
      'found NaN',
    ],
    [
      'infinity',
      { statistic: 'bland-altman', ratings: [[Infinity, 1]] },
      'CL_AGREEMENT_INPUT',
      '/ratings/0/0',
      'found Infinity',
    ],
    [
      'an object as rating',
      { statistic: 'fleiss', ratings: [[{}, 1]] },
      'CL_AGREEMENT_INPUT',
      '/ratings/0/0',
      'expected string or number or boolean or null, found {}',
    ],
    [
      'a negative count',
      { statistic: 'kappa', table: [[-1]] },
      'CL_AGREEMENT_INPUT',
      '/table/0/0',
      'found -1',
    ],
    [
      'a confidence of 95',
      { statistic: 'ccc', ratings: pairs, confidence: 95 },
      'CL_AGREEMENT_INPUT',
      '/confidence',
      'found 95',
    ],
    [
      'no source',
      { statistic: 'fleiss' },
      'CL_AGREEMENT_SOURCE',
      '/',
      'expected one of ratings, table, counts, found none',
    ],
    [
      'two sources',
      { statistic: 'kappa', ratings: pairs, table: [[1]] },
      'CL_AGREEMENT_SOURCE',
      '/',
      'found ratings and table',
    ],
    [
      'ragged rows',
      { statistic: 'icc', model: '1,1', ratings: [[1, 2], [3]] },
      'CL_AGREEMENT_RAGGED',
      '/ratings/1',
      'expected 2 entries as in the first row, found 1 (a missing rating is null)',
    ],
    [
      'a ragged table',
      { statistic: 'ac1', table: [[1, 2], [3]] },
      'CL_AGREEMENT_RAGGED',
      '/table/1',
      'found 1',
    ],
    [
      'ragged counts',
      { statistic: 'ac1', counts: [[1, 2], [3]] },
      'CL_AGREEMENT_RAGGED',
      '/counts/1',
      'found 1',
    ],
    [
      'a table that is not square',
      { statistic: 'kappa', table: [[1, 2]] },
      'CL_AGREEMENT_RAGGED',
      '/table',
      'expected as many columns as the 1 rows, found 2',
    ],
    [
      'one rater',
      { statistic: 'icc', model: '1,1', ratings: [[1], [2]] },
      'CL_AGREEMENT_RATERS',
      '/ratings',
      'expected two raters or more, found 1',
    ],
    [
      'three raters for kappa',
      { statistic: 'kappa', ratings: [[1, 2, 3]] },
      'CL_AGREEMENT_RATERS',
      '/ratings',
      'expected two raters, found 3: fleiss, ac1, ac2 and alpha take more',
    ],
    [
      'three raters for ccc',
      { statistic: 'ccc', ratings: [[1, 2, 3]] },
      'CL_AGREEMENT_RATERS',
      '/ratings',
      'expected two raters, found 3: icc takes more',
    ],
    [
      'a rating that is not declared',
      { statistic: 'kappa', ratings: [['CR', 'XX']], categories: ['CR', 'PD'] },
      'CL_AGREEMENT_CATEGORY_UNKNOWN',
      '/ratings/0/1',
      '"XX" is not one of the categories "CR", "PD"',
    ],
    [
      'a category named twice',
      { statistic: 'kappa', ratings: [], categories: ['CR', 'PD', 'CR'] },
      'CL_AGREEMENT_CATEGORIES',
      '/categories/2',
      '"CR" is there twice',
    ],
    [
      'fewer categories than the table has',
      { statistic: 'kappa', table: [[1]], categories: ['CR', 'PD'] },
      'CL_AGREEMENT_CATEGORIES',
      '/categories',
      'expected 1 categories as the table has, found 2',
    ],
    [
      'weights on text without an order',
      { statistic: 'kappa', weights: 'linear', ratings: [['low', 'high']] },
      'CL_AGREEMENT_CATEGORIES',
      '/categories',
      'linear weighting needs the categories in their order',
    ],
    [
      'AC2 on text without an order',
      { statistic: 'ac2', ratings: [['low', 'high']] },
      'CL_AGREEMENT_CATEGORIES',
      '/categories',
      'quadratic weighting needs the categories in their order',
    ],
    [
      'ordinal alpha on text without an order',
      { statistic: 'alpha', level: 'ordinal', ratings: [['low', 'high']] },
      'CL_AGREEMENT_CATEGORIES',
      '/categories',
      'level ordinal needs the categories in their order',
    ],
    [
      'mixed kinds',
      { statistic: 'fleiss', ratings: [[1, '1']] },
      'CL_AGREEMENT_CATEGORIES',
      '/ratings',
      'expected ratings of one kind, found number and string: declare the categories',
    ],
    [
      'interval alpha on text',
      { statistic: 'alpha', level: 'interval', ratings: [['1', '2']] },
      'CL_AGREEMENT_LEVEL',
      '/level',
      'level interval needs numbers, found "1"',
    ],
    [
      'ratio alpha below 0',
      { statistic: 'alpha', level: 'ratio', ratings: [[-1, 2]] },
      'CL_AGREEMENT_LEVEL',
      '/level',
      'level ratio needs numbers from 0 up, found -1',
    ],
    [
      'a tolerance on text',
      { statistic: 'percent', tolerance: 1, ratings: [['a', 'b']] },
      'CL_AGREEMENT_CATEGORIES',
      '/tolerance',
      'a tolerance needs numbers, found "a"',
    ],
    [
      'too few subjects',
      { statistic: 'bland-altman', ratings: pairs, subjects: ['S1'] },
      'CL_AGREEMENT_SUBJECTS',
      '/subjects',
      'expected one for each of the 2 rows, found 1',
    ],
    [
      'a truth without subjects',
      { statistic: 'bland-altman', ratings: pairs, truth: 'constant' },
      'CL_AGREEMENT_SUBJECTS',
      '/subjects',
      'truth is for repeated measures: give the subject of each row',
    ],
  ])('%s', (_name, input, code, path, message) => {
    const said = refusal(input);
    expect([said[0], said[1]]).toEqual([code, path]);
    expect(said[2]).toContain(message);
    expect(said[2].startsWith(`${path}: `)).toBe(true);
  });
  it('has the name of its kind, as a log shows it', () => {
    const said = () => agree({ statistic: 'bland-altman', ratings: [[1, 2, 3]] });
    expect(said).toThrow(
      expect.objectContaining({
        name: 'AgreementError',
        message: '/ratings: expected two raters, found 3',
      })
    );
  });
});
