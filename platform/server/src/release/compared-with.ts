import type { Charter } from '@corelab/charter';
import { CodedError } from '../http/coded-error.js';

/**
 * Which of the earlier timepoints (by date) the charter shows beside the current one, a code of its schedule.
 * @throws CodedError CL_TRACK_UNKNOWN
 */
export const comparedWith = <T extends { readonly kind: string }>(
  earlier: readonly T[],
  current: string,
  charter: Pick<Charter, 'tracks'>,
  trackCode: string
): readonly T[] => {
  const track = charter.tracks.find(one => one.id === trackCode);
  if (track === undefined) {
    throw new CodedError(409, 'CL_TRACK_UNKNOWN', `The charter has no track ${trackCode}.`);
  }
  const previous = earlier.at(-1);
  const own = Object.entries(track.comparisonAt).find(([code]) => code === current);
  switch (own?.[1] ?? track.comparison) {
    case 'none':
      return [];
    case 'all':
      return earlier;
    case 'baseline':
      return earlier.filter(({ kind }) => kind === 'baseline');
    case 'previous':
      return earlier.slice(-1);
    case 'baselineAndPrevious':
      return earlier.filter(timepoint => timepoint.kind === 'baseline' || timepoint === previous);
  }
};
