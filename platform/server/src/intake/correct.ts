import type { Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { imagesChanged } from '../release/forget-presentation.js';
import { followChangedImages } from '../workflow/affected-reads.js';
import { lockImagesOf } from '../workflow/reading-locks.js';
import { imagesArrived } from '../workflow/read-impacts.js';
import type { IntakeDeps } from './intake-deps.js';
import { daysBetween } from './visit-window.js';
import { affectedReads, impactsOfExam, type AffectedRead } from './affected-by-correction.js';
import { moveToSubject, moveToTimepoint, timepointsOf } from './move-exam.js';
import { refuseBeforeBaseline } from './order-of-dates.js';
import { followImages } from './timepoint-images.js';
import { trialOfIntake, type TrialOfIntake } from './trial-rules.js';

/** What can be corrected of an exam, and of a series. */
export const examAttributes = ['subject', 'timepoint', 'date'] as const;
export const seriesAttributes = ['role'] as const;
export type CorrectedAttribute =
  | (typeof examAttributes)[number]
  | (typeof seriesAttributes)[number];

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
  // A visit that the schedule does not have is looked for where the subject is known.
  const isVisit = rules.schedule.some(
    ({ code, kind }) => kind === 'unscheduled' && value.startsWith(`${code}-`)
  );
  if (attribute === 'timepoint' && !isVisit && !rules.schedule.some(({ code }) => code === value)) {
    const codes = rules.schedule.map(({ code }) => code).join(', ');
    throw refuse(
      'CL_TIMEPOINT_UNKNOWN',
      `The schedule has no timepoint ${value} (it has ${codes}).`
    );
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
  const of = await trx
    .selectFrom('exam')
    .select('subject_id')
    .where('id', '=', asked.exam)
    .executeTakeFirst();
  if (of === undefined) throw notFound();
  await lockImagesOf(trx, of.subject_id);
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
  if (asked.attribute === 'timepoint') {
    return (await timepointsOf(trx, asked.exam)).map(({ code }) => code).join(', ');
  }
  const { identifier } = await trx
    .selectFrom('subject')
    .select('identifier')
    .where('id', '=', corrected.subjectId)
    .executeTakeFirstOrThrow();
  return identifier;
};

/** Where its images are now they have just arrived. */
const arrivedThere = async (
  trx: Db,
  deps: IntakeDeps,
  trialId: string,
  examId: string
): Promise<void> => {
  const { subject_id: subjectId } = await trx
    .selectFrom('exam')
    .select('subject_id')
    .where('id', '=', examId)
    .executeTakeFirstOrThrow();
  await imagesChanged(trx, subjectId);
  await imagesArrived(trx, deps, { trialId, examId });
};

const overlay = async (
  trx: Db,
  deps: IntakeDeps,
  trial: TrialOfIntake,
  asked: CorrectionAsked
): Promise<string[]> => {
  const { exam, value } = asked;
  if (asked.attribute === 'subject') {
    return moveToSubject(trx, deps, trial, exam, value, asked);
  }
  if (asked.attribute === 'timepoint') {
    return moveToTimepoint(trx, deps, trial, exam, value, asked);
  }
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

interface Made {
  readonly id: string;
  /** Reads that show the images and have a decision to come. */
  readonly marked: string[];
  /** These and those at whose timepoint the images have arrived. */
  readonly reads: AffectedRead[];
}

const correctIn = async (
  trx: Db,
  deps: IntakeDeps,
  trial: TrialOfIntake,
  asked: CorrectionAsked
): Promise<Made> => {
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
  const before = await impactsOfExam(trx, asked.exam);
  const lost = `the ${asked.attribute} of an exam was corrected`;
  const follow = { ...deps, trialId: trial.id, schedule: trial.rules.schedule };
  const touched = [...new Set(await overlay(trx, deps, trial, asked))];
  const moved = asked.attribute === 'subject' || asked.attribute === 'timepoint';
  const placed = moved ? (await timepointsOf(trx, asked.exam)).map(one => one.id) : [];
  for (const timepoint of touched) {
    await followImages(trx, follow, timepoint, { lost, cameIn: placed.includes(timepoint) });
  }
  await refuseBeforeBaseline(trx, touched);
  const seriesUids = corrected.series
    .filter(one => asked.series === null || one.id === asked.series)
    .map(({ uid }) => uid);
  const changed = { trialId: trial.id, examId: asked.exam, seriesUids };
  const marked = await followChangedImages(trx, deps, changed);
  await imagesChanged(trx, corrected.subjectId);
  if (moved) await arrivedThere(trx, deps, trial.id, asked.exam);
  return { id, marked, reads: await affectedReads(trx, asked.exam, before) };
};

/**
 * Corrects an exam or one of its series: an overlay, which what reads see follows. Reads that have begun and show it get a
 * decision to come and change in nothing; what nobody has seen is made ready again.
 * @returns the correction's id and the reads that were marked
 * @throws CodedError 404 CL_NOT_FOUND; 422 CL_SUBJECT_PATTERN, CL_SUBJECT_UNKNOWN, CL_TIMEPOINT_UNKNOWN,
 * CL_CORRECTION_VALUE; 409 CL_CORRECTION_SAME when it says that already, CL_BEFORE_BASELINE
 */
export const correct = async (deps: IntakeDeps, asked: CorrectionAsked): Promise<Made> => {
  const trial = await trialOfIntake(deps.db, asked.trialId);
  if (trial === null) throw notFound();
  checkValue(trial, asked);
  return deps.db.transaction().execute(trx => correctIn(trx, deps, trial, asked));
};

/** Carries what a correction would have done out of the transaction that takes it back. */
class TakenBack extends Error {
  readonly reads: readonly AffectedRead[];

  constructor(reads: readonly AffectedRead[]) {
    super('nothing of it stays');
    this.reads = reads;
  }
}

/**
 * What a correction would do to reads that have begun, found by making it and taking it back.
 * @throws CodedError as `correct`
 */
export const foreseeCorrection = async (
  deps: IntakeDeps,
  asked: Omit<CorrectionAsked, 'authority' | 'reason'>
): Promise<readonly AffectedRead[]> => {
  const trial = await trialOfIntake(deps.db, asked.trialId);
  if (trial === null) throw notFound();
  const whole = { ...asked, authority: 'foreseen', reason: 'foreseen' };
  checkValue(trial, whole);
  try {
    return await deps.db.transaction().execute(async (trx): Promise<never> => {
      throw new TakenBack((await correctIn(trx, deps, trial, whole)).reads);
    });
  } catch (reason) {
    if (reason instanceof TakenBack) return reason.reads;
    throw reason;
  }
};
