import type { Lesion } from './readDocument.js';

/** Lesions with a value or a state, of all; a split lesion is counted by its parts alone. */
export function lesionProgress(lesions: readonly Pick<Lesion, 'state'>[]): {
  done: number;
  of: number;
} {
  const counted = lesions.filter(({ state }) => state !== 'split');
  return { done: counted.filter(({ state }) => state !== 'toDo').length, of: counted.length };
}
