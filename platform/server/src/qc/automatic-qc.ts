import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { imagesChanged } from '../release/forget-presentation.js';
import { applyTransition, bySystem, changeOf } from '../workflow/apply-transition.js';
import { imagesArrived } from '../workflow/read-impacts.js';
import { examMachine, type ExamState } from '../workflow/machines/exam.js';
import { allows } from '../workflow/machines/transition.js';
import type { QcDeps } from './qc-deps.js';

const systemAct = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  exam: { readonly id: string; readonly trialId: string; readonly state: ExamState },
  act: 'reopenQc' | 'takeUpAnswer' | 'startQc' | 'pass',
  reason: string | null
): Promise<void> => {
  await applyTransition(trx, [changeOf(examMachine, exam.id, exam.state, act)], {
    ...bySystem(reason),
    ...{ chain: exam.trialId, at: deps.now(), zone: deps.zone },
    details: { exam: exam.id, ...(reason === null ? {} : { cause: reason }) },
  });
};

/** Every series has a role and none an image problem: nothing is left for a person to look at. */
const isFaultless = async (trx: Transaction<Database>, examId: string): Promise<boolean> => {
  const series = await trx
    .selectFrom('series')
    .select(['role', 'problems'])
    .where('exam_id', '=', examId)
    .execute();
  return (
    series.length > 0 &&
    series.every(({ role, problems }) => role !== null && problems.length === 0)
  );
};

const stateOf = async (trx: Transaction<Database>, examId: string): Promise<ExamState> =>
  (await trx.selectFrom('exam').select('state').where('id', '=', examId).executeTakeFirstOrThrow())
    .state;

/**
 * What becomes of an exam of which images have just arrived, inside the transaction that records them. One that was
 * through QC goes back there; nobody's claim or judgement of its series stands, since they were of other images. Where the charter says
 * `automatic`, a rule then begins to check it and lets it pass where nothing is wrong with it. An exam that waits for
 * the site's answer goes on with that.
 */
export const qcOnArrival = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  arrived: {
    readonly trialId: string;
    readonly subjectId: string;
    readonly examId: string;
    readonly qc: 'person' | 'automatic';
  }
): Promise<void> => {
  const { trialId, examId: id } = arrived;
  await imagesChanged(trx, arrived.subjectId);
  await imagesArrived(trx, deps, { trialId, examId: id });
  await trx
    .updateTable('series')
    .set({ judged_by: null, judged_at: null })
    .where('exam_id', '=', id)
    .execute();
  await trx
    .updateTable('exam')
    .set({ claimed_by: null, claimed_at: null })
    .where('id', '=', id)
    .execute();
  const came = { id, trialId, state: await stateOf(trx, id) };
  if (allows(examMachine, came.state, 'reopenQc')) {
    await systemAct(trx, deps, came, 'reopenQc', 'images arrived');
  }
  if (came.state === 'queried') await systemAct(trx, deps, came, 'takeUpAnswer', null);
  if (arrived.qc === 'person') return;
  const now = { id, trialId, state: await stateOf(trx, id) };
  if (now.state === 'matched') await systemAct(trx, deps, now, 'startQc', null);
  const checked = { id, trialId, state: await stateOf(trx, id) };
  if (came.state === 'queried' || checked.state !== 'inQc') return;
  if (await isFaultless(trx, id)) await systemAct(trx, deps, checked, 'pass', null);
};
