import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { TrialHandle } from '../trials/roles.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { examMachine, type ExamState } from '../workflow/machines/exam.js';
import { lockExam } from './exam-rows.js';

/**
 * Takes the check of an exam: nobody else judges or passes it meanwhile. What another person has claimed is taken over
 * with a reason alone.
 * @throws CodedError CL_NOT_FOUND, 409 CL_EXAM_CLAIMED, those of `applyTransition`
 */
export const claimExam = async (
  deps: ServerDeps,
  trial: TrialHandle,
  examId: string,
  by: AccountIdentity,
  takeOver: string | null
): Promise<{ id: string; state: ExamState }> =>
  deps.db.transaction().execute(async trx => {
    const exam = await lockExam(trx, trial.id, examId);
    const at = deps.now();
    if (exam.claimed_by === by.id && exam.state === 'inQc') return { id: exam.id, state: 'inQc' };
    if (exam.claimed_by !== null && takeOver === null) {
      throw new CodedError(
        409,
        'CL_EXAM_CLAIMED',
        'Somebody else looks at this exam: take it over with a reason.'
      );
    }
    await applyTransition(
      trx,
      [changeOf(examMachine, exam.id, exam.state, exam.state === 'matched' ? 'startQc' : 'claim')],
      {
        ...(await byPerson(trx, trial.id, by.id, { reason: takeOver })),
        ...{ chain: trial.id, at, zone: deps.zone },
        details: {
          exam: exam.id,
          ...(exam.claimed_by === null ? {} : { from: exam.claimed_by }),
          ...(takeOver === null ? {} : { why: { digest: keyedDigest(deps.auditKey, takeOver) } }),
        },
      }
    );
    await trx
      .updateTable('exam')
      .set({ claimed_by: by.id, claimed_at: at })
      .where('id', '=', exam.id)
      .execute();
    return { id: exam.id, state: 'inQc' };
  });
