import { findLocation, type Region } from '@corelab/criteria';
import type { Lesion, ReadDocument, RegionQuality } from './readDocument.js';
import { ReadError } from './readError.js';

/** Sets how well a region can be read; optimal has no reason. Lesions are not touched. */
export function setRegionQuality(document: ReadDocument, quality: RegionQuality): ReadDocument {
  qualityOf(document, quality.region);
  const entry = quality.value === 'optimal' ? { ...quality, reason: null } : quality;
  return {
    ...document,
    imageQuality: document.imageQuality.map(other =>
      other.region === quality.region ? entry : other
    ),
  };
}

/**
 * Lesions of a region that `setRegionNotEvaluable` would mark: all that lie there and are not marked
 * so, but neither what is merged or split nor a new lesion found in this very read.
 */
export function lesionsToMark(document: ReadDocument, region: Region): Lesion[] {
  return document.lesions.filter(
    ({ location, state, role, createdInThisRead }) =>
      findLocation(location)?.region === region &&
      state !== 'notEvaluable' &&
      state !== 'merged' &&
      state !== 'split' &&
      !(role === 'new' && createdInThisRead)
  );
}

/** Makes every lesion of a region that is not readable not evaluable, for the region's reason. */
export function setRegionNotEvaluable(document: ReadDocument, region: Region): ReadDocument {
  const { value, reason } = qualityOf(document, region);
  if (value !== 'notReadable' || reason === null) {
    throw new ReadError(
      'CL_REGION_READABLE',
      null,
      `${region} is ${value}: expected not readable with a reason before its lesions are marked`
    );
  }
  const marked = new Set(lesionsToMark(document, region).map(({ trackingUid }) => trackingUid));
  return {
    ...document,
    lesions: document.lesions.map(lesion =>
      marked.has(lesion.trackingUid)
        ? { ...lesion, state: 'notEvaluable', reason, mark: null }
        : lesion
    ),
  };
}

/** Whether nothing of the timepoint can be read. */
export function nothingReadable({ imageQuality }: ReadDocument): boolean {
  return imageQuality.length > 0 && imageQuality.every(({ value }) => value === 'notReadable');
}

function qualityOf(document: ReadDocument, region: Region): RegionQuality {
  const found = document.imageQuality.find(entry => entry.region === region);
  if (!found) {
    const known = document.imageQuality.map(entry => entry.region).join(', ');
    throw new ReadError(
      'CL_REGION_UNKNOWN',
      null,
      `${region} is not a region of this read: expected one of ${known}`
    );
  }
  return found;
}
