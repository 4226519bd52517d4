import { changeLesion, lesionById } from './changeLesion.js';
import { withoutStrayKeyImages } from './keyImages.js';
import type { Lesion, ReadDocument } from './readDocument.js';
import { ReadError } from './readError.js';

/**
 * Records that a lesion came apart: it becomes `split` and one part per tracking UID is added
 * (`T01a`, `T01b` ...), `toDo`, with the parent's role and location. Parts are never new lesions.
 * The parent's burden is from then on the sum of its parts.
 */
export function split(
  document: ReadDocument,
  id: string,
  partTrackingUids: readonly string[]
): ReadDocument {
  const parent = lesionById(document, id);
  refuseBaselineOrNew(parent, 'split');
  if (parent.splitFrom !== null || parent.state === 'split') {
    throw new ReadError('CL_SPLIT_PARTS', id, `${id} is already part of a split`);
  }
  if (parent.state === 'merged') {
    throw new ReadError(
      'CL_LESION_LINKED',
      id,
      `${id} is merged into ${parent.mergedInto}: undo that before splitting it`
    );
  }
  if (partTrackingUids.length < 2 || partTrackingUids.length > maxParts) {
    throw new ReadError(
      'CL_SPLIT_PARTS',
      id,
      `${id}: expected 2 to ${maxParts} parts, got ${partTrackingUids.length}`
    );
  }
  const used = new Set(document.lesions.map(lesion => lesion.trackingUid));
  for (const uid of partTrackingUids) {
    if (used.has(uid)) {
      throw new ReadError('CL_LESION_DUPLICATE', id, `tracking UID ${uid} is in use`);
    }
    used.add(uid);
  }
  const parts = partTrackingUids.map((trackingUid, index) => part(parent, trackingUid, index));
  return {
    ...document,
    lesions: document.lesions.flatMap(lesion =>
      lesion.id === id
        ? [{ ...lesion, state: 'split' as const, reason: null, mark: null }, ...parts]
        : [lesion]
    ),
  };
}

/** Adds one more part to a lesion that is split, whenever it came apart, under its next letter. */
export function addPart(document: ReadDocument, id: string, trackingUid: string): ReadDocument {
  const parent = lesionById(document, id);
  if (parent.state !== 'split') {
    throw new ReadError('CL_SPLIT_PARTS', id, `${id} is not split: split it before adding a part`);
  }
  if (document.lesions.some(lesion => lesion.trackingUid === trackingUid)) {
    throw new ReadError('CL_LESION_DUPLICATE', id, `tracking UID ${trackingUid} is in use`);
  }
  const parts = document.lesions.filter(lesion => lesion.splitFrom === id);
  const index = Math.max(-1, ...parts.map(other => other.id.charCodeAt(id.length) - firstLetter));
  if (index + 1 >= maxParts) {
    throw new ReadError(
      'CL_SPLIT_PARTS',
      id,
      `${id} has ${maxParts} parts: there is no letter left`
    );
  }
  const last = document.lesions.reduce(
    (found, lesion, at) => (lesion.id === id || lesion.splitFrom === id ? at : found),
    -1
  );
  return {
    ...document,
    lesions: [
      ...document.lesions.slice(0, last + 1),
      part(parent, trackingUid, index + 1),
      ...document.lesions.slice(last + 1),
    ],
  };
}

/** Takes back a split made in this read: its parts go, the parent is to do again. */
export function unsplit(document: ReadDocument, id: string): ReadDocument {
  lesionById(document, id);
  const parts = document.lesions.filter(lesion => lesion.splitFrom === id);
  const kept = parts.find(part => !part.createdInThisRead);
  if (parts.length === 0 || kept) {
    throw new ReadError('CL_SPLIT_PARTS', id, `${id} was not split in this read`);
  }
  const target = document.lesions.find(lesion => parts.some(part => part.id === lesion.mergedInto));
  if (target) {
    throw new ReadError(
      'CL_LESION_LINKED',
      id,
      `${target.id} is merged into a part of ${id}: undo that first`
    );
  }
  const remaining = withoutStrayKeyImages({
    ...document,
    lesions: document.lesions.filter(lesion => lesion.splitFrom !== id),
  });
  return changeLesion(remaining, id, lesion => ({ ...lesion, state: 'toDo' }));
}

/**
 * Records that two lesions grew together: the first becomes `merged` and counts 0, the second
 * carries the diameter of the joint mass. Both have the same role.
 */
export function merge(document: ReadDocument, id: string, into: string): ReadDocument {
  const lesion = lesionById(document, id);
  const partner = lesionById(document, into);
  refuseBaselineOrNew(lesion, 'merged');
  if (id === into || partner.role !== lesion.role) {
    throw new ReadError(
      'CL_MERGE_PARTNER',
      id,
      `${id} merges with another ${lesion.role} lesion, got ${into}`
    );
  }
  if (partner.state === 'merged' || partner.state === 'split' || partner.state === 'absent') {
    throw new ReadError(
      'CL_MERGE_PARTNER',
      id,
      `${into} is ${partner.state}: it can't carry the joint mass`
    );
  }
  if (lesion.state === 'split' || document.lesions.some(other => other.mergedInto === id)) {
    throw new ReadError(
      'CL_LESION_LINKED',
      id,
      `${id} is split or carries another lesion: undo that first`
    );
  }
  return changeLesion(document, id, merged => ({
    ...merged,
    state: 'merged',
    mergedInto: into,
    reason: null,
    mark: null,
  }));
}

/** Takes a merge back, whenever it was recorded: the lesion is to do again and measured by itself. */
export function unmerge(document: ReadDocument, id: string): ReadDocument {
  return changeLesion(document, id, lesion => {
    if (lesion.state !== 'merged') {
      throw new ReadError('CL_LESION_LINKED', id, `${id} is not merged into another lesion`);
    }
    return { ...lesion, state: 'toDo', mergedInto: null };
  });
}

const firstLetter = 'a'.charCodeAt(0);
const maxParts = 26;

function part(parent: Lesion, trackingUid: string, index: number): Lesion {
  return {
    trackingUid,
    id: `${parent.id}${String.fromCharCode(firstLetter + index)}`,
    role: parent.role,
    location: parent.location,
    laterality: parent.laterality,
    state: 'toDo',
    reason: null,
    mergedInto: null,
    splitFrom: parent.id,
    mark: null,
    comment: '',
    createdInThisRead: true,
  };
}

function refuseBaselineOrNew(lesion: Lesion, act: string): void {
  if (lesion.role === 'new') {
    throw new ReadError(
      'CL_LESION_ROLE',
      lesion.id,
      `new lesions are not ${act}: expected target or non-target`
    );
  }
  if (lesion.createdInThisRead && lesion.splitFrom === null) {
    throw new ReadError(
      'CL_LESION_ROLE',
      lesion.id,
      `${lesion.id} was first read in this read: only a lesion followed from an earlier read is ${act}`
    );
  }
}
