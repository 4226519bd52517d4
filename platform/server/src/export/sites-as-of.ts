import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** The site that each subject was at last, by its id, as far as it was known as of an entry of the audit chain. */
export const sitesAsOf = async (
  db: Kysely<Database>,
  trialId: string,
  sequence: number
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('subject_site')
    .innerJoin('site', 'site.id', 'subject_site.site_id')
    .select(['subject_site.subject_id', 'site.code'])
    .where('site.trial_id', '=', trialId)
    .where('subject_site.from_sequence', '<=', sequence)
    .orderBy('subject_site.valid_from')
    .orderBy('subject_site.from_sequence')
    .execute();
  return new Map(rows.map(row => [row.subject_id, row.code]));
};
