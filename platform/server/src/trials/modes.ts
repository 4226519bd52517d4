import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { charterTerms } from './charter-terms.js';

export interface DeployedMode {
  /** The OHIF id of the mode package. */
  readonly id: string;
  readonly route: string;
}

/** The modes that the newest charter version of any trial names, each once. */
export const modesOf = async (db: Kysely<Database>): Promise<DeployedMode[]> => {
  const rows = await db
    .selectFrom('charter_version')
    .select('resolved')
    .distinctOn('trial_id')
    .orderBy('trial_id')
    .orderBy('version', 'desc')
    .execute();
  const routes = [...new Set(rows.map(row => charterTerms(row.resolved).route))].sort();
  return routes.map(route => ({ id: `@corelab/mode-${route}`, route }));
};
