import type { ReadContext } from '@corelab/client';
import type { TimepointOutput } from '@corelab/criteria';
import type { Lesion, LesionRole, ReadDocument } from '@corelab/reads';
import {
  formatNumber,
  formatPercentChange,
  text,
  type IconName,
  type LesionRowView,
} from '@corelab/ui';
import {
  countingDiameter,
  historyPoint,
  otherDiameter,
  sameLesion,
  stateWord,
  valueText,
} from './lesionValues.js';
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
  signed: boolean;
}

function row(lesion: Lesion, { context, current, drawing, signed }: RowContext): LesionRowView {
  const compared = context.history.at(-1);
  const earlier = compared && sameLesion(compared.document, lesion.trackingUid);
  const value = countingDiameter(lesion);
  const earlierValue = earlier === undefined ? null : countingDiameter(earlier);
  const other = otherDiameter(lesion);
  const ruled = current?.lesions.find(({ id, byRule }) => id === lesion.id && byRule);
  const ruledValue = value === null ? (ruled?.valueMm ?? null) : null;
  const points = [...context.history.map(entry => entry.document)].map(document =>
    historyPoint(sameLesion(document, lesion.trackingUid))
  );
  const values = context.history.map(
    entry => `${entry.timepoint} ${valueText(sameLesion(entry.document, lesion.trackingUid))}`
  );
  const axis = text(isNodeLocation(lesion.location) ? 'axis.short' : 'axis.longest');
  return {
    id: lesion.id,
    icon: icon(lesion, drawing === lesion.trackingUid && lesion.state === 'toDo', signed),
    stateWord: stateWord(lesion),
    location: locationName(lesion.location, lesion.laterality),
    axis: lesion.mark === null ? null : axis,
    comparison: valueText(earlier),
    current: ruledValue === null ? valueText(lesion) : formatNumber(ruledValue),
    otherAxis:
      ruledValue !== null ? text('value.byRule') : other === null ? null : formatNumber(other),
    change: change(value, earlierValue),
    history: [...points, historyPoint(lesion)],
    historyName: [...values, `${context.timepoint} ${valueText(lesion)}`].join(', '),
    indented: lesion.splitFrom !== null,
  };
}

const roles: readonly LesionRole[] = ['target', 'non-target', 'new'];

/** Lesions of one role, by number, never by size; parts of a split follow their parent. */
export function lesionsOf(document: ReadDocument, role: LesionRole): Lesion[] {
  return document.lesions
    .filter(lesion => lesion.role === role)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
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
  return lesionsOf(document, role).map(lesion => row(lesion, context));
}

/** Lesions with a value or a state, of all. */
export function doneCount(lesions: readonly Lesion[]): { done: number; of: number } {
  return { done: lesions.filter(({ state }) => state !== 'toDo').length, of: lesions.length };
}
