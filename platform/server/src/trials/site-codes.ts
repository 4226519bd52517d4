import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** Codes of the sites of a trial, sorted. */
export const siteCodes = async (db: Kysely<Database>, trialId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('site')
    .select('code')
    .where('trial_id', '=', trialId)
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
};
