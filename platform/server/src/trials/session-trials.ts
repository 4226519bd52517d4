import { sql, type Kysely } from 'kysely';
import type { Session } from '../accounts/sessions.js';
import type { Database } from '../database/schema.js';
import { administers, type Hat } from '../hats/hat.js';

export interface SessionTrial {
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  readonly roles: string[];
  /** Somebody outside the core lab is told single results of it, or asked for assessments. */
  readonly results: boolean;
}

export interface SessionTrials {
  /** The role of the hat, if it is one. */
  readonly roles: Hat[];
  /** The right of an administrator of the installation, in this hat. */
  readonly administrator: boolean;
  /** By code; none for who reads. */
  readonly trials: SessionTrial[];
}

/** For a query that has `trial`: true where a track of the charter in force has recipients, or asks the sites. */
const tellsResults = sql<boolean>`exists (
  select 1 from charter_version where charter_version.trial_id = trial.id and charter_version.state = 'effective'
  and jsonb_path_exists(charter_version.resolved, '$.tracks[*] ? (@.slots[*] == "SITE" || @.recipients.size() > 0)'))`;

/** What a session's hat opens beside reading. */
export const sessionTrials = async (
  db: Kysely<Database>,
  { account, hat: { worn, closed } }: Session
): Promise<SessionTrials> => {
  const { administrator: has } = await db
    .selectFrom('account')
    .select('administrator')
    .where('id', '=', account.id)
    .executeTakeFirstOrThrow();
  const administrator = has && administers(worn);
  if (worn === null || worn === 'administrator') return { roles: [], administrator, trials: [] };
  if (worn === 'reader' || worn === 'adjudicator') {
    return { roles: [worn], administrator, trials: [] };
  }
  const rows = await db
    .selectFrom('trial_role')
    .innerJoin('trial', 'trial.id', 'trial_role.trial_id')
    .select(['trial.id', 'trial.code', 'trial.name', 'trial.demo'])
    .select(tellsResults.as('results'))
    .where('trial_role.account_id', '=', account.id)
    .where('trial_role.role', '=', worn)
    .orderBy('trial.code')
    .execute();
  const open = rows.filter(({ id }) => !closed.includes(id));
  return {
    ...{ roles: [worn], administrator },
    trials: open.map(({ code, name, demo, results }) => ({
      ...{ id: code, name, demo, roles: [worn], results },
    })),
  };
};
