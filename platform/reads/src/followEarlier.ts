import { carryForward } from './carryForward.js';
import { withoutStrayKeyImages } from './keyImages.js';
import { lesionStates } from './lesionStates.js';
import { nextLesionId } from './nextLesionId.js';
import type { Lesion, ReadDocument } from './readDocument.js';
import { markedState } from './setMark.js';

/**
 * A document that was begun before the earlier reads (in date order) were as they are now, brought after them: where all
 * timepoints are read together, the earlier ones may change while a later one is a draft. Lesions that came there are
 * here, to do; those that were removed there are gone; the others have the id, role and location that they have there,
 * and the state and mark that they have here. A lesion first seen here keeps its tracking UID, and gets the next free id
 * where an earlier one now has its own. Without earlier reads, or when nothing has changed, the document is as it was.
 */
export function followEarlier(
  document: ReadDocument,
  previous: readonly ReadDocument[]
): ReadDocument {
  if (previous.length === 0) return document;
  const carried = carryForward(previous);
  const followed = new Map(carried.lesions.map(lesion => [lesion.trackingUid, lesion]));
  const kept = document.lesions.filter(
    lesion => followed.has(lesion.trackingUid) || staysHere(document, lesion, followed)
  );
  const names = newNames(kept, followed, carried.lesions);
  const lesions = [
    ...kept.map(lesion => renamed(lesion, followed.get(lesion.trackingUid), names)),
    ...carried.lesions.filter(({ trackingUid }) =>
      kept.every(lesion => lesion.trackingUid !== trackingUid)
    ),
  ];
  const { selectedLesion } = document.view;
  return withoutStrayKeyImages({
    ...document,
    noDisease: carried.noDisease,
    lesions: withLinks(lesions),
    view: {
      ...document.view,
      selectedLesion: selectedLesion === null ? null : (names.get(selectedLesion) ?? null),
    },
  });
}

/** Made in this read: by itself, or as a part of a lesion that is still there. */
function staysHere(
  document: ReadDocument,
  lesion: Lesion,
  followed: ReadonlyMap<string, Lesion>
): boolean {
  if (!lesion.createdInThisRead) return false;
  if (lesion.splitFrom === null) return true;
  const parent = document.lesions.find(({ id }) => id === lesion.splitFrom);
  return (
    parent !== undefined &&
    (followed.has(parent.trackingUid) || staysHere(document, parent, followed))
  );
}

/** The names that lesions have, by those they had. */
function newNames(
  kept: readonly Lesion[],
  followed: ReadonlyMap<string, Lesion>,
  carried: readonly Lesion[]
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken: Lesion[] = [...carried];
  const take = (lesion: Lesion, id: string): void => {
    names.set(lesion.id, id);
    taken.push({ ...lesion, id });
  };
  const isFree = (id: string): boolean => taken.every(other => other.id !== id);
  for (const lesion of kept) {
    const there = followed.get(lesion.trackingUid);
    if (there !== undefined) names.set(lesion.id, there.id);
  }
  const own = kept.filter(({ trackingUid }) => !followed.has(trackingUid));
  for (const lesion of own.filter(({ splitFrom }) => splitFrom === null)) {
    take(lesion, isFree(lesion.id) ? lesion.id : nextLesionId([...taken, ...own], lesion.role));
  }
  for (const lesion of own.filter(({ splitFrom }) => splitFrom !== null)) {
    const parent = names.get(lesion.splitFrom ?? '') ?? lesion.id;
    const letters = [lesion.id.slice(-1), ...'abcdefghijklmnopqrstuvwxyz'];
    const free = letters.map(letter => `${parent}${letter}`).find(isFree);
    if (free !== undefined) take(lesion, free);
  }
  return names;
}

/** One that is followed is what it is there, and was seen as it was seen here. */
function renamed(
  lesion: Lesion,
  there: Lesion | undefined,
  names: ReadonlyMap<string, string>
): Lesion {
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id));
  const here = {
    ...lesion,
    id: names.get(lesion.id) ?? lesion.id,
    mergedInto: nameOf(lesion.mergedInto),
    splitFrom: nameOf(lesion.splitFrom),
  };
  if (there === undefined) return here;
  const { id, role, location, laterality, splitFrom } = there;
  const followed = { ...here, id, role, location, laterality, splitFrom };
  if (there.state === 'split') return { ...followed, state: 'split', reason: null, mark: null };
  if (lesionStates[role].includes(here.state)) return followed;
  const open: Lesion = { ...followed, state: 'toDo', reason: null };
  return { ...open, state: open.mark === null ? 'toDo' : markedState(open) };
}

/** A link to a lesion that is gone, and a split without its parts, are to do again. */
function withLinks(lesions: readonly Lesion[]): Lesion[] {
  const ids = new Set(lesions.map(({ id }) => id));
  const isSplit = ({ id }: Lesion): boolean => lesions.some(({ splitFrom }) => splitFrom === id);
  return lesions.map(lesion => {
    const lost = lesion.mergedInto !== null && !ids.has(lesion.mergedInto);
    if (!lost && (lesion.state !== 'split' || isSplit(lesion))) return lesion;
    return { ...lesion, state: 'toDo', mergedInto: null };
  });
}
