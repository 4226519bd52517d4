import type { ImageProblem } from '@corelab/reads';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ExamState } from '../workflow/machines/exam.js';
import { lockImagesOf } from '../workflow/reading-locks.js';

/** The general purpose of a series: to be shown in a read at all. Every other is a criterion or instrument. */
export const reading = 'read';
export const usabilities = ['yes', 'limited', 'no'] as const;
export type Usability = (typeof usabilities)[number];

/** What a series may be used for; `read` is the general purpose. */
export interface Usable {
  readonly read: Usability;
  readonly reason: string | null;
  readonly purposes?: readonly {
    readonly purpose: string;
    readonly usable: Usability;
    readonly reason: string | null;
  }[];
}

export interface ExamRow {
  readonly id: string;
  readonly state: ExamState;
  readonly version: number;
  readonly subject_id: string;
  readonly claimed_by: string | null;
  readonly acquisition_date: string | null;
}

export interface SeriesRow {
  readonly id: string;
  readonly series_uid: string;
  readonly modality: string;
  readonly role: string | null;
  readonly usable: Usable;
  readonly problems: readonly ImageProblem[];
  readonly judged_at: Date | null;
  readonly acquisition_date: string | null;
  readonly study_uid: string;
  /** Images received; null where none of them is on record one by one. */
  readonly images: number | null;
}

/**
 * An exam of a trial, locked with its subject and that one's reads, in which its images are or will be: what two people do
 * with one exam, and what arrives for it, follow each other. Before the first audit entry.
 * @throws CodedError CL_NOT_FOUND alike for unknown exams and those of other trials
 */
export const lockExam = async (
  trx: Transaction<Database>,
  trialId: string,
  examId: string
): Promise<ExamRow> => {
  const of = await trx
    .selectFrom('exam')
    .select('subject_id')
    .where('id', '=', examId)
    .executeTakeFirst();
  if (of === undefined) throw notFound();
  await lockImagesOf(trx, of.subject_id);
  const row = await trx
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select(['exam.id', 'exam.state', 'exam.version', 'exam.subject_id', 'exam.claimed_by'])
    .select('exam.acquisition_date')
    .where('exam.id', '=', examId)
    .where('subject.trial_id', '=', trialId)
    .forNoKeyUpdate('exam')
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

/** The series of an exam, in the order a person goes through them. */
export const seriesOfExam = async (db: Kysely<Database>, examId: string): Promise<SeriesRow[]> => {
  const rows = await db
    .selectFrom('series')
    .select(['id', 'series_uid', 'modality', 'role', 'usable', 'problems', 'judged_at'])
    .select(['acquisition_date', 'study_uid'])
    .select(({ selectFrom, fn }) =>
      selectFrom('instance')
        .select(fn.countAll<number>().as('images'))
        .whereRef('instance.series_uid', '=', 'series.series_uid')
        .where('instance.stored', '=', true)
        .as('images')
    )
    .where('exam_id', '=', examId)
    .orderBy('modality')
    .orderBy('series_uid')
    .execute();
  return rows.map(row => ({
    ...{ ...row, usable: row.usable as Usable },
    images: Number(row.images) === 0 ? null : Number(row.images),
  }));
};

/** @throws CodedError 409 CL_EXAM_NOT_CLAIMED, CL_EXAM_CLAIMED */
export const requireClaim = (exam: ExamRow, accountId: string): void => {
  if (exam.claimed_by === accountId) return;
  throw exam.claimed_by === null
    ? new CodedError(409, 'CL_EXAM_NOT_CLAIMED', 'Claim the exam before you decide about it.')
    : new CodedError(409, 'CL_EXAM_CLAIMED', 'Somebody else looks at this exam.');
};
