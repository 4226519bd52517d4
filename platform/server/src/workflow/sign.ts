import { hashReadDocument, openItems } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { canonicalJson, hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { keepEvidence } from '../evidence/evidence-store.js';
import { signedPictures, type GivenPictures } from '../evidence/signed-pictures.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { boundPrograms } from './bound-programs.js';
import { courseHistory } from './course-history.js';
import { requireOwnResponse } from './own-response.js';
import { blockingFindings, boundDerivation, derive } from './derive.js';
import { currentDraft, draftConflict, lockRead } from './drafts.js';
import { readMachine } from './machines/read.js';
import { allows } from './machines/transition.js';
import { lockCourse } from './reading-locks.js';
import { isEarlierReadOpen, requireMayOpen } from './may-open.js';
import { openingCase, type OpenRead } from './open-read.js';
import { readOnHold } from './read-refusals.js';
import { requireUnused } from './request-used.js';
import { shownRead } from './shown-read.js';
import { signedResults } from './signed-results.js';
import { requireWholeSubject } from './whole-subject.js';

export interface SignRequest {
  readonly password: string;
  readonly meaning: string;
  /** Made once per intention to sign: the same one again gives the same answer. */
  readonly requestId: string;
  readonly etag: string;
  /** Build of the viewer's plugins in the page that signs. */
  readonly plugins?: string;
}

export interface SignReadRequest extends SignRequest {
  readonly pictures?: GivenPictures;
}

export interface SignatureView {
  readonly by: string;
  readonly name: string;
  readonly at: string;
  readonly zone: string;
  readonly meaning: string;
  readonly hash: string;
}

export interface Signed {
  readonly signature: SignatureView;
  readonly derived: unknown;
}

interface SignatureOwner {
  readonly requestId: string;
  readonly accountId: string;
}

/** The signature of a read and what its primary criterion made of it; null while it is not signed. */
export const signatureOf = async (
  db: Kysely<Database>,
  readId: string
): Promise<(Signed & SignatureOwner) | null> => {
  const row = await db
    .selectFrom('signature')
    .innerJoin('account', 'account.id', 'signature.account_id')
    .select([
      'account.id as account_id',
      'account.user_name',
      'signature.request_id',
      'signature.printed_name',
      'signature.meaning',
      'signature.signed_at',
      'signature.zone',
      'signature.content_hash',
    ])
    .where('signature.read_id', '=', readId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const results = (await signedResults(db, [readId])).get(readId);
  if (results === undefined) throw new Error(`the signed read ${readId} has no derived result`);
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
    derived: results.primary.result,
  };
};

/**
 * Signs a read: password again, then in one transaction the draft is checked against `etag`, completeness and
 * the criteria's findings, the response is derived under each of them, everything is bound by one hash and locked.
 * @throws CodedError 403 CL_PASSWORD_WRONG, CL_ACCOUNT_LOCKED, CL_NOT_QUALIFIED, CL_CONFLICT_OF_INTEREST or CL_ACT_NOT_YOURS, 409 CL_READ_LOCKED,
 * CL_READ_ON_HOLD or CL_EARLIER_READ_OPEN, those of `requireWholeSubject`, 412 CL_DRAFT_CONFLICT, 422 CL_MEANING_UNKNOWN, CL_OPEN_ITEMS, CL_READER_RESPONSE, CL_FINDINGS_BLOCK and those of
 * `derive` and `signedPictures`; 422s carry `items`.
 */
export const signRead = async (
  deps: ServerDeps,
  read: OpenRead,
  account: AccountIdentity,
  request: SignReadRequest
): Promise<Signed> => {
  await requirePassword(deps, account, request.password);
  const shown = await shownRead(deps, read);
  return deps.db.transaction().execute(async trx => {
    await lockCourse(trx, read.courseId);
    const state = await lockRead(trx, read.id);
    const existing = await signatureOf(trx, read.id);
    if (existing !== null) {
      if (existing.requestId === request.requestId && existing.accountId === account.id) {
        return { signature: existing.signature, derived: existing.derived };
      }
      throw new CodedError(409, 'CL_READ_LOCKED', 'The read is already signed.');
    }
    if (state === 'onHold') throw readOnHold();
    const earlierOpen = await isEarlierReadOpen(trx, read.id);
    const opening = { ...openingCase(read), state, earlierOpen };
    await requireMayOpen({ ...deps, db: trx }, opening, account.id);
    if (!allows(readMachine, state, 'sign')) {
      throw new CodedError(409, 'CL_READ_LOCKED', 'The read is not open for signing.');
    }
    await requireUnused(trx, request.requestId);
    if (!read.charter.meanings.includes(request.meaning)) {
      throw new CodedError(
        422,
        'CL_MEANING_UNKNOWN',
        `The charter has no signature meaning "${request.meaning}".`,
        { items: [] }
      );
    }
    const draft = await currentDraft(trx, read);
    if (draft.etag !== request.etag) throw draftConflict(draft);
    if (read.charter.order === 'allAtOnce') await requireWholeSubject(trx, read, account.id);
    const open = openItems(draft.document, { baseline: read.baseline });
    if (open.length > 0) {
      throw new CodedError(
        422,
        'CL_OPEN_ITEMS',
        `${open.length} ${open.length === 1 ? 'thing is' : 'things are'} left before this read can be signed. ${open[0]?.message ?? ''}`,
        { items: open }
      );
    }
    requireOwnResponse(read, draft.document);
    const derived = derive(read, await courseHistory(trx, read), draft.document);
    const last = derived.primary.result.timepoints.at(-1)?.id;
    const blocking = blockingFindings(derived)
      .filter(({ timepoint }) => timepoint === last)
      .map(({ lesion, code, message }) => ({ lesion, code, message }));
    if (blocking.length > 0) {
      throw new CodedError(
        422,
        'CL_FINDINGS_BLOCK',
        'The criterion does not allow this read to be signed as it is.',
        { items: blocking }
      );
    }
    const at = deps.now();
    const documentHash = hashReadDocument(draft.document);
    const pictures = await signedPictures(request.pictures, draft.document, bytes =>
      keepEvidence(trx, { mediaType: 'image/png', bytes, at })
    );
    const shownHash = await keepEvidence(trx, {
      ...{ mediaType: 'application/json', at },
      bytes: Buffer.from(canonicalJson(shown)),
    });
    const bound = {
      read: read.id,
      documentHash,
      ...boundDerivation(derived),
      manifestHash: read.manifestHash,
      charterHash: read.charterHash,
      ...{ shownHash, pictures },
      ...(await boundPrograms(trx, 'read_id', read.id, request.plugins)),
      signer: account.id,
      meaning: request.meaning,
      at: at.toISOString(),
      zone: deps.zone,
    };
    const contentHash = hashJson(bound);
    await trx
      .insertInto('derived_result')
      .values(
        [derived.primary, ...derived.others].map(one => ({
          ...{ id: deps.newId(), read_id: read.id, criterion: one.criterion },
          ...{ parameter_hash: one.parameterHash, engine_version: one.engineVersion },
          ...{ result: JSON.stringify(one.result), created_at: at },
        }))
      )
      .execute();
    await trx
      .insertInto('signature')
      .values({
        id: deps.newId(),
        read_id: read.id,
        account_id: account.id,
        request_id: request.requestId,
        printed_name: account.displayName,
        meaning: request.meaning,
        signed_at: at,
        zone: deps.zone,
        document: JSON.stringify(draft.document),
        document_hash: documentHash,
        content_hash: contentHash,
        ...{ pictures: JSON.stringify(pictures), shown_sha256: shownHash },
      })
      .execute();
    // With the signature, so that a process that ends now leaves the release to another.
    await deps.jobs.send(read.courseId, trx);
    await applyTransition(trx, [changeOf(readMachine, read.id, state, 'sign')], {
      ...(await byPerson(trx, read.trialId, account.id)),
      chain: read.trialId,
      at,
      zone: deps.zone,
      details: { ...bound, contentHash, requestId: request.requestId },
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
      derived: derived.primary.result,
    };
  });
};
