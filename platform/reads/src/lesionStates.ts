import type { LesionRole, LesionState } from './readDocument.js';

/**
 * Which states a lesion of each role may take, in the order a panel offers them. `toDo` is where
 * every lesion starts and never one a reader may sign with.
 */
export const lesionStates: Readonly<Record<LesionRole, readonly LesionState[]>> = {
  target: ['toDo', 'measured', 'absent', 'tooSmallToMeasure', 'notEvaluable', 'merged', 'split'],
  'non-target': ['toDo', 'present', 'absent', 'progressed', 'notEvaluable', 'merged', 'split'],
  // Progression of a new lesion that is not measured counts in iRECIST; in other criteria the lesion is there.
  new: ['toDo', 'equivocal', 'unequivocal', 'progressed', 'absent', 'notEvaluable'],
};

/** States a lesion may have at baseline, where there is nothing to compare with. */
export const baselineStates: Readonly<Record<LesionRole, readonly LesionState[]>> = {
  target: ['toDo', 'measured'],
  'non-target': ['toDo', 'present'],
  new: [],
};

/** States that leave nothing to measure: they drop the mark. */
export const unmarkedStates: ReadonlySet<LesionState> = new Set([
  'absent',
  'tooSmallToMeasure',
  'notEvaluable',
]);
