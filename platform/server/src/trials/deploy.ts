import { loadCharter } from '@corelab/charter';
import { sql, type Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requireAdministrator } from '../accounts/manage-accounts.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { charterRoles, type CharterRole } from './charter-roles.js';
import { notActedOn } from './not-acted-on.js';
import { giveRole, type PersonOfTrial } from './role-grants.js';
import { roleWords } from './role-words.js';

export interface Deployment {
  readonly trialId: string;
  readonly code: string;
  readonly version: number;
  readonly hash: string;
  /** False when the newest version already has this hash: nothing was written. */
  readonly changed: boolean;
}

export interface DeployRequest {
  /** The charter's text as written. */
  readonly source: string;
  readonly by: AccountIdentity;
  readonly reason: string;
  /** A demonstration is marked so for its whole life. */
  readonly demo: boolean;
}

/** The accounts that a charter names, by user name. @throws CodedError 422 CL_READER_UNKNOWN, 422 CL_ACCOUNT_UNKNOWN. */
const peopleNamed = async (
  trx: Transaction<Database>,
  named: readonly CharterRole[]
): Promise<ReadonlyMap<string, PersonOfTrial>> => {
  const users = [...new Set(named.map(({ user }) => user))];
  if (users.length === 0) return new Map();
  const rows = await trx
    .selectFrom('account')
    .select(['id', 'user_name'])
    .where('user_name', 'in', users)
    .execute();
  const found = new Map(rows.map(row => [row.user_name, { id: row.id, userName: row.user_name }]));
  const missing = named.find(({ user }) => !found.has(user));
  if (missing === undefined) return found;
  throw new CodedError(
    422,
    missing.role === 'reader' ? 'CL_READER_UNKNOWN' : 'CL_ACCOUNT_UNKNOWN',
    `The charter names the ${roleWords[missing.role]} ${missing.user}, who has no account.`,
    { user: missing.user }
  );
};

/**
 * Deploys a charter: makes the trial, or adds a version that new reads follow; reads made before stay under
 * theirs. A new version grants the roles it names; one that names somebody no more ends nothing. All of it in one transaction with its audit entry.
 * @throws CodedError 422 CL_CHARTER_INVALID (every defect with line and column), 422 CL_CHARTER_UNSUPPORTED (every
 * place), 422 CL_READER_UNKNOWN, 422 CL_ACCOUNT_UNKNOWN, 409 CL_ROLES_UNBLIND, 403 CL_NOT_ADMIN, 403 CL_NOT_ADMINISTRATOR
 * (a new trial).
 */
export const deployTrial = async (
  deps: ServerDeps,
  request: DeployRequest
): Promise<Deployment> => {
  const loaded = loadCharter(request.source);
  if (!loaded.ok) {
    const first = loaded.errors[0];
    throw new CodedError(
      422,
      'CL_CHARTER_INVALID',
      `Line ${first?.line}, column ${first?.column}: ${first?.message}`,
      { errors: loaded.errors }
    );
  }
  const { charter, hash } = loaded;
  const [unsupported, ...others] = notActedOn(charter);
  if (unsupported !== undefined) {
    throw new CodedError(
      422,
      'CL_CHARTER_UNSUPPORTED',
      `The charter is valid, but this release does not do all that it says. ${unsupported.path}: ${unsupported.message}.`,
      { unsupported: [unsupported, ...others] }
    );
  }
  const named = charterRoles(charter);
  return deps.db.transaction().execute(async trx => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`trial:${charter.trial.id}`}, 0))`.execute(
      trx
    );
    const at = deps.now();
    const existing = await trx
      .selectFrom('trial')
      .select('id')
      .where('code', '=', charter.trial.id)
      .executeTakeFirst();
    const trialId = existing?.id ?? deps.newId();
    if (existing === undefined) {
      await requireAdministrator(trx, request.by.id);
      await trx
        .insertInto('trial')
        .values({
          id: trialId,
          code: charter.trial.id,
          name: charter.trial.name,
          phase: charter.trial.phase,
          area: charter.area,
          demo: request.demo,
          created_at: at,
        })
        .execute();
      await giveRole(trx, deps, {
        ...{ trialId, person: request.by, role: 'admin', sites: [] },
        ...{ reason: 'made the trial', by: request.by.id },
      });
    } else {
      const admin = await trx
        .selectFrom('trial_role')
        .select('role')
        .where('trial_id', '=', trialId)
        .where('account_id', '=', request.by.id)
        .where('role', '=', 'admin')
        .executeTakeFirst();
      if (admin === undefined) {
        throw new CodedError(
          403,
          'CL_NOT_ADMIN',
          `Only an admin of ${charter.trial.id} may deploy a new charter version.`
        );
      }
    }
    const people = await peopleNamed(trx, named);
    const newest = await trx
      .selectFrom('charter_version')
      .select(['version', 'hash'])
      .where('trial_id', '=', trialId)
      .orderBy('version', 'desc')
      .executeTakeFirst();
    const answer = { trialId, code: charter.trial.id, hash };
    if (newest?.hash === hash) return { ...answer, version: newest.version, changed: false };
    const version = (newest?.version ?? 0) + 1;
    await trx
      .insertInto('charter_version')
      .values({
        id: deps.newId(),
        trial_id: trialId,
        version,
        hash,
        resolved: JSON.stringify(charter),
        source: request.source,
        author: request.by.id,
        approver: null,
        effective_date: at.toISOString().slice(0, 10),
        reason: request.reason,
        scope: 'newReads',
        created_at: at,
      })
      .execute();
    for (const { user, role, sites } of named) {
      const person = people.get(user);
      if (person === undefined) throw new Error(`${user} was not looked up`);
      const reason = `named by version ${version} of the charter`;
      await giveRole(trx, deps, { trialId, person, role, sites, reason, by: request.by.id });
    }
    const act = {
      act: 'charter.deployed',
      at: at.toISOString(),
      zone: deps.zone,
      by: request.by.id,
      details: { trial: trialId, version, hash },
    };
    await appendAudit(trx, trialId, act);
    await appendAudit(trx, systemChain, act);
    return { ...answer, version, changed: true };
  });
};
