import type { NearTimepoint } from './visit-window.js';

/** What a study that waits may belong to, the likeliest first. */
export interface Candidates {
  /** Identifiers of known subjects that are spelt alike. */
  readonly subjects: readonly string[];
  readonly timepoints: readonly NearTimepoint[];
  /** The timepoint that the charter has proposed by date. */
  readonly proposed: string | null;
}

/** Letters and digits alone, case ignored: what is left when separators are written differently. */
export const plainSpelling = (identifier: string): string =>
  identifier.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Levenshtein's distance: how many characters must be put in, taken out or replaced. */
export const editDistance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const replaced = (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

/** Two characters: one exchanged with its neighbour, or two typing errors. */
const nearestAtMost = 2;

/** Known identifiers within two characters of a text, separators and case ignored: the nearest first, at most `count`. */
export const nearSubjects = (text: string, known: readonly string[], count: number): string[] => {
  const plain = plainSpelling(text);
  return known
    .map(identifier => ({ identifier, distance: editDistance(plain, plainSpelling(identifier)) }))
    .filter(({ distance }) => distance <= nearestAtMost)
    .sort((one, other) =>
      one.distance === other.distance
        ? one.identifier < other.identifier
          ? -1
          : 1
        : one.distance - other.distance
    )
    .slice(0, count)
    .map(({ identifier }) => identifier);
};
