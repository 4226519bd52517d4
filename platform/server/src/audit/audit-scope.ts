import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { actsAsAdministrator } from '../hats/acting.js';
import { notFound } from '../http/coded-error.js';
import { rolesIn, rolesOf, trialFor, type Role } from '../trials/roles.js';
import { systemChain } from './chain.js';

/** The chain that somebody looks at, and as what. */
export interface AuditScope {
  readonly chain: string;
  /** Null of the chain outside any trial. */
  readonly trialId: string | null;
  /** Code of the trial, or `system`. */
  readonly name: string;
  readonly accountId: string;
  readonly roles: readonly string[];
}

/** Who reads must not learn from the record what others did, with whatever other role. */
const reading: readonly string[] = ['reader', 'adjudicator'];

const ofSystem = async (db: Kysely<Database>, accountId: string): Promise<AuditScope> => {
  const roles = await rolesOf(db, accountId);
  const { administrator } = await db
    .selectFrom('account')
    .select('administrator')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  const may =
    roles.includes('admin') ||
    roles.includes('auditor') ||
    (administrator && actsAsAdministrator(accountId));
  if (!may || roles.some(role => reading.includes(role))) throw notFound();
  return { chain: systemChain, trialId: null, name: systemChain, accountId, roles };
};

/**
 * The chain of a trial, for its auditors and admins, or the one named `system`, for auditors and admins of any and for
 * administrators of the installation.
 * @throws CodedError 404 CL_NOT_FOUND for everybody else, also for who reads besides
 */
export const auditScope = async (
  db: Kysely<Database>,
  accountId: string,
  name: string,
  may: readonly Role[] = ['admin', 'auditor']
): Promise<AuditScope> => {
  if (name === systemChain) return ofSystem(db, accountId);
  const trial = await trialFor(db, accountId, name, may);
  const roles = await rolesIn(db, trial.id, accountId);
  if (roles.some(role => reading.includes(role))) throw notFound();
  return { chain: trial.id, trialId: trial.id, name: trial.code, accountId, roles };
};
