import type { SideName } from '@corelab/adjudication';
import type { AdjudicationContext, AdjudicationSide } from '@corelab/client';
import type { Lesion, Mark } from '@corelab/reads';
import { formatMm, text } from '@corelab/ui';
import { countingDiameter } from '../lesions/lesionValues.js';
import { sideNames } from './decisionEdits.js';

/** Names of the reads that say nothing of who they are; the same in every language. */
export const readNames: Readonly<Record<SideName, string>> = { a: 'A', b: 'B' };

type Sides = Pick<AdjudicationContext, 'sides'>;

/** A lesion of one read at one timepoint; undefined where the read has not listed it. */
export function lesionAt(
  { reads }: Pick<AdjudicationSide, 'reads'>,
  timepoint: string | null,
  id: string | null
): Lesion | undefined {
  return reads
    .find(read => read.timepoint === timepoint)
    ?.document.lesions.find(lesion => lesion.id === id);
}

/** Marks of these states are kept in the record and are not part of what was read. */
const withoutMark: readonly Lesion['state'][] = [
  'toDo',
  'absent',
  'notEvaluable',
  'merged',
  'split',
];

/** The mark that is part of what was read of a lesion; null without one. */
export const readMark = (lesion: Lesion | undefined): Mark | null =>
  lesion === undefined || withoutMark.includes(lesion.state) ? null : lesion.mark;

/** One mark of one read as it is drawn over its image. */
export interface OverlayMark {
  side: SideName;
  /** Label of its lesion in that read. */
  lesion: string;
  /** "A T02 31.0 mm". */
  label: string;
  pointsLps: Mark['pointsLps'];
  /** Of the difference in hand. */
  emphasised: boolean;
}

/** "A T02 31.0 mm", or without a number where the diameter that counts is not there. */
export function markLabel(side: SideName, lesion: Lesion): string {
  const value = countingDiameter(lesion);
  const names = { read: readNames[side], lesion: lesion.id };
  return value === null
    ? text('adj.markBare', names)
    : text('adj.mark', { ...names, value: formatMm(value) });
}

/** What is looked at. */
export interface MarkChoice {
  shown: Readonly<Record<SideName, boolean>>;
  /** Labels of the lesions of the difference in hand; null without one. */
  lesions: Readonly<Record<SideName, string | null>> | null;
}

/** The marks of both reads that lie on one image, by its SOP instance; A before B, in the order of the lists. */
export function marksOnImage(
  { sides }: Sides,
  { shown, lesions }: MarkChoice,
  sopInstanceUid: string
): OverlayMark[] {
  return sideNames
    .filter(side => shown[side])
    .flatMap(side =>
      sides[side].reads
        .flatMap(({ document }) => document.lesions)
        .flatMap((lesion): OverlayMark[] => {
          const mark = readMark(lesion);
          return mark?.sopInstanceUid !== sopInstanceUid
            ? []
            : [
                {
                  side,
                  lesion: lesion.id,
                  label: markLabel(side, lesion),
                  pointsLps: mark.pointsLps,
                  emphasised: lesions?.[side] === lesion.id,
                },
              ];
        })
    );
}
