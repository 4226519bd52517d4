import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReleaseQueue } from './release-queue.js';

/**
 * Asks again for the courses of a trial, or of all of them, in which a read or an adjudication is nobody's: a person may be there for it now.
 */
export const requestUnassigned = async (
  db: Kysely<Database>,
  trialId: string | null,
  releases: Pick<ReleaseQueue, 'request'>
): Promise<void> => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .select('course.id')
    .distinct()
    .where('read.state', 'in', ['waiting', 'ready'])
    .where('course.state', '=', 'open')
    .$if(trialId !== null, query => query.where('track.trial_id', '=', trialId ?? ''))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('read_assignment')
            .select('read_assignment.read_id')
            .whereRef('read_assignment.read_id', '=', 'read.id')
            .where('read_assignment.ended_at', 'is', null)
        )
      )
    )
    .orderBy('course.id')
    .execute();
  const adjudications = await db
    .selectFrom('adjudication')
    .innerJoin('track', 'track.id', 'adjudication.track_id')
    .select('adjudication.course_id as id')
    .where('adjudication.state', '=', 'waiting')
    .$if(trialId !== null, query => query.where('track.trial_id', '=', trialId ?? ''))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('adjudication_assignment as assignment')
            .select('assignment.adjudication_id')
            .whereRef('assignment.adjudication_id', '=', 'adjudication.id')
            .where('assignment.ended_at', 'is', null)
        )
      )
    )
    .orderBy('adjudication.course_id')
    .execute();
  for (const { id } of [...rows, ...adjudications]) releases.request(id);
};
