import { changeLesion } from './changeLesion.js';
import { unmarkedStates } from './lesionStates.js';
import type { Lesion, LesionState, Mark, ReadDocument } from './readDocument.js';
import { ReadError } from './readError.js';

/**
 * Binds a measurement to a lesion, or takes it away (`null`). Diameters are recorded to a tenth of a
 * millimetre, the precision the criteria compare at. A marked target is `measured`, a marked
 * non-target `present` unless called `progressed`; a new lesion keeps the reader's call.
 */
export function setMark(document: ReadDocument, id: string, mark: Mark | null): ReadDocument {
  if (mark !== null) checkMark(id, mark);
  return changeLesion(document, id, lesion => {
    if (lesion.state === 'merged' || lesion.state === 'split') {
      throw new ReadError(
        'CL_LESION_LINKED',
        id,
        `${id} is ${lesion.state}: set another state before measuring it`
      );
    }
    if (mark === null) {
      return { ...lesion, mark: null, state: lesion.state === 'measured' ? 'toDo' : lesion.state };
    }
    return { ...lesion, mark: roundedMark(mark), reason: null, state: markedState(lesion) };
  });
}

/** The state a mark gives a lesion. */
export function markedState(lesion: Lesion): LesionState {
  if (lesion.role === 'target') return 'measured';
  if (lesion.role === 'non-target') return lesion.state === 'progressed' ? 'progressed' : 'present';
  return unmarkedStates.has(lesion.state) ? 'toDo' : lesion.state;
}

function checkMark(id: string, mark: Mark): void {
  const { longestDiameterMm, shortAxisMm } = mark;
  if (!(Number.isFinite(longestDiameterMm) && longestDiameterMm > 0)) {
    throw new ReadError(
      'CL_MARK_VALUE',
      id,
      `${id}: expected a longest diameter above 0 mm, got ${longestDiameterMm}`
    );
  }
  if (shortAxisMm !== null && !(shortAxisMm > 0 && shortAxisMm <= longestDiameterMm)) {
    throw new ReadError(
      'CL_MARK_VALUE',
      id,
      `${id}: expected a short axis above 0 and at most ${longestDiameterMm} mm, got ${shortAxisMm}`
    );
  }
}

function roundedMark(mark: Mark): Mark {
  return {
    ...mark,
    longestDiameterMm: tenths(mark.longestDiameterMm),
    shortAxisMm: mark.shortAxisMm === null ? null : tenths(mark.shortAxisMm),
  };
}

function tenths(millimetres: number): number {
  return Math.round(millimetres * 10) / 10;
}
