import { CriterionError } from '@corelab/criteria';
import type { CourseRead } from './courseRead.js';
import type { Difference, DifferenceKind } from './difference.js';
import { sizeFields } from './enteredState.js';
import { refuse, type Replacement } from './replacement.js';
import {
  type Exchange,
  replaceEarlier,
  replaceLesion,
  replacePlace,
  replaceRow,
} from './replaceLesion.js';
import { replaceNumber, replaceTimepoint, replaceTimepointEntries } from './replaceTimepoint.js';

const field = ({ difference }: Exchange): string[] =>
  difference.field === null ? [] : [difference.field];

/** What taking a difference of each kind means. */
const replacing: Readonly<Record<DifferenceKind, (exchange: Exchange) => Replacement>> = {
  newLesionOnlyOne: replaceLesion,
  newLesionEarlier: replaceEarlier,
  nonTargetJudgement: one => replaceTimepointEntries(one, ['nonTargetJudgement']),
  readerResponse: one => replaceTimepointEntries(one, ['readerResponse']),
  readerResponseOnlyOne: one => replaceTimepointEntries(one, ['readerResponse']),
  targetOnlyOne: replaceLesion,
  otherTarget: replaceLesion,
  nonTargetOnlyOne: replaceLesion,
  role: replaceLesion,
  partOnlyOne: () => refuse('linked'),
  evaluability: one => replaceRow(one, null),
  timepointEvaluability: replaceTimepoint,
  state: one => replaceRow(one, null),
  mergedInto: one => replaceRow(one, null),
  size: one => replaceRow(one, sizeFields),
  number: replaceNumber,
  nadir: () => refuse('derived'),
  lesionDate: one => replaceRow(one, ['date']),
  timepointDate: one => replaceTimepointEntries(one, ['date']),
  timepointOnlyOne: () => refuse('notReadThere'),
  place: replacePlace,
  lesionDetail: one => replaceRow(one, field(one)),
  timepointDetail: one => replaceTimepointEntries(one, field(one)),
  reason: one =>
    one.difference.field === 'lesion'
      ? replaceRow(one, ['reason'])
      : replaceTimepointEntries(one, ['reason']),
  quality: () => refuse('noEffectOfItsOwn'),
};

/**
 * A's read with one thing as B has it, and nothing else, rated anew by the criterion. What B did not enter is not entered
 * then: nothing missing becomes a value. Refused, with the reason, where it can't be taken by itself. Throws
 * AdjudicationError CL_DIFFERENCE on a difference of other reads.
 */
export function withDifferenceReplaced(
  a: CourseRead,
  difference: Difference,
  b: CourseRead
): Replacement {
  try {
    return replacing[difference.kind]({ a, b, difference });
  } catch (error) {
    // Each half of a contradiction may be sound in its own read.
    if (error instanceof CriterionError) return refuse('criterion', error.message);
    throw error;
  }
}
