import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { software } from '../audit/software.js';
import { hashJson, keyedDigest } from '../audit/canonical-json.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf, type Change } from '../workflow/apply-transition.js';
import { charterVersionMachine } from '../workflow/machines/charter-version.js';
import { checkCharter, runnableCharter } from './charter-check.js';
import { checkPeople, grantPeople, namedBy, peopleOf } from './charter-people.js';
import { askForRereading } from './rereading.js';
import type { TrialHandle } from './roles.js';
import { versionDetails } from './save-version.js';
import { requireTracksKept } from './trial-tracks.js';
import {
  effectiveVersion,
  lockTrialCharter,
  versionOf,
  type CharterVersionRow,
} from './trial-versions.js';

/** What the signature of an approval may mean. */
export const approvalMeanings = ['I reviewed this charter version and approve it'] as const;

/** A version after an act. */
export interface Decided {
  readonly version: number;
  readonly state: CharterVersionRow['state'];
}

interface Decision {
  readonly act: 'send' | 'recall' | 'approve' | 'reject';
  readonly at: Date;
  readonly reason: string | null;
  readonly meaning?: string;
  readonly contentHash?: string;
}

/** Who decided what and why, in words, beside the audit entry that holds no words. */
const recordDecision = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  version: CharterVersionRow,
  by: AccountIdentity,
  { act, at, reason, meaning, contentHash }: Decision
): Promise<void> => {
  await trx
    .insertInto('charter_decision')
    .values({
      ...{ id: deps.newId(), charter_version_id: version.id, act, account_id: by.id },
      ...{ at, zone: deps.zone, reason, meaning: meaning ?? null },
      content_hash: contentHash ?? null,
    })
    .execute();
};

const overtaken = (version: CharterVersionRow, current: CharterVersionRow, remedy: string): Error =>
  new CodedError(
    409,
    'CL_CHARTER_OVERTAKEN',
    `Version ${current.version} came into force since version ${version.version} was ${version.state === 'draft' ? 'saved' : 'sent'}: ${remedy}.`,
    { inForce: current.version }
  );

/**
 * Sends a draft for approval inside the caller's transaction, which holds the trial's lock. What its approval would
 * refuse as things stand is refused to its author already.
 * @throws CodedError those of `runnableCharter`, `requireTracksKept`, `peopleOf`, `checkPeople` and `applyTransition`,
 * 409 CL_CHARTER_OVERTAKEN
 */
export const send = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  version: CharterVersionRow,
  by: AccountIdentity
): Promise<Decided> => {
  if (version.state === 'draft') {
    const { charter } = runnableCharter(checkCharter(version.source));
    await requireTracksKept(trx, version.trial_id, charter);
    await checkPeople(trx, version.trial_id, await peopleOf(trx, charter));
  }
  const current = await effectiveVersion(trx, version.trial_id);
  if (current !== null && current.version > version.version) {
    throw overtaken(version, current, 'save the text as a new version');
  }
  const at = deps.now();
  await trx
    .updateTable('charter_version')
    .set({ sent_against: current?.id ?? null })
    .where('id', '=', version.id)
    .where('state', '=', 'draft')
    .execute();
  await recordDecision(deps, trx, version, by, { act: 'send', at, reason: null });
  await applyTransition(trx, [changeOf(charterVersionMachine, version.id, version.state, 'send')], {
    ...(await byPerson(trx, version.trial_id, by.id)),
    chain: version.trial_id,
    at,
    zone: deps.zone,
    details: { ...versionDetails(deps, version), against: current?.version ?? null },
  });
  return { version: version.version, state: 'sentForApproval' };
};

/** @throws CodedError as `send`, 404 CL_NOT_FOUND */
export const sendVersion = async (
  deps: ServerDeps,
  trial: TrialHandle,
  number: number,
  by: AccountIdentity
): Promise<Decided> =>
  deps.db.transaction().execute(async trx => {
    await lockTrialCharter(trx, trial.id);
    return send(deps, trx, await versionOf(trx, trial.id, number), by);
  });

/**
 * Takes a sent version back, or rejects it as a person other than its author.
 * @throws CodedError 404 CL_NOT_FOUND and those of `applyTransition`
 */
export const refuseVersion = async (
  deps: ServerDeps,
  trial: TrialHandle,
  number: number,
  by: AccountIdentity,
  { act, reason }: { readonly act: 'recall' | 'reject'; readonly reason: string }
): Promise<Decided> => {
  const seen = await versionOf(deps.db, trial.id, number);
  return deps.db.transaction().execute(async trx => {
    await lockTrialCharter(trx, trial.id);
    const at = deps.now();
    await recordDecision(deps, trx, seen, by, { act, at, reason });
    await applyTransition(trx, [changeOf(charterVersionMachine, seen.id, seen.state, act)], {
      ...(await byPerson(trx, trial.id, by.id, { reason, secondPerson: seen.author })),
      chain: trial.id,
      at,
      zone: deps.zone,
      details: {
        ...versionDetails(deps, seen),
        why: { digest: keyedDigest(deps.auditKey, reason) },
      },
    });
    return { version: number, state: act === 'recall' ? 'draft' : 'rejected' };
  });
};

/** What goes with a version that comes into force: the one before leaves it. */
export const supersession = (current: CharterVersionRow | null): Change[] =>
  current === null ? [] : [changeOf(charterVersionMachine, current.id, 'effective', 'supersede')];

export interface Approval {
  readonly password: string;
  readonly meaning: string;
  readonly reason: string;
}

/**
 * Approves a version: a person other than its author signs it with the password again, and it is in force from this
 * instant on. Reads that its scope asks for again are listed; no read changes. Of several who try at once, one does.
 * @throws CodedError 404 CL_NOT_FOUND, 403 CL_PASSWORD_WRONG or CL_ACCOUNT_LOCKED, 409 CL_CHARTER_OVERTAKEN when
 * another version came into force since this one was sent, 409 CL_ROLES_UNBLIND when grants made since then keep
 * somebody from a role, 422 CL_MEANING_UNKNOWN, and those of `send`
 */
export const approveVersion = async (
  deps: ServerDeps,
  trial: TrialHandle,
  number: number,
  by: AccountIdentity,
  { password, meaning, reason }: Approval
): Promise<Decided & { readonly rereading: number; readonly contentHash: string }> => {
  const seen = await versionOf(deps.db, trial.id, number);
  await requirePassword(deps, by, password);
  if (!approvalMeanings.some(known => known === meaning)) {
    throw new CodedError(
      422,
      'CL_MEANING_UNKNOWN',
      `An approval means: ${approvalMeanings.join(', ')}.`
    );
  }
  return deps.db.transaction().execute(async trx => {
    await lockTrialCharter(trx, trial.id);
    const version = await versionOf(trx, trial.id, number);
    const current = await effectiveVersion(trx, trial.id);
    const standsAsSeen = version.state === seen.state && seen.state === 'sentForApproval';
    if (standsAsSeen && current !== null && current.id !== version.sent_against) {
      throw overtaken(version, current, 'recall it, look at its impact and send it again');
    }
    const at = deps.now();
    const bound = {
      ...versionDetails(deps, version),
      against: current?.version ?? null,
      author: version.author,
      approver: by.id,
      software,
      meaning,
      at: at.toISOString(),
      zone: deps.zone,
    };
    const contentHash = hashJson(bound);
    const approval = changeOf(charterVersionMachine, version.id, seen.state, 'approve');
    const details = { ...bound, contentHash, why: { digest: keyedDigest(deps.auditKey, reason) } };
    const asked = standsAsSeen ? await askForRereading(trx, version, at) : [];
    if (standsAsSeen) {
      const { charter } = runnableCharter(checkCharter(version.source));
      await requireTracksKept(trx, trial.id, charter);
      const people = await peopleOf(trx, charter);
      await grantPeople(trx, deps, people, {
        ...{ trialId: trial.id, by: by.id, reason: namedBy(number) },
      });
      await trx
        .updateTable('charter_version')
        .set({ approver: by.id, approved_at: at, effective_from: at })
        .where('id', '=', version.id)
        .execute();
      await recordDecision(deps, trx, version, by, {
        ...{ act: 'approve', at, reason, meaning, contentHash },
      });
    }
    const superseded = standsAsSeen ? supersession(current) : [];
    await applyTransition(trx, [...superseded, approval], {
      ...(await byPerson(trx, trial.id, by.id, { reason, secondPerson: version.author })),
      chain: trial.id,
      at,
      zone: deps.zone,
      details: { ...details, rereading: asked },
    });
    await appendAudit(trx, systemChain, {
      ...{ act: 'charter.approved', at: at.toISOString(), zone: deps.zone, by: by.id },
      details,
    });
    return { version: number, state: 'effective', rereading: asked.length, contentHash };
  });
};
