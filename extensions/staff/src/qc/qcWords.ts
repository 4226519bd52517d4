import { text, type TextKey } from '@corelab/ui';
import type {
  ExamState,
  Impact,
  ImpactDecision,
  QueryState,
  Usability,
  WaitingReason,
} from './qcData.js';

export const examStateName = (state: ExamState): string => text(`qc.examState.${state}`);

export const queryStateName = (state: QueryState): string => text(`qc.queryState.${state}`);

export const usabilityName = (word: Usability): string => text(`qc.usable.${word}`);

export const causeText = (cause: Impact['cause']): string => text(`qc.cause.${cause}`);

export const decisionName = (decision: ImpactDecision): string => text(`qc.impact.${decision}`);

/** The general purpose has a word; criteria and instruments go by their ids. */
export const purposeName = (purpose: string): string =>
  purpose === 'read' ? text('qc.series.purpose.read') : purpose;

/** Why an exam waits, in a sentence. */
export const reasonText = (
  reason: WaitingReason,
  { withProblem, withoutRole }: { readonly withProblem: number; readonly withoutRole: number }
): string => {
  if (reason === 'seriesWithProblem')
    return text('qc.why.seriesWithProblem', { count: withProblem });
  if (reason === 'seriesWithoutRole')
    return text('qc.why.seriesWithoutRole', { count: withoutRole });
  return text(`qc.why.${reason}`);
};

/** A word of the server in the person's language; one that this build does not know stands as it is. */
const named =
  (words: Readonly<Record<string, TextKey>>) =>
  (word: string): string => {
    const key = Object.hasOwn(words, word) ? words[word] : undefined;
    return key === undefined ? word : text(key);
  };

export const examActName = named({
  pass: 'qc.act.pass',
  passWithDeviation: 'qc.act.passWithDeviation',
  refuse: 'qc.act.refuse',
  withdraw: 'qc.act.withdraw',
  supersede: 'qc.act.supersede',
  reopenQc: 'qc.act.reopenQc',
  quarantine: 'qc.act.quarantine',
  release: 'qc.act.release',
  giveUp: 'qc.act.giveUp',
});

export const regionName = named({
  head: 'region.head',
  neck: 'region.neck',
  chest: 'region.chest',
  abdomen: 'region.abdomen',
  pelvis: 'region.pelvis',
  extremities: 'region.extremities',
  bones: 'region.bones',
});

export const saidName = named({
  ask: 'qc.said.ask',
  answer: 'qc.said.answer',
  close: 'qc.said.close',
  cancel: 'qc.said.cancel',
  reopen: 'qc.said.reopen',
});
