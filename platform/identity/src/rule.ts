import type { PatternKind } from './finding.js';

/** One form of identity as data. */
export interface IdentityRule {
  readonly kind: PatternKind;
  /** What it is for, by an example. */
  readonly example: string;
  /** Global; what is found is the group `found`, or the whole match where there is none. */
  readonly pattern: RegExp;
  /** Says of a match that it is something else: `before` and `after` are the text around it. */
  readonly unless?: (match: RegExpExecArray, before: string, after: string) => boolean;
}

/** No letter or digit before, none after: `\b` knows the letters of English alone. */
export const start = String.raw`(?<![\p{L}\p{N}])`;
export const end = String.raw`(?![\p{L}\p{N}])`;

/** The whole form standing by itself. */
export const whole = (source: string, flags = ''): RegExp =>
  new RegExp(`${start}(?:${source})${end}`, `dgu${flags}`);

/** Any of the words. */
export const oneOf = (words: readonly string[]): string => `(?:${words.join('|')})`;
