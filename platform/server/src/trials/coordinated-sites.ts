import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { countsInHat } from '../hats/acting.js';

/** Codes of the sites for which a person acts as coordinator in a trial, sorted; none when they coordinate none. */
export const sitesOfCoordinator = async (
  db: Kysely<Database>,
  trialId: string,
  accountId: string
): Promise<string[]> => {
  const rows = await db
    .selectFrom('role_grant')
    .innerJoin('role_grant_site', 'role_grant_site.grant_id', 'role_grant.id')
    .innerJoin('site', 'site.id', 'role_grant_site.site_id')
    .select('site.code')
    .distinct()
    .where('role_grant.trial_id', '=', trialId)
    .where('role_grant.account_id', '=', accountId)
    .where('role_grant.role', '=', 'siteCoordinator')
    .where('role_grant.ended_at', 'is', null)
    .where(countsInHat(accountId, 'role_grant'))
    .orderBy('site.code')
    .execute();
  return rows.map(({ code }) => code);
};
