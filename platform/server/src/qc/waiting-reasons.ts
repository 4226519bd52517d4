import type { ExamState } from '../workflow/machines/exam.js';

/** Why an exam waits, what most needs somebody first. */
export const waitingReasons = [
  /** Its images are kept apart as they came; a data manager settles that. */
  'quarantined',
  /** The site has to answer. */
  'siteAsked',
  'siteAnswered',
  /** Somebody had it looked at again. */
  'openedAgain',
  /** Images came after a person had decided about it. */
  'imagesAfterDecision',
  'seriesWithProblem',
  'seriesWithoutRole',
  /** The charter has a person look at every exam. */
  'everyExam',
  /** Nothing of the above: nobody, and no rule, has looked at it yet. */
  'notChecked',
] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** What the reasons follow from. */
export interface WaitingFacts {
  readonly state: ExamState;
  /** The charter's rule; null while no version is in force. */
  readonly qc: 'person' | 'automatic' | null;
  readonly withoutRole: number;
  readonly withProblem: number;
  /** Queries that the site has answered and nobody has settled. */
  readonly answeredQueries: number;
  /** The last act of a person on it. */
  readonly lastDecision: string | null;
}

const decided: readonly string[] = ['pass', 'passWithDeviation', 'refuse'];

/** Why an exam waits; nothing for one that does not. */
export const reasonsToWait = (exam: WaitingFacts): WaitingReason[] => {
  if (exam.state === 'quarantined') return ['quarantined'];
  if (exam.state === 'queried') return ['siteAsked'];
  if (exam.state !== 'matched' && exam.state !== 'inQc') return [];
  const { lastDecision } = exam;
  const found: readonly (readonly [boolean, WaitingReason])[] = [
    [exam.answeredQueries > 0, 'siteAnswered'],
    [lastDecision === 'reopenQc' || lastDecision === 'release', 'openedAgain'],
    [lastDecision !== null && decided.includes(lastDecision), 'imagesAfterDecision'],
    [exam.withProblem > 0, 'seriesWithProblem'],
    [exam.withoutRole > 0, 'seriesWithoutRole'],
    [exam.qc === 'person', 'everyExam'],
  ];
  const reasons = found.flatMap(([holds, reason]) => (holds ? [reason] : []));
  return reasons.length === 0 ? ['notChecked'] : reasons;
};
