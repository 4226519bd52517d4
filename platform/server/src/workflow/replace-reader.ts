import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import { trackAsked } from '../trials/trial-tracks.js';
import { applyTransition, byPerson, changeOf } from './apply-transition.js';
import { readerBefore } from './assign-reader.js';
import { requireMayHave, slotTermsOf } from './candidates.js';
import { hasFinal } from './current-final.js';
import { dependentGlobalReads } from './dependent-global-reads.js';
import {
  dependentAdjudications,
  dependentConsensus,
  dependentCourses,
} from './dependents-of-read.js';
import { readMachine } from './machines/read.js';
import { allows, type Attempt } from './machines/transition.js';
import { asManaged, managedReads, type ManagedRead } from './managed-read.js';
import { markDependents } from './mark-dependents.js';
import { lockSubject } from './lock-subject.js';
import {
  lockAdjudicationsOfSubject,
  lockCoursesOfSubject,
  lockReadsOfCourse,
} from './reading-locks.js';

export interface Replacement {
  /** The subject's identifier in the trial. */
  readonly subject: string;
  /** Code of the track; that of the endpoint unless said. */
  readonly track?: string;
  readonly slot: string;
  /** User name of whoever reads from now on. */
  readonly user: string;
  /** From the baseline, or after the last signed timepoint. */
  readonly how: 'takeOver' | 'continue';
  readonly reason: string;
  /** Who allowed it, in words: it may be nobody with an account. */
  readonly authorisedBy: string;
}

const refused = (code: string, message: string): CodedError => new CodedError(409, code, message);

/** The living reads of a subject's course, in order, everything that an assignment or a signature needs taken. */
const takenCourse = async (
  trx: Transaction<Database>,
  trialId: string,
  { subject, slot, track: asked }: Replacement
): Promise<readonly [ManagedRead, ...ManagedRead[]]> => {
  const track = await trackAsked(trx, trialId, asked);
  if (track === null) throw notFound();
  const reads = managedReads(trx, trialId)
    .where('subject.identifier', '=', subject)
    .where('course.slot', '=', slot)
    .where('track.code', '=', track.code)
    .where('read.state', 'not in', ['superseded', 'void'])
    .orderBy('read.ordinal');
  const seen = await reads.executeTakeFirst();
  if (seen === undefined) throw notFound();
  const place = asManaged(seen);
  await lockSubject(trx, place.subjectId);
  await lockCoursesOfSubject(trx, place);
  await lockReadsOfCourse(trx, place.courseId);
  await lockAdjudicationsOfSubject(trx, place);
  const [first, ...more] = (await reads.execute()).map(asManaged);
  if (first === undefined) throw notFound();
  return [first, ...more];
};

/** @throws CodedError 409 CL_COURSE_FINAL or CL_NOTHING_TO_CONTINUE. */
const requireCourse = (course: ManagedRead, how: Replacement['how'], isFinal: boolean): void => {
  if (how === 'continue') {
    if (course.courseState === 'open') return;
    const message = `The course is ${course.courseState}: nothing is left to continue with.`;
    throw refused('CL_NOTHING_TO_CONTINUE', message);
  }
  if (!isFinal) return;
  const message =
    'What was final is opened again by two people: ask for a read of it to be opened.';
  throw refused('CL_COURSE_FINAL', message);
};

/** Ends open reads unsigned, with their drafts, and where the course is taken over supersedes the signed ones. */
const endReads = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  reads: readonly ManagedRead[],
  asked: Replacement,
  act: Attempt & { readonly chain: string }
): Promise<void> => {
  const at = deps.now();
  const ended: string[] = [];
  for (const way of ['void', 'supersede'] as const) {
    if (way === 'supersede' && asked.how === 'continue') continue;
    const those = reads.filter(({ state }) => allows(readMachine, state, way));
    if (those.length === 0) continue;
    ended.push(...those.map(({ id }) => id));
    await applyTransition(
      trx,
      those.map(({ id, state }) => changeOf(readMachine, id, state, way)),
      { ...act, at, zone: deps.zone, details: { because: 'reader replaced' } }
    );
  }
  if (ended.length === 0) return;
  await trx
    .updateTable('read_assignment')
    .set({ ended_at: at })
    .where('read_id', 'in', ended)
    .where('ended_at', 'is', null)
    .execute();
};

/**
 * Puts another person in the place of a course's reader. Whoever takes over reads from the baseline, and what was signed
 * stays on record as superseded; whoever continues, where the charter allows it, reads what is not signed. Open drafts
 * end either way, and the successor never sees them.
 * @throws CodedError 404 CL_NOT_FOUND, CL_TRACK_UNKNOWN, 409 CL_READ_UNASSIGNED, CL_SAME_READER, CL_CONTINUE_NOT_ALLOWED,
 * CL_NOTHING_TO_CONTINUE, CL_COURSE_FINAL, and those of `requireMayHave`.
 */
export const replaceReader = (
  deps: ServerDeps,
  trialId: string,
  by: string,
  asked: Replacement
): Promise<{ id: string; courseId: string }> =>
  deps.db.transaction().execute(async trx => {
    const reads = await takenCourse(trx, trialId, asked);
    const [first] = reads;
    const { courseId, trackId, subjectId } = first;
    const before = await readerBefore(trx, courseId);
    if (before === undefined) {
      throw refused('CL_READ_UNASSIGNED', 'Nobody reads this subject in this slot yet; assign it.');
    }
    const { replacement } = await slotTermsOf(trx, first);
    if (asked.how === 'continue' && replacement !== 'continueAllowed') {
      const message =
        'The charter does not let a new reader continue: they take over from the baseline.';
      throw refused('CL_CONTINUE_NOT_ALLOWED', message);
    }
    const courses = await dependentCourses(trx, { courseId, trackId, subjectId });
    // Of a course that is read on, what is final stands while it is open.
    const isFinal =
      courses.some(({ state }) => state === 'final') ||
      (await hasFinal(trx, { trackId, subjectId }));
    requireCourse(first, asked.how, isFinal);
    const decisions =
      asked.how === 'continue'
        ? []
        : [
            ...(await dependentAdjudications(trx, first)),
            ...(await dependentConsensus(trx, first)),
          ];
    const place = reads.at(-1) ?? first;
    const day = calendarDay(deps.now(), deps.zone);
    const { id: to } = await requireMayHave(trx, place, asked.user, day);
    if (to === before) {
      throw refused('CL_SAME_READER', `${asked.user} reads this subject in this slot already.`);
    }
    const at = deps.now();
    const { reason, authorisedBy, how } = asked;
    // With the act, so that a process that ends now leaves the release to another.
    await deps.jobs.send(courseId, trx);
    const attempt = await byPerson(trx, trialId, by, { reason });
    const act = { ...attempt, chain: trialId };
    await endReads(trx, deps, reads, asked, act);
    const globalReads = await dependentGlobalReads(trx, { courseId });
    const standing = [...courses, ...globalReads, ...decisions];
    await markDependents(trx, deps, first, standing, { ...act, at, zone: deps.zone });
    const id = deps.newId();
    await trx
      .insertInto('reader_replacement')
      .values({
        ...{ id, course_id: courseId, from_account: before, to_account: to, how, reason },
        ...{ authorised_by: authorisedBy, replaced_by: by, replaced_at: at },
      })
      .execute();
    const digest = (text: string) => ({ digest: keyedDigest(deps.auditKey, text) });
    await appendAudit(trx, trialId, {
      ...{ act: 'reader.replaced', at: at.toISOString(), zone: deps.zone, by },
      details: {
        ...{ replacement: id, course: courseId, from: before, to, how },
        ...{ reason: digest(reason), authorisedBy: digest(authorisedBy) },
      },
    });
    return { id, courseId };
  });

export interface ReplacementView {
  id: string;
  subject: string;
  slot: string;
  from: string;
  to: string;
  how: string;
  reason: string;
  authorisedBy: string;
  replacedBy: string;
  replacedAt: string;
}

/** All replacements of a trial, the oldest first. */
export const replacementsOf = async (
  db: Kysely<Database>,
  trialId: string
): Promise<ReplacementView[]> => {
  const rows = await db
    .selectFrom('reader_replacement')
    .innerJoin('course', 'course.id', 'reader_replacement.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('account as former', 'former.id', 'from_account')
    .innerJoin('account as next', 'next.id', 'to_account')
    .innerJoin('account as actor', 'actor.id', 'replaced_by')
    .selectAll('reader_replacement')
    .select(['subject.identifier', 'course.slot', 'former.user_name as former'])
    .select(['next.user_name as next', 'actor.user_name as actor'])
    .where('subject.trial_id', '=', trialId)
    .orderBy('replaced_at')
    .orderBy('reader_replacement.id')
    .execute();
  return rows.map(row => ({
    ...{ id: row.id, subject: row.identifier, slot: row.slot, from: row.former, to: row.next },
    ...{ how: row.how, reason: row.reason, authorisedBy: row.authorised_by },
    ...{ replacedBy: row.actor, replacedAt: row.replaced_at.toISOString() },
  }));
};
