import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { undecidedExams } from '../qc/waiting-exams.js';
import { isRead } from '../trials/timepoint-kinds.js';
import { unreleasedStates } from './released-timepoints.js';

/** A timepoint that waits for a batch or data cut. */
export interface GatheredTimepoint {
  readonly id: string;
  readonly subjectId: string;
  /** The subject's identifier. */
  readonly subject: string;
  /** The timepoint's code. */
  readonly timepoint: string;
  readonly label: string;
}

/**
 * The timepoints of a trial that are there and that no reader was released, in the order of subjects and dates. A batch is
 * of what is through QC; a data cut also of what is still in it: that is read when it has passed.
 */
export const gatheredFor = async (
  db: Kysely<Database>,
  { trialId, trackId }: { readonly trialId: string; readonly trackId: string },
  kind: 'batch' | 'dataCut'
): Promise<GatheredTimepoint[]> => {
  let found = db
    .selectFrom('timepoint')
    .innerJoin('subject', 'subject.id', 'timepoint.subject_id')
    .select(['timepoint.id', 'timepoint.subject_id as subjectId'])
    .select(['subject.identifier as subject', 'timepoint.code as timepoint', 'timepoint.label'])
    .where('subject.trial_id', '=', trialId)
    .where('subject.status', '=', 'enrolled')
    .where('timepoint.state', '=', 'complete')
    .where(isRead)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('release_batch_timepoint')
            .select('release_batch_timepoint.timepoint_id')
            .whereRef('release_batch_timepoint.timepoint_id', '=', 'timepoint.id')
            .where('release_batch_timepoint.track_id', '=', trackId)
        )
      )
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('read')
            .innerJoin('course', 'course.id', 'read.course_id')
            .select('read.id')
            .whereRef('read.timepoint_id', '=', 'timepoint.id')
            .where('course.track_id', '=', trackId)
            .where('read.state', 'not in', unreleasedStates)
        )
      )
    );
  if (kind === 'batch') {
    found = found.where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('timepoint_exam')
            .innerJoin('exam', 'exam.id', 'timepoint_exam.exam_id')
            .select('exam.id')
            .whereRef('timepoint_exam.timepoint_id', '=', 'timepoint.id')
            .where('exam.state', 'in', undecidedExams)
        )
      )
    );
  }
  return found.orderBy('subject.identifier').orderBy('timepoint.ordinal').execute();
};
