import type { KnownIdentifiers } from '@corelab/identity';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/**
 * What a trial knows by name: identifiers of its subjects, codes and names of its sites in any version of its charter, user
 * names and names of everybody who has or had a role in it.
 */
export const knownIdentifiers = async (
  db: Kysely<Database>,
  trialId: string
): Promise<KnownIdentifiers> => {
  const subjects = await db
    .selectFrom('subject')
    .select('identifier')
    .where('trial_id', '=', trialId)
    .execute();
  const sites = await sql<{ name: string }>`
    select code as name from site where trial_id = ${trialId}
    union select named.value #>> '{}' from charter_version
      cross join lateral jsonb_path_query(resolved, '$.sites[*].*') as named (value)
      where trial_id = ${trialId} and jsonb_typeof(named.value) = 'string'`.execute(db);
  const people = await db
    .selectFrom('account')
    .select(['user_name', 'display_name'])
    .where(
      'id',
      'in',
      db.selectFrom('role_grant').select('account_id').where('trial_id', '=', trialId)
    )
    .execute();
  return {
    subject: subjects.map(({ identifier }) => identifier),
    site: sites.rows.map(({ name }) => name),
    account: people.flatMap(person => [person.user_name, person.display_name]),
  };
};
