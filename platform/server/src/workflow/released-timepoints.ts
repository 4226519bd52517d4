import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { waitingExams } from '../qc/waiting-exams.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import type { ReadState } from './machines/read.js';
import type { TimepointState } from './machines/timepoint.js';

/** States of a read that says nothing of its timepoint being released. */
export const unreleasedStates = ['waiting', 'void'] as const satisfies readonly ReadState[];

interface SubjectInTrack {
  readonly trackId: string;
  readonly subjectId: string;
  /** The place of the last timepoint that its imaging went on to. */
  readonly end: number | null;
  /** All that is awaited and not signed. */
  readonly unread: readonly { readonly id: string; readonly state: TimepointState }[];
}

/**
 * The timepoints of a subject that the charter lets readers have, by when it releases them; whether they are there and
 * through QC is asked beside it. One that a reader of the track has had is released to all of them: an amendment takes
 * nothing back.
 */
export const releasedTimepoints = async (
  trx: Transaction<Database>,
  { trackId, subjectId, end, unread }: SubjectInTrack,
  { release, closing }: Pick<CharterTerms, 'release' | 'closing'>
): Promise<ReadonlySet<string>> => {
  const all = unread.map(({ id }) => id);
  switch (release.when) {
    case 'onArrival':
      return new Set(all);
    case 'subjectComplete': {
      const ended = closing === 'endOfSchedule' || end !== null;
      const there = ended && unread.every(({ state }) => state === 'complete');
      if (there && (await waitingExams(trx, all)).length === 0) return new Set(all);
      return new Set(await begunTimepoints(trx, { trackId, subjectId }));
    }
    case 'batches':
    case 'dataCut': {
      const released = await trx
        .selectFrom('release_batch_timepoint')
        .innerJoin('timepoint', 'timepoint.id', 'release_batch_timepoint.timepoint_id')
        .select('timepoint.id')
        .where('release_batch_timepoint.track_id', '=', trackId)
        .where('timepoint.subject_id', '=', subjectId)
        .execute();
      const begun = await begunTimepoints(trx, { trackId, subjectId });
      return new Set([...released.map(({ id }) => id), ...begun]);
    }
  }
};

const begunTimepoints = async (
  trx: Transaction<Database>,
  { trackId, subjectId }: Pick<SubjectInTrack, 'trackId' | 'subjectId'>
): Promise<string[]> => {
  const rows = await trx
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select('timepoint.id')
    .distinct()
    .where('course.track_id', '=', trackId)
    .where('course.subject_id', '=', subjectId)
    .where('read.state', 'not in', unreleasedStates)
    .execute();
  return rows.map(({ id }) => id);
};
