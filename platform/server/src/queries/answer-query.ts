import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { recordDecision } from '../qc/decide-exam.js';
import { lockExam } from '../qc/exam-rows.js';
import { settleTimepoints } from '../qc/settle-timepoints.js';
import { imagesChanged } from '../release/forget-presentation.js';
import type { TrialHandle } from '../trials/roles.js';
import { applyTransition, byPerson, bySystem, changeOf } from '../workflow/apply-transition.js';
import { examMachine } from '../workflow/machines/exam.js';
import { queryMachine, type QueryState } from '../workflow/machines/query.js';
import { imagesLeft } from '../workflow/read-impacts.js';
import { isFullDate } from '../trials/calendar-day.js';
import { lockQuery, openQueriesOf } from './query-rows.js';

export const queryActs = ['answer', 'close', 'cancel', 'reopen'] as const;
export type QueryAct = (typeof queryActs)[number];

export interface Said {
  readonly act: QueryAct;
  /** Needed by every act but `close`. */
  readonly text: string | null;
  /** Of a query that is asked again: the new day by which the site answers. */
  readonly dueDate: string | null;
}

interface Spoken {
  readonly id: string;
  readonly state: QueryState;
  readonly subjectId: string;
  readonly examId: string | null;
}

/** Does one act of a query's thread inside the caller's transaction. */
const speak = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  trial: TrialHandle,
  queryId: string,
  by: AccountIdentity,
  { act, text, dueDate }: Said
): Promise<Spoken> => {
  const query = await lockQuery(trx, trial.id, queryId, by.id);
  const at = deps.now();
  const attempt = await byPerson(trx, trial.id, by.id, { reason: text });
  const roles = attempt.roles.filter(role => role !== 'siteCoordinator' || query.coordinator);
  const [state] = await applyTransition(trx, [changeOf(queryMachine, query.id, query.state, act)], {
    ...{ ...attempt, roles, chain: trial.id, at, zone: deps.zone },
    details: {
      ...{ query: query.id, subject: query.subject_id, exam: query.exam_id },
      ...(text === null ? {} : { text: { digest: keyedDigest(deps.auditKey, text) } }),
      ...(dueDate === null ? {} : { dueDate }),
    },
  });
  await trx
    .insertInto('query_message')
    .values({
      ...{ id: deps.newId(), query_id: query.id, act, text: text ?? '' },
      ...{ written_by: by.id, written_at: at },
    })
    .execute();
  return {
    ...{ id: query.id, state: state as QueryState },
    ...{ subjectId: query.subject_id, examId: query.exam_id },
  };
};

/** An exam that waited for answers goes back to QC when none is left to wait for. */
const takeUp = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  trial: TrialHandle,
  examId: string | null
): Promise<void> => {
  if (examId === null) return;
  const exam = await lockExam(trx, trial.id, examId);
  if (exam.state !== 'queried') return;
  if ((await openQueriesOf(trx, exam.id, ['open', 'reopened'])).length > 0) return;
  await applyTransition(trx, [changeOf(examMachine, exam.id, exam.state, 'takeUpAnswer')], {
    ...{ ...bySystem(), chain: trial.id, at: deps.now(), zone: deps.zone },
    details: { exam: exam.id },
  });
};

/**
 * Says something in a query's thread: its site answers; QC or the data manager closes, cancels or reopens it.
 * @throws CodedError CL_NOT_FOUND alike for unknown queries and those of other sites, 422 CL_DUE_DATE, those of
 * `applyTransition`
 */
export const sayToQuery = async (
  deps: ServerDeps,
  trial: TrialHandle,
  queryId: string,
  by: AccountIdentity,
  said: Said
): Promise<{ id: string; state: QueryState }> => {
  const { dueDate } = said;
  if (said.act === 'reopen' ? dueDate === null || !isFullDate(dueDate) : dueDate !== null) {
    throw new CodedError(
      422,
      'CL_DUE_DATE',
      'Asking again needs the day by which the site answers (YYYY-MM-DD), and nothing else does.'
    );
  }
  return deps.db.transaction().execute(async trx => {
    const takesUp = said.act === 'answer' || said.act === 'cancel';
    const seen = await lockQuery(trx, trial.id, queryId, by.id);
    // Before the entry of what is said: whoever has the exam may wait to write one.
    if (takesUp && seen.exam_id !== null) await lockExam(trx, trial.id, seen.exam_id);
    const { id, state, examId } = await speak(deps, trx, trial, queryId, by, said);
    if (dueDate !== null) {
      await trx.updateTable('query').set({ due_date: dueDate }).where('id', '=', id).execute();
    }
    if (takesUp) await takeUp(deps, trx, trial, examId);
    return { id, state };
  });
};

/**
 * The site will not send it again: the query ends, and its exam with it.
 * @throws CodedError CL_NOT_FOUND, 409 CL_QUERY_WITHOUT_EXAM, those of `applyTransition`
 */
export const giveUpQuery = async (
  deps: ServerDeps,
  trial: TrialHandle,
  queryId: string,
  by: AccountIdentity,
  reason: string
): Promise<{ id: string; state: QueryState; subjectId: string }> =>
  deps.db.transaction().execute(async trx => {
    const seen = await lockQuery(trx, trial.id, queryId, by.id);
    const act = seen.state === 'answered' ? 'close' : 'cancel';
    if (seen.exam_id === null) {
      throw new CodedError(409, 'CL_QUERY_WITHOUT_EXAM', 'The query is about no exam.');
    }
    const exam = await lockExam(trx, trial.id, seen.exam_id);
    const done = await speak(deps, trx, trial, queryId, by, { act, text: reason, dueDate: null });
    await applyTransition(trx, [changeOf(examMachine, exam.id, exam.state, 'giveUp')], {
      ...(await byPerson(trx, trial.id, by.id, { reason })),
      ...{ chain: trial.id, at: deps.now(), zone: deps.zone },
      details: { exam: exam.id, why: { digest: keyedDigest(deps.auditKey, reason) } },
    });
    await recordDecision(trx, deps, { exam, act: 'giveUp', by: by.id, reason });
    await imagesLeft(trx, deps, {
      ...{ trialId: trial.id, examId: exam.id, subjectId: exam.subject_id },
    });
    await settleTimepoints(trx, deps, { id: exam.id, trialId: trial.id, left: true });
    await imagesChanged(trx, exam.subject_id);
    return { id: done.id, state: done.state, subjectId: exam.subject_id };
  });
