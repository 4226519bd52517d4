import type { ReadContext } from '@corelab/client';
import type { TimepointOutput } from '@corelab/criteria';
import type { Lesion, LesionRole, ReadDocument } from '@corelab/reads';
import {
  formatNumber,
  formatPercentChange,
  text,
  type IconName,
  type LesionRowView,
  type SparklinePoint,
} from '@corelab/ui';
import { comparedEntry } from '../images/comparison.js';
import { lesionTotal } from './lesionTotal.js';
import { historyPoint, otherDiameter, sameLesion, stateWord, valueText } from './lesionValues.js';
import { isNodeLocation, locationName } from './locationNames.js';

function icon(lesion: Lesion, drawing: boolean, signed: boolean): IconName {
  if (drawing) {
    return 'drawing';
  }
  switch (lesion.state) {
    case 'toDo':
      return 'toDo';
    case 'measured':
    case 'present':
      return signed ? 'locked' : 'done';
    case 'absent':
      return lesion.role === 'new' ? 'gone' : 'disappeared';
    case 'tooSmallToMeasure':
      return 'tooSmall';
    case 'notEvaluable':
    case 'progressed':
    case 'merged':
    case 'split':
    case 'equivocal':
    case 'unequivocal':
      return lesion.state;
  }
}

function change(current: number | null, earlier: number | null): string {
  return current === null || earlier === null || earlier === 0
    ? text('value.noChange')
    : formatPercentChange(((current - earlier) / earlier) * 100);
}

export interface RowContext {
  context: ReadContext;
  /** The engine's result for this timepoint where the reader may see it. */
  current: TimepointOutput | null;
  /** Tracking uid of the lesion being drawn. */
  drawing: string | null;
  /** Label of the compared timepoint. */
  comparison: string | null;
  signed: boolean;
}

/** The value column of one document: a number, or the word that says why there is none. */
function shownValue(document: ReadDocument, lesion: Lesion | undefined): string {
  if (lesion?.state !== 'split') {
    return valueText(lesion);
  }
  const { value } = lesionTotal(document, lesion);
  const none = lesion.role === 'target' ? 'value.toMeasure' : 'value.noMark';
  return value === null ? text(none) : formatNumber(value);
}

/** What an earlier timepoint has for a lesion; a non-target without a mark shows how it was judged. */
function earlierText(document: ReadDocument | undefined, earlier: Lesion | undefined): string {
  if (document === undefined || earlier === undefined) {
    return valueText(earlier);
  }
  const judged = earlier.role !== 'target' && earlier.mark === null;
  return judged && earlier.state !== 'split' ? stateWord(earlier) : shownValue(document, earlier);
}

function point(document: ReadDocument, lesion: Lesion | undefined): SparklinePoint {
  if (lesion?.state !== 'split') {
    return historyPoint(lesion);
  }
  const { value, complete } = lesionTotal(document, lesion);
  return complete ? { value, kind: 'measured' } : { value: null, kind: 'none' };
}

interface ShownValue {
  value: string;
  below: string | null;
}

/** Value and the line under it: the other axis, or where the number comes from. */
function currentValue(
  document: ReadDocument,
  lesion: Lesion,
  current: TimepointOutput | null
): ShownValue {
  const { value, complete, parts } = lesionTotal(document, lesion);
  const engine = current?.lesions.find(({ id }) => id === lesion.id);
  if (lesion.state === 'split') {
    const whole = complete ? value : (engine?.value ?? null);
    return whole === null
      ? {
          value: shownValue(document, lesion),
          below: value === null ? null : text('value.soFar'),
        }
      : { value: formatNumber(whole), below: text('value.total', { count: parts }) };
  }
  if (value === null && engine?.byRule === true && engine.value !== null) {
    return { value: formatNumber(engine.value), below: text('value.byRule') };
  }
  const other = otherDiameter(lesion);
  return { value: valueText(lesion), below: other === null ? null : formatNumber(other) };
}

function row(
  document: ReadDocument,
  lesion: Lesion,
  { context, current, drawing, signed, comparison }: RowContext
): LesionRowView {
  const compared = comparedEntry(context, comparison);
  const earlier = compared && sameLesion(compared.document, lesion.trackingUid);
  const total = lesionTotal(document, lesion);
  const value = total.complete ? total.value : null;
  const earlierTotal =
    compared === undefined || earlier === undefined
      ? null
      : lesionTotal(compared.document, earlier);
  const earlierValue = earlierTotal?.complete === true ? earlierTotal.value : null;
  const shown = currentValue(document, lesion, current);
  const earlierDocuments = context.history.map(entry => entry.document);
  const points = earlierDocuments.map(other => point(other, sameLesion(other, lesion.trackingUid)));
  const values = context.history.map(entry => {
    const then = sameLesion(entry.document, lesion.trackingUid);
    return `${entry.timepoint} ${shownValue(entry.document, then)}`;
  });
  const axis = text(isNodeLocation(lesion.location) ? 'axis.short' : 'axis.longest');
  return {
    id: lesion.id,
    icon: icon(lesion, drawing === lesion.trackingUid && lesion.state === 'toDo', signed),
    stateWord: stateWord(lesion, total.parts),
    location: locationName(lesion.location, lesion.laterality),
    axis: lesion.mark === null && total.parts === 0 ? null : axis,
    comparison: earlierText(compared?.document, earlier),
    current: shown.value,
    otherAxis: shown.below,
    change: change(value, earlierValue),
    history: [...points, point(document, lesion)],
    historyName: [...values, `${context.timepoint} ${shownValue(document, lesion)}`].join(', '),
    indented: lesion.splitFrom !== null,
  };
}

const roles: readonly LesionRole[] = ['target', 'non-target', 'new'];

/** `T02` before `T10` before `T100`; `T01` before its parts. */
function byNumber(a: Lesion, b: Lesion): number {
  const number = ({ id }: Lesion): number => Number(/[0-9]+/.exec(id)?.[0]);
  return number(a) - number(b) || (a.id < b.id ? -1 : 1);
}

/** Lesions of one role, by number, never by size; parts of a split follow their parent. */
export function lesionsOf(document: ReadDocument, role: LesionRole): Lesion[] {
  return document.lesions.filter(lesion => lesion.role === role).sort(byNumber);
}

/** All lesions in the order of the panel: what `w` and `s` walk. */
export function panelOrder(document: ReadDocument): Lesion[] {
  return roles.flatMap(role => lesionsOf(document, role));
}

/** Rows of one group as they are shown. */
export function lesionRows(
  document: ReadDocument,
  role: LesionRole,
  context: RowContext
): LesionRowView[] {
  return lesionsOf(document, role).map(lesion => row(document, lesion, context));
}
