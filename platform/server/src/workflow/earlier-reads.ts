import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';

/**
 * A read is derived from the signed reads before it. While one of these is read again, none after it is signed.
 * @throws CodedError 409 CL_EARLIER_READ_OPEN
 */
export const requireEarlierSigned = async (
  db: Kysely<Database>,
  read: { readonly courseId: string; readonly ordinal: number }
): Promise<void> => {
  const open = await db
    .selectFrom('read')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select('timepoint.label')
    .where('read.course_id', '=', read.courseId)
    .where('read.ordinal', '<', read.ordinal)
    .where('read.begins_from', 'is not', null)
    .where('read.state', 'not in', ['signed', 'impactPending', 'superseded', 'void'])
    .orderBy('read.ordinal')
    .executeTakeFirst();
  if (open === undefined) return;
  throw new CodedError(
    409,
    'CL_EARLIER_READ_OPEN',
    `${open.label} of this subject is read again: sign that first.`
  );
};
