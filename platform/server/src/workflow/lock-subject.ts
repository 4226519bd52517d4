import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';

/**
 * Takes a subject for this transaction: whoever gives one of its slots to a person, or decides what becomes of its
 * courses, does it after the other. Taken before the courses, reads and adjudications of the subject.
 */
export const lockSubject = async (trx: Transaction<Database>, subjectId: string): Promise<void> => {
  // Rows that refer to the subject are inserted meanwhile: a stronger lock would keep those out too.
  await trx
    .selectFrom('subject')
    .select('id')
    .where('id', '=', subjectId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
};

/** The same by one of the subject's courses; returns the subject's id. */
export const lockSubjectOf = async (
  trx: Transaction<Database>,
  courseId: string
): Promise<string> => {
  const { subject_id: subjectId } = await trx
    .selectFrom('course')
    .select('subject_id')
    .where('id', '=', courseId)
    .executeTakeFirstOrThrow();
  await lockSubject(trx, subjectId);
  return subjectId;
};
