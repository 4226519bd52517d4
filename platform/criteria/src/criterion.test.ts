import { expect, it } from '@jest/globals';
import { CriterionError } from './criterion.js';

it('an error of a criterion says its kind, its place and what is wrong', () => {
  const error = new CriterionError('CL_DATE', '/startDate', 'no such day');
  expect(error).toBeInstanceOf(Error);
  expect({ ...error, text: String(error) }).toMatchObject({
    code: 'CL_DATE',
    path: '/startDate',
    text: 'CriterionError: no such day',
  });
});
