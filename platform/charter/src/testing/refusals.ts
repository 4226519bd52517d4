import { expect } from '@jest/globals';
import { changed, errorsOf, lineOf } from './changing.js';

/** One refusal: what is changed in which text, where the error is, what it says, and what its line holds. */
export type Refusal = readonly [
  name: string,
  change: readonly [from: string, to: string],
  path: string,
  message: RegExp,
  line: string,
];

/** The changed text has this one error, with that message, on a line that holds that. */
export function expectRefusal(text: string, [, [from, to], path, message, line]: Refusal): void {
  const edited = changed(text, from, to);
  const errors = errorsOf(edited);
  expect(errors.map(one => one.path)).toEqual([path]);
  const [error] = errors;
  expect(error?.message).toMatch(message);
  expect(error === undefined ? '' : lineOf(edited, error)).toContain(line);
}
