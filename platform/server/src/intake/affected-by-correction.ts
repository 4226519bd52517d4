import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { ImpactCause } from '../workflow/read-impacts.js';

type Db = Transaction<Database>;

/** A read that has begun and has a decision to come. */
export interface AffectedRead {
  readonly subject: string;
  /** Code; null for a read of the whole subject. */
  readonly timepoint: string | null;
  readonly track: string;
  readonly slot: string;
  readonly component: string;
  /** As it was before it was marked. */
  readonly state: ReadState;
  readonly cause: ImpactCause;
}

/** Ids of what is noted for reads because of an exam. */
export const impactsOfExam = async (trx: Db, examId: string): Promise<ReadonlySet<string>> => {
  const rows = await trx
    .selectFrom('read_impact')
    .select('id')
    .where('exam_id', '=', examId)
    .execute();
  return new Set(rows.map(({ id }) => id));
};

/** The reads for which something was noted because of an exam since, in the order of slots and timepoints. */
export const affectedReads = async (
  trx: Db,
  examId: string,
  before: ReadonlySet<string>
): Promise<AffectedRead[]> => {
  const rows = await trx
    .selectFrom('read_impact')
    .innerJoin('read', 'read.id', 'read_impact.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read_impact.id', 'read_impact.cause', 'read.state', 'read.component'])
    .select(['course.slot', 'track.code as track', 'subject.identifier', 'timepoint.code'])
    .where('read_impact.exam_id', '=', examId)
    .orderBy('subject.identifier')
    .orderBy('track.code')
    .orderBy('course.slot')
    .orderBy('read.ordinal')
    .execute();
  return rows
    .filter(({ id }) => !before.has(id))
    .map(row => ({
      ...{ subject: row.identifier, timepoint: row.code, track: row.track, slot: row.slot },
      ...{ component: row.component, cause: row.cause },
      // What was signed is marked by now.
      state: row.state === 'impactPending' ? 'signed' : row.state,
    }));
};
