import type { Lesion, Mark } from '@corelab/reads';
import { formatMm, text } from '@corelab/ui';
import { countingDiameter } from '../lesions/lesionValues.js';
import {
  keysIn,
  readNames,
  type ByRead,
  type ComparedRead,
  type ComparedReads,
  type ReadKey,
} from './comparedReads.js';

/** A lesion of one read at one timepoint; undefined where the read has not listed it. */
export function lesionAt(
  read: ComparedRead | undefined,
  timepoint: string | null,
  id: string | null | undefined
): Lesion | undefined {
  return read?.reads
    .find(one => one.timepoint === timepoint)
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
  side: ReadKey;
  /** Label of its lesion in that read. */
  lesion: string;
  /** "A T02 31.0 mm". */
  label: string;
  pointsLps: Mark['pointsLps'];
  /** Of the difference in hand. */
  emphasised: boolean;
}

/** "A T02 31.0 mm", or without a number where the diameter that counts is not there. */
export function markLabel(side: ReadKey, lesion: Lesion): string {
  const value = countingDiameter(lesion);
  const names = { read: readNames[side], lesion: lesion.id };
  return value === null
    ? text('adj.markBare', names)
    : text('adj.mark', { ...names, value: formatMm(value) });
}

/** What is looked at. */
export interface MarkChoice {
  shown: ByRead<boolean>;
  /** Labels of the lesions of the difference in hand; null without one. */
  lesions: ByRead<string | null> | null;
}

/** The marks of all reads that lie on one image, by its SOP instance; A before B, in the order of the lists. */
export function marksOnImage(
  { sides }: Pick<ComparedReads, 'sides'>,
  { shown, lesions }: MarkChoice,
  sopInstanceUid: string
): OverlayMark[] {
  return keysIn(sides)
    .filter(side => shown[side] === true)
    .flatMap(side =>
      (sides[side]?.reads ?? [])
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
