import { sql, type Kysely, type Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { lockStudy } from '../intake/admit.js';
import { bringIn } from '../intake/bring-in.js';
import type { IntakeDeps } from '../intake/intake-deps.js';
import { lockImagesOf } from '../workflow/reading-locks.js';
import { identifierDigest, lockIdentities, type DestroyedIdentity } from './destroyed-identity.js';
import { eraseRows, remainingRows } from './erase-rows.js';
import { knownIdentity } from './known-identity.js';
import {
  forgetStandIns,
  makeStandIns,
  replaceByStandIns,
  type StandInImage,
} from './stand-in-images.js';

interface Confirmed {
  readonly trialId: string;
  readonly by: string;
  readonly id: string;
}

const openDestruction = async (
  db: Kysely<Database> | Transaction<Database>,
  { trialId, by, id }: Confirmed
) => {
  const row = await db
    .selectFrom('identity_destruction')
    .innerJoin('subject', 'subject.id', 'identity_destruction.subject_id')
    .select(['subject.id as subjectId', 'subject.identifier', 'asked_by', 'outcome'])
    .where('identity_destruction.id', '=', id)
    .where('identity_destruction.trial_id', '=', trialId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  if (row.outcome !== 'asked') {
    throw new CodedError(409, 'CL_DESTRUCTION_DECIDED', 'This destruction was decided already.');
  }
  if (row.asked_by === by) {
    throw new CodedError(
      409,
      'CL_DESTRUCTION_SECOND_PERSON',
      'The destruction of an identity is confirmed by another person than asked for it.'
    );
  }
  return row;
};

/** What a subject is called from now on: it says what became of its identity, and tells nothing of it. */
const standInFrom = (id: string): string =>
  `DESTROYED-${id.replaceAll('-', '').slice(-12).toUpperCase()}`;

/** Rows whose bytes are to be gone, where no other trial or subject has the same. */
const filesToForget = async (db: Kysely<Database>): Promise<string[]> => {
  const { rows } = await sql<{ kept: string }>`
    select distinct coalesce(kept_sha256, sha256) as kept from quarantine where destroyed_at is not null
    except select coalesce(kept_sha256, sha256) from quarantine where destroyed_at is null`.execute(
    db
  );
  return rows.map(({ kept }) => kept);
};

/** Takes the bytes of destroyed identities off the disk; safe to repeat, and done at every start. */
export const forgetDestroyedFiles = async ({
  db,
  quarantine,
}: Pick<IntakeDeps, 'db' | 'quarantine'>): Promise<void> => {
  for (const kept of await filesToForget(db)) await quarantine.forget(kept);
};

const destroyIn = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  confirmed: Confirmed,
  standIn: string,
  made: readonly StandInImage[]
): Promise<DestroyedIdentity> => {
  const { trialId, by, id } = confirmed;
  const intake = deps.archive.arrival;
  await lockIdentities(trx, trialId, 'destroy');
  await trx
    .selectFrom('identity_destruction')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const { subjectId, identifier, asked_by: askedBy } = await openDestruction(trx, confirmed);
  const of = { trialId, subjectId, standIn };
  const identity = await knownIdentity(trx, { ...of, identifier });
  for (const studyUid of identity.studyUids) await lockStudy(trx, studyUid);
  await lockImagesOf(trx, subjectId);
  await replaceByStandIns(trx, intake, identity, made);
  const digests = identity.identifiers.map(one => identifierDigest(intake, trialId, one));
  await trx
    .insertInto('destroyed_identifier')
    .values(
      [...new Set(digests)].map(digest => ({ trial_id: trialId, digest, subject_id: subjectId }))
    )
    .onConflict(conflict => conflict.doNothing())
    .execute();
  const at = deps.now();
  const erased = await eraseRows(trx, identity, at);
  const { count } = await trx
    .selectFrom('quarantine')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('trial_id', '=', trialId)
    .where('study_uid', 'in', identity.studyUids.length === 0 ? [''] : identity.studyUids)
    .where('destroyed_at', '=', at)
    .executeTakeFirstOrThrow();
  const destroyed: DestroyedIdentity = {
    ...{ ...erased, images: made.length, keptApart: Number(count) },
    remaining: await remainingRows(trx, identity),
  };
  await trx
    .updateTable('identity_destruction')
    .set({ outcome: 'done', decided_by: by, decided_at: at, destroyed: JSON.stringify(destroyed) })
    .where('id', '=', id)
    .execute();
  await appendAudit(trx, trialId, {
    ...{ act: 'identity.destroyed', at: at.toISOString(), zone: deps.zone, by },
    details: { subject: subjectId, destruction: id, askedBy, destroyed },
  });
  return destroyed;
};

/**
 * A second person confirms: everything by which the subject is recognised is erased, and a stand-in is in its place where
 * there has to be something. What was read, signed, found and recorded stays as it is. Images in the archive are replaced by
 * ones that name the stand-in; while the archive does not answer nothing is begun, and what it does not take then it takes
 * later.
 * @throws CodedError 404 CL_NOT_FOUND; 409 CL_DESTRUCTION_DECIDED, CL_DESTRUCTION_SECOND_PERSON; those of `makeStandIns` and
 * `replaceByStandIns`; ArchiveError
 */
export const destroyIdentity = async (
  deps: ServerDeps,
  confirmed: Confirmed
): Promise<{ subject: string; destroyed: DestroyedIdentity }> => {
  const intake = deps.archive.arrival;
  const { subjectId, identifier } = await openDestruction(deps.db, confirmed);
  const standIn = standInFrom(deps.newId());
  const { trialId } = confirmed;
  const identity = await knownIdentity(deps.db, { trialId, subjectId, standIn, identifier });
  const made = await makeStandIns(intake, identity);
  let destroyed: DestroyedIdentity;
  try {
    destroyed = await deps.db
      .transaction()
      .execute(trx => destroyIn(trx, deps, confirmed, standIn, made));
  } catch (reason) {
    // Refused, it is known that nothing of it is kept. Of a database that went away it is not: then they stay.
    if (reason instanceof CodedError) await forgetStandIns(intake, made);
    throw reason;
  }
  await forgetDestroyedFiles(intake);
  await bringIn(
    intake,
    made.map(({ sopUid }) => sopUid)
  );
  return { subject: standIn, destroyed };
};
