import type { Kysely } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { boundPrograms } from './bound-programs.js';
import { blockingFindings, boundDerivation } from './derive.js';
import { placesOf } from './global-read-places.js';
import { globalReadMachine } from './machines/global-read.js';
import { allows } from './machines/transition.js';
import { requireMayOpen } from './may-open.js';
import {
  courseImpacted,
  openingGlobalRead,
  readsOpen,
  type OpenGlobalRead,
} from './open-global-read.js';
import { ratedCourse, signedOf, standingTag } from './rated-course.js';
import { requireOpen, takenGlobalRead } from './reconsider.js';
import { requireUnused } from './request-used.js';
import type { SignatureView, SignRequest } from './sign.js';

interface GlobalSignature {
  readonly requestId: string;
  readonly accountId: string;
  readonly signature: SignatureView;
}

/** The signature of a global read; null while it is not signed. */
export const globalSignature = async (
  db: Kysely<Database>,
  globalReadId: string
): Promise<GlobalSignature | null> => {
  const row = await db
    .selectFrom('global_read_signature as signature')
    .innerJoin('account', 'account.id', 'signature.account_id')
    .select(['account.id as account_id', 'account.user_name', 'signature.request_id'])
    .select([
      'signature.printed_name',
      'signature.meaning',
      'signature.signed_at',
      'signature.zone',
    ])
    .select('signature.content_hash')
    .where('signature.global_read_id', '=', globalReadId)
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
 * Signs a global read like a read: password again, then in one transaction the reads that stand are checked against
 * `etag`, the whole course is rated anew, and both are bound by one hash.
 * @throws CodedError 403 CL_PASSWORD_WRONG, CL_ACCOUNT_LOCKED and those of `requireMayOpen`, 404 CL_NOT_FOUND,
 * 409 CL_GLOBAL_READ_LOCKED, CL_READS_OPEN, CL_CASE_CHANGED or CL_REQUEST_REUSED, 412 CL_READS_CHANGED,
 * 422 CL_MEANING_UNKNOWN, CL_FINDINGS_BLOCK and those of `rate`; 422s carry `items`.
 */
export const signGlobalRead = async (
  deps: ServerDeps,
  open: OpenGlobalRead,
  account: AccountIdentity,
  request: SignRequest
): Promise<{ signature: SignatureView }> => {
  await requirePassword(deps, account, request.password);
  return deps.db.transaction().execute(async trx => {
    const one = await takenGlobalRead(trx, open, account.id);
    const existing = await globalSignature(trx, one.id);
    if (existing?.requestId === request.requestId && existing.accountId === account.id) {
      return { signature: existing.signature };
    }
    requireOpen(one.state);
    await requireMayOpen({ ...deps, db: trx }, openingGlobalRead(one), account.id);
    if (one.impacted) throw courseImpacted();
    if (!allows(globalReadMachine, one.state, 'sign')) throw readsOpen();
    await requireUnused(trx, request.requestId);
    if (!one.charter.meanings.includes(request.meaning)) {
      throw new CodedError(
        422,
        'CL_MEANING_UNKNOWN',
        `The charter has no signature meaning "${request.meaning}".`,
        { items: [] }
      );
    }
    const places = await placesOf(trx, one.id);
    if (places.some(({ now }) => now.state !== 'signed')) throw courseImpacted();
    const reads = await signedOf(trx, places);
    if (standingTag(reads) !== request.etag) {
      throw new CodedError(
        412,
        'CL_READS_CHANGED',
        'A timepoint was signed again since you opened the global read: look at it as it is now.',
        { etag: standingTag(reads) }
      );
    }
    const derived = ratedCourse(one, reads);
    const blocking = blockingFindings(derived);
    if (blocking.length > 0) {
      const where = places.find(({ code }) => code === blocking[0]?.timepoint)?.label;
      throw new CodedError(
        422,
        'CL_FINDINGS_BLOCK',
        `The criterion does not allow this course to be signed as it is: ${where}: ${blocking[0]?.message}`,
        { items: blocking }
      );
    }
    const at = deps.now();
    const standing = reads.map(({ id, contentHash }) => ({ read: id, contentHash }));
    const { criterion, parameterHash, engineVersion, result } = derived.primary;
    const bound = {
      ...{ globalRead: one.id, reads: standing, ...boundDerivation(derived) },
      ...{ manifestHash: one.manifestHash, charterHash: one.charterHash, signer: account.id },
      ...(await boundPrograms(trx, 'global_read_id', one.id, request.plugins)),
      ...{ meaning: request.meaning, at: at.toISOString(), zone: deps.zone },
    };
    const contentHash = hashJson(bound);
    await trx
      .insertInto('global_read_signature')
      .values({
        ...{ id: deps.newId(), global_read_id: one.id, account_id: account.id },
        ...{ request_id: request.requestId, printed_name: account.displayName },
        ...{ meaning: request.meaning, signed_at: at, zone: deps.zone },
        ...{ reads: JSON.stringify(standing), result: JSON.stringify(result) },
        ...{ criterion, parameter_hash: parameterHash, engine_version: engineVersion },
        content_hash: contentHash,
      })
      .execute();
    if (derived.others.length > 0) {
      await trx
        .insertInto('global_read_result')
        .values(
          derived.others.map(other => ({
            ...{ id: deps.newId(), global_read_id: one.id, criterion: other.criterion },
            ...{ parameter_hash: other.parameterHash, engine_version: other.engineVersion },
            result: JSON.stringify(other.result),
          }))
        )
        .execute();
    }
    // With the signature, so that a process that ends now leaves what follows to another.
    await deps.jobs.send(one.courseId, trx);
    await applyTransition(trx, [changeOf(globalReadMachine, one.id, one.state, 'sign')], {
      ...(await byPerson(trx, one.trialId, account.id)),
      ...{ chain: one.trialId, at, zone: deps.zone },
      details: { ...bound, contentHash, requestId: request.requestId },
    });
    return {
      signature: {
        ...{ by: account.userName, name: account.displayName, at: at.toISOString() },
        ...{ zone: deps.zone, meaning: request.meaning, hash: contentHash },
      },
    };
  });
};
