import type { ReadDocument } from './readDocument.js';

/**
 * Gives every non-target still to do the state it had in `previous`, where that was present or absent.
 * What was called progressed or not evaluable then says nothing about these images and stays to do; so
 * does what `previous` does not list. The reader's overall judgement is never touched. The same
 * document when nothing changes.
 */
export function setNonTargetsAsBefore(
  document: ReadDocument,
  previous: ReadDocument
): { document: ReadDocument; changed: number } {
  const before = new Map(previous.lesions.map(({ trackingUid, state }) => [trackingUid, state]));
  let changed = 0;
  const lesions = document.lesions.map(lesion => {
    const state = before.get(lesion.trackingUid);
    const open = lesion.role === 'non-target' && lesion.state === 'toDo';
    if (!open || (state !== 'present' && state !== 'absent')) return lesion;
    changed += 1;
    return { ...lesion, state };
  });
  return changed === 0 ? { document, changed } : { document: { ...document, lesions }, changed };
}
