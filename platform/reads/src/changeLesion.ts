import type { Lesion, ReadDocument } from './readDocument.js';
import { ReadError } from './readError.js';

/** The lesion with this id; throws `CL_LESION_UNKNOWN` when there is none. */
export function lesionById(document: ReadDocument, id: string): Lesion {
  const found = document.lesions.find(lesion => lesion.id === id);
  if (!found) throw new ReadError('CL_LESION_UNKNOWN', id, `there is no lesion ${id} in this read`);
  return found;
}

/** The lesion with this tracking UID; throws `CL_LESION_UNKNOWN` when there is none. */
export function lesionByUid(document: ReadDocument, trackingUid: string): Lesion {
  const found = document.lesions.find(lesion => lesion.trackingUid === trackingUid);
  if (!found) {
    throw new ReadError('CL_LESION_UNKNOWN', null, `no lesion of this read has ${trackingUid}`);
  }
  return found;
}

/** The document with one lesion replaced by `change(lesion)`; everything else is shared. */
export function changeLesion(
  document: ReadDocument,
  id: string,
  change: (lesion: Lesion) => Lesion
): ReadDocument {
  lesionById(document, id);
  return {
    ...document,
    lesions: document.lesions.map(lesion => (lesion.id === id ? change(lesion) : lesion)),
  };
}
