import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { adjudicateAgain } from './adjudicate.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { makeFinal } from './finals.js';
import { courseMachine } from './machines/course.js';
import { signedReadsOf, type SignedReadOf } from './signed-reads.js';
import { subjectScope, type SubjectReading } from './subject-reading.js';
import { standByRead } from './third-read.js';

const withReads = (reading: SubjectReading, more: readonly SignedReadOf[]): SubjectReading => ({
  ...reading,
  reads: [...reading.reads, ...more],
});

/** Makes final what a signed adjudication decided; one that is not signed goes on. Returns one to be released, or null. */
export const endAdjudication = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reading: SubjectReading
): Promise<string | null> => {
  const current = await trx
    .selectFrom('adjudication')
    .leftJoin('adjudication_signature as signature', 'signature.adjudication_id', 'adjudication.id')
    .select([
      'adjudication.id',
      'adjudication.state',
      'adjudication.course_id',
      'adjudication.comparison',
      'signature.decision',
    ])
    .where('track_id', '=', reading.trackId)
    .where('subject_id', '=', reading.subjectId)
    .where('scope', '=', subjectScope)
    .where('adjudication.state', 'not in', ['superseded', 'void'])
    .executeTakeFirst();
  if (current === undefined) {
    throw new Error(`subject ${reading.subjectId} is in adjudication without one`);
  }
  const { id, state, course_id: own } = current;
  if (state === 'waiting') return adjudicateAgain(trx, deps, reading, id);
  const { timepoints } = current.comparison;
  const decision =
    state === 'reading'
      ? await standByRead(trx, deps, reading.trialId, { id, courseId: own, timepoints })
      : state === 'signed'
        ? current.decision
        : null;
  if (decision === null) return null;
  const act = { ...bySystem(), chain: reading.trialId, at: deps.now(), zone: deps.zone };
  const details = { course: own, adjudication: id };
  await applyTransition(trx, [changeOf(courseMachine, own, 'open', 'close')], { ...act, details });
  await applyTransition(trx, [changeOf(courseMachine, own, 'closed', 'decide')], {
    ...act,
    details,
  });
  const anew = decision.choice.kind === 'thirdRead' ? await signedReadsOf(trx, [own]) : [];
  await makeFinal(trx, deps, withReads(reading, anew), {
    ...{ act: 'makeFinal', from: 'inAdjudication', adjudication: { id, decision } },
  });
  return null;
};
