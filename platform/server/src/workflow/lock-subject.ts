import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';

/**
 * Takes a subject for this transaction before anybody is given one of its reads: whoever comes at the same time sees who
 * got the other slots, so the readers of a subject stay different people. In a transaction that also takes the course or
 * a read the order is course, subject, read.
 */
export const lockSubjectForAssignment = async (
  trx: Transaction<Database>,
  subjectId: string
): Promise<void> => {
  await trx
    .selectFrom('subject')
    .select('id')
    .where('id', '=', subjectId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
};
