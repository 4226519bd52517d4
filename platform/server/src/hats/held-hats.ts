import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { hatNamed, hatsOf, type Grant, type Hat } from './hat.js';

/** For a query that has `account`: all roles that were ever granted to it. */
export const grantsOfAccount = sql<Grant[]>`(
  select coalesce(json_agg(json_build_object(
    'trialId', role_grant.trial_id, 'role', role_grant.role, 'ended', role_grant.ended_at is not null)), '[]'::json)
  from role_grant where role_grant.account_id = account.id)`;

export interface HeldHats {
  readonly grants: readonly Grant[];
  /** What may be worn now. */
  readonly held: readonly Hat[];
  /** What the person chose last. */
  readonly chosen: Hat | null;
}

/** What a person may work as. */
export const heldHats = async (db: Kysely<Database>, accountId: string): Promise<HeldHats> => {
  const row = await db
    .selectFrom('account')
    .select(['administrator', 'last_hat', grantsOfAccount.as('grants')])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const { grants, administrator, last_hat: chosen } = row;
  return { grants, held: hatsOf(grants, administrator), chosen: hatNamed(chosen) };
};
