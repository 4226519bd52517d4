import type { AnswerOf } from '@corelab/client';
import { text, type TextKey } from '@corelab/ui';
import { instantText } from '../parts/instantText.js';
import { countText } from '../progress/countText.js';

export type ArrivalsPage = AnswerOf<'/api/admin/trials/{trial}/arrivals', 'get'>;
export type Arrival = ArrivalsPage['arrivals'][number];
export type Sheet = AnswerOf<'/api/admin/trials/{trial}/arrivals/{id}', 'get'>;
export type IntakeSummary = AnswerOf<'/api/admin/trials/{trial}/arrivals/summary', 'get'>;
export type QuarantineGroup = AnswerOf<
  '/api/admin/trials/{trial}/quarantine/groups',
  'get'
>['groups'][number];
export type Receipt = AnswerOf<'/api/admin/trials/{trial}/deliveries', 'get'>['receipts'][number];
export type ReceiptFile = AnswerOf<
  '/api/admin/trials/{trial}/deliveries/{id}/files',
  'get'
>['files'][number];

type Words = Readonly<Record<string, TextKey>>;

/** A word of the server in the person's language; one that this build does not know stands as it is. */
const named =
  (words: Words) =>
  (word: string): string => {
    const key = Object.hasOwn(words, word) ? words[word] : undefined;
    return key === undefined ? word : text(key);
  };

const studyStateName = named({
  waiting: 'intake.studyState.waiting',
  matched: 'intake.studyState.matched',
  refused: 'intake.studyState.refused',
});

export const examStateName = named({
  received: 'intake.examState.received',
  quarantined: 'intake.examState.quarantined',
  matched: 'intake.examState.matched',
  inQc: 'intake.examState.inQc',
  passed: 'intake.examState.passed',
  passedWithDeviation: 'intake.examState.passedWithDeviation',
  queried: 'intake.examState.queried',
  refused: 'intake.examState.refused',
  superseded: 'intake.examState.superseded',
  withdrawn: 'intake.examState.withdrawn',
  notResupplied: 'intake.examState.notResupplied',
});

/** Where a study stands: of one that belongs to an exam, where the exam does. */
export const arrivalStateName = ({ state, place }: Pick<Arrival, 'state' | 'place'>): string =>
  place === null ? studyStateName(state) : examStateName(place.state);

export const stateFilterName = (state: string): string =>
  state === 'all' ? text('intake.allStates') : studyStateName(state);

const sourceName = named({
  'orthanc-changes': 'intake.source.orthanc-changes',
  upload: 'intake.source.upload',
  stow: 'intake.source.stow',
});
export const howName = (source: string | null): string =>
  source === null ? text('intake.source.none') : sourceName(source);

export const quarantineStateName = named({
  quarantined: 'intake.apart.state.quarantined',
  released: 'intake.apart.state.released',
  refused: 'intake.apart.state.refused',
});

export const outcomeName = named({
  stored: 'intake.outcome.stored',
  alreadyThere: 'intake.outcome.alreadyThere',
  quarantined: 'intake.outcome.quarantined',
  refused: 'intake.outcome.refused',
  notDicom: 'intake.outcome.notDicom',
  failed: 'intake.outcome.failed',
  waiting: 'intake.outcome.waiting',
  sending: 'intake.outcome.sending',
  sent: 'intake.outcome.sent',
  cancelled: 'intake.outcome.cancelled',
});

/** "4 taken, 1 in quarantine". */
export const outcomesText = (
  outcomes: readonly { readonly outcome: string; readonly files: number }[]
): string =>
  outcomes
    .map(({ outcome, files }) =>
      text('intake.counted', { shown: countText(files), outcome: outcomeName(outcome) })
    )
    .join(', ');

export const imageProblemName = named({
  missingSlices: 'intake.image.missingSlices',
  unevenSpacing: 'intake.image.unevenSpacing',
  sharedPosition: 'intake.image.sharedPosition',
  mixedOrientation: 'intake.image.mixedOrientation',
  noGeometry: 'intake.image.noGeometry',
  noPixelData: 'intake.image.noPixelData',
  thickSlices: 'intake.image.thickSlices',
  unsupportedModality: 'intake.image.unsupportedModality',
  unsupportedKind: 'intake.image.unsupportedKind',
  noRole: 'intake.image.noRole',
});

export const attributeName = named({
  subject: 'intake.correct.subject',
  timepoint: 'intake.correct.timepoint',
  date: 'intake.correct.date',
  role: 'intake.correct.role',
});

const acts: Words = {
  'study.waits': 'intake.act.study.waits',
  'study.matched': 'intake.act.study.matched',
  'study.matchedByHand': 'intake.act.study.matchedByHand',
  'study.refused': 'intake.act.study.refused',
  'study.takenUpAgain': 'intake.act.study.takenUpAgain',
  'exam.matched': 'intake.act.exam.matched',
  'exam.qcStarted': 'intake.act.exam.qcStarted',
  'exam.qcReopened': 'intake.act.exam.qcReopened',
  'exam.claimed': 'intake.act.exam.claimed',
  'exam.imagesOpened': 'intake.act.exam.imagesOpened',
  'exam.seriesJudged': 'intake.act.exam.seriesJudged',
  'exam.passed': 'intake.act.exam.passed',
  'exam.passedWithDeviation': 'intake.act.exam.passedWithDeviation',
  'exam.queried': 'intake.act.exam.queried',
  'exam.answerTakenUp': 'intake.act.exam.answerTakenUp',
  'exam.refused': 'intake.act.exam.refused',
  'exam.superseded': 'intake.act.exam.superseded',
  'exam.withdrawn': 'intake.act.exam.withdrawn',
  'exam.notResupplied': 'intake.act.exam.notResupplied',
  'exam.quarantined': 'intake.act.exam.quarantined',
  'exam.released': 'intake.act.exam.released',
  'exam.corrected': 'intake.act.exam.corrected',
};

export const actName = (act: string): string => {
  const key = Object.hasOwn(acts, act) ? acts[act] : undefined;
  return key === undefined ? text('intake.act.other', { act }) : text(key);
};

/** When and how a delivery came, and whose it was. */
export const receiptText = (receipt: {
  readonly receivedAt: string;
  readonly source: string;
  readonly by: string | null;
}): string => {
  const said = { at: instantText(receipt.receivedAt), how: howName(receipt.source) };
  return receipt.by === null
    ? text('intake.sheet.receiptAt', said)
    : text('intake.sheet.receiptBy', { ...said, by: receipt.by });
};

/** Subject and timepoint where a study belongs, or what its images say. */
export const subjectOf = ({ place, subject }: Arrival): string | null => place?.subject ?? subject;
export const timepointOf = ({ place, timepoint }: Arrival): string | null =>
  place === null ? timepoint : place.timepoints.join(', ');
export const siteOf = ({ place, site }: Arrival): string | null => place?.site ?? site;

/** Subject and timepoint of the exam that a study belongs to. */
export const placeText = ({ place }: QuarantineGroup): string =>
  place === null
    ? text('intake.apart.noPlace')
    : text('intake.sheet.placed', {
        subject: place.subject,
        timepoint: place.timepoints.join(', '),
      });
