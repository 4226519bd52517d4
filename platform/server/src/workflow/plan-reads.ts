import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { waitingExams } from '../qc/waiting-exams.js';
import { shownTimepoints } from '../release/release-scope.js';
import { isReaderSlot, type CharterTerms } from '../trials/charter-terms.js';
import { readToAssign } from './assignable.js';
import { adjudicatorWanted, assignReader, readersWanted } from './assign-reader.js';
import { imagingEnd, isAwaited } from './awaited.js';
import { charterToFollow, type ReadPlace } from './charter-to-follow.js';
import { randomPublicId } from './drawn.js';
import { hasFinal } from './current-final.js';
import { followCharter } from './follow-charter.js';
import { mayInsert, withoutGaps } from './gap-policy.js';
import { lockSubjectOf } from './lock-subject.js';
import type { ReadState } from './machines/read.js';
import type { TimepointState } from './machines/timepoint.js';
import { nextVersion } from './new-read-version.js';
import { laterReadsOf } from './read-impacts.js';
import { releasedTimepoints } from './released-timepoints.js';
import { readAnewUpTo, readByOthers } from './third-read.js';

/** A read whose turn has come, once its images are ready. */
export interface PlannedRead {
  readonly readId: string;
  readonly charterId: string;
  /** A new version of a read stays under the charter version of the one before. */
  readonly keepsCharter: boolean;
  readonly tracks: CharterTerms['tracks'];
  readonly place: ReadPlace;
  /** Its course had closed before: it is opened again when the read is released. */
  readonly isLate: boolean;
}

/** A timepoint that is to be read, with the course's read of it that stands. */
interface Unread {
  readonly id: string;
  readonly state: TimepointState;
  readonly ordinal: number;
  readonly kind: string;
  readonly read_id: string | null;
  readonly read_state: ReadState | null;
  readonly charter_version_id: string | null;
  readonly begins_from: string | null;
  readonly opened_at: Date | null;
  /** Both others have signed it: an adjudicator who reads anew reads it too, whatever became of it since. */
  readonly isAnew: boolean;
}

/** Its images are there, or it is read as it was read before. */
const isThere = ({ state, isAnew }: Pick<Unread, 'state' | 'isAnew'>): boolean =>
  state === 'complete' || isAnew;

/** A course that is read or to be read on, taken with its subject. */
interface OpenCourse {
  readonly id: string;
  readonly slot: string;
  readonly subjectId: string;
  readonly trackId: string;
  readonly trialId: string;
  readonly end: number | null;
  /** It had all its reads, and a timepoint came after. */
  readonly hadClosed: boolean;
  /** Of the version that the first of its unread timepoints follows. */
  readonly terms: CharterTerms;
  /** All that is awaited and not signed, by date. */
  readonly unread: readonly Unread[];
}

/** The exams not through QC that a read would show: until they are, it is not released. */
export const examsInQc = async (
  trx: Transaction<Database>,
  { readId, tracks }: Pick<PlannedRead, 'readId' | 'tracks'>
): Promise<string[]> => {
  const { timepoints } = await shownTimepoints(trx, readId, { tracks });
  return waitingExams(
    trx,
    timepoints.map(({ id }) => id)
  );
};

/**
 * The reads of a course whose turn has come, created and assigned where they are not there: the next one by date, or with
 * `ahead` the one after it; where all timepoints are read together, all of them once the last is there, and none ahead.
 * None while a timepoint before is still expected (the charter's gap policy says what that means), an exam that would be
 * shown is not through QC, or the charter has not released the timepoint.
 */
export const planReads = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  courseId: string,
  ahead: 0 | 1
): Promise<PlannedRead[]> => {
  const course = await openCourse(trx, courseId);
  if (course === null) return [];
  const released = await releasedTimepoints(trx, course, course.terms);
  const next =
    course.terms.order === 'allAtOnce'
      ? together(course, released, ahead)
      : inOrder(course, released, ahead);
  const planned: PlannedRead[] = [];
  for (const timepoint of next) {
    const read = await planRead(trx, deps, course, timepoint, ahead);
    if (read !== null) planned.push(read);
  }
  for (const read of planned) {
    if ((await examsInQc(trx, read)).length > 0) return [];
  }
  return planned;
};

/** The unread timepoint `ahead` places on, when it and those before it are there. */
const inOrder = (
  { unread, terms }: OpenCourse,
  released: ReadonlySet<string>,
  ahead: 0 | 1
): Unread[] => {
  const open = withoutGaps(unread, terms.gapPolicy);
  const next = open[ahead];
  if (next === undefined) return [];
  const before = open.slice(0, ahead + 1);
  return before.every(one => isThere(one) && released.has(one.id)) ? [next] : [];
};

/** All unread timepoints once the last is there; until then those that their reader has seen already. */
const together = (
  { unread, terms, end }: OpenCourse,
  released: ReadonlySet<string>,
  ahead: 0 | 1
): Unread[] => {
  if (ahead > 0) return [];
  const open = withoutGaps(unread, terms.gapPolicy);
  const whole =
    (terms.closing === 'endOfSchedule' || end !== null) &&
    open.every(one => isThere(one) && released.has(one.id) && one.read_state !== 'returnedToQc');
  return whole ? open : open.filter(one => isThere(one) && !isUnbegun(one));
};

/** Nobody has seen a read of it: there is none, or it was only made ready ahead of time. */
const isUnbegun = (
  one: Pick<Unread, 'read_id' | 'read_state' | 'begins_from' | 'opened_at'>
): boolean =>
  one.read_id === null ||
  (one.read_state === 'waiting' && one.begins_from === null && one.opened_at === null);

/** Null where nothing of the course is left to read. */
const openCourse = async (
  trx: Transaction<Database>,
  courseId: string
): Promise<OpenCourse | null> => {
  await lockSubjectOf(trx, courseId);
  const course = await trx
    .selectFrom('course')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select(['course.subject_id', 'course.slot', 'course.state'])
    .select(['course.track_id', 'track.trial_id'])
    .where('course.id', '=', courseId)
    .forUpdate('course')
    .executeTakeFirstOrThrow();
  const { slot, state, subject_id: subjectId, track_id: trackId, trial_id: trialId } = course;
  // An adjudicator reads as far as what is to be settled, and only where they read anew.
  const upTo = isReaderSlot(slot) ? Infinity : await readAnewUpTo(trx, courseId);
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
    .where('timepoint.subject_id', '=', subjectId)
    .orderBy('timepoint.ordinal')
    .execute();
  const end = await imagingEnd(trx, subjectId);
  const anew = isReaderSlot(slot) ? new Set() : await readByOthers(trx, { trackId, subjectId });
  const unread = timepoints
    .map(one => ({ ...one, isAnew: anew.has(one.id) }))
    .filter(
      one =>
        one.read_state !== 'signed' && one.ordinal <= upTo && (one.isAnew || isAwaited(one, end))
    );
  const [first] = unread;
  if (first === undefined) return null;
  const place = { trialId, trackId, subjectId, courseId, timepointId: first.id };
  const { terms } = await charterToFollow(trx, place);
  const hadClosed = state !== 'open';
  return { id: courseId, slot, subjectId, trackId, trialId, end, hadClosed, terms, unread };
};

/**
 * What the charter has become of a timepoint that turned up before signed ones. What was final, or ready to be compared, is
 * read again by a person's decision alone.
 */
const policyFor = async (
  trx: Transaction<Database>,
  { trackId, subjectId, hadClosed, terms: { gapPolicy } }: OpenCourse
): Promise<CharterTerms['gapPolicy']> => {
  if (gapPolicy !== 'readAgainFromInserted') return gapPolicy;
  return hadClosed || (await hasFinal(trx, { trackId, subjectId })) ? 'hold' : gapPolicy;
};

/** The read of a timepoint that is to be released; null when it can't be now, or was already. */
const planRead = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  course: OpenCourse,
  next: Unread,
  ahead: 0 | 1
): Promise<PlannedRead | null> => {
  const { trialId, trackId, subjectId } = course;
  const place = { trialId, trackId, subjectId, courseId: course.id, timepointId: next.id };
  if (isUnbegun(next)) {
    const later = await laterReadsOf(trx, { courseId: course.id, ordinal: next.ordinal });
    if (later.length > 0 && ahead > 0) return null;
    const policy = later.length > 0 ? await policyFor(trx, course) : course.terms.gapPolicy;
    if (later.length > 0 && !(await mayInsert(trx, deps, place, later, policy))) return null;
  }
  const charter = await charterToFollow(trx, place);
  const { tracks } = charter.terms;
  const wanted = isReaderSlot(course.slot)
    ? readersWanted(charter.terms, course.slot)
    : adjudicatorWanted(charter.terms);
  const planned = { charterId: charter.id, tracks, place, isLate: course.hadClosed };
  if (next.read_id !== null) {
    const { read_id: readId, read_state: state, charter_version_id: from } = next;
    const keepsCharter = next.begins_from !== null || next.opened_at !== null;
    if (state === 'waiting' && from !== null && from !== charter.id && !keepsCharter) {
      await followCharter(deps, trx, { trialId, readId, from, to: charter.id });
    }
    if (state === 'waiting' || state === 'ready') {
      await assignReader(trx, deps, { what: readToAssign(readId), ...wanted });
    }
    return state === 'waiting' ? { ...planned, readId, keepsCharter } : null;
  }
  const readId = deps.newId();
  const key = { course_id: course.id, timepoint_id: next.id, component: 'all' };
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
  return { ...planned, readId, keepsCharter: false };
};
