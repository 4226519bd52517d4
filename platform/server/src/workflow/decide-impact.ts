import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { lockRead } from './drafts.js';
import { readMachine } from './machines/read.js';
import { managedRead, type ManagedRead } from './managed-read.js';
import { isEarlierReadOpen } from './may-open.js';
import { newReadVersion } from './new-read-version.js';
import { lockSubject } from './lock-subject.js';
import { lockCourse } from './reading-locks.js';

export interface ImpactedRead {
  readId: string;
  subject: string;
  timepoint: string;
  slot: string;
  /** The timepoint whose read was opened again. */
  because: string;
  markedAt: string;
  /** It is this one's turn: what it stands on is signed. */
  decidable: boolean;
}

/** Signed reads of a trial that stand on a read that was opened again, undecided ones, in the order to decide on them. */
export const impactedReads = async (
  db: Kysely<Database>,
  trialId: string
): Promise<ImpactedRead[]> => {
  const rows = await db
    .selectFrom('read_impact')
    .innerJoin('read', 'read.id', 'read_impact.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('read as cause', 'cause.id', 'read_impact.cause_read_id')
    .innerJoin('timepoint as first', 'first.id', 'cause.timepoint_id')
    .select(['read.id', 'read.public_id', 'subject.identifier', 'timepoint.code', 'course.slot'])
    .select(['first.code as because', 'read_impact.marked_at'])
    .where('subject.trial_id', '=', trialId)
    .where('read_impact.decision', 'is', null)
    .where('read.state', '=', 'impactPending')
    .orderBy('subject.identifier')
    .orderBy('course.slot')
    .orderBy('read.ordinal')
    .execute();
  const reads: ImpactedRead[] = [];
  for (const row of rows) {
    const decidable = !(await isEarlierReadOpen(db, row.id));
    reads.push({
      ...{ readId: row.public_id, subject: row.identifier, timepoint: row.code, slot: row.slot },
      ...{ because: row.because, markedAt: row.marked_at.toISOString(), decidable },
    });
  }
  return reads;
};

/** @throws CodedError 409 CL_NO_IMPACT or CL_EARLIER_READ_OPEN. */
const requireDecidable = async (trx: Transaction<Database>, read: ManagedRead): Promise<string> => {
  const impact = await trx
    .selectFrom('read_impact')
    .select('id')
    .where('read_id', '=', read.id)
    .where('decision', 'is', null)
    .executeTakeFirst();
  if (impact === undefined) {
    const message = 'Nothing that this read stands on was opened again, or it is decided.';
    throw new CodedError(409, 'CL_NO_IMPACT', message);
  }
  if (await isEarlierReadOpen(trx, read.id)) {
    throw new CodedError(
      409,
      'CL_EARLIER_READ_OPEN',
      'An earlier timepoint of the course is not signed or decided yet: that comes first.'
    );
  }
  return impact.id;
};

export interface ImpactDecided {
  readId: string;
  decision: 'letStand' | 'readAgain';
  /** The new version; null where the read stands. */
  newReadId: string | null;
  courseId: string;
}

/**
 * Decides on a signed read that stands on one that was opened again: it stands as it is, or it is read again as a new
 * version, which begins with what it holds.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_NO_IMPACT or CL_EARLIER_READ_OPEN, and those of `applyTransition`.
 */
export const decideImpact = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: {
    readonly readId: string;
    readonly decision: 'letStand' | 'readAgain';
    readonly reason: string;
  }
): Promise<ImpactDecided> =>
  deps.db.transaction().execute(async trx => {
    const { readId, decision, reason } = asked;
    const { courseId, subjectId, id } = await managedRead(trx, trialId, readId);
    await lockSubject(trx, subjectId);
    await lockCourse(trx, courseId);
    const state = await lockRead(trx, id);
    const read = { ...(await managedRead(trx, trialId, readId)), state };
    const impactId = await requireDecidable(trx, read);
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(courseId, trx);
    const at = deps.now();
    await trx
      .updateTable('read_impact')
      .set({ decision, reason, decided_by: by, decided_at: at })
      .where('id', '=', impactId)
      .execute();
    const act = decision === 'letStand' ? 'letStand' : 'supersede';
    await applyTransition(trx, [changeOf(readMachine, id, state, act)], {
      ...(await byPerson(trx, trialId, by, { reason })),
      ...{ chain: trialId, at, zone: deps.zone },
      details: {
        ...{ read: id, impact: impactId, decision },
        reason: { digest: keyedDigest(deps.auditKey, reason) },
      },
    });
    if (decision === 'letStand') return { readId, decision, newReadId: null, courseId };
    const made = await newReadVersion(trx, deps, {
      ...{ readId: id, images: 'same', cause: 'impact' },
    });
    const { public_id: newReadId } = await trx
      .selectFrom('read')
      .select('public_id')
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow();
    return { readId, decision, newReadId, courseId };
  });
