import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { makeFinal, standingNow } from './finals.js';
import { courseMachine } from './machines/course.js';
import { signedReadsOf, type SignedReadOf } from './signed-reads.js';
import type { SubjectReading } from './subject-reading.js';
import type { Adjudications, Decided } from './tend-adjudications.js';

const withReads = (reading: SubjectReading, more: readonly SignedReadOf[]): SubjectReading => ({
  ...reading,
  reads: [...reading.reads, ...more],
});

/**
 * Makes final what a subject's adjudications decided, once every one is decided. An adjudicator who read anew, and whom the
 * charter keeps, has first to read what came later; `asking` is the course whose turn it is.
 */
export const endAdjudication = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading,
  { courseId: own, decided, undecided }: Adjudications,
  asking: string
): Promise<void> => {
  if (undecided.length > 0) return;
  if (own === null) throw new Error(`subject ${reading.subjectId} is in adjudication without one`);
  const isReadAnew = decided.some(({ decision }) => decision.choice.kind === 'thirdRead');
  const anew = isReadAnew ? await signedReadsOf(trx, [own]) : [];
  const whole = withReads(reading, anew);
  if ((await standingNow(trx, whole, decided)).state === 'waiting') {
    // Its own turn has looked for what to read next already.
    if (asking !== own) await deps.jobs.send(own, trx);
    return;
  }
  await endCourse(trx, deps, reading.trialId, { own, decided });
  await makeFinal(trx, deps, whole, { act: 'makeFinal', from: 'inAdjudication', decided });
};

/** Ends the adjudicator's course; one in which nothing more was to be done has ended before. */
const endCourse = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  trialId: string,
  { own, decided }: { readonly own: string; readonly decided: readonly Decided[] }
): Promise<void> => {
  const { state } = await trx
    .selectFrom('course')
    .select('state')
    .where('id', '=', own)
    .executeTakeFirstOrThrow();
  if (state === 'final') return;
  const act = {
    ...{ ...bySystem(), chain: trialId, at: deps.now(), zone: deps.zone },
    details: { course: own, adjudications: decided.map(({ id }) => id) },
  };
  await applyTransition(trx, [changeOf(courseMachine, own, 'open', 'close')], act);
  await applyTransition(trx, [changeOf(courseMachine, own, 'closed', 'decide')], act);
};
