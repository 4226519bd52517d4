import { Value } from '@sinclair/typebox/value';
import { replaces } from './keyImages.js';
import { ReadDocumentSchema, type ReadDocument } from './readDocument.js';

/** What is wrong with a document: JSON Pointer into it, and what was expected there. */
export interface DocumentError {
  path: string;
  message: string;
}

export type ParsedReadDocument =
  | { ok: true; value: ReadDocument }
  | { ok: false; errors: DocumentError[] };

/** Enough to find the defect; a document with more is not a document at all. */
const maxErrors = 50;

/**
 * Checks an unknown value in two passes: shape, then meaning (unique lesion ids and tracking UIDs,
 * links that lead somewhere, points that fit the tool). A draft with open work is valid:
 * `openItems` says what blocks signing.
 */
export function parseReadDocument(input: unknown): ParsedReadDocument {
  if (!Value.Check(ReadDocumentSchema, input)) {
    const errors: DocumentError[] = [];
    for (const error of Value.Errors(ReadDocumentSchema, input)) {
      if (errors.length === maxErrors) break;
      errors.push({ path: error.path, message: error.message });
    }
    return { ok: false, errors };
  }
  const errors = meaningErrors(input);
  return errors.length === 0 ? { ok: true, value: input } : { ok: false, errors };
}

function meaningErrors(document: ReadDocument): DocumentError[] {
  const errors: DocumentError[] = [];
  const ids = new Set(document.lesions.map(lesion => lesion.id));
  const seenIds = new Set<string>();
  const seenUids = new Set<string>();
  const seenRegions = new Set<string>();
  document.imageQuality.forEach(({ region }, index) => {
    if (seenRegions.has(region)) {
      errors.push({
        path: `/imageQuality/${index}/region`,
        message: `the image quality of ${region} occurs twice`,
      });
    }
    seenRegions.add(region);
  });
  const uids = new Set(document.lesions.map(({ trackingUid }) => trackingUid));
  document.keyImages.forEach((image, index) => {
    const path = `/keyImages/${index}`;
    if (image.lesion !== null && !uids.has(image.lesion)) {
      errors.push({ path: `${path}/lesion`, message: 'names no lesion of this document' });
    }
    if (document.keyImages.slice(0, index).some(other => replaces(image, other))) {
      errors.push({ path, message: 'is the second key image of the same lesion or image' });
    }
  });
  document.lesions.forEach((lesion, index) => {
    const at = `/lesions/${index}`;
    if (seenIds.has(lesion.id)) {
      errors.push({ path: `${at}/id`, message: `lesion ${lesion.id} occurs twice` });
    }
    seenIds.add(lesion.id);
    if (seenUids.has(lesion.trackingUid)) {
      errors.push({
        path: `${at}/trackingUid`,
        message: `tracking UID of ${lesion.id} belongs to another lesion too`,
      });
    }
    seenUids.add(lesion.trackingUid);
    for (const link of ['mergedInto', 'splitFrom'] as const) {
      const other = lesion[link];
      if (other !== null && (other === lesion.id || !ids.has(other))) {
        errors.push({
          path: `${at}/${link}`,
          message: `${lesion.id} names ${other}, expected another lesion of this document`,
        });
      }
    }
    if (lesion.mark !== null) {
      const expected = lesion.mark.tool === 'Length' ? 2 : 4;
      if (lesion.mark.pointsLps.length !== expected) {
        errors.push({
          path: `${at}/mark/pointsLps`,
          message: `a ${lesion.mark.tool} mark has ${expected} points, found ${lesion.mark.pointsLps.length}`,
        });
      }
    }
  });
  return errors;
}
