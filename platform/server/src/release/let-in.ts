import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** What was let in of some studies, by SOP instance UID: SHA-256 of the file as received. */
export const letIn = async (
  db: Kysely<Database>,
  studyUids: readonly string[]
): Promise<Map<string, string>> => {
  if (studyUids.length === 0) return new Map();
  const rows = await db
    .selectFrom('instance')
    .select(['sop_uid', 'sha256'])
    .where('study_uid', 'in', [...new Set(studyUids)])
    .where('stored', '=', true)
    .execute();
  return new Map(rows.map(row => [row.sop_uid, row.sha256]));
};
