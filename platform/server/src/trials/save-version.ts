import { hashText, keyedDigest } from '../audit/canonical-json.js';
import type { AccountIdentity } from '../accounts/accounts.js';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { charterVersionMachine } from '../workflow/machines/charter-version.js';
import { checkCharter, type CharterCheck } from './charter-check.js';
import type { TrialHandle } from './roles.js';
import type { Scope } from './scope.js';
import {
  lockTrialCharter,
  newestVersion,
  versionsInForce,
  type CharterVersionRow,
} from './trial-versions.js';

/** An amendment in its author's words. */
export interface Amendment {
  /** The charter's text as written. */
  readonly source: string;
  /** Needed once a version of the trial was in force, like `scope`. */
  readonly reason: string | null;
  readonly scope: Scope | null;
}

/** Reason and scope of a version to be. */
export interface Intent {
  readonly reason: string;
  readonly scope: Scope;
}

const firstVersion: Intent = { reason: 'first version', scope: 'newSubjects' };

/**
 * What an amendment is for and what it reaches: never assumed once a version was in force.
 * @throws CodedError 422 CL_REASON_NEEDED, CL_SCOPE_NEEDED
 */
export const intentOf = async (
  trx: Transaction<Database>,
  trialId: string,
  { reason, scope }: Amendment
): Promise<Intent> => {
  if ((await versionsInForce(trx, trialId)).length === 0) {
    return { reason: reason ?? firstVersion.reason, scope: scope ?? firstVersion.scope };
  }
  if (reason === null || reason.trim() === '') {
    throw new CodedError(422, 'CL_REASON_NEEDED', 'An amendment needs a reason.');
  }
  if (scope === null) {
    throw new CodedError(
      422,
      'CL_SCOPE_NEEDED',
      'An amendment needs a scope: newSubjects, newTimepoints or allWithRereading.'
    );
  }
  return { reason, scope };
};

/** A version as it begins; the caller says its state and applies the act. */
export const newVersion = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  trialId: string,
  by: AccountIdentity,
  { source, whole, reason, scope }: Intent & { source: string; whole: CharterCheck['whole'] }
) => ({
  id: deps.newId(),
  trial_id: trialId,
  version: ((await newestVersion(trx, trialId))?.version ?? 0) + 1,
  hash: whole?.hash ?? null,
  resolved: whole === null ? null : JSON.stringify(whole.charter),
  source,
  author: by.id,
  reason,
  scope,
  created_at: deps.now(),
});

/** What an audit entry says of a version; its text and reason are in the database. */
export const versionDetails = (
  deps: ServerDeps,
  version: Pick<
    CharterVersionRow,
    'id' | 'trial_id' | 'version' | 'hash' | 'source' | 'scope' | 'reason'
  >
) => ({
  charterVersion: version.id,
  trial: version.trial_id,
  version: version.version,
  hash: version.hash,
  sourceHash: hashText(version.source),
  scope: version.scope,
  reason: { digest: keyedDigest(deps.auditKey, version.reason) },
});

/** Writes a draft inside the caller's transaction. */
export const writeDraft = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  trialId: string,
  by: AccountIdentity,
  draft: Intent & { source: string; whole: CharterCheck['whole'] }
): Promise<CharterVersionRow> => {
  const values = await newVersion(deps, trx, trialId, by, draft);
  const row = await trx
    .insertInto('charter_version')
    .values({ ...values, state: 'draft' })
    .returningAll()
    .executeTakeFirstOrThrow();
  await applyTransition(trx, [changeOf(charterVersionMachine, row.id, null, 'write')], {
    ...(await byPerson(trx, trialId, by.id, { reason: draft.reason })),
    chain: trialId,
    at: row.created_at,
    zone: deps.zone,
    details: versionDetails(deps, row),
  });
  return row;
};

const newerVersion = async (
  trx: Transaction<Database>,
  { version, author }: CharterVersionRow
): Promise<CodedError> => {
  const row =
    author === null
      ? undefined
      : await trx
          .selectFrom('account')
          .select('user_name')
          .where('id', '=', author)
          .executeTakeFirst();
  return new CodedError(
    409,
    'CL_CHARTER_NEWER_VERSION',
    `Version ${version} was saved ${row === undefined ? '' : `by ${row.user_name} `}while you were writing: compare it with your text, then save yours as the version after it.`,
    { newest: version }
  );
};

export interface SavedDraft extends Omit<CharterCheck, 'whole'> {
  readonly version: number;
  readonly state: CharterVersionRow['state'];
  readonly hash: string | null;
  /** False when the newest version already is a draft of this very text: nothing was written. */
  readonly changed: boolean;
}

/**
 * Keeps a text as a draft, also one with errors, and says what there is to say of it. Each text is a version of its
 * own: a version's text never changes. `after` is the newest version that its author knows of, null when that does not
 * matter.
 * @throws CodedError 422 CL_CHARTER_OF_OTHER_TRIAL, CL_REASON_NEEDED, CL_SCOPE_NEEDED, 409 CL_CHARTER_NEWER_VERSION
 */
export const saveDraft = async (
  deps: ServerDeps,
  trial: TrialHandle,
  by: AccountIdentity,
  amendment: Amendment & { readonly after: number | null }
): Promise<SavedDraft> => {
  const { whole, ...found } = checkCharter(amendment.source);
  if (whole !== null && whole.charter.trial.id !== trial.code) {
    throw new CodedError(
      422,
      'CL_CHARTER_OF_OTHER_TRIAL',
      `This is a charter of ${whole.charter.trial.id}, not of ${trial.code}.`
    );
  }
  return deps.db.transaction().execute(async trx => {
    await lockTrialCharter(trx, trial.id);
    const intent = await intentOf(trx, trial.id, amendment);
    const newest = await newestVersion(trx, trial.id);
    const same =
      newest?.state === 'draft' &&
      newest.source === amendment.source &&
      newest.reason === intent.reason &&
      newest.scope === intent.scope;
    if (!same && amendment.after !== null && newest !== null && newest.version > amendment.after) {
      throw await newerVersion(trx, newest);
    }
    const row = same
      ? newest
      : await writeDraft(deps, trx, trial.id, by, { ...intent, source: amendment.source, whole });
    return {
      version: row.version,
      state: row.state,
      hash: row.hash,
      changed: !same,
      ...found,
    };
  });
};
