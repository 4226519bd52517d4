import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import type { CourseState } from './machines/course.js';
import type { ReadState } from './machines/read.js';

/** A read as whoever manages the trial acts on it. */
export interface ManagedRead {
  readonly id: string;
  readonly publicId: string;
  readonly state: ReadState;
  readonly version: number;
  readonly ordinal: number;
  readonly openedAt: Date | null;
  readonly trialId: string;
  readonly trackId: string;
  readonly courseId: string;
  readonly courseState: CourseState;
  readonly subjectId: string;
  /** The subject's identifier in the trial. */
  readonly subject: string;
  readonly slot: string;
  readonly timepointId: string;
  /** The timepoint's code. */
  readonly timepoint: string;
}

export const managedReads = (db: Kysely<Database>, trialId: string) =>
  db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'read.public_id', 'read.state', 'read.version', 'read.ordinal'])
    .select(['read.opened_at', 'track.trial_id', 'track.id as track_id', 'course.id as course_id'])
    .select(['course.state as course_state', 'course.subject_id', 'subject.identifier'])
    .select(['course.slot', 'timepoint.id as timepoint_id', 'timepoint.code'])
    .where('track.trial_id', '=', trialId);

type Row = Awaited<ReturnType<ReturnType<typeof managedReads>['executeTakeFirstOrThrow']>>;

export const asManaged = (row: Row): ManagedRead => ({
  id: row.id,
  publicId: row.public_id,
  state: row.state,
  version: row.version,
  ordinal: row.ordinal,
  openedAt: row.opened_at,
  trialId: row.trial_id,
  trackId: row.track_id,
  courseId: row.course_id,
  courseState: row.course_state,
  subjectId: row.subject_id,
  subject: row.identifier,
  slot: row.slot,
  timepointId: row.timepoint_id,
  timepoint: row.code,
});

/** The read of a trial behind its public id. @throws CodedError 404 CL_NOT_FOUND, also for a read of another trial. */
export const managedRead = async (
  db: Kysely<Database>,
  trialId: string,
  publicId: string
): Promise<ManagedRead> => {
  const row = await managedReads(db, trialId)
    .where('read.public_id', '=', publicId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return asManaged(row);
};
