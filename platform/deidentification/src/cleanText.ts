import { descriptorPatterns, listedWords } from './descriptorWords.js';

/** What may stand between two words; a dot or comma belongs to a number that has one inside. */
const between = /[^\p{L}\p{N}.,]+|[.,](?!\d)|(?<!\d)[.,]/u;

/** More marks on one letter than any language has (UAX #15, D4); putting them in order takes the square of their number. */
const marks = /\p{M}{31,}/gu;

/**
 * A description of which listed words, and numbers with units, are left, in their case and order, one space between.
 * Several values (a backslash between) are cleaned each. Cleaning twice is cleaning once.
 * @param words further words that are kept, in any case
 */
export const cleanText = (text: string, words: ReadonlySet<string>): string => {
  const kept = (word: string): boolean => {
    const upper = word.toUpperCase();
    return (
      listedWords.has(upper) || words.has(upper) || descriptorPatterns.some(one => one.test(upper))
    );
  };
  const values = text
    .replace(marks, ' ')
    .normalize('NFC')
    .split('\\')
    .map(value =>
      value
        .split(between)
        .filter(word => word !== '' && kept(word))
        .join(' ')
    );
  return values.every(value => value === '') ? '' : values.join('\\');
};

/** The words of a plan, split as descriptions are. */
export const wordSet = (words: readonly string[]): ReadonlySet<string> =>
  new Set(
    words.flatMap(text =>
      text
        .split(between)
        .filter(word => word !== '')
        .map(word => word.normalize('NFC').toUpperCase())
    )
  );
