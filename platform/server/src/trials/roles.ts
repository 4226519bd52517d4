import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
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

/** All roles a person has in any trial, each once, sorted. */
export const rolesOf = async (db: Kysely<Database>, accountId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('trial_role')
    .select('role')
    .distinct()
    .where('account_id', '=', accountId)
    .orderBy('role')
    .execute();
  return rows.map(row => row.role);
};

/** What a person is beside reading: of the installation, and by trial in the order of their ids. */
export const staffHats = async (
  db: Kysely<Database>,
  accountId: string
): Promise<{
  administrator: boolean;
  trials: { id: string; name: string; demo: boolean; roles: string[] }[];
}> => {
  const { administrator } = await db
    .selectFrom('account')
    .select('administrator')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('trial_role')
    .innerJoin('trial', 'trial.id', 'trial_role.trial_id')
    .select(['trial.code', 'trial.name', 'trial.demo', 'trial_role.role'])
    .where('trial_role.account_id', '=', accountId)
    .where('trial_role.role', 'not in', ['reader', 'adjudicator'])
    .orderBy('trial.code')
    .orderBy('trial_role.role')
    .execute();
  const trials = new Map<string, { id: string; name: string; demo: boolean; roles: string[] }>();
  for (const { code, name, demo, role } of rows) {
    const trial = trials.get(code) ?? { id: code, name, demo, roles: [] };
    trials.set(code, trial);
    trial.roles.push(role);
  }
  return { administrator, trials: [...trials.values()] };
};

/** What a person is in one trial, sorted. */
export const rolesIn = async (
  db: Kysely<Database>,
  trialId: string,
  accountId: string
): Promise<Role[]> => {
  const rows = await db
    .selectFrom('trial_role')
    .select('role')
    .where('trial_id', '=', trialId)
    .where('account_id', '=', accountId)
    .orderBy('role')
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
 * The trial of a code or id, if the account has one of the roles there.
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
    .innerJoin('trial_role', 'trial_role.trial_id', 'trial.id')
    .select(['trial.id', 'trial.code'])
    .where(where =>
      where.or([
        where('trial.code', '=', codeOrId),
        where(where.cast<string>('trial.id', 'text'), '=', codeOrId),
      ])
    )
    .where('trial_role.account_id', '=', accountId)
    .where('trial_role.role', 'in', roles)
    .executeTakeFirst();
  if (trial === undefined) throw notFound();
  return trial;
};
