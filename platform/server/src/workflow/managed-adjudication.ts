import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import type { AdjudicationState } from './machines/adjudication.js';
import { timepointScopePrefix } from './subject-reading.js';

/** An adjudication as whoever manages the trial acts on it. */
export interface ManagedAdjudication {
  readonly id: string;
  readonly publicId: string;
  readonly state: AdjudicationState;
  readonly version: number;
  readonly trialId: string;
  readonly trackId: string;
  /** The ADJ slot's. */
  readonly courseId: string;
  readonly subjectId: string;
  /** The subject's identifier in the trial. */
  readonly subject: string;
  readonly slot: string;
  /** The timepoint's code; null where it is of the whole subject. */
  readonly timepoint: string | null;
}

export const managedAdjudications = (db: Kysely<Database>, trialId: string) =>
  db
    .selectFrom('adjudication')
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .innerJoin('subject', 'subject.id', 'adjudication.subject_id')
    .leftJoin('timepoint', join =>
      join
        .onRef('timepoint.subject_id', '=', 'adjudication.subject_id')
        .on(sql<boolean>`adjudication.scope = ${timepointScopePrefix} || timepoint.code`)
    )
    .select(['adjudication.id', 'adjudication.public_id', 'adjudication.state'])
    .select(['adjudication.version', 'adjudication.track_id', 'adjudication.course_id'])
    .select(['adjudication.subject_id', 'subject.identifier', 'subject.trial_id', 'course.slot'])
    .select('timepoint.code')
    .where('subject.trial_id', '=', trialId);

type Row = Awaited<ReturnType<ReturnType<typeof managedAdjudications>['executeTakeFirstOrThrow']>>;

export const asManagedAdjudication = (row: Row): ManagedAdjudication => ({
  ...{ id: row.id, publicId: row.public_id, state: row.state, version: row.version },
  ...{ trialId: row.trial_id, trackId: row.track_id, courseId: row.course_id },
  ...{ subjectId: row.subject_id, subject: row.identifier, slot: row.slot, timepoint: row.code },
});

/** The adjudication of a trial behind its public id. @throws CodedError 404 CL_NOT_FOUND, also for one of another trial. */
export const managedAdjudication = async (
  db: Kysely<Database>,
  trialId: string,
  publicId: string
): Promise<ManagedAdjudication> => {
  const row = await managedAdjudications(db, trialId)
    .where('adjudication.public_id', '=', publicId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return asManagedAdjudication(row);
};
