import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { rolesActing } from '../hats/acting.js';
import { notFound } from '../http/coded-error.js';

/** The roles of the trial model. */
export const roles = [
  'reader',
  'adjudicator',
  'qcTechnologist',
  'dataManager',
  'admin',
  'trainer',
  'auditor',
  'sponsor',
  'siteCoordinator',
  'unblindedSupport',
] as const;
export type Role = (typeof roles)[number];

/** All roles in which a person acts now, of any trial, each once, sorted. */
export const rolesOf = async (db: Kysely<Database>, accountId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom(rolesActing(accountId).as('acting'))
    .select('acting.role')
    .distinct()
    .orderBy('acting.role')
    .execute();
  return rows.map(row => row.role);
};

/** What a person acts as in one trial, sorted. */
export const rolesIn = async (
  db: Kysely<Database>,
  trialId: string,
  accountId: string
): Promise<Role[]> => {
  const rows = await db
    .selectFrom(rolesActing(accountId).as('acting'))
    .select('acting.role')
    .where('acting.trial_id', '=', trialId)
    .orderBy('acting.role')
    .execute();
  return rows.map(row => row.role as Role);
};

/** Records a grant without asking whether it may be made (`giveRole` asks); nothing where the role is in force. */
export const grantRole = async (
  trx: Transaction<Database>,
  grant: {
    id?: string;
    trialId: string;
    accountId: string;
    role: Role;
    grantedBy: string;
    at: Date;
    reason?: string;
  }
): Promise<void> => {
  await trx
    .insertInto('role_grant')
    .values({
      ...(grant.id === undefined ? {} : { id: grant.id }),
      trial_id: grant.trialId,
      account_id: grant.accountId,
      role: grant.role,
      granted_by: grant.grantedBy,
      granted_at: grant.at,
      reason: grant.reason ?? null,
    })
    .onConflict(conflict =>
      conflict.columns(['trial_id', 'account_id', 'role']).where('ended_at', 'is', null).doNothing()
    )
    .execute();
};

export interface TrialHandle {
  readonly id: string;
  readonly code: string;
}

/**
 * The trial of a code or id, if the person acts in one of the roles there.
 * @throws CodedError CL_NOT_FOUND alike for an unknown trial and one of other people.
 */
export const trialFor = async (
  db: Kysely<Database>,
  accountId: string,
  codeOrId: string,
  roles: readonly Role[]
): Promise<TrialHandle> => {
  const trial = await db
    .selectFrom('trial')
    .innerJoin(rolesActing(accountId).as('acting'), 'acting.trial_id', 'trial.id')
    .select(['trial.id', 'trial.code'])
    .where(where =>
      where.or([
        where('trial.code', '=', codeOrId),
        where(where.cast<string>('trial.id', 'text'), '=', codeOrId),
      ])
    )
    .where('acting.role', 'in', roles)
    .executeTakeFirst();
  if (trial === undefined) throw notFound();
  return trial;
};
