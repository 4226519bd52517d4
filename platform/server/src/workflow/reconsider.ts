import type { Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireNoIdentity, type NotIdentity } from '../identity/search-texts.js';
import { recordWithCurrent } from '../release/manifest-with-current.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { placesOf } from './global-read-places.js';
import { globalReadMachine, type GlobalReadState } from './machines/global-read.js';
import { readMachine } from './machines/read.js';
import { allows } from './machines/transition.js';
import { requireMayOpen } from './may-open.js';
import { newReadVersion } from './new-read-version.js';
import {
  courseImpacted,
  globalReadFor,
  openingGlobalRead,
  readsOpen,
  type OpenGlobalRead,
} from './open-global-read.js';
import { lockCourse, lockReadsOfCourse } from './reading-locks.js';

export interface Reconsideration {
  /** Public id of the signed read whose opinion is changed. */
  readonly readId: string;
  readonly reason: string;
  readonly notIdentity?: readonly NotIdentity[];
}

/** Takes a global read with its course and reads; how it stands then. @throws CodedError 404 CL_NOT_FOUND */
export const takenGlobalRead = async (
  trx: Transaction<Database>,
  one: OpenGlobalRead,
  accountId: string
): Promise<OpenGlobalRead> => {
  await lockCourse(trx, one.courseId);
  await lockReadsOfCourse(trx, one.courseId);
  return globalReadFor(trx, accountId, one.publicId);
};

/** @throws CodedError 409 CL_GLOBAL_READ_LOCKED */
export const requireOpen = (state: GlobalReadState): void => {
  if (state !== 'signed') return;
  throw new CodedError(409, 'CL_GLOBAL_READ_LOCKED', 'The global read is already signed.');
};

/**
 * Changes its reader's opinion at a timepoint of their global read: what was signed there is superseded and kept, and a
 * new version of it begins with what it holds, on the images of all timepoints. The other reads stay as they are.
 * @returns the new version's id towards browsers; it is released as soon as its images are prepared
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_GLOBAL_READ_LOCKED, CL_READS_OPEN for a timepoint that is reconsidered
 * already, CL_CASE_CHANGED, 422 CL_REASON_NEEDED or CL_TEXT_IDENTIFIES, those of `requireMayOpen` and `applyTransition`
 */
export const reconsider = async (
  deps: ServerDeps,
  open: OpenGlobalRead,
  accountId: string,
  { readId, reason, notIdentity }: Reconsideration
): Promise<{ readId: string; courseId: string }> => {
  const insisted = await requireNoIdentity(
    deps,
    { trialId: open.trialId, accountId, about: { globalRead: open.id } },
    [{ path: '/reason', text: reason }],
    notIdentity
  );
  return deps.db.transaction().execute(async trx => {
    const one = await takenGlobalRead(trx, open, accountId);
    requireOpen(one.state);
    await requireMayOpen({ ...deps, db: trx }, openingGlobalRead(one), accountId);
    if (one.impacted) throw courseImpacted();
    const place = (await placesOf(trx, one.id)).find(({ now }) => now.publicId === readId);
    if (place === undefined) throw notFound();
    const { now } = place;
    if (!allows(readMachine, now.state, 'reconsider')) throw readsOpen();
    if (one.manifestId === null)
      throw new Error(`global read ${one.id} was released without images`);
    const [id, at] = [deps.newId(), deps.now()];
    await applyTransition(
      trx,
      [
        changeOf(globalReadMachine, one.id, one.state, 'reconsider'),
        changeOf(readMachine, now.id, now.state, 'reconsider'),
      ],
      {
        ...(await byPerson(trx, one.trialId, accountId, { reason })),
        ...{ chain: one.trialId, at, zone: deps.zone },
        details: {
          ...{ globalRead: one.id, change: id, read: now.id },
          reason: { digest: keyedDigest(deps.auditKey, reason) },
          ...insisted,
        },
      }
    );
    await giveTo(trx, now.id, accountId, at);
    const made = await newReadVersion(trx, deps, {
      ...{ readId: now.id, cause: 'reconsidered' },
      images: {
        manifestId: await recordWithCurrent(trx, deps, one.manifestId, place.timepointId),
      },
    });
    await trx
      .insertInto('global_read_change')
      .values({
        ...{ id, global_read_id: one.id, from_read_id: now.id, to_read_id: made.id },
        ...{ reason, changed_by: accountId, changed_at: at },
      })
      .execute();
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(one.courseId, trx);
    const { public_id: publicId } = await trx
      .selectFrom('read')
      .select('public_id')
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow();
    return { readId: publicId, courseId: one.courseId };
  });
};

/** The next version goes to whoever has the global read: the reader of the course may have been replaced since. */
const giveTo = async (
  trx: Transaction<Database>,
  readId: string,
  accountId: string,
  at: Date
): Promise<void> => {
  const others = await trx
    .updateTable('read_assignment')
    .set({ ended_at: at })
    .where('read_id', '=', readId)
    .where('account_id', '!=', accountId)
    .where('ended_at', 'is', null)
    .returning('account_id')
    .execute();
  if (others.length === 0) return;
  await trx
    .insertInto('read_assignment')
    .values({ read_id: readId, account_id: accountId, assigned_at: at, reason: 'global read' })
    .execute();
};
