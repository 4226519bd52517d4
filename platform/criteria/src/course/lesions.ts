import type { LesionInput } from '../schemas.js';

/** The lesions of a visit by their id, with those that every later visit asks for again. */
export interface Lesions extends ReadonlyMap<string, LesionInput> {
  readonly list: readonly LesionInput[];
  /** Split from another. */
  readonly parts: readonly LesionInput[];
  /** Treated locally. */
  readonly treated: readonly LesionInput[];
  /** Recorded as new. */
  readonly recordedNew: readonly LesionInput[];
}

/** Of two with one id the last. */
export function lesionsOf(lesions: Iterable<LesionInput>): Lesions {
  const byId = new Map<string, LesionInput>();
  for (const lesion of lesions) byId.set(lesion.id, lesion);
  const list = [...byId.values()];
  return Object.assign(byId, {
    list,
    parts: list.filter(({ splitFrom }) => Boolean(splitFrom)),
    treated: list.filter(({ locallyTreated }) => Boolean(locallyTreated)),
    recordedNew: list.filter(({ role }) => role === 'new'),
  });
}
