import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { imagesChanged } from '../release/forget-presentation.js';
import type { TrialHandle } from '../trials/roles.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { isToBeReadOn } from '../workflow/late-timepoints.js';
import { examMachine, type ExamState } from '../workflow/machines/exam.js';
import { imagesLeft } from '../workflow/read-impacts.js';
import { lockExam, requireClaim, seriesOfExam, type ExamRow, type SeriesRow } from './exam-rows.js';
import { charterInForce, purposesOf } from './judge-series.js';
import { settleTimepoints } from './settle-timepoints.js';

/** What a person decides of an exam; a query is asked by `askQuery`. */
export const examActs = [
  'pass',
  'passWithDeviation',
  'refuse',
  'withdraw',
  'supersede',
  'reopenQc',
  'quarantine',
  'release',
] as const;
export type ExamAct = (typeof examActs)[number];

export interface Deviation {
  readonly series: string;
  readonly purpose: string;
  readonly text: string;
}

export interface ExamDecision {
  readonly act: ExamAct;
  /** Needed by every act but `pass`. */
  readonly reason: string | null;
  /** Of `passWithDeviation`: one at least. */
  readonly deviations: readonly Deviation[];
}

/** @throws CodedError 409 CL_SERIES_NOT_JUDGED: what is left to be said of which series */
const requireJudged = (series: readonly SeriesRow[]): void => {
  const open = series.filter(
    ({ judged_at, role, usable }) => judged_at === null || (role === null && usable.read !== 'no')
  );
  if (open.length === 0) return;
  throw new CodedError(
    409,
    'CL_SERIES_NOT_JUDGED',
    `${open.length} of ${series.length} series are not judged: each has its role confirmed, or can not be read.`,
    { series: open.map(({ id }) => id) }
  );
};

/** @throws CodedError 422 CL_DEVIATIONS, CL_SERIES_UNKNOWN, CL_PURPOSE_UNKNOWN */
const requireDeviations = (
  { act, deviations }: ExamDecision,
  series: readonly SeriesRow[],
  purposes: readonly string[]
): void => {
  const asked = act === 'passWithDeviation';
  const keys = deviations.map(one => `${one.series} ${one.purpose}`);
  if (asked !== deviations.length > 0 || new Set(keys).size < keys.length) {
    throw new CodedError(
      422,
      'CL_DEVIATIONS',
      asked
        ? 'Passing with deviation needs what deviates: once for each series and purpose.'
        : 'Deviations belong to passing with deviation alone.'
    );
  }
  for (const one of deviations) {
    if (series.every(({ id }) => id !== one.series)) {
      throw new CodedError(422, 'CL_SERIES_UNKNOWN', 'The exam has no such series.', {
        series: one.series,
      });
    }
    if (!purposes.includes(one.purpose)) {
      throw new CodedError(
        422,
        'CL_PURPOSE_UNKNOWN',
        `${one.purpose} is no purpose here: ${purposes.join(', ')} are.`,
        { series: one.series }
      );
    }
  }
};

const passing: readonly ExamAct[] = ['pass', 'passWithDeviation'];
/** Acts by which an exam goes out of its timepoint. */
const leaving: readonly ExamAct[] = ['refuse', 'withdraw', 'supersede', 'quarantine'];

/** Who decided what and why, in words, beside the audit entry that holds none. */
export const recordDecision = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  decision: {
    readonly exam: ExamRow;
    readonly act: string;
    readonly by: string;
    readonly reason: string | null;
    readonly deviations?: readonly Deviation[];
  }
): Promise<void> => {
  const id = deps.newId();
  await trx
    .insertInto('exam_decision')
    .values({
      ...{ id, exam_id: decision.exam.id, act: decision.act, account_id: decision.by },
      ...{ at: deps.now(), reason: decision.reason },
    })
    .execute();
  const deviations = decision.deviations ?? [];
  if (deviations.length === 0) return;
  await trx
    .insertInto('exam_deviation')
    .values(
      deviations.map(({ series, purpose, text }) => ({
        ...{ decision_id: id, series_id: series, purpose, text },
      }))
    )
    .execute();
};

/**
 * Decides about an exam. Passing asks that the person has claimed it and judged every series. What follows for timepoints
 * and for reads that wait is in the same transaction; whoever calls then asks for the release of the subject's courses.
 * @throws CodedError CL_NOT_FOUND, 409 CL_EXAM_NOT_CLAIMED, CL_EXAM_CLAIMED or CL_SERIES_NOT_JUDGED, 422 CL_DEVIATIONS,
 * CL_SERIES_UNKNOWN or CL_PURPOSE_UNKNOWN, those of `applyTransition`
 */
export const decideExam = async (
  deps: ServerDeps,
  trial: TrialHandle,
  examId: string,
  by: AccountIdentity,
  decision: ExamDecision
): Promise<{ id: string; state: ExamState; subjectId: string }> =>
  deps.db.transaction().execute(async trx => {
    const exam = await lockExam(trx, trial.id, examId);
    const { act, reason, deviations } = decision;
    const series = await seriesOfExam(trx, exam.id);
    requireDeviations(decision, series, purposesOf(await charterInForce(trx, trial.id)));
    const [state] = await applyTransition(trx, [changeOf(examMachine, exam.id, exam.state, act)], {
      ...(await byPerson(trx, trial.id, by.id, { reason })),
      ...{ chain: trial.id, at: deps.now(), zone: deps.zone },
      details: {
        exam: exam.id,
        ...(reason === null ? {} : { why: { digest: keyedDigest(deps.auditKey, reason) } }),
        ...(deviations.length === 0
          ? {}
          : {
              deviations: deviations.map(({ text, ...of }) => ({
                ...of,
                text: { digest: keyedDigest(deps.auditKey, text) },
              })),
            }),
      },
    });
    if (passing.includes(act)) {
      requireClaim(exam, by.id);
      requireJudged(series);
    }
    await recordDecision(trx, deps, { exam, act, by: by.id, reason, deviations });
    await trx
      .updateTable('exam')
      .set({ claimed_by: null, claimed_at: null })
      .where('id', '=', exam.id)
      .execute();
    const left = leaving.includes(act);
    if (left) {
      const { id: examId, subject_id: subjectId } = exam;
      await imagesLeft(trx, deps, { trialId: trial.id, examId, subjectId });
    }
    await settleTimepoints(trx, deps, { id: exam.id, trialId: trial.id, left });
    await imagesChanged(trx, exam.subject_id);
    return { id: exam.id, state: state as ExamState, subjectId: exam.subject_id };
  });

/** The courses of a subject that are still read, or read on: an exam that passed may let their next read be released. */
export const openCoursesOf = async (db: ServerDeps['db'], subjectId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('course')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where(isToBeReadOn)
    .orderBy('slot')
    .execute();
  return rows.map(({ id }) => id);
};
