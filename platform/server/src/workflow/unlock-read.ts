import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { requireNoIdentity, type Insisted, type NotIdentity } from '../identity/search-texts.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { callAgain } from './call-again.js';
import {
  caseDetails,
  caseOf,
  columnsOf,
  takeCase,
  type CaseRef,
  type TakenCase,
} from './case-ref.js';
import { dependentsOf, dependentsOfDecision } from './dependents-of-read.js';
import { markDependents, type PeopleAct } from './mark-dependents.js';
import { adjudicationMachine } from './machines/adjudication.js';
import { readMachine } from './machines/read.js';
import { allows } from './machines/transition.js';
import { unlockRequestMachine, type UnlockRequestState } from './machines/unlock-request.js';
import {
  asManagedAdjudication,
  managedAdjudications,
  type ManagedAdjudication,
} from './managed-adjudication.js';
import { asManaged, managedReads, type ManagedRead } from './managed-read.js';
import { newReadVersion } from './new-read-version.js';
import { lockSubject } from './lock-subject.js';
import {
  lockAdjudicationsOfSubject,
  lockCoursesOfSubject,
  lockReadsOfCourse,
} from './reading-locks.js';

const notSigned = ({ task, state }: Pick<TakenCase, 'task' | 'state'>): CodedError =>
  new CodedError(
    409,
    'CL_READ_NOT_SIGNED',
    `The ${task} is ${state}: only a signed one that stands is opened again.`
  );

/**
 * Only what was signed is opened again.
 * @throws CodedError 409 CL_READ_NOT_SIGNED, also for a decision by reads made anew, which these stand for.
 */
const requireSigned = async (
  trx: Transaction<Database>,
  taken: TakenCase
): Promise<{ readonly signedBy: string }> => {
  const may =
    taken.task === 'read'
      ? allows(readMachine, taken.state, 'unlock')
      : allows(adjudicationMachine, taken.state, 'unlock');
  const signedBy = may ? await signerOf(trx, taken) : undefined;
  if (signedBy === undefined) throw notSigned(taken);
  return { signedBy };
};

const signerOf = async (
  trx: Transaction<Database>,
  { task, id }: CaseRef
): Promise<string | undefined> => {
  const signature =
    task === 'read'
      ? trx.selectFrom('signature').select('account_id').where('read_id', '=', id)
      : trx
          .selectFrom('adjudication_signature')
          .select('account_id')
          .where('adjudication_id', '=', id);
  return (await signature.executeTakeFirst())?.account_id;
};

/**
 * Asks for a signed read or decision to be opened again; a second person decides.
 * @throws CodedError 409 CL_READ_NOT_SIGNED or CL_UNLOCK_ASKED, and those of `applyTransition`.
 */
export const askUnlock = (
  deps: ServerDeps,
  of: CaseRef & { readonly trialId: string },
  by: string,
  reason: string,
  insisted: Insisted = {}
): Promise<{ id: string; state: UnlockRequestState }> =>
  deps.db.transaction().execute(async trx => {
    await requireSigned(trx, await takeCase(trx, of));
    const columns = columnsOf(of);
    const open = await trx
      .selectFrom('unlock_request')
      .select('id')
      .where('read_id', 'is not distinct from', columns.read_id)
      .where('adjudication_id', 'is not distinct from', columns.adjudication_id)
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
        ...{ id, trial_id: of.trialId, ...columns, state: 'asked', reason },
        ...{ asked_by: by, asked_at: at },
      })
      .execute();
    await applyTransition(trx, [changeOf(unlockRequestMachine, id, null, 'ask')], {
      ...(await byPerson(trx, of.trialId, by, { reason })),
      ...{ chain: of.trialId, at, zone: deps.zone },
      details: { unlock: id, ...caseDetails(of), reason: digestOf(deps, reason), ...insisted },
    });
    return { id, state: 'asked' };
  });

/**
 * The same by whoever signed it, who is blinded: their reason is searched.
 * @throws CodedError those of `askUnlock`, 422 CL_TEXT_IDENTIFIES.
 */
export const askOwnUnlock = async (
  deps: ServerDeps,
  of: CaseRef & { readonly trialId: string },
  by: string,
  asked: { readonly reason: string; readonly notIdentity?: readonly NotIdentity[] }
): Promise<{ id: string; state: UnlockRequestState }> => {
  const insisted = await requireNoIdentity(
    deps,
    { trialId: of.trialId, accountId: by, about: caseDetails(of) },
    [{ path: '/reason', text: asked.reason }],
    asked.notIdentity
  );
  return askUnlock(deps, of, by, asked.reason, insisted);
};

const digestOf = (deps: ServerDeps, reason: string) => ({
  digest: keyedDigest(deps.auditKey, reason),
});

export interface UnlockDecision {
  readonly decision: 'approve' | 'refuse';
  readonly reason: string;
  /** Of whoever decides: opening what was signed is a signature. */
  readonly password: string;
  /** Who decides anew where a decision is opened again, the same one if not said; a read stays its reader's. */
  readonly adjudicator?: 'same' | 'another';
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
  readonly of:
    | { readonly task: 'read'; readonly read: ManagedRead }
    | { readonly task: 'adjudication'; readonly one: ManagedAdjudication };
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
    .select(['read_id', 'adjudication_id', 'asked_by', 'state'])
    .where('id', '=', id)
    .where('trial_id', '=', trialId);
  const seen = await request.executeTakeFirst();
  if (seen === undefined) throw notFound();
  const { task, id: of } = caseOf(seen);
  const find = async (): Promise<Request['of']> =>
    task === 'read'
      ? {
          task,
          read: asManaged(
            await managedReads(trx, trialId).where('read.id', '=', of).executeTakeFirstOrThrow()
          ),
        }
      : {
          task,
          one: asManagedAdjudication(
            await managedAdjudications(trx, trialId)
              .where('adjudication.id', '=', of)
              .executeTakeFirstOrThrow()
          ),
        };
  const found = await find();
  const place = found.task === 'read' ? found.read : found.one;
  await lockSubject(trx, place.subjectId);
  await lockCoursesOfSubject(trx, place);
  await lockReadsOfCourse(trx, place.courseId);
  await lockAdjudicationsOfSubject(trx, place);
  const { state, asked_by: askedBy } = await request.forUpdate().executeTakeFirstOrThrow();
  if (state !== 'asked') {
    throw new CodedError(409, 'CL_UNLOCK_DECIDED', `This was decided already: ${state}.`);
  }
  return { id, askedBy, of: await find() };
};

/**
 * Decides on a wish to open a signed read or decision again. Approved, the version that was signed is kept as it is and
 * superseded, and all that stood on it is marked. A read's next version begins with what it holds, for the same reader; a
 * decision is made anew of the same reads, by the same adjudicator or by another one.
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
    const { of } = request;
    const place = of.task === 'read' ? of.read : of.one;
    const ref = { task: of.task, id: place.id };
    if (asked.decision === 'approve' && (await signerOf(trx, ref)) === by.id) {
      const message = `You signed this ${of.task}: somebody else decides whether it is opened again.`;
      throw new CodedError(422, 'CL_SECOND_PERSON_NEEDED', message);
    }
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(place.courseId, trx);
    const at = deps.now();
    const { reason, decision } = asked;
    const act = {
      ...(await byPerson(trx, trialId, by.id, { reason, secondPerson: request.askedBy })),
      ...{ chain: trialId, at, zone: deps.zone },
    };
    const toAnother =
      of.task === 'adjudication' && decision === 'approve' && asked.adjudicator === 'another';
    await trx
      .updateTable('unlock_request')
      .set({ decided_by: by.id, decided_at: at, decision_reason: reason, to_another: toAnother })
      .where('id', '=', id)
      .execute();
    const [state] = await applyTransition(
      trx,
      [changeOf(unlockRequestMachine, id, 'asked', decision)],
      {
        ...act,
        details: {
          ...{ unlock: id, ...caseDetails(ref), reason: digestOf(deps, reason) },
          ...(of.task === 'adjudication' ? { toAnother } : {}),
        },
      }
    );
    const newReadId =
      decision === 'refuse'
        ? null
        : of.task === 'read'
          ? await openReadAgain(trx, deps, { id, read: of.read }, act)
          : await openDecisionAgain(trx, deps, { id, one: of.one }, act);
    return { id, state: state as UnlockRequestState, courseId: place.courseId, newReadId };
  });
};

const openReadAgain = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { id, read }: { readonly id: string; readonly read: ManagedRead },
  act: PeopleAct
): Promise<string> => {
  await requireSigned(trx, { task: 'read', id: read.id, state: read.state });
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

const openDecisionAgain = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  { id, one }: { readonly id: string; readonly one: ManagedAdjudication },
  act: PeopleAct
): Promise<string> => {
  await requireSigned(trx, { task: 'adjudication', id: one.id, state: one.state });
  const dependents = await dependentsOfDecision(trx, one);
  await applyTransition(trx, [changeOf(adjudicationMachine, one.id, one.state, 'unlock')], {
    ...act,
    details: { unlock: id, adjudication: one.id },
  });
  await markDependents(trx, deps, { ...one, timepointId: null }, dependents, act);
  const made = await callAgain(trx, deps, one.id, 'unlock');
  await trx
    .updateTable('unlock_request')
    .set({ new_adjudication_id: made.id })
    .where('id', '=', id)
    .execute();
  return made.publicId;
};
