import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { IntakeDeps } from './intake-deps.js';
import { assignBaseline } from './record-exam.js';
import { subjectOf } from './subject-place.js';
import type { TrialOfIntake } from './trial-rules.js';
import { placeFor, type SaidOfVisit } from './unscheduled-visit.js';

type Db = Transaction<Database>;

/** Timepoints that an exam is of, in the order of the schedule. */
export const timepointsOf = async (
  trx: Db,
  examId: string
): Promise<{ id: string; code: string; plan: string | null }[]> =>
  trx
    .selectFrom('timepoint_exam')
    .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
    .select(['timepoint.id', 'timepoint.code', 'timepoint.plan'])
    .where('timepoint_exam.exam_id', '=', examId)
    .orderBy('timepoint.ordinal')
    .execute();

/** Makes an exam one of these timepoints of a subject alone; returns them. */
const place = async (
  trx: Db,
  deps: IntakeDeps,
  examId: string,
  subjectId: string,
  codes: readonly string[]
): Promise<string[]> => {
  await trx.deleteFrom('timepoint_exam').where('exam_id', '=', examId).execute();
  const timepoints = await trx
    .selectFrom('timepoint')
    .select(['id', 'kind'])
    .where('subject_id', '=', subjectId)
    .where('code', 'in', codes)
    .execute();
  if (timepoints.length < codes.length) {
    throw new CodedError(
      422,
      'CL_TIMEPOINT_UNKNOWN',
      `The subject has no timepoint ${codes.join(', ')}.`
    );
  }
  await trx
    .insertInto('timepoint_exam')
    .values(timepoints.map(({ id }) => ({ timepoint_id: id, exam_id: examId })))
    .execute();
  for (const { id, kind } of timepoints) {
    if (kind === 'baseline') await assignBaseline(trx, deps, subjectId, id);
  }
  return timepoints.map(({ id }) => id);
};

/** Moves an exam to the same timepoints of another subject; returns those it now is of beside those it was of. */
export const moveToSubject = async (
  trx: Db,
  deps: IntakeDeps,
  trial: TrialOfIntake,
  examId: string,
  identifier: string,
  said: SaidOfVisit
): Promise<string[]> => {
  const known = await trx
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', trial.id)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  if (known === undefined) {
    throw new CodedError(422, 'CL_SUBJECT_UNKNOWN', `The trial has no subject ${identifier}.`);
  }
  const { rules } = trial;
  const subjectId = await subjectOf(trx, { ...deps, trialId: trial.id, rules }, identifier);
  const before = await timepointsOf(trx, examId);
  const { acquisition_date: date } = await trx
    .updateTable('exam')
    .set({ subject_id: subjectId })
    .where('id', '=', examId)
    .returning('acquisition_date')
    .executeTakeFirstOrThrow();
  const codes: string[] = [];
  for (const { code, plan } of before) {
    // The other subject has visits of its own.
    const own = { subjectId, code: plan ?? code, date };
    codes.push(await placeFor(trx, deps, trial, own, said));
  }
  const after = await place(trx, deps, examId, subjectId, codes);
  return [...before.map(({ id }) => id), ...after];
};

/**
 * Moves an exam to another timepoint of its subject, or to a new unscheduled visit of its day; returns the one it now is of
 * beside those it was of.
 * @throws CodedError 422 CL_TIMEPOINT_UNKNOWN; those of `addVisit`
 */
export const moveToTimepoint = async (
  trx: Db,
  deps: IntakeDeps,
  trial: TrialOfIntake,
  examId: string,
  code: string,
  said: SaidOfVisit
): Promise<string[]> => {
  const {
    id: subjectId,
    identifier,
    acquisition_date: date,
  } = await trx
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select(['subject.id', 'subject.identifier', 'exam.acquisition_date'])
    .where('exam.id', '=', examId)
    .executeTakeFirstOrThrow();
  const { rules } = trial;
  await subjectOf(trx, { ...deps, trialId: trial.id, rules }, identifier);
  const before = await timepointsOf(trx, examId);
  const to = await placeFor(trx, deps, trial, { subjectId, code, date }, said);
  const after = await place(trx, deps, examId, subjectId, [to]);
  return [...before.map(({ id }) => id), ...after];
};
