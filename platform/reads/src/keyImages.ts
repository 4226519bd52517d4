import { lesionByUid } from './changeLesion.js';
import type { KeyImage, ReadDocument } from './readDocument.js';
import { ReadError } from './readError.js';

/** Adds a key image; a lesion has one, the timepoint any number but each image once. */
export function setKeyImage(document: ReadDocument, image: KeyImage): ReadDocument {
  if (image.lesion !== null) lesionByUid(document, image.lesion);
  const others = document.keyImages.filter(other => !replaces(image, other));
  return { ...document, keyImages: [...others, image] };
}

/** Removes a key image; throws `CL_KEY_IMAGE_UNKNOWN` when the document has no such one. */
export function removeKeyImage(document: ReadDocument, image: KeyImage): ReadDocument {
  const keyImages = document.keyImages.filter(other => !replaces(image, other));
  if (keyImages.length === document.keyImages.length) {
    throw new ReadError('CL_KEY_IMAGE_UNKNOWN', null, 'this read has no such key image');
  }
  return { ...document, keyImages };
}

/** The document without key images of lesions that it no longer lists. */
export function withoutStrayKeyImages(document: ReadDocument): ReadDocument {
  const listed = new Set(document.lesions.map(({ trackingUid }) => trackingUid));
  const keyImages = document.keyImages.filter(
    ({ lesion }) => lesion === null || listed.has(lesion)
  );
  return keyImages.length === document.keyImages.length ? document : { ...document, keyImages };
}

/** Whether two key images stand in the same place of the document. */
export function replaces(image: KeyImage, other: KeyImage): boolean {
  return image.lesion === null
    ? other.lesion === null &&
        other.sopInstanceUid === image.sopInstanceUid &&
        other.frameNumber === image.frameNumber
    : other.lesion === image.lesion;
}
