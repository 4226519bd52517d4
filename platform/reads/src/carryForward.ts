import { standardRegions, type Region } from '@corelab/criteria';
import { emptyReadDocument, type Lesion, type ReadDocument } from './readDocument.js';

/**
 * The document a follow-up read starts from: every lesion of the earlier reads (in date order) with
 * its id, tracking UID, role, location and links, and nothing read yet. Rows are `toDo`, except that
 * a merge and a split stay as last read: a merged lesion has nothing of its own to measure, and a
 * split one is read through its parts. New lesions of earlier visits keep the role `new`. Order is the
 * last read's.
 */
export function carryForward(
  previous: readonly ReadDocument[],
  imaged: readonly Region[] = standardRegions
): ReadDocument {
  const document = emptyReadDocument(imaged);
  document.noDisease = previous.at(-1)?.noDisease ?? false;
  const latest = new Map<string, Lesion>();
  for (const earlier of [...previous].reverse()) {
    for (const lesion of earlier.lesions) {
      if (!latest.has(lesion.trackingUid)) latest.set(lesion.trackingUid, lesion);
    }
  }
  document.lesions = [...latest.values()].map(carryLesion);
  return document;
}

function carryLesion(lesion: Lesion): Lesion {
  const linked = lesion.state === 'merged' || lesion.state === 'split';
  return {
    trackingUid: lesion.trackingUid,
    id: lesion.id,
    role: lesion.role,
    location: lesion.location,
    laterality: lesion.laterality,
    state: linked ? lesion.state : 'toDo',
    reason: null,
    mergedInto: lesion.state === 'merged' ? lesion.mergedInto : null,
    splitFrom: lesion.splitFrom,
    mark: null,
    comment: '',
    createdInThisRead: false,
  };
}
