import { text, type TextKey } from '@corelab/ui';

type Words = Readonly<Record<string, TextKey>>;

/** A word of the server in the person's language; one that this build does not know stands as it is. */
const named =
  (words: Words) =>
  (word: string): string => {
    const key = Object.hasOwn(words, word) ? words[word] : undefined;
    return key === undefined ? word : text(key);
  };

const visitKinds: Words = {
  screening: 'progress.kind.screening',
  unscheduled: 'progress.kind.unscheduled',
  'end-of-treatment': 'progress.kind.end-of-treatment',
  historical: 'progress.kind.historical',
};

/** What a visit is that is neither the baseline nor a planned one after it; null for these. */
export const visitKindName = (kind: string): string | null => {
  const key = Object.hasOwn(visitKinds, kind) ? visitKinds[kind] : undefined;
  return key === undefined ? null : text(key);
};

export const courseName = named({
  open: 'progress.course.open',
  closed: 'progress.course.closed',
  agreed: 'progress.course.agreed',
  discordant: 'progress.course.discordant',
  inAdjudication: 'progress.course.inAdjudication',
  final: 'progress.course.final',
});

export const readStateName = named({
  waiting: 'progress.read.waiting',
  ready: 'progress.read.ready',
  assigned: 'progress.read.assigned',
  draft: 'progress.read.draft',
  onHold: 'progress.read.onHold',
  returnedToQc: 'progress.read.returnedToQc',
  signed: 'progress.read.signed',
  impactPending: 'progress.read.impactPending',
});

export const timepointStateName = named({
  expected: 'progress.timepoint.expected',
  incomplete: 'progress.timepoint.incomplete',
  complete: 'progress.timepoint.complete',
  missed: 'progress.timepoint.missed',
  notReadable: 'progress.timepoint.notReadable',
});

export const subjectStatusName = named({
  enrolled: 'progress.status.enrolled',
  withdrawn: 'progress.status.withdrawn',
});

export const problemKindName = named({
  missingSeries: 'problem.kind.missingSeries',
  wrongSubject: 'problem.kind.wrongSubject',
  identifyingInformation: 'problem.kind.identifyingInformation',
  criticalFinding: 'problem.kind.criticalFinding',
  correction: 'problem.kind.correction',
});

export const qualificationName = named({
  cv: 'progress.missing.cv',
  licence: 'progress.missing.licence',
  gcp: 'progress.missing.gcp',
  system: 'progress.missing.system',
  charterTraining: 'progress.missing.charterTraining',
  readerTest: 'progress.missing.readerTest',
  conflictStatement: 'progress.missing.conflictStatement',
});

export const decisionName = named({
  resume: 'progress.decision.resume',
  hold: 'progress.decision.hold',
  exclude: 'progress.decision.exclude',
});
