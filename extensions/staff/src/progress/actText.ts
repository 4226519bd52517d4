import { text, type TextKey } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { decisionName, problemKindName } from './progressWords.js';
import type { Sheet } from './standings.js';

export type Act = Sheet['history'][number];

const plain: Readonly<Record<string, TextKey>> = {
  'draft.saved': 'progress.act.draft.saved',
  'read.opened': 'progress.act.read.opened',
  'text.refused': 'progress.act.text.refused',
  'read.unassigned': 'progress.act.read.unassigned',
  'read.released': 'progress.act.read.released',
  'read.signed': 'progress.act.read.signed',
  'read.replayed': 'progress.act.read.replayed',
  'read.reported': 'progress.act.read.reported',
  'read.unlocked': 'progress.act.read.unlocked',
  'read.versionOpened': 'progress.act.read.versionOpened',
  'read.superseded': 'progress.act.read.superseded',
  'read.voided': 'progress.act.read.voided',
  'read.returnedToQc': 'progress.act.read.returnedToQc',
  'read.leftQc': 'progress.act.read.leftQc',
  'read.impactMarked': 'progress.act.read.impactMarked',
  'read.impactDecided': 'progress.act.read.impactDecided',
  'read.charterChanged': 'progress.act.read.charterChanged',
  'timepoint.dated': 'progress.act.timepoint.dated',
  'adjudication.triggered': 'progress.act.adjudication.triggered',
  'adjudication.released': 'progress.act.adjudication.released',
  'adjudication.readAnew': 'progress.act.adjudication.readAnew',
  'adjudication.thirdReadSigned': 'progress.act.adjudication.thirdReadSigned',
  'adjudication.saved': 'progress.act.adjudication.saved',
  'adjudication.opened': 'progress.act.adjudication.opened',
  'adjudication.signed': 'progress.act.adjudication.signed',
  'adjudication.impactMarked': 'progress.act.adjudication.impactMarked',
  'adjudication.impactDecided': 'progress.act.adjudication.impactDecided',
  'adjudication.superseded': 'progress.act.adjudication.superseded',
  'adjudication.unlocked': 'progress.act.adjudication.unlocked',
  'adjudication.voided': 'progress.act.adjudication.voided',
  'timepoint.added': 'progress.act.timepoint.added',
  'timepoint.completed': 'progress.act.timepoint.completed',
  'timepoint.incomplete': 'progress.act.timepoint.incomplete',
  'timepoint.missed': 'progress.act.timepoint.missed',
  'timepoint.notReadable': 'progress.act.timepoint.notReadable',
  'timepoint.expectedAgain': 'progress.act.timepoint.expectedAgain',
  'timepoint.partLost': 'progress.act.timepoint.partLost',
  'timepoint.allLost': 'progress.act.timepoint.allLost',
  'imaging.ended': 'progress.act.imaging.ended',
  'imaging.endWithdrawn': 'progress.act.imaging.endWithdrawn',
  'exam.matched': 'progress.act.exam.matched',
  'exam.qcStarted': 'progress.act.exam.qcStarted',
  'exam.qcReopened': 'progress.act.exam.qcReopened',
  'exam.passed': 'progress.act.exam.passed',
  'exam.passedWithDeviation': 'progress.act.exam.passedWithDeviation',
  'exam.queried': 'progress.act.exam.queried',
  'exam.quarantined': 'progress.act.exam.quarantined',
  'exam.refused': 'progress.act.exam.refused',
  'exam.withdrawn': 'progress.act.exam.withdrawn',
  'exam.superseded': 'progress.act.exam.superseded',
  'exam.released': 'progress.act.exam.released',
};

/** What was done, in words. */
export function actText({ act, params }: Act): string {
  const { kind, decision, user } = params;
  if (act === 'read.assigned' && user !== undefined) {
    return text('progress.act.read.assigned', { user });
  }
  if (act === 'adjudication.assigned' && user !== undefined) {
    return text('progress.act.adjudication.assigned', { user });
  }
  if (act === 'problem.raised' && kind !== undefined) {
    return text('progress.act.problem.raised', { kind: problemKindName(kind) });
  }
  if (act === 'problem.answered') {
    return decision === undefined
      ? text('progress.act.problem.answeredPlain')
      : text('progress.act.problem.answered', { decision: decisionName(decision) });
  }
  const key = plain[act];
  return key === undefined ? text('progress.act.other', { act }) : text(key);
}

/** When, by whom and how often. */
export function actMoment({ at, by, times, until }: Act): string {
  const when = instantText(at);
  if (by === null) return text('progress.doneByServer', { at: when });
  return until === null
    ? text('progress.doneBy', { at: when, by })
    : text('progress.doneOften', { at: when, until: instantText(until), times, by });
}
