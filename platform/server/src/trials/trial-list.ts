import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { actsAsAdministrator, rolesActing } from '../hats/acting.js';
import { notFound } from '../http/coded-error.js';
import { rolesOf, type Role } from './roles.js';
import type { CharterVersionRow } from './trial-versions.js';

export interface StandingVersion {
  readonly version: number;
  readonly state: CharterVersionRow['state'];
  /** User name; null where none is stored. */
  readonly author: string | null;
}

/** How a trial stands with its charter. */
export interface TrialStanding {
  /** The trial's code. */
  readonly id: string;
  readonly name: string;
  readonly demo: boolean;
  /** What the person is there, of the roles asked for. */
  readonly roles: readonly Role[];
  readonly inForce: number | null;
  /** The latest that was saved. */
  readonly newest: StandingVersion | null;
  /** Sent for approval and not decided upon, the latest first. */
  readonly waiting: readonly StandingVersion[];
}

/** The trials in which a person acts in one of the roles, by code. */
export const trialsOf = async (
  db: Kysely<Database>,
  accountId: string,
  roles: readonly Role[]
): Promise<TrialStanding[]> => {
  const held = await db
    .selectFrom(rolesActing(accountId).as('acting'))
    .innerJoin('trial', 'trial.id', 'acting.trial_id')
    .select(['trial.id', 'trial.code', 'trial.name', 'trial.demo', 'acting.role'])
    .where('acting.role', 'in', roles)
    .orderBy('trial.code')
    .orderBy('acting.role')
    .execute();
  if (held.length === 0) return [];
  const trials = [...new Map(held.map(row => [row.id, row])).values()];
  const versions = await db
    .selectFrom('charter_version as version')
    .leftJoin('account', 'account.id', 'version.author')
    .select(['version.trial_id', 'version.version', 'version.state', 'account.user_name as author'])
    .where(
      'version.trial_id',
      'in',
      trials.map(({ id }) => id)
    )
    .orderBy('version.version', 'desc')
    .execute();
  return trials.map(({ id, code, name, demo }) => {
    const ofTrial = versions
      .filter(row => row.trial_id === id)
      .map(({ version, state, author }): StandingVersion => ({ version, state, author }));
    return {
      ...{ id: code, name, demo },
      roles: held.filter(row => row.id === id).map(row => row.role as Role),
      inForce: ofTrial.find(({ state }) => state === 'effective')?.version ?? null,
      newest: ofTrial[0] ?? null,
      waiting: ofTrial.filter(({ state }) => state === 'sentForApproval'),
    };
  });
};

/** Who may write charters: an admin of some trial, or an administrator of the installation. @throws CodedError 404 */
export const requireCharterAuthor = async (
  db: Kysely<Database>,
  accountId: string
): Promise<void> => {
  const account = await db
    .selectFrom('account')
    .select('administrator')
    .where('id', '=', accountId)
    .executeTakeFirst();
  if (account?.administrator === true && actsAsAdministrator(accountId)) return;
  if (!(await rolesOf(db, accountId)).includes('admin')) throw notFound();
};
