import type { RankedDifference } from '@corelab/adjudication';
import type { DifferenceFilter } from './adjudicationSnapshot.js';

/** A difference with its place in the case's list, which ranks by effect. */
export interface ListedDifference {
  readonly place: number;
  readonly difference: RankedDifference;
}

/** The differences that a filter lets through, in the order of the case. */
export const listedDifferences = (
  differences: readonly RankedDifference[],
  { timepoint, kind }: DifferenceFilter
): ListedDifference[] =>
  differences
    .map((difference, place) => ({ place, difference }))
    .filter(
      ({ difference }) =>
        (timepoint === null || difference.timepoint === timepoint) &&
        (kind === null || difference.kind === kind)
    );
