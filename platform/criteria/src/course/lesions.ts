import type { LesionInput } from '../schemas.js';

/** A lesion with what was done to it. */
export type TreatedLesion = LesionInput & {
  readonly locallyTreated: NonNullable<LesionInput['locallyTreated']>;
};

/** The lesions of a visit by their id, with those that every later visit asks for again. */
export interface Lesions extends ReadonlyMap<string, LesionInput> {
  readonly list: readonly LesionInput[];
  /** Split from another. */
  readonly parts: readonly LesionInput[];
  /** Treated locally. */
  readonly treated: readonly TreatedLesion[];
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
    treated: list.filter((lesion): lesion is TreatedLesion => Boolean(lesion.locallyTreated)),
    recordedNew: list.filter(({ role }) => role === 'new'),
  });
}
