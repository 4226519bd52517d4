import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { lockSubject } from './lock-subject.js';
import { adjudicatorSlot } from './subject-reading.js';

/**
 * Takes all reads of a course for this transaction, after subject and course, and those of the subject's adjudicator: what
 * these read anew ends with the comparison that called for it. An act that changes several of them takes
 * them before its first audit entry: entries are written one transaction after the other, and whoever waits for one must
 * hold nothing that its writer still needs.
 */
export const lockReadsOfCourse = async (
  trx: Transaction<Database>,
  courseId: string
): Promise<void> => {
  await trx
    .selectFrom('read')
    .select('id')
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('course_id', '=', courseId),
        eb(
          'course_id',
          'in',
          selectFrom('course')
            .innerJoin('course as own', join =>
              join
                .onRef('own.track_id', '=', 'course.track_id')
                .onRef('own.subject_id', '=', 'course.subject_id')
            )
            .select('course.id')
            .where('own.id', '=', courseId)
            .where('course.slot', '=', adjudicatorSlot)
        ),
      ])
    )
    .orderBy('id')
    .forUpdate()
    .execute();
};

/**
 * Takes a subject's reads for this transaction, after the subject: what changes its images marks reads or has them made
 * ready anew.
 */
const lockReadsOfSubject = async (trx: Transaction<Database>, subjectId: string): Promise<void> => {
  await trx
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .select('read.id')
    .where('course.subject_id', '=', subjectId)
    .orderBy('read.id')
    .forUpdate('read')
    .execute();
};

/** Takes a subject with its reads: what every change of its images takes before its first audit entry. */
export const lockImagesOf = async (
  trx: Transaction<Database>,
  subjectId: string
): Promise<void> => {
  await lockSubject(trx, subjectId);
  await lockReadsOfSubject(trx, subjectId);
};

/** Takes a course with those of the subject's other slots, which change with it when it was compared with them: after the subject. */
export const lockCoursesOfSubject = async (
  trx: Transaction<Database>,
  of: { readonly trackId: string; readonly subjectId: string }
): Promise<void> => {
  await trx
    .selectFrom('course')
    .select('id')
    .where('track_id', '=', of.trackId)
    .where('subject_id', '=', of.subjectId)
    .orderBy('id')
    .forUpdate()
    .execute();
};

/**
 * Takes a subject's adjudications and the meetings of its readers, after its reads: what is decided in one and what ends it
 * follow each other.
 */
export const lockAdjudicationsOfSubject = async (
  trx: Transaction<Database>,
  of: { readonly trackId: string; readonly subjectId: string }
): Promise<void> => {
  await trx
    .selectFrom('adjudication')
    .select('id')
    .where('track_id', '=', of.trackId)
    .where('subject_id', '=', of.subjectId)
    .orderBy('id')
    .forUpdate()
    .execute();
  await trx
    .selectFrom('consensus')
    .select('id')
    .where('track_id', '=', of.trackId)
    .where('subject_id', '=', of.subjectId)
    .orderBy('id')
    .forUpdate()
    .execute();
};

/**
 * Takes a course for this transaction: what is signed in it and what opens a read of it again follow each other. After
 * the subject, before the reads.
 */
export const lockCourse = async (trx: Transaction<Database>, courseId: string): Promise<void> => {
  await trx
    .selectFrom('course')
    .select('id')
    .where('id', '=', courseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
};
