import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';

const signing = [
  'signature',
  'adjudication_signature',
  'global_read_signature',
  'consensus_proposal',
  'consensus_vote',
] as const;

/**
 * A requestId signs one thing, whatever it is.
 * @throws CodedError 409 CL_REQUEST_REUSED.
 */
export const requireUnused = async (db: Kysely<Database>, requestId: string): Promise<void> => {
  for (const table of signing) {
    const used = await db
      .selectFrom(table)
      .select('id')
      .where('request_id', '=', requestId)
      .executeTakeFirst();
    if (used !== undefined) {
      throw new CodedError(409, 'CL_REQUEST_REUSED', 'This requestId signed something else.');
    }
  }
};
