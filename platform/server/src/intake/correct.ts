import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { followChangedImages } from '../workflow/affected-reads.js';
import type { IntakeDeps } from './intake-deps.js';
import { daysBetween } from './visit-window.js';
import { subjectOf } from './subject-place.js';
import { followImages } from './timepoint-images.js';
import { trialOfIntake, type TrialOfIntake } from './trial-rules.js';

/** What can be corrected of an exam, and of a series. */
export const examAttributes = ['subject', 'date'] as const;
export const seriesAttributes = ['role'] as const;
export type CorrectedAttribute =
  (typeof examAttributes)[number] | (typeof seriesAttributes)[number];

export interface CorrectionAsked {
  readonly trialId: string;
  readonly accountId: string;
  readonly exam: string;
  /** Null: the exam itself. */
  readonly series: string | null;
  readonly attribute: CorrectedAttribute;
  readonly value: string;
  readonly authority: string;
  readonly reason: string;
}

type Db = Transaction<Database>;

/** What can not stand in an attribute, said to the person. */
const refuse = (code: string, message: string): CodedError => new CodedError(422, code, message);

const checkValue = (trial: TrialOfIntake, { attribute, value }: CorrectionAsked): void => {
  const { rules } = trial;
  if (attribute === 'subject' && !rules.isSubject(value)) {
    throw refuse('CL_SUBJECT_PATTERN', `${value} is not written as the charter writes subjects.`);
  }
  if (attribute === 'date' && daysBetween(value, value) === null) {
    throw refuse('CL_CORRECTION_VALUE', `${value} is no date (YYYY-MM-DD).`);
  }
  if (attribute === 'role' && !rules.roles.some(({ role }) => role === value)) {
    const roles = rules.roles.map(({ role }) => role).join(', ');
    throw refuse('CL_CORRECTION_VALUE', `The charter has no role ${value} (it has ${roles}).`);
  }
};

interface Corrected {
  readonly subjectId: string;
  readonly date: string | null;
  readonly series: readonly {
    readonly id: string;
    readonly uid: string;
    readonly role: string | null;
  }[];
}

const lockExam = async (trx: Db, asked: CorrectionAsked): Promise<Corrected> => {
  const exam = await trx
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select(['exam.subject_id', 'exam.acquisition_date'])
    .where('exam.id', '=', asked.exam)
    .where('subject.trial_id', '=', asked.trialId)
    .forUpdate('exam')
    .executeTakeFirst();
  if (exam === undefined) throw notFound();
  const rows = await trx
    .selectFrom('series')
    .select(['id', 'series_uid', 'role'])
    .where('exam_id', '=', asked.exam)
    .execute();
  const series = rows.map(({ id, series_uid: uid, role }) => ({ id, uid, role }));
  if (asked.series !== null && !series.some(({ id }) => id === asked.series)) throw notFound();
  return { subjectId: exam.subject_id, date: exam.acquisition_date, series };
};

/** What stood there: the last correction, or what the images said. */
const oldValue = async (
  trx: Db,
  asked: CorrectionAsked,
  corrected: Corrected
): Promise<string | null> => {
  if (asked.attribute === 'date') return corrected.date;
  if (asked.attribute === 'role') {
    return corrected.series.find(({ id }) => id === asked.series)?.role ?? null;
  }
  const { identifier } = await trx
    .selectFrom('subject')
    .select('identifier')
    .where('id', '=', corrected.subjectId)
    .executeTakeFirstOrThrow();
  return identifier;
};

/** Timepoints that an exam is of. */
const timepointsOf = async (trx: Db, examId: string): Promise<{ id: string; code: string }[]> =>
  trx
    .selectFrom('timepoint_exam')
    .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
    .select(['timepoint.id', 'timepoint.code'])
    .where('timepoint_exam.exam_id', '=', examId)
    .execute();

/** Moves an exam to the same timepoints of another subject; returns those it now is of beside those it was of. */
const moveToSubject = async (
  trx: Db,
  deps: IntakeDeps,
  trial: TrialOfIntake,
  asked: CorrectionAsked
): Promise<string[]> => {
  const known = await trx
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', trial.id)
    .where('identifier', '=', asked.value)
    .executeTakeFirst();
  if (known === undefined) {
    throw refuse('CL_SUBJECT_UNKNOWN', `The trial has no subject ${asked.value}.`);
  }
  const subjectId = await subjectOf(
    trx,
    { trialId: trial.id, rules: trial.rules, newId: deps.newId },
    asked.value
  );
  const before = await timepointsOf(trx, asked.exam);
  await trx.deleteFrom('timepoint_exam').where('exam_id', '=', asked.exam).execute();
  await trx
    .updateTable('exam')
    .set({ subject_id: subjectId })
    .where('id', '=', asked.exam)
    .execute();
  const after = await trx
    .selectFrom('timepoint')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where(
      'code',
      'in',
      before.map(({ code }) => code)
    )
    .execute();
  await trx
    .insertInto('timepoint_exam')
    .values(after.map(({ id }) => ({ timepoint_id: id, exam_id: asked.exam })))
    .execute();
  return [...before, ...after].map(({ id }) => id);
};

const overlay = async (
  trx: Db,
  deps: IntakeDeps,
  trial: TrialOfIntake,
  asked: CorrectionAsked
): Promise<string[]> => {
  if (asked.attribute === 'subject') return moveToSubject(trx, deps, trial, asked);
  if (asked.attribute === 'date') {
    await trx
      .updateTable('exam')
      .set({ acquisition_date: asked.value, date_source: 'correction' })
      .where('id', '=', asked.exam)
      .execute();
  }
  if (asked.attribute === 'role') {
    await trx
      .updateTable('series')
      .set({ role: asked.value })
      .where('id', '=', asked.series)
      .execute();
  }
  return (await timepointsOf(trx, asked.exam)).map(({ id }) => id);
};

/**
 * Corrects an exam or one of its series: an overlay, which what reads see follows. Signed reads that show it are marked
 * and change in nothing; what nobody has seen is made ready again.
 * @returns the correction's id and the reads that were marked
 * @throws CodedError 404 CL_NOT_FOUND; 422 CL_SUBJECT_PATTERN, CL_SUBJECT_UNKNOWN, CL_CORRECTION_VALUE; 409
 * CL_CORRECTION_SAME when it says that already
 */
export const correct = async (
  deps: IntakeDeps,
  asked: CorrectionAsked
): Promise<{ id: string; marked: string[] }> => {
  const trial = await trialOfIntake(deps.db, asked.trialId);
  if (trial === null) throw notFound();
  checkValue(trial, asked);
  return deps.db.transaction().execute(async trx => {
    const corrected = await lockExam(trx, asked);
    const old = await oldValue(trx, asked, corrected);
    if (old === asked.value) {
      throw new CodedError(409, 'CL_CORRECTION_SAME', `The ${asked.attribute} is ${old} already.`);
    }
    const id = deps.newId();
    const at = deps.now();
    await trx
      .insertInto('correction')
      .values({
        ...{ id, trial_id: trial.id, exam_id: asked.exam, series_id: asked.series },
        ...{ attribute: asked.attribute, old_value: old, new_value: asked.value },
        ...{ authority: asked.authority, reason: asked.reason },
        ...{ corrected_by: asked.accountId, corrected_at: at },
      })
      .execute();
    const digest = (text: string) => ({ digest: keyedDigest(deps.auditKey, text) });
    await appendAudit(trx, trial.id, {
      ...{ act: 'exam.corrected', at: at.toISOString(), zone: deps.zone, by: asked.accountId },
      details: {
        ...{ correction: id, exam: asked.exam, series: asked.series, attribute: asked.attribute },
        ...{ old: old === null ? null : digest(old), new: digest(asked.value) },
        ...{ authority: digest(asked.authority), reason: digest(asked.reason) },
      },
    });
    const lost = `the ${asked.attribute} of an exam was corrected`;
    const follow = { ...deps, trialId: trial.id, schedule: trial.rules.schedule };
    for (const timepoint of new Set(await overlay(trx, deps, trial, asked))) {
      await followImages(trx, follow, timepoint, lost);
    }
    const seriesUids = corrected.series
      .filter(one => asked.series === null || one.id === asked.series)
      .map(({ uid }) => uid);
    const changed = { trialId: trial.id, seriesUids, reason: lost, at, zone: deps.zone };
    return { id, marked: await followChangedImages(trx, changed) };
  });
};

export interface CorrectionView {
  id: string;
  exam: string;
  series: string | null;
  attribute: string;
  old: string | null;
  new: string;
  authority: string;
  reason: string;
  by: string;
  at: string;
}

/** The corrections of a trial, or of one exam, in the order they were made. */
export const correctionsOf = async (
  db: Kysely<Database>,
  trialId: string,
  asked: { readonly exam: string | null; readonly after: string | null; readonly limit: number }
): Promise<CorrectionView[]> => {
  let query = db
    .selectFrom('correction')
    .innerJoin('account', 'account.id', 'correction.corrected_by')
    .selectAll('correction')
    .select('account.user_name')
    .where('correction.trial_id', '=', trialId)
    .orderBy('correction.id')
    .limit(asked.limit);
  if (asked.exam !== null) query = query.where('correction.exam_id', '=', asked.exam);
  if (asked.after !== null) query = query.where('correction.id', '>', asked.after);
  return (await query.execute()).map(row => ({
    ...{ id: row.id, exam: row.exam_id, series: row.series_id, attribute: row.attribute },
    ...{ old: row.old_value, new: row.new_value, authority: row.authority, reason: row.reason },
    ...{ by: row.user_name, at: row.corrected_at.toISOString() },
  }));
};
