import type { Charter } from '@corelab/charter';
import { sql, type Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requireAdministrator } from '../accounts/manage-accounts.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { charterVersionMachine } from '../workflow/machines/charter-version.js';
import { checkCharter, runnableCharter, type CharterCheck } from './charter-check.js';
import { grantPeople, namedBy, peopleOf } from './charter-people.js';
import { send, supersession } from './decide-version.js';
import { giveRole } from './role-grants.js';
import { rolesIn } from './roles.js';
import {
  intentOf,
  newVersion,
  versionDetails,
  writeDraft,
  type Amendment,
  type Intent,
} from './save-version.js';
import {
  effectiveVersion,
  lockTrialCharter,
  newestVersion,
  versionsInForce,
  type CharterVersionRow,
} from './trial-versions.js';

export interface Deployment {
  readonly trialId: string;
  readonly code: string;
  readonly version: number;
  readonly hash: string;
  readonly state: CharterVersionRow['state'];
  /** False when the newest version already is this charter, and stands as it stood. */
  readonly changed: boolean;
  readonly findings: CharterCheck['findings'];
  /** What is to be done next, in a sentence; null when nothing is. */
  readonly next: string | null;
}

export interface DeployRequest extends Amendment {
  readonly by: AccountIdentity;
  /** Into force at once: for a demonstration, which is marked so for its whole life. */
  readonly demo: boolean;
}

type Trx = Transaction<Database>;

/** The trial of the charter, made when it is new; its author is an admin of it. */
const ensureTrial = async (
  deps: ServerDeps,
  trx: Trx,
  { trial, area }: Charter,
  { by, demo }: DeployRequest
): Promise<string> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`trial:${trial.id}`}, 0))`.execute(trx);
  const existing = await trx
    .selectFrom('trial')
    .select(['id', 'demo'])
    .where('code', '=', trial.id)
    .executeTakeFirst();
  if (existing !== undefined) {
    await lockTrialCharter(trx, existing.id);
    if (!(await rolesIn(trx, existing.id, by.id)).includes('admin')) {
      throw new CodedError(
        403,
        'CL_NOT_ADMIN',
        `Only an admin of ${trial.id} may deploy a new charter version.`
      );
    }
    if (demo && !existing.demo) {
      throw new CodedError(
        409,
        'CL_NOT_A_DEMO',
        `${trial.id} is no demonstration: its charter needs approval.`
      );
    }
    return existing.id;
  }
  await requireAdministrator(trx, by.id);
  const at = deps.now();
  const id = deps.newId();
  const { id: code, name, phase } = trial;
  await trx
    .insertInto('trial')
    .values({ id, code, name, phase, area, demo, created_at: at })
    .execute();
  await giveRole(trx, deps, {
    ...{ trialId: id, person: by, role: 'admin', sites: [] },
    ...{ reason: 'made the trial', by: by.id },
  });
  await appendAudit(trx, systemChain, {
    ...{ act: 'trial.created', at: at.toISOString(), zone: deps.zone, by: by.id },
    details: { trial: id, demo },
  });
  return id;
};

/** Puts a version into force without approval, and says so in the audit entry. */
const demonstrate = async (
  deps: ServerDeps,
  trx: Trx,
  trialId: string,
  by: AccountIdentity,
  draft: Intent & { source: string; whole: NonNullable<CharterCheck['whole']> }
): Promise<Pick<CharterVersionRow, 'version' | 'state'>> => {
  const values = await newVersion(deps, trx, trialId, by, draft);
  const at = values.created_at;
  const details = { ...versionDetails(deps, values), approval: 'none: a demonstration' };
  const begins = changeOf(charterVersionMachine, values.id, null, 'demonstrate');
  await applyTransition(trx, [...supersession(await effectiveVersion(trx, trialId)), begins], {
    ...(await byPerson(trx, trialId, by.id, { reason: draft.reason })),
    ...{ chain: trialId, at, zone: deps.zone, details },
  });
  await appendAudit(trx, systemChain, {
    ...{ act: 'charter.deployed', at: at.toISOString(), zone: deps.zone, by: by.id },
    details,
  });
  await trx
    .insertInto('charter_version')
    .values({ ...values, state: 'effective', effective_from: at })
    .execute();
  const people = await peopleOf(trx, draft.whole.charter);
  await grantPeople(trx, deps, people, {
    ...{ trialId, by: by.id, reason: namedBy(values.version) },
  });
  return { version: values.version, state: 'effective' };
};

const nextOf = (code: string, { version, state }: Pick<CharterVersionRow, 'version' | 'state'>) =>
  state === 'sentForApproval'
    ? `Nothing is in force yet of version ${version}: an admin of ${code} other than its author looks at it (corelab trial diff|impact ${code} ${version}) and approves it (corelab trial approve ${code} ${version}).`
    : null;

/**
 * Deploys a charter: makes the trial or amends it. The version is saved and sent for approval, and nothing of it is in
 * force until another person approves it; a demonstration is in force at once. Before the first version is in force,
 * the admins whom the charter names have that role at once, so that one of them can approve it.
 * All of it in one transaction with its audit entries.
 * @throws CodedError those of `runnableCharter`, `peopleOf`, `intentOf` and `send`, 403 CL_NOT_ADMIN,
 * CL_NO_DEMONSTRATION, CL_NOT_ADMINISTRATOR (a new trial), 409 CL_NOT_A_DEMO
 */
export const deployTrial = async (
  deps: ServerDeps,
  request: DeployRequest
): Promise<Deployment> => {
  const { by, source } = request;
  if (request.demo && !deps.demonstration) {
    throw new CodedError(
      403,
      'CL_NO_DEMONSTRATION',
      'This server runs no demonstration: a charter comes into force by approval.'
    );
  }
  const check = checkCharter(source);
  const whole = runnableCharter(check);
  return deps.db.transaction().execute(async trx => {
    const trialId = await ensureTrial(deps, trx, whole.charter, request);
    const people = await peopleOf(trx, whole.charter);
    if ((await versionsInForce(trx, trialId)).length === 0) {
      await grantPeople(
        trx,
        deps,
        people.filter(({ role }) => role === 'admin'),
        { trialId, by: by.id, reason: 'named by the charter sent for approval' }
      );
    }
    const newest = await newestVersion(trx, trialId);
    const same = newest !== null && newest.hash === whole.hash && newest.state !== 'rejected';
    const standing = same && newest.state !== 'draft' && !request.demo ? newest : null;
    const inForce = same && newest.state === 'effective' ? newest : null;
    const answer = (version: Pick<CharterVersionRow, 'version' | 'state'>, changed: boolean) => ({
      trialId,
      code: whole.charter.trial.id,
      version: version.version,
      hash: whole.hash,
      state: version.state,
      changed,
      findings: check.findings,
      next: nextOf(whole.charter.trial.id, version),
    });
    const unchanged = standing ?? inForce;
    if (unchanged !== null) return answer(unchanged, false);
    const draft = { ...(await intentOf(trx, trialId, request)), source, whole };
    if (request.demo) return answer(await demonstrate(deps, trx, trialId, by, draft), true);
    const kept = same && newest.scope === draft.scope && newest.reason === draft.reason;
    const version = kept ? newest : await writeDraft(deps, trx, trialId, by, draft);
    return answer(await send(deps, trx, version, by), true);
  });
};
