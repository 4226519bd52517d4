import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { dependentsOf } from './dependents-of-read.js';
import { lockRead } from './drafts.js';
import { markDependents, type PeopleAct } from './mark-dependents.js';
import { readMachine } from './machines/read.js';
import { allows } from './machines/transition.js';
import { unlockRequestMachine, type UnlockRequestState } from './machines/unlock-request.js';
import { asManaged, managedReads, type ManagedRead } from './managed-read.js';
import { newReadVersion } from './new-read-version.js';
import { lockSubject } from './lock-subject.js';
import {
  lockAdjudicationsOfSubject,
  lockCoursesOfSubject,
  lockReadsOfCourse,
} from './reading-locks.js';

const notSigned = (state: string): CodedError =>
  new CodedError(
    409,
    'CL_READ_NOT_SIGNED',
    `The read is ${state}: only a signed read that stands is opened again.`
  );

/**
 * Asks for a signed read to be opened again; a second person decides.
 * @throws CodedError 409 CL_READ_NOT_SIGNED or CL_UNLOCK_ASKED, and those of `applyTransition`.
 */
export const askUnlock = (
  deps: ServerDeps,
  read: { readonly id: string; readonly trialId: string },
  by: string,
  reason: string
): Promise<{ id: string; state: UnlockRequestState }> =>
  deps.db.transaction().execute(async trx => {
    const state = await lockRead(trx, read.id);
    if (!allows(readMachine, state, 'unlock')) throw notSigned(state);
    const open = await trx
      .selectFrom('unlock_request')
      .select('id')
      .where('read_id', '=', read.id)
      .where('state', '=', 'asked')
      .executeTakeFirst();
    if (open !== undefined) {
      const message = 'This was asked already, and nobody has decided yet.';
      throw new CodedError(409, 'CL_UNLOCK_ASKED', message, { unlock: open.id });
    }
    const id = deps.newId();
    const at = deps.now();
    await trx
      .insertInto('unlock_request')
      .values({
        ...{ id, trial_id: read.trialId, read_id: read.id, state: 'asked', reason },
        ...{ asked_by: by, asked_at: at },
      })
      .execute();
    await applyTransition(trx, [changeOf(unlockRequestMachine, id, null, 'ask')], {
      ...(await byPerson(trx, read.trialId, by, { reason })),
      ...{ chain: read.trialId, at, zone: deps.zone },
      details: { unlock: id, read: read.id, reason: digestOf(deps, reason) },
    });
    return { id, state: 'asked' };
  });

const digestOf = (deps: ServerDeps, reason: string) => ({
  digest: keyedDigest(deps.auditKey, reason),
});

export interface UnlockDecision {
  readonly decision: 'approve' | 'refuse';
  readonly reason: string;
  /** Of whoever decides: opening what was signed is a signature. */
  readonly password: string;
}

export interface UnlockDecided {
  id: string;
  state: UnlockRequestState;
  /** The new version, in the public form; null where nothing was opened. */
  newReadId: string | null;
  courseId: string;
}

interface Request {
  readonly id: string;
  readonly askedBy: string;
  readonly signedBy: string;
  readonly read: ManagedRead;
}

/**
 * The request with its courses, subject and reads taken, so that of two who decide at once one does.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_UNLOCK_DECIDED.
 */
const takenRequest = async (
  trx: Transaction<Database>,
  trialId: string,
  id: string
): Promise<Request> => {
  const request = trx
    .selectFrom('unlock_request')
    .select(['read_id', 'asked_by', 'state'])
    .where('id', '=', id)
    .where('trial_id', '=', trialId);
  const seen = await request.executeTakeFirst();
  if (seen === undefined) throw notFound();
  const ofRead = managedReads(trx, trialId).where('read.id', '=', seen.read_id);
  const place = asManaged(await ofRead.executeTakeFirstOrThrow());
  await lockSubject(trx, place.subjectId);
  await lockCoursesOfSubject(trx, place);
  await lockReadsOfCourse(trx, place.courseId);
  await lockAdjudicationsOfSubject(trx, place);
  const { state, asked_by: askedBy } = await request.forUpdate().executeTakeFirstOrThrow();
  if (state !== 'asked') {
    throw new CodedError(409, 'CL_UNLOCK_DECIDED', `This was decided already: ${state}.`);
  }
  const { account_id: signedBy } = await trx
    .selectFrom('signature')
    .select('account_id')
    .where('read_id', '=', seen.read_id)
    .executeTakeFirstOrThrow();
  return { id, askedBy, signedBy, read: asManaged(await ofRead.executeTakeFirstOrThrow()) };
};

/**
 * Decides on a wish to open a signed read again. Approved, the version that was signed is kept as it is and superseded,
 * its next version begins with what it holds, for the same reader, and all that stood on it is marked.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_UNLOCK_DECIDED or CL_READ_NOT_SIGNED, 422 CL_SECOND_PERSON_NEEDED for whoever
 * asked or signed it, those of `requirePassword` and `applyTransition`.
 */
export const decideUnlock = async (
  deps: ServerDeps,
  trialId: string,
  by: AccountIdentity,
  id: string,
  asked: UnlockDecision
): Promise<UnlockDecided> => {
  await requirePassword(deps, by, asked.password);
  return deps.db.transaction().execute(async trx => {
    const request = await takenRequest(trx, trialId, id);
    const { read } = request;
    if (asked.decision === 'approve' && request.signedBy === by.id) {
      const message = 'You signed this read: somebody else decides whether it is opened again.';
      throw new CodedError(422, 'CL_SECOND_PERSON_NEEDED', message);
    }
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(read.courseId, trx);
    const at = deps.now();
    const { reason } = asked;
    const act = {
      ...(await byPerson(trx, trialId, by.id, { reason, secondPerson: request.askedBy })),
      ...{ chain: trialId, at, zone: deps.zone },
    };
    const details = { unlock: id, read: read.id, reason: digestOf(deps, reason) };
    const { decision } = asked;
    await trx
      .updateTable('unlock_request')
      .set({ decided_by: by.id, decided_at: at, decision_reason: reason })
      .where('id', '=', id)
      .execute();
    const [state] = await applyTransition(
      trx,
      [changeOf(unlockRequestMachine, id, 'asked', decision)],
      { ...act, details }
    );
    const newReadId = decision === 'approve' ? await openAgain(trx, deps, request, act) : null;
    return {
      ...{ id, state: state as UnlockRequestState, courseId: read.courseId },
      newReadId,
    };
  });
};

const openAgain = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { id, read }: Request,
  act: PeopleAct
): Promise<string> => {
  if (!allows(readMachine, read.state, 'unlock')) throw notSigned(read.state);
  const dependents = await dependentsOf(trx, read);
  await applyTransition(trx, [changeOf(readMachine, read.id, read.state, 'unlock')], {
    ...act,
    details: { unlock: id, read: read.id },
  });
  await markDependents(trx, deps, read, dependents, act);
  const made = await newReadVersion(trx, deps, {
    ...{ readId: read.id, images: 'same', cause: 'unlock' },
  });
  const { public_id: publicId } = await trx
    .selectFrom('read')
    .select('public_id')
    .where('id', '=', made.id)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('unlock_request')
    .set({ new_read_id: made.id })
    .where('id', '=', id)
    .execute();
  return publicId;
};
