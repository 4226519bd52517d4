/** What kind of thing an act is: what a life can be narrowed to. */
export const actKinds = [
  ...['arrival', 'qc', 'release', 'assignment', 'opening', 'change', 'refusal', 'problem'],
  ...['signature', 'adjudication', 'unlock', 'impact', 'supersession', 'result', 'export'],
  ...['fact', 'charter', 'people', 'session', 'record', 'course'],
] as const;
export type ActKind = (typeof actKinds)[number];

const ofKinds: Readonly<Record<ActKind, readonly string[]>> = {
  arrival: [
    ...['delivery.received', 'intake.scanned', 'study.matched', 'study.matchedByHand'],
    ...['study.refused', 'study.takenUpAgain', 'study.waits', 'image.quarantined'],
    ...['image.refused', 'image.released', 'exam.matched', 'exam.corrected', 'exam.withdrawn'],
    ...['exam.superseded', 'timepoint.added', 'timepoint.dated', 'timepoint.completed'],
    ...['timepoint.incomplete', 'timepoint.missed', 'timepoint.notReadable'],
    ...['timepoint.expectedAgain', 'timepoint.allLost', 'timepoint.partLost', 'subject.placed'],
    ...['imaging.ended', 'imaging.endWithdrawn', 'identity.destructionAsked'],
    ...['identity.destructionRefused', 'identity.destructionWithdrawn', 'identity.destroyed'],
  ],
  qc: [
    ...['exam.qcStarted', 'exam.qcReopened', 'exam.claimed', 'exam.seriesJudged', 'exam.passed'],
    ...['exam.passedWithDeviation', 'exam.quarantined', 'exam.queried', 'exam.refused'],
    ...['exam.released', 'exam.answerTakenUp', 'exam.notResupplied', 'exam.imagesOpened'],
    ...['query.asked', 'query.answered', 'query.closed', 'query.cancelled', 'query.reopened'],
    ...['read.returnedToQc', 'read.leftQc'],
  ],
  release: [
    ...['read.released', 'adjudication.released', 'globalRead.released', 'globalRead.asked'],
    ...['consensus.released', 'consensus.called', 'batch.released', 'dataCut.declared'],
  ],
  assignment: [...['read.assigned', 'read.unassigned', 'adjudication.assigned', 'reader.replaced']],
  opening: [
    ...['read.opened', 'adjudication.opened', 'globalRead.opened', 'consensus.opened'],
    'read.replayed',
  ],
  change: [
    ...['draft.saved', 'adjudication.saved', 'globalRead.reconsidered', 'globalRead.takenUpAgain'],
    'read.charterChanged',
  ],
  refusal: [
    'text.refused',
    'signature.refused',
    'login.refused',
    'session.renewal-refused',
    'secondFactor.refused',
  ],
  problem: ['problem.raised', 'problem.answered'],
  signature: ['read.signed', 'globalRead.signed', 'adjudication.thirdReadSigned'],
  adjudication: [
    ...['adjudication.triggered', 'adjudication.signed', 'adjudication.readAnew'],
    ...['consensus.proposed', 'consensus.voted', 'consensus.agreed', 'consensus.sentBack'],
    ...['course.discordant', 'course.inAdjudication', 'course.decided', 'course.consensus'],
    'course.agreed',
  ],
  unlock: [
    ...['unlock.asked', 'unlock.approved', 'unlock.refused', 'read.unlocked'],
    ...['adjudication.unlocked', 'read.versionOpened'],
  ],
  impact: [
    ...['read.impactMarked', 'read.impactDecided', 'adjudication.impactMarked'],
    'adjudication.impactDecided',
  ],
  supersession: [
    ...['read.superseded', 'read.voided', 'adjudication.superseded', 'adjudication.voided'],
    ...['globalRead.superseded', 'globalRead.voided', 'consensus.superseded', 'consensus.voided'],
    ...['final.superseded', 'course.finalReopened'],
  ],
  result: [
    ...['course.final', 'result.acknowledged', 'siteAssessment.entered'],
    'siteAssessment.withdrawn',
  ],
  export: [
    ...['read.reported', 'trial.exported', 'audit.exported', 'trial.copied', 'trial.copy.made'],
    ...['trial.copy.failed', 'trial.copy.broken', 'backup.begun', 'backup.made'],
    ...['backup.failed', 'backup.broken', 'access.exported'],
  ],
  fact: ['fact.recorded', 'fact.withdrawn', 'facts.imported'],
  charter: [
    ...['charter.written', 'charter.sentForApproval', 'charter.recalled', 'charter.rejected'],
    ...['charter.approved', 'charter.deployed', 'trial.created'],
  ],
  people: [
    ...['role.granted', 'role.ended', 'qualification.recorded', 'qualification.withdrawn'],
    ...['absence.recorded', 'absence.cancelled', 'conflict.recorded', 'conflict.ended'],
    ...['account.created', 'account.deactivated', 'account.reactivated', 'account.passwordReset'],
    ...['account.passwordChanged', 'account.administratorGiven', 'account.administratorTaken'],
    ...['token.given', 'token.revoked', 'account.bound', 'account.linked', 'account.resetAsked'],
    ...['account.resetRefused', 'account.resetWithdrawn', 'secondFactor.keyShown'],
    ...['secondFactor.begun', 'secondFactor.replaced', 'secondFactor.ended'],
    ...['secondFactor.recoveryCodesMade', 'access.reviewed'],
  ],
  session: ['login', 'logout', 'hat.changed', 'session.renewed', 'login.fresh'],
  record: [
    ...['audit.verified', 'review.planned', 'review.signed', 'review.withdrawn'],
    ...['review.itemJudged', 'review.itemUndone', 'review.noted', 'review.findingAnswered'],
    ...['review.findingClosed', 'review.findingReopened', 'backup.restored', 'trial.imported'],
    ...['configuration.changed', 'key.taken', 'key.replaced'],
  ],
  course: ['course.closed', 'course.reopened', 'course.readOn'],
};

const kinds: ReadonlyMap<string, ActKind> = new Map(
  actKinds.flatMap(kind => ofKinds[kind].map(act => [act, kind] as const))
);

/** Every act that is recorded. */
export const auditActs: readonly string[] = [...kinds.keys()];

/** Kind of an act; null of one that this build does not know. */
export const kindOfAct = (act: string): ActKind | null => kinds.get(act) ?? null;

export const actsOfKind = (kind: ActKind): readonly string[] => ofKinds[kind];
