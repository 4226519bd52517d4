import type { LesionInput } from '../schemas.js';
import type { NewLesionState } from './categories.js';

/** A new lesion of a criterion without rules for nodes: by what was stated, else by whether a size was given. */
export function plainNewLesion(lesion: LesionInput): NewLesionState {
  const { status, longestDiameterMm, shortAxisMm, tooSmallToMeasure } = lesion;
  if (lesion.evaluable === false) return 'NE';
  if (status === 'absent') return 'NO';
  if (status === 'equivocal') return 'EQUIVOCAL';
  if (status || tooSmallToMeasure) return 'YES';
  const size = longestDiameterMm ?? shortAxisMm ?? null;
  if (size === null) return 'NE';
  return size === 0 ? 'NO' : 'YES';
}
