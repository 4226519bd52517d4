import { enteredTimepoints } from './courseLesion.js';
import type { CourseRead, Pair } from './courseRead.js';
import { detailFieldsOf } from './detailFields.js';
import { type BareDifference, type Difference, differenceKinds, worded } from './difference.js';
import { matchedDifferences, type Shared, unmatchedDifferences } from './lesionDifferences.js';
import { type MatchedLesion, matchLesions } from './matchLesions.js';
import { canonical } from './sameValue.js';
import { timepointOrder } from './scope.js';
import {
  nadirDifferences,
  numberDifferences,
  qualityDifferences,
  timepointDifferences,
} from './timepointDifferences.js';

function sharedOf(
  pair: Pair<CourseRead>,
  lesions: readonly MatchedLesion[],
  details: readonly string[]
): Shared {
  const [a, b] = [pair.a, pair.b].map(
    course => new Map(enteredTimepoints(course).map(one => [one.id, one]))
  );
  const timepoints = timepointOrder([pair.a, pair.b]).filter(id => a?.has(id) && b?.has(id));
  return {
    timepoints,
    assessed: timepoints.filter(
      id => (a?.get(id)?.evaluable === false) === (b?.get(id)?.evaluable === false)
    ),
    details,
    same: (one, other) => lesions.some(lesion => lesion.a?.id === one && lesion.b?.id === other),
  };
}

/** A text that is the same when the reads change names. */
const neutralKey = ({ lesions, said, field }: BareDifference): string =>
  canonical([field, [canonical([lesions.a, said.a]), canonical([lesions.b, said.b])].sort()]);

/** By timepoint, then by kind; the rest by what is said, whoever says it. */
export function inOrder(
  found: readonly BareDifference[],
  order: readonly string[]
): BareDifference[] {
  const ranked = found.map(one => ({
    one,
    place: order.indexOf(one.timepoint ?? ''),
    kind: differenceKinds.indexOf(one.kind),
    key: neutralKey(one),
  }));
  ranked.sort((a, b) => {
    if (a.place !== b.place) return a.place - b.place;
    if (a.kind !== b.kind) return a.kind - b.kind;
    return a.key < b.key ? -1 : Number(a.key > b.key);
  });
  return ranked.map(({ one }) => one);
}

/**
 * Everything that two reads of one subject did not enter alike, in the order of timepoints. Which lesion is which is
 * `matchLesions`'; a wrong match tells one difference as another, so each has its certainty. Timepoints that one read has
 * alone are one difference each, and what they hold is none.
 */
export function differences(a: CourseRead, b: CourseRead): Difference[] {
  const pair = { a, b };
  const lesions = matchLesions(a, b);
  const details = detailFieldsOf(a.input.criterion);
  const shared = sharedOf(pair, lesions, details.lesion);
  const found = [
    ...timepointDifferences(pair, shared.timepoints, details.timepoint),
    ...unmatchedDifferences(lesions, shared),
    ...lesions.flatMap(({ a: first, b: second, match }) =>
      first && second ? matchedDifferences({ a: first, b: second, match }, shared) : []
    ),
    ...nadirDifferences(pair, shared.timepoints),
    ...qualityDifferences(pair, shared.timepoints),
    ...numberDifferences(pair, shared.timepoints),
  ];
  return inOrder(found, timepointOrder([a, b])).map(worded);
}
