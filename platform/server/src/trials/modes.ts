import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { trialTerms } from './charter-terms.js';

export interface DeployedMode {
  /** The OHIF id of the mode package. */
  readonly id: string;
  readonly route: string;
}

/** The modes of the charter versions that are or were in force, each once: reads stay under the one they began with. */
export const modesOf = async (db: Kysely<Database>): Promise<DeployedMode[]> => {
  const rows = await db
    .selectFrom('charter_version')
    .select('resolved')
    .where('state', 'in', ['effective', 'superseded'])
    .execute();
  const routes = [...new Set(rows.map(row => trialTerms(row.resolved).route))].sort();
  return routes.map(route => ({ id: `@corelab/mode-${route}`, route }));
};
