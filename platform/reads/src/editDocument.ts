import { changeLesion } from './changeLesion.js';
import type { NonTargetJudgement, ReadDocument, ReaderResponse } from './readDocument.js';
import { ReadError } from './readError.js';

/** Sets a lesion's comment, or the document's when the lesion is `null`. */
export function setComment(
  document: ReadDocument,
  id: string | null,
  comment: string
): ReadDocument {
  if (id === null) return { ...document, comment };
  return changeLesion(document, id, lesion => ({ ...lesion, comment }));
}

/** Records that the subject has no disease at baseline; refused while lesions are listed. */
export function setNoDisease(document: ReadDocument, noDisease: boolean): ReadDocument {
  if (noDisease && document.lesions.length > 0) {
    throw new ReadError(
      'CL_LESION_NO_DISEASE',
      null,
      'this read lists lesions: remove them before recording no disease'
    );
  }
  return { ...document, noDisease };
}

/** The reader's overall judgement of the non-targets; it alone decides non-target progression. */
export function setNonTargetJudgement(
  document: ReadDocument,
  judgement: NonTargetJudgement | null
): ReadDocument {
  return { ...document, nonTargetJudgement: judgement };
}

/** The response that the reader gives in place of the calculated one; null takes it back. */
export function setReaderResponse(
  document: ReadDocument,
  response: ReaderResponse | null
): ReadDocument {
  const { readerResponse: before, ...rest } = document;
  if (response !== null) return { ...rest, readerResponse: response };
  return before === undefined ? document : rest;
}
