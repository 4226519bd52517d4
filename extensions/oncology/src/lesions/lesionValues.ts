import type { Lesion, ReadDocument } from '@corelab/reads';
import { formatNumber, text, type SparklinePoint } from '@corelab/ui';
import { isNodeLocation } from './locationNames.js';

/** The diameter that counts for this lesion, mm: the short axis in nodes, else the longest. */
export function countingDiameter(lesion: Lesion): number | null {
  if (lesion.mark === null) {
    return null;
  }
  return isNodeLocation(lesion.location) ? lesion.mark.shortAxisMm : lesion.mark.longestDiameterMm;
}

/** The diameter that does not count, mm. */
export function otherDiameter(lesion: Lesion): number | null {
  if (lesion.mark === null) {
    return null;
  }
  return isNodeLocation(lesion.location) ? lesion.mark.longestDiameterMm : lesion.mark.shortAxisMm;
}

/** The state as the field says it; `parts` is how many a split lesion has. */
export function stateWord(lesion: Lesion, parts = 0): string {
  switch (lesion.state) {
    case 'toDo':
      return text(lesion.role === 'target' ? 'state.toMeasure' : 'state.toJudge');
    case 'measured':
      return text('state.measured');
    case 'present':
      return text('state.present');
    case 'absent':
      return text(
        { target: 'state.disappeared', 'non-target': 'state.absent', new: 'state.gone' }[
          lesion.role
        ] as 'state.absent'
      );
    case 'progressed':
      return text('state.progressed');
    case 'tooSmallToMeasure':
      return text('state.tooSmall');
    case 'notEvaluable':
      return text('state.notEvaluable', { reason: lesion.reason?.text ?? '' });
    case 'merged':
      return text('state.merged', { lesion: lesion.mergedInto ?? '' });
    case 'split':
      return text('state.split', { count: parts });
    case 'equivocal':
      return text('state.equivocal');
    case 'unequivocal':
      return text('state.unequivocal');
  }
}

/** Number of the counting diameter, or the word that says why there is none; never blank. */
export function valueText(lesion: Lesion | undefined): string {
  if (lesion === undefined) {
    return text('value.notListed');
  }
  const diameter = countingDiameter(lesion);
  if (diameter !== null) {
    return formatNumber(diameter);
  }
  if (lesion.state === 'notEvaluable') {
    return text('value.notEvaluable');
  }
  if (lesion.state === 'toDo') {
    return lesion.role === 'target' ? text('value.toMeasure') : text('value.noMark');
  }
  if (lesion.state === 'merged') {
    return text('value.merged');
  }
  return lesion.role === 'target' ? stateWord(lesion) : text('value.noMark');
}

/** The same lesion in another document of the course. */
export function sameLesion(document: ReadDocument, trackingUid: string): Lesion | undefined {
  return document.lesions.find(lesion => lesion.trackingUid === trackingUid);
}

/** Whose earlier mark shows where a lesion was: its own, else that of the lesion it is a part of. */
export function earlierUid(
  document: ReadDocument,
  { trackingUid, splitFrom }: Lesion,
  isMarked: (uid: string) => boolean
): string {
  const parent = document.lesions.find(({ id }) => id === splitFrom);
  return parent === undefined || isMarked(trackingUid) ? trackingUid : parent.trackingUid;
}

/** One point of the history; what has no number is a gap, disappeared is at zero. */
export function historyPoint(lesion: Lesion | undefined): SparklinePoint {
  if (lesion === undefined) {
    return { value: null, kind: 'none' };
  }
  const value = countingDiameter(lesion);
  if (lesion.state === 'absent') {
    return { value: 0, kind: 'absent' };
  }
  if (lesion.state === 'tooSmallToMeasure') {
    return { value: value ?? 0, kind: 'tooSmall' };
  }
  return { value, kind: value === null ? 'none' : 'measured' };
}
