import { decisionOf, decisionOpenItems } from '@corelab/adjudication';
import type { Kysely } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { boundPrograms } from './bound-programs.js';
import { comparedReads } from './compared-reads.js';
import { adjudicationEngine } from './compare-reads.js';
import { currentDecision, decisionConflict, lockAdjudication } from './decision-drafts.js';
import { engineVersion } from './derive.js';
import { adjudicationMachine } from './machines/adjudication.js';
import { allows } from './machines/transition.js';
import { requireMayOpen } from './may-open.js';
import { openingAdjudication, type OpenAdjudication } from './open-adjudication.js';
import { readOnHold } from './read-refusals.js';
import { requireUnused } from './request-used.js';
import type { SignatureView, SignRequest } from './sign.js';
import { timepointAliases } from './timepoint-aliases.js';

interface DecisionSignature {
  readonly requestId: string;
  readonly accountId: string;
  readonly signature: SignatureView;
}

/** The signature of an adjudication; null while it is not signed. */
export const decisionSignature = async (
  db: Kysely<Database>,
  adjudicationId: string
): Promise<DecisionSignature | null> => {
  const row = await db
    .selectFrom('adjudication_signature as signature')
    .innerJoin('account', 'account.id', 'signature.account_id')
    .select(['account.id as account_id', 'account.user_name', 'signature.request_id'])
    .select([
      'signature.printed_name',
      'signature.meaning',
      'signature.signed_at',
      'signature.zone',
    ])
    .select('signature.content_hash')
    .where('signature.adjudication_id', '=', adjudicationId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    requestId: row.request_id,
    accountId: row.account_id,
    signature: {
      by: row.user_name,
      name: row.printed_name,
      at: row.signed_at.toISOString(),
      zone: row.zone,
      meaning: row.meaning,
      hash: row.content_hash,
    },
  };
};

/**
 * Signs a decision like a read: password again, then in one transaction the draft is checked against `etag` and for what
 * is left, and bound by one hash with the reads it decides on.
 * @throws CodedError 403 CL_PASSWORD_WRONG, CL_ACCOUNT_LOCKED, CL_NOT_QUALIFIED, CL_CONFLICT_OF_INTEREST or
 * CL_ACT_NOT_YOURS, 409 CL_READ_LOCKED, CL_READ_ON_HOLD, CL_REQUEST_REUSED or CL_CASE_CHANGED, 412 CL_DRAFT_CONFLICT,
 * 422 CL_MEANING_UNKNOWN or CL_OPEN_ITEMS; 422s carry `items`.
 */
export const signDecision = async (
  deps: ServerDeps,
  adjudication: OpenAdjudication,
  account: AccountIdentity,
  request: SignRequest
): Promise<{ signature: SignatureView }> => {
  await requirePassword(deps, account, request.password);
  const { id, trialId, charter, comparison } = adjudication;
  return deps.db.transaction().execute(async trx => {
    const state = await lockAdjudication(trx, id);
    const existing = await decisionSignature(trx, id);
    if (existing !== null) {
      if (existing.requestId === request.requestId && existing.accountId === account.id) {
        return { signature: existing.signature };
      }
      throw new CodedError(409, 'CL_READ_LOCKED', 'The adjudication is already signed.');
    }
    if (state === 'onHold') throw readOnHold();
    const opening = { ...openingAdjudication(adjudication), state };
    await requireMayOpen({ ...deps, db: trx }, opening, account.id);
    // One that is ready has nothing saved yet: what is left to do is said below.
    if (!allows(adjudicationMachine, state, 'sign') && state !== 'ready') {
      throw new CodedError(409, 'CL_READ_LOCKED', 'The adjudication is not open for signing.');
    }
    await requireUnused(trx, request.requestId);
    if (!charter.meanings.includes(request.meaning)) {
      throw new CodedError(
        422,
        'CL_MEANING_UNKNOWN',
        `The charter has no signature meaning "${request.meaning}".`,
        { items: [] }
      );
    }
    const draft = await currentDecision(trx, id);
    const aliases = await timepointAliases(trx, adjudication);
    if (draft.etag !== request.etag) throw decisionConflict(draft, aliases);
    const { timepoints } = comparison;
    const mode = charter.rules.mode ?? 'selectRead';
    const items = aliases.outward(decisionOpenItems(draft.document, { mode, timepoints }));
    const decision = decisionOf(draft.document, timepoints, adjudication.swap);
    if (items.length > 0 || decision === null) {
      throw new CodedError(
        422,
        'CL_OPEN_ITEMS',
        `${items.length} ${items.length === 1 ? 'thing is' : 'things are'} left before this can be signed: ${items[0]?.message ?? ''}.`,
        { items }
      );
    }
    const at = deps.now();
    const bound = {
      adjudication: id,
      documentHash: hashJson(draft.document),
      decisionHash: hashJson(decision),
      comparisonHash: hashJson(comparison),
      reads: await comparedReads(trx, id),
      manifestHash: adjudication.manifestHash,
      charterHash: adjudication.charterHash,
      ...{ criterion: charter.criterion, engineVersion, adjudicationEngine },
      ...(await boundPrograms(trx, 'adjudication_id', id, request.plugins)),
      ...{ signer: account.id, meaning: request.meaning },
      ...{ at: at.toISOString(), zone: deps.zone },
    };
    const contentHash = hashJson(bound);
    await trx
      .insertInto('adjudication_signature')
      .values({
        ...{ id: deps.newId(), adjudication_id: id, account_id: account.id },
        ...{ request_id: request.requestId, printed_name: account.displayName },
        ...{ meaning: request.meaning, signed_at: at, zone: deps.zone },
        document: JSON.stringify(draft.document),
        decision: JSON.stringify(decision),
        ...{ document_hash: bound.documentHash, content_hash: contentHash },
      })
      .execute();
    // With the signature, so that a process that ends now leaves the final to another.
    await deps.jobs.send(adjudication.courseId, trx);
    await applyTransition(trx, [changeOf(adjudicationMachine, id, state, 'sign')], {
      ...(await byPerson(trx, trialId, account.id, { reason: draft.document.reason.text })),
      ...{ chain: trialId, at, zone: deps.zone },
      details: {
        ...{ ...bound, contentHash, requestId: request.requestId },
        reasonCode: draft.document.reason.code,
      },
    });
    return {
      signature: {
        by: account.userName,
        name: account.displayName,
        at: at.toISOString(),
        zone: deps.zone,
        meaning: request.meaning,
        hash: contentHash,
      },
    };
  });
};
