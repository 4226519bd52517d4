import type { SideName } from '@corelab/adjudication';
import type { AdjudicationContext, AdjudicationSide } from '@corelab/client';
import type { Lesion } from '@corelab/reads';
import { formatNumber, text } from '@corelab/ui';
import { countingDiameter, stateWord } from '../lesions/lesionValues.js';
import { timepointLabel } from '../compared/timepointNames.js';

const roles: readonly Lesion['role'][] = ['target', 'non-target', 'new'];

/** Every lesion of a read once, as it was last named, in the order of the panel: by role, then by label. */
export function lesionsOfRead({ reads }: Pick<AdjudicationSide, 'reads'>): Lesion[] {
  const byId = new Map<string, Lesion>();
  for (const { document } of reads)
    for (const lesion of document.lesions) byId.set(lesion.id, lesion);
  return [...byId.values()].sort(
    (one, two) => roles.indexOf(one.role) - roles.indexOf(two.role) || (one.id < two.id ? -1 : 1)
  );
}

/** Millimetres of the diameter that counts, or the state in words; never blank. */
export function lesionCell(lesion: Lesion | undefined): string {
  if (lesion === undefined) return text('value.notListed');
  const diameter = countingDiameter(lesion);
  return diameter === null || lesion.state !== 'measured'
    ? stateWord(lesion)
    : formatNumber(diameter);
}

export interface ReadComment {
  key: string;
  /** "TP 1, T02", or the timepoint alone. */
  where: string;
  words: string;
}

/** What a reader wrote, in the order of timepoints and lesions. */
export function commentsOf(context: AdjudicationContext, side: SideName): ReadComment[] {
  return context.sides[side].reads.flatMap(({ timepoint, document }): ReadComment[] => {
    const label = timepointLabel(context, timepoint);
    const ofTimepoint =
      document.comment.trim() === ''
        ? []
        : [{ key: timepoint, where: label, words: document.comment }];
    const own = document.readerResponse;
    const ofResponse =
      own === undefined
        ? []
        : [
            {
              key: `${timepoint} response`,
              where: label,
              words: text('adj.ownResponse', { ...own }),
            },
          ];
    const ofLesions = document.lesions
      .filter(({ comment }) => comment.trim() !== '')
      .map(({ id, comment }) => ({
        key: `${timepoint} ${id}`,
        where: text('adj.lesionAt', { timepoint: label, lesion: id }),
        words: comment,
      }));
    return [...ofTimepoint, ...ofResponse, ...ofLesions];
  });
}
