import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { makeFinal } from './finals.js';
import { courseMachine } from './machines/course.js';
import { signedReadsOf, type SignedReadOf } from './signed-reads.js';
import type { SubjectReading } from './subject-reading.js';
import type { Adjudications } from './tend-adjudications.js';

const withReads = (reading: SubjectReading, more: readonly SignedReadOf[]): SubjectReading => ({
  ...reading,
  reads: [...reading.reads, ...more],
});

/** Makes final what a subject's adjudications decided, once every one is decided. */
export const endAdjudication = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  { courseId: own, decided, undecided }: Adjudications
): Promise<void> => {
  if (undecided.length > 0) return;
  if (own === null) throw new Error(`subject ${reading.subjectId} is in adjudication without one`);
  const act = { ...bySystem(), chain: reading.trialId, at: deps.now(), zone: deps.zone };
  const details = { course: own, adjudications: decided.map(({ id }) => id) };
  await applyTransition(trx, [changeOf(courseMachine, own, 'open', 'close')], { ...act, details });
  await applyTransition(trx, [changeOf(courseMachine, own, 'closed', 'decide')], {
    ...act,
    details,
  });
  const isReadAnew = decided.some(({ decision }) => decision.choice.kind === 'thirdRead');
  const anew = isReadAnew ? await signedReadsOf(trx, [own]) : [];
  await makeFinal(trx, deps, withReads(reading, anew), {
    ...{ act: 'makeFinal', from: 'inAdjudication', decided },
  });
};
