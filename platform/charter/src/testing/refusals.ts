import { changed, errorsOf, lineOf } from './changing.js';

/** One refusal: what is changed in which text, where the error is, what it says, and what its line holds. */
export type Refusal = readonly [
  name: string,
  change: readonly [from: string, to: string],
  path: string,
  message: RegExp,
  line: string,
];

/** The one error of a changed text, as its path, its message and the line it points at. */
export function refusalOf(
  text: string,
  [, [from, to], path]: Refusal
): { paths: string[]; message: string; line: string } {
  const edited = changed(text, from, to);
  const errors = errorsOf(edited);
  const error = errors.find(one => one.path === path);
  return {
    paths: errors.map(one => one.path),
    message: error?.message ?? '',
    line: error === undefined ? '' : lineOf(edited, error),
  };
}
