import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { isReaderSlot } from '../trials/charter-terms.js';
import { isRead } from '../trials/timepoint-kinds.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { comparedStates, courseMachine, type CourseState } from './machines/course.js';
import { lockSubject } from './lock-subject.js';
import { lockCoursesOfSubject } from './reading-locks.js';
import { adjudicatorSlot } from './subject-reading.js';

/**
 * For a query that has `course`: true where a reader has to read images that no read is out for. An adjudicator's goes on
 * with what the readers' settling asks of it.
 */
export const hasUnreadImages = sql<boolean>`(course.slot <> ${adjudicatorSlot} and exists (
  select 1 from timepoint where timepoint.subject_id = course.subject_id and timepoint.state = 'complete'
  and ${isRead} and not exists (select 1 from read where read.course_id = course.id and read.timepoint_id = timepoint.id
    and read.state not in ('superseded', 'void', 'waiting', 'returnedToQc'))))`;

/** For a query that has `course`: true where it is read, or a timepoint came after it had closed and no reader has it yet. */
export const isToBeReadOn = sql<boolean>`(course.state = 'open' or ${hasUnreadImages})`;

/** Opens courses again that something is still to be read or decided in; nothing that stands of them changes. */
export const readCoursesOn = async (
  trx: Transaction<Database>,
  deps: Pick<ServerDeps, 'now' | 'zone'>,
  of: {
    readonly trialId: string;
    readonly subjectId: string;
    readonly why: 'lateTimepoint' | 'adjudication';
  },
  courses: readonly { readonly id: string; readonly state: CourseState }[]
): Promise<void> => {
  await applyTransition(
    trx,
    courses.map(({ id, state }) => changeOf(courseMachine, id, state, 'readOn')),
    {
      ...{ ...bySystem(of.why), chain: of.trialId, at: deps.now(), zone: deps.zone },
      details: { subject: of.subjectId, why: of.why },
    }
  );
};

/** A course of which a read is to be released. */
interface CourseOf {
  readonly trialId: string;
  readonly trackId: string;
  readonly subjectId: string;
  readonly courseId: string;
}

/** Takes a subject with its courses, before the reads: for `readOnFor`. */
export const lockForReadingOn = async (
  trx: Transaction<Database>,
  of: Pick<CourseOf, 'trackId' | 'subjectId'>
): Promise<void> => {
  await lockSubject(trx, of.subjectId);
  await lockCoursesOfSubject(trx, of);
};

/**
 * Opens a course again whose late timepoint is released; a reader's with those of the other readers as far as they were
 * compared with it. One that is open stays as it is. The subject's courses are taken.
 */
export const readOnFor = async (
  trx: Transaction<Database>,
  deps: Pick<ServerDeps, 'now' | 'zone'>,
  { trialId, trackId, subjectId, courseId }: CourseOf
): Promise<void> => {
  const courses = await trx
    .selectFrom('course')
    .select(['id', 'slot', 'state'])
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .orderBy('slot')
    .execute();
  const own = courses.find(({ id }) => id === courseId);
  if (own === undefined || own.state === 'open') return;
  const withIt = isReaderSlot(own.slot)
    ? courses.filter(({ slot, state }) => isReaderSlot(slot) && comparedStates.includes(state))
    : [];
  const all = [own, ...withIt.filter(({ id }) => id !== own.id)];
  await readCoursesOn(trx, deps, { trialId, subjectId, why: 'lateTimepoint' }, all);
};
