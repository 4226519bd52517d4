import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { storedCharter } from './charter-terms.js';
import { roleWords } from './role-words.js';
import { grantRole, type Role } from './roles.js';
import { effectiveVersion } from './trial-versions.js';
import { unblindingProblem } from './unblinding.js';

export type RoleDeps = Pick<ServerDeps, 'db' | 'now' | 'newId' | 'zone' | 'auditKey'>;

export interface PersonOfTrial {
  readonly id: string;
  readonly userName: string;
}

/** The account of a user name. @throws CodedError 422 CL_ACCOUNT_UNKNOWN. */
export const accountNamed = async (
  db: Kysely<Database>,
  userName: string
): Promise<PersonOfTrial & { readonly active: boolean }> => {
  const row = await db
    .selectFrom('account')
    .select(['id', 'user_name', 'active'])
    .where('user_name', '=', userName)
    .executeTakeFirst();
  if (row === undefined) {
    throw new CodedError(422, 'CL_ACCOUNT_UNKNOWN', `There is no account ${userName}.`, {
      user: userName,
    });
  }
  return { id: row.id, userName: row.user_name, active: row.active };
};

/** The grants of a person in a trial, also those that ended. */
const heldBy = (trx: Transaction<Database>, trialId: string, accountId: string) =>
  trx
    .selectFrom('role_grant')
    .select(['id', 'role', 'ended_at'])
    .where('trial_id', '=', trialId)
    .where('account_id', '=', accountId)
    .execute();
type HeldGrant = Awaited<ReturnType<typeof heldBy>>[number];

/** @throws CodedError 409 CL_ROLES_UNBLIND. */
const refuseUnblinding = (
  grants: readonly HeldGrant[],
  { person, role }: Pick<RoleGiven, 'person' | 'role'>
): void => {
  const held = grants.map(one => ({ role: one.role as Role, ended: one.ended_at !== null }));
  const problem = unblindingProblem(held, role);
  if (problem === null) return;
  throw new CodedError(
    409,
    'CL_ROLES_UNBLIND',
    `${person.userName} ${problem}; choose someone else as ${roleWords[role]}.`,
    { user: person.userName, role }
  );
};

/** Who has left gets no further role; the ones they had stay as they are. @throws CodedError 422 CL_ACCOUNT_INACTIVE. */
const refuseClosed = async (
  trx: Transaction<Database>,
  { person, role }: Pick<RoleGiven, 'person' | 'role'>
): Promise<void> => {
  const { active } = await trx
    .selectFrom('account')
    .select('active')
    .where('id', '=', person.id)
    .executeTakeFirstOrThrow();
  if (active) return;
  throw new CodedError(
    422,
    'CL_ACCOUNT_INACTIVE',
    `The account ${person.userName}, to be ${roleWords[role]}, is closed; an administrator can open it again.`,
    { user: person.userName, role }
  );
};

/**
 * Refuses what `giveRole` would refuse now, and writes nothing: whoever asks that a role be given later is told at once.
 * @throws CodedError 409 CL_ROLES_UNBLIND, 422 CL_ACCOUNT_INACTIVE.
 */
export const checkRole = async (
  trx: Transaction<Database>,
  given: Pick<RoleGiven, 'trialId' | 'person' | 'role'>
): Promise<void> => {
  const grants = await heldBy(trx, given.trialId, given.person.id);
  const has = grants.some(one => one.role === given.role && one.ended_at === null);
  if (has) return;
  refuseUnblinding(grants, given);
  await refuseClosed(trx, given);
};

const sitesOf = async (db: Kysely<Database>, grantId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('role_grant_site')
    .innerJoin('site', 'site.id', 'role_grant_site.site_id')
    .select('site.code')
    .where('grant_id', '=', grantId)
    .orderBy('site.code')
    .execute();
  return rows.map(({ code }) => code);
};

/** Ids of a trial's sites; a site that no image has come from yet begins here. */
const siteIds = async (
  trx: Transaction<Database>,
  deps: RoleDeps,
  trialId: string,
  codes: readonly string[]
): Promise<string[]> => {
  await trx
    .insertInto('site')
    .values(codes.map(code => ({ id: deps.newId(), trial_id: trialId, code })))
    .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
    .execute();
  const rows = await trx
    .selectFrom('site')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('code', 'in', codes)
    .execute();
  return rows.map(({ id }) => id);
};

export interface RoleGiven {
  readonly trialId: string;
  readonly person: PersonOfTrial;
  readonly role: Role;
  /** Of a site coordinator alone; the caller has checked that the trial has them. */
  readonly sites: readonly string[];
  readonly reason: string;
  readonly by: string;
}

/**
 * Grants a role with its audit entry inside the caller's transaction; false where the person has it already (a site
 * coordinator: for the same sites; for other ones that grant ends and a new one begins).
 * @throws CodedError 409 CL_ROLES_UNBLIND, 422 CL_ACCOUNT_INACTIVE.
 */
export const giveRole = async (
  trx: Transaction<Database>,
  deps: RoleDeps,
  given: RoleGiven
): Promise<boolean> => {
  const { trialId, person, role } = given;
  const sites = [...new Set(given.sites)].sort();
  // Grants to one person take turns.
  await trx.selectFrom('account').select('id').where('id', '=', person.id).forUpdate().execute();
  const grants = await heldBy(trx, trialId, person.id);
  const at = deps.now();
  const reason = { digest: keyedDigest(deps.auditKey, given.reason) };
  const same = grants.find(one => one.role === role && one.ended_at === null);
  if (same !== undefined) {
    if ((await sitesOf(trx, same.id)).join() === sites.join()) return false;
    await trx
      .updateTable('role_grant')
      .set({ ended_at: at, ended_by: given.by, end_reason: given.reason })
      .where('id', '=', same.id)
      .execute();
  }
  refuseUnblinding(grants, given);
  // A coordinator's sites change within a role that they have.
  if (same === undefined) await refuseClosed(trx, given);
  const id = deps.newId();
  await grantRole(trx, {
    ...{ id, trialId, accountId: person.id, role, reason: given.reason },
    ...{ grantedBy: given.by, at },
  });
  if (sites.length > 0) {
    const ids = await siteIds(trx, deps, trialId, sites);
    await trx
      .insertInto('role_grant_site')
      .values(ids.map(siteId => ({ grant_id: id, site_id: siteId })))
      .execute();
  }
  await appendAudit(trx, trialId, {
    act: 'role.granted',
    at: at.toISOString(),
    zone: deps.zone,
    by: given.by,
    details: { account: person.id, role, reason, ...(sites.length > 0 ? { sites } : {}) },
  });
  return true;
};

/** @throws CodedError 422 CL_SITES: a site coordinator has sites of the charter in force, nobody else has any. */
const checkSites = async (
  trx: Transaction<Database>,
  trialId: string,
  role: Role,
  sites: readonly string[]
): Promise<void> => {
  const refuse = (message: string): CodedError => new CodedError(422, 'CL_SITES', message);
  if (role !== 'siteCoordinator') {
    if (sites.length > 0)
      throw refuse(`Sites are of a site coordinator, not of a ${roleWords[role]}.`);
    return;
  }
  if (sites.length === 0) throw refuse('A site coordinator needs at least one site.');
  const inForce = await effectiveVersion(trx, trialId);
  if (inForce === null) {
    throw refuse('No version of the charter is in force yet, so the trial has no sites.');
  }
  const known = storedCharter(inForce.resolved).sites.map(({ code }) => code);
  const stray = sites.find(code => !known.includes(code));
  if (stray !== undefined) {
    throw refuse(`The charter has no site ${stray} (it has ${known.join(', ')}).`);
  }
};

export interface RoleAsked {
  readonly user: string;
  readonly role: Role;
  readonly sites: readonly string[];
  readonly reason: string;
}

/**
 * Grants a role by hand. `changed` is false where the person has it.
 * @throws CodedError 422 CL_ACCOUNT_UNKNOWN, 422 CL_ACCOUNT_INACTIVE, 422 CL_SITES, 409 CL_ROLES_UNBLIND.
 */
export const grantByHand = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  asked: RoleAsked
): Promise<{ changed: boolean }> =>
  deps.db.transaction().execute(async trx => {
    const person = await accountNamed(trx, asked.user);
    await checkSites(trx, trialId, asked.role, asked.sites);
    const { role, sites, reason } = asked;
    return { changed: await giveRole(trx, deps, { trialId, person, role, sites, reason, by }) };
  });

/**
 * Ends a role from now on; the grant stays on record. The trial keeps an admin.
 * @throws CodedError 422 CL_ACCOUNT_UNKNOWN, 409 CL_ROLE_NOT_HELD, 409 CL_LAST_ADMIN.
 */
export const endRole = (
  deps: RoleDeps,
  trialId: string,
  by: string,
  asked: Omit<RoleAsked, 'sites'>
): Promise<{ changed: boolean }> =>
  deps.db.transaction().execute(async trx => {
    // Of two admins who end each other's role at once, the second is the last.
    await trx.selectFrom('trial').select('id').where('id', '=', trialId).forUpdate().execute();
    const { id: accountId } = await accountNamed(trx, asked.user);
    const at = deps.now();
    const ended = await trx
      .updateTable('role_grant')
      .set({ ended_at: at, ended_by: by, end_reason: asked.reason })
      .where('trial_id', '=', trialId)
      .where('account_id', '=', accountId)
      .where('role', '=', asked.role)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (ended === undefined) {
      throw new CodedError(
        409,
        'CL_ROLE_NOT_HELD',
        `${asked.user} is not ${roleWords[asked.role]} of this trial.`
      );
    }
    const admin = await trx
      .selectFrom('trial_role')
      .innerJoin('account', 'account.id', 'trial_role.account_id')
      .select('account.id')
      .where('trial_id', '=', trialId)
      .where('role', '=', 'admin')
      .where('account.active', '=', true)
      .executeTakeFirst();
    if (asked.role === 'admin' && admin === undefined) {
      throw new CodedError(
        409,
        'CL_LAST_ADMIN',
        `${asked.user} is the last admin of this trial; grant the role to somebody else first.`
      );
    }
    await appendAudit(trx, trialId, {
      act: 'role.ended',
      at: at.toISOString(),
      zone: deps.zone,
      by,
      details: {
        account: accountId,
        role: asked.role,
        reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
      },
    });
    return { changed: true };
  });
