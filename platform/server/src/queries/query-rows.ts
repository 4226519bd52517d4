import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { countsInHat, rolesActing } from '../hats/acting.js';
import { notFound } from '../http/coded-error.js';
import type { Role } from '../trials/roles.js';
import type { QueryState } from '../workflow/machines/query.js';

/** Who asks the sites and looks at their answers. */
export const asking: readonly Role[] = ['qcTechnologist', 'dataManager'];
/** Who sees all queries of a trial. */
const seeingAll: readonly Role[] = [...asking, 'admin', 'auditor'];

export interface QueryRow {
  readonly id: string;
  readonly state: QueryState;
  readonly subject_id: string;
  readonly exam_id: string | null;
}

/**
 * For a query that has `query`: true where the person may see it: whoever sees all of its trial, and a coordinator of its
 * site by a grant that names that site.
 */
export const mayRead = (accountId: string) => sql<boolean>`(
  exists (select 1 from ${rolesActing(accountId)} as acting
    where acting.trial_id = query.trial_id and acting.role in (${sql.join(seeingAll)}))
  or ${isCoordinator(accountId)})`;

const isCoordinator = (accountId: string) => sql<boolean>`exists (
  select 1 from role_grant join role_grant_site on role_grant_site.grant_id = role_grant.id
  where role_grant.trial_id = query.trial_id and role_grant.account_id = ${accountId}
    and role_grant.role = 'siteCoordinator' and role_grant.ended_at is null
    and ${countsInHat(accountId, 'role_grant')} and role_grant_site.site_id = query.site_id)`;

/**
 * A query of a trial that the person may see, locked.
 * @throws CodedError CL_NOT_FOUND alike for unknown queries, other trials and other sites
 */
export const lockQuery = async (
  trx: Transaction<Database>,
  trialId: string,
  queryId: string,
  accountId: string
): Promise<QueryRow & { readonly coordinator: boolean }> => {
  const row = await trx
    .selectFrom('query')
    .select(['query.id', 'query.state', 'query.subject_id', 'query.exam_id'])
    .select(isCoordinator(accountId).as('coordinator'))
    .where('query.id', '=', queryId)
    .where('query.trial_id', '=', trialId)
    .where(mayRead(accountId))
    .forNoKeyUpdate('query')
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

/** Queries of an exam that its site has still to answer or the core lab to look at. */
export const openQueriesOf = async (
  db: Kysely<Database>,
  examId: string,
  states: readonly QueryState[]
): Promise<string[]> => {
  const rows = await db
    .selectFrom('query')
    .select('id')
    .where('exam_id', '=', examId)
    .where('state', 'in', states)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
};
