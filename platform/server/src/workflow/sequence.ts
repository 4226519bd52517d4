import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { waitingExams } from '../qc/waiting-exams.js';
import { isPresented, shownTimepoints } from '../release/release-scope.js';
import { isReaderSlot, type CharterTerms } from '../trials/charter-terms.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { readToAssign } from './assignable.js';
import { adjudicatorWanted, assignReader, readersWanted } from './assign-reader.js';
import { imagingEnd, isAwaited } from './awaited.js';
import { charterToFollow, slotsBySubject, type ReadPlace } from './charter-to-follow.js';
import { lockRead } from './drafts.js';
import { dueDateOf } from './due-date.js';
import { followCharter } from './follow-charter.js';
import { drawnShift, freeCode, randomPublicId } from './drawn.js';
import { mayInsert, withoutGaps } from './gap-policy.js';
import { holderOf } from './give-read.js';
import { lockSubjectOf } from './lock-subject.js';
import { readMachine, type ReadState } from './machines/read.js';
import { nextVersion } from './new-read-version.js';
import { laterReadsOf } from './read-impacts.js';
import { readAnewUpTo } from './third-read.js';

/**
 * Courses of the charter's slots for every subject that has images; what exists stays. Returns their ids; none while
 * no charter version is in force.
 */
export const ensureCourses = (deps: ServerDeps, trialId: string): Promise<string[]> =>
  deps.db.transaction().execute(async trx => {
    if ((await effectiveVersion(trx, trialId)) === null) return [];
    await trx
      .insertInto('track')
      .values({ id: deps.newId(), trial_id: trialId, code: 'efficacy', kind: 'efficacy' })
      .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
      .execute();
    const track = await trx
      .selectFrom('track')
      .select('id')
      .where('trial_id', '=', trialId)
      .where('code', '=', 'efficacy')
      .forUpdate()
      .executeTakeFirstOrThrow();
    const subjects = await trx
      .selectFrom('subject')
      .select('id')
      .where('trial_id', '=', trialId)
      .where('status', '=', 'enrolled')
      .orderBy('identifier')
      .execute();
    const taken = await trx
      .selectFrom('course')
      .select(['subject_id', 'slot', 'subject_code'])
      .where('track_id', '=', track.id)
      .execute();
    const codes = new Set(taken.map(row => row.subject_code));
    const exists = new Set(taken.map(row => `${row.subject_id} ${row.slot}`));
    const slotsOf = await slotsBySubject(trx, trialId, track.id);
    for (const subject of subjects) {
      for (const { slot } of await slotsOf(subject.id)) {
        if (exists.has(`${subject.id} ${slot}`)) continue;
        await trx
          .insertInto('course')
          .values({
            id: deps.newId(),
            track_id: track.id,
            subject_id: subject.id,
            slot,
            subject_code: freeCode(codes),
            date_shift_days: drawnShift(),
          })
          .execute();
      }
    }
    return openCourses(trx, trialId);
  });

/** The courses of a trial that are still read. */
export const openCourses = async (db: Kysely<Database>, trialId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('course')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select('course.id')
    .where('track.trial_id', '=', trialId)
    .where('course.state', '=', 'open')
    .execute();
  return rows.map(row => row.id);
};

/**
 * Releases a course's next read when the one before is signed: creates and assigns it, has the archive side
 * make its presentation, then opens it to its reader. Safe to repeat at any point; a gap (a timepoint still
 * expected) and a timepoint that turns up late follow the charter's gap policy. Returns the released read's id, or null when there is nothing to release.
 * @throws what the archive throws while it does not answer; the read then stays waiting.
 */
export const releaseNext = async (deps: ServerDeps, courseId: string): Promise<string | null> => {
  const planned = await deps.db.transaction().execute(trx => planNext(trx, deps, courseId, 0));
  if (planned === null) return null;
  await deps.archive.releaseRead(planned.readId);
  const at = deps.now();
  const released = await deps.db.transaction().execute(async trx => {
    await keepCharter(trx, planned.place.trialId);
    const state = await lockRead(trx, planned.readId);
    if (state !== 'waiting') return null;
    if (
      !planned.keepsCharter &&
      (await charterToFollow(trx, planned.place)).id !== planned.charterId
    ) {
      return 'overtaken';
    }
    if ((await examsInQc(trx, planned)).length > 0) return null;
    if (!(await isPresented(trx, planned.readId))) return 'overtaken';
    await trx
      .updateTable('read')
      .set({ released_at: at, due_date: await dueDateOf(trx, planned.readId, at, deps.zone) })
      .where('id', '=', planned.readId)
      .execute();
    const holder = await holderOf(trx, planned.readId);
    const act = holder === null ? 'release' : 'releaseAssigned';
    await applyTransition(trx, [changeOf(readMachine, planned.readId, state, act)], {
      ...bySystem(),
      chain: planned.place.trialId,
      at,
      zone: deps.zone,
      details: { read: planned.readId },
    });
    return planned.readId;
  });
  return released === 'overtaken' ? releaseNext(deps, courseId) : released;
};

/** Lets no version come into force until the transaction ends. */
const keepCharter = async (trx: Transaction<Database>, trialId: string): Promise<void> => {
  await trx
    .selectFrom('trial')
    .select('id')
    .where('id', '=', trialId)
    .forShare()
    .executeTakeFirstOrThrow();
};

interface Planned {
  readonly readId: string;
  readonly charterId: string;
  /** A new version of a read stays under the charter version of the one before. */
  readonly keepsCharter: boolean;
  readonly tracks: CharterTerms['tracks'];
  readonly place: ReadPlace;
}

/** The exams not through QC that a read would show: until they are, it is not released. */
const examsInQc = async (
  trx: Transaction<Database>,
  { readId, tracks }: Pick<Planned, 'readId' | 'tracks'>
): Promise<string[]> => {
  const { timepoints } = await shownTimepoints(trx, readId, { tracks });
  return waitingExams(
    trx,
    timepoints.map(({ id }) => id)
  );
};

/**
 * Makes the images of the read after the open one ready ahead of time, so that it opens at once when the open
 * one is signed; until then it stays waiting and unseen.
 * @throws what the archive throws while it does not answer.
 */
export const prepareAhead = async (deps: ServerDeps, courseId: string): Promise<void> => {
  const planned = await deps.db.transaction().execute(trx => planNext(trx, deps, courseId, 1));
  if (planned !== null) await deps.archive.releaseRead(planned.readId);
};

/** Nobody has seen a read of it: there is none, or it was only made ready ahead of time. */
const isUnbegun = (next: {
  readonly read_id: string | null;
  readonly read_state: ReadState | null;
  readonly begins_from: string | null;
  readonly opened_at: Date | null;
}): boolean =>
  next.read_id === null ||
  (next.read_state === 'waiting' && next.begins_from === null && next.opened_at === null);

/** The unsigned read `ahead` places on, created when it is not there; null when it can't be released now. */
const planNext = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  courseId: string,
  ahead: 0 | 1
): Promise<Planned | null> => {
  await lockSubjectOf(trx, courseId);
  const course = await trx
    .selectFrom('course')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select([
      'course.subject_id',
      'course.slot',
      'course.state',
      'course.track_id',
      'track.trial_id',
    ])
    .where('course.id', '=', courseId)
    .forUpdate('course')
    .executeTakeFirstOrThrow();
  if (course.state !== 'open') return null;
  // An adjudicator reads as far as what is to be settled, and only where they read anew.
  const upTo = isReaderSlot(course.slot) ? Infinity : await readAnewUpTo(trx, courseId);
  if (upTo === null) return null;
  const timepoints = await trx
    .selectFrom('timepoint')
    .leftJoin('read', join =>
      join
        .onRef('read.timepoint_id', '=', 'timepoint.id')
        .on('read.course_id', '=', courseId)
        .on('read.state', 'not in', ['superseded', 'void'])
    )
    .select(['timepoint.id', 'timepoint.state', 'timepoint.ordinal', 'timepoint.kind'])
    .select(['read.id as read_id', 'read.state as read_state', 'read.charter_version_id'])
    .select(['read.begins_from', 'read.opened_at'])
    .where('timepoint.subject_id', '=', course.subject_id)
    .orderBy('timepoint.ordinal')
    .execute();
  const placeOf = (timepointId: string): ReadPlace => ({
    ...{ trialId: course.trial_id, trackId: course.track_id, subjectId: course.subject_id },
    ...{ courseId, timepointId },
  });
  const end = await imagingEnd(trx, course.subject_id);
  const unread = timepoints.filter(
    timepoint =>
      timepoint.read_state !== 'signed' && timepoint.ordinal <= upTo && isAwaited(timepoint, end)
  );
  const [first] = unread;
  if (first === undefined) return null;
  const { gapPolicy } = (await charterToFollow(trx, placeOf(first.id))).terms;
  const open = withoutGaps(unread, gapPolicy);
  const next = open[ahead];
  if (next === undefined) return null;
  if (open.slice(0, ahead + 1).some(timepoint => timepoint.state !== 'complete')) return null;
  const place = placeOf(next.id);
  if (isUnbegun(next)) {
    const later = await laterReadsOf(trx, { courseId, ordinal: next.ordinal });
    if (later.length > 0 && (ahead > 0 || !(await mayInsert(trx, deps, place, later, gapPolicy)))) {
      return null;
    }
  }
  const charter = await charterToFollow(trx, place);
  const { tracks } = charter.terms;
  const wanted = isReaderSlot(course.slot)
    ? readersWanted(charter.terms, course.slot)
    : adjudicatorWanted(charter.terms);
  if (next.read_id !== null) {
    const { read_id: planned, read_state: state, charter_version_id: from } = next;
    const keepsCharter = next.begins_from !== null || next.opened_at !== null;
    if (state === 'waiting' && from !== null && from !== charter.id && !keepsCharter) {
      await followCharter(deps, trx, {
        ...{ trialId: place.trialId, readId: planned, from, to: charter.id },
      });
    }
    if (state === 'waiting' || state === 'ready') {
      await assignReader(trx, deps, { what: readToAssign(planned), ...wanted });
    }
    if (state !== 'waiting') return null;
    return unlessInQc(trx, { readId: planned, charterId: charter.id, keepsCharter, tracks, place });
  }
  const readId = deps.newId();
  const key = { course_id: courseId, timepoint_id: next.id, component: 'all' };
  await trx
    .insertInto('read')
    .values({
      ...{ ...key, id: readId, public_id: randomPublicId(), state: 'waiting' },
      // A read that was void has a number too.
      version: await nextVersion(trx, key),
      charter_version_id: charter.id,
      ordinal: next.ordinal,
    })
    .execute();
  await assignReader(trx, deps, { what: readToAssign(readId), ...wanted });
  return unlessInQc(trx, { readId, charterId: charter.id, keepsCharter: false, tracks, place });
};

const unlessInQc = async (trx: Transaction<Database>, planned: Planned): Promise<Planned | null> =>
  (await examsInQc(trx, planned)).length === 0 ? planned : null;
