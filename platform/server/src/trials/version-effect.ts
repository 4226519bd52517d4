import type { ReadState } from '../workflow/machines/read.js';
import { begunStates } from './rereading.js';
import type { Scope } from './scope.js';

/** What an approval does to a read: made under the new version; left as it is; left, and listed to be read again. */
export const effects = ['follows', 'stays', 'asked'] as const;
export type Effect = (typeof effects)[number];

export type ByScope<T> = Readonly<Record<Scope, T>>;

/** Reads that count for nothing any more. */
export const goneStates: readonly ReadState[] = ['superseded', 'void'];

export const hasBegun = (state: ReadState): boolean => begunStates.some(begun => begun === state);

/** What an approval with the scope would do to a read in the state, of a subject with or without a begun read. */
export const effectOn = (state: ReadState, subjectHasBegun: boolean, scope: Scope): Effect => {
  if (hasBegun(state)) return scope === 'allWithRereading' ? 'asked' : 'stays';
  return scope === 'newSubjects' && subjectHasBegun ? 'stays' : 'follows';
};

export const byScope = <T>(of: (scope: Scope) => T): ByScope<T> => ({
  newSubjects: of('newSubjects'),
  newTimepoints: of('newTimepoints'),
  allWithRereading: of('allWithRereading'),
});
