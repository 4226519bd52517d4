import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { requirePassword } from '../accounts/require-password.js';
import { software } from '../audit/software.js';
import { hashJson, keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database, Row } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { TrialHandle } from '../trials/roles.js';
import { applyTransition, byPerson, changeOf, type RecordedAct } from './apply-transition.js';
import { dependentsOf } from './dependents-of-read.js';
import { lockSubject } from './lock-subject.js';
import { readMachine, type ReadState } from './machines/read.js';
import { markDependents } from './mark-dependents.js';
import { isEarlierReadOpen } from './may-open.js';
import { endedStates } from './new-read-version.js';
import { readAgain } from './read-again.js';
import {
  lockAdjudicationsOfSubject,
  lockCoursesOfSubject,
  lockReadsOfCourse,
} from './reading-locks.js';

/** What a change means for a read that has begun. */
export const impactDecisions = [
  /** The read stands, and what changed is shown in no later read of its course either. */
  'noImpact',
  /** The read stands, and later reads of its course show what there is now. */
  'laterReads',
  /** A new version is read on what there is now. */
  'readAgain',
] as const;
export type ImpactDecision = (typeof impactDecisions)[number];

/** What the signature of a decision may mean. */
export const impactMeanings = ['I looked at what changed and decide what it means'] as const;

export interface SignedDecision {
  readonly decision: ImpactDecision;
  readonly password: string;
  readonly meaning: string;
  readonly reason: string;
}

export interface DecidedImpact {
  readonly id: string;
  readonly decision: ImpactDecision;
  readonly contentHash: string;
  /** The new version's id towards browsers; null where the read stands or only waits. */
  readonly newReadId: string | null;
  /** Whose release is then to be asked for. */
  readonly courseId: string;
}

/** A change with its read and where that stands, all of it taken. */
interface TakenImpact {
  readonly impact: Row<'read_impact'>;
  readonly read: {
    readonly id: string;
    readonly state: ReadState;
    readonly ordinal: number;
    readonly timepointId: string | null;
    readonly courseId: string;
    readonly trackId: string;
    readonly subjectId: string;
    readonly trialId: string;
  };
  readonly manifestHash: string | null;
  /** Ids of all that is undecided of the read. */
  readonly pending: readonly string[];
}

/** Whoever decides on a subject's reads, opens one again or gives one to a person does it after the other. */
const takenImpact = async (
  trx: Transaction<Database>,
  {
    id,
    readId,
    trialId,
  }: { readonly id: string; readonly readId: string; readonly trialId: string }
): Promise<TakenImpact> => {
  const ofRead = trx
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .leftJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select(['read.id', 'read.state', 'read.ordinal', 'read.timepoint_id', 'read.course_id'])
    .select(['course.track_id', 'course.subject_id', 'image_manifest.hash']);
  const seen = await ofRead.where('read.id', '=', readId).executeTakeFirstOrThrow();
  const place = { trackId: seen.track_id, subjectId: seen.subject_id };
  await lockSubject(trx, place.subjectId);
  await lockCoursesOfSubject(trx, place);
  await lockReadsOfCourse(trx, seen.course_id);
  await lockAdjudicationsOfSubject(trx, place);
  const impact = await trx
    .selectFrom('read_impact')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  // A new version on the same images takes its undecided changes over.
  const row = await ofRead.where('read.id', '=', impact.read_id).executeTakeFirstOrThrow();
  const pending = await trx
    .selectFrom('read_impact')
    .select('id')
    .where('read_id', '=', impact.read_id)
    .where('decision', 'is', null)
    .orderBy('id')
    .execute();
  return {
    impact,
    read: {
      ...{ id: row.id, state: row.state, ordinal: row.ordinal, timepointId: row.timepoint_id },
      ...{ courseId: row.course_id, trialId, ...place },
    },
    manifestHash: row.hash,
    pending: pending.map(one => one.id),
  };
};

/** @throws CodedError 409 CL_IMPACT_DECIDED, CL_READ_ENDED or CL_EARLIER_READ_OPEN */
const requireDecidable = async (
  trx: Transaction<Database>,
  { impact, read }: TakenImpact
): Promise<void> => {
  if (impact.decision !== null) {
    const message = `This change is already decided with "${impact.decision}".`;
    throw new CodedError(409, 'CL_IMPACT_DECIDED', message);
  }
  if (endedStates.includes(read.state)) {
    const message = 'The read has ended: another one took its place.';
    throw new CodedError(409, 'CL_READ_ENDED', message);
  }
  if (impact.cause === 'earlierRead' && (await isEarlierReadOpen(trx, read.id))) {
    throw new CodedError(
      409,
      'CL_EARLIER_READ_OPEN',
      'An earlier timepoint of the course is not signed or decided yet: that comes first.'
    );
  }
};

/**
 * Decides what a change means for a read, signed with the password again. The signed read, its manifest and its
 * signature never change: it stands, or a new version takes its place. A new version decides every change of the read
 * that was undecided; what stood on the read follows as when it is opened again, and what is final takes two people.
 * @throws CodedError 404 CL_NOT_FOUND, 403 CL_PASSWORD_WRONG or CL_ACCOUNT_LOCKED, 422 CL_MEANING_UNKNOWN,
 * 409 CL_IMPACT_DECIDED, CL_READ_ENDED or CL_EARLIER_READ_OPEN, those of `applyTransition`
 */
export const decideImpact = async (
  deps: ServerDeps,
  trial: TrialHandle,
  impactId: string,
  by: AccountIdentity,
  { decision, password, meaning, reason }: SignedDecision
): Promise<DecidedImpact> => {
  const seen = await deps.db
    .selectFrom('read_impact')
    .select('read_id')
    .where('id', '=', impactId)
    .where('trial_id', '=', trial.id)
    .executeTakeFirst();
  if (seen === undefined) throw notFound();
  await requirePassword(deps, by, password);
  if (!impactMeanings.some(known => known === meaning)) {
    throw new CodedError(
      422,
      'CL_MEANING_UNKNOWN',
      `A decision about a change means: ${impactMeanings.join(', ')}.`
    );
  }
  return deps.db.transaction().execute(async trx => {
    const taken = await takenImpact(trx, { id: impactId, readId: seen.read_id, trialId: trial.id });
    await requireDecidable(trx, taken);
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(taken.read.courseId, trx);
    const { impact, read, pending } = taken;
    const again = decision === 'readAgain';
    const decides = again ? pending : [impactId];
    const at = deps.now();
    const bound = {
      ...{ impacts: decides, read: read.id, manifestHash: taken.manifestHash, decision },
      ...{ cause: impact.cause, exam: impact.exam_id, timepoint: impact.timepoint_id },
      ...{ software, by: by.id, meaning, at: at.toISOString(), zone: deps.zone },
    };
    const contentHash = hashJson(bound);
    const act: RecordedAct = {
      ...(await byPerson(trx, trial.id, by.id, { reason })),
      ...{ chain: trial.id, at, zone: deps.zone },
      details: { ...bound, contentHash, why: { digest: keyedDigest(deps.auditKey, reason) } },
    };
    await trx
      .updateTable('read_impact')
      .set({
        ...{ decision, decided_by: by.id, decided_at: at, zone: deps.zone },
        ...{ meaning, reason, content_hash: contentHash },
      })
      .where('id', 'in', decides)
      .execute();
    if (again) {
      const dependents = await dependentsOf(trx, read);
      await readAgain(trx, deps, read, act, impact.cause);
      await markDependents(trx, deps, read, dependents, act);
    } else if (read.state === 'impactPending' && pending.length === 1) {
      await applyTransition(trx, [changeOf(readMachine, read.id, read.state, 'letStand')], act);
    } else {
      await appendAudit(trx, trial.id, {
        ...{ act: 'read.impactDecided', at: at.toISOString(), zone: deps.zone, by: by.id },
        details: act.details,
      });
    }
    const next = await trx
      .selectFrom('read')
      .select('public_id')
      .where('begins_from', '=', read.id)
      .executeTakeFirst();
    const newReadId = next?.public_id ?? null;
    return { id: impactId, decision, contentHash, newReadId, courseId: read.courseId };
  });
};
