import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** A subject that a search found, with its reads: whose lives can be looked at. */
export interface FoundSubject {
  readonly id: string;
  readonly identifier: string;
  readonly reads: readonly {
    readonly id: string;
    /** Null of a read of the whole subject. */
    readonly timepoint: string | null;
    readonly track: string;
    readonly slot: string;
    readonly version: number;
    readonly state: string;
  }[];
}

const mostSubjects = 20;

/** The subjects of a trial whose identifiers have the text in them, by identifier. */
export const findSubjects = async (
  db: Kysely<Database>,
  trialId: string,
  text: string
): Promise<FoundSubject[]> => {
  const { rows } = await sql<FoundSubject>`
    select subject.id, subject.identifier, coalesce((
      select jsonb_agg(jsonb_build_object('id', read.id, 'timepoint', timepoint.label, 'track', track.code,
        'slot', course.slot, 'version', read.version, 'state', read.state)
        order by timepoint.ordinal nulls last, track.code, course.slot, read.version)
      from read join course on course.id = read.course_id join track on track.id = course.track_id
      left join timepoint on timepoint.id = read.timepoint_id where course.subject_id = subject.id), '[]') as reads
    from subject where subject.trial_id = ${trialId} and strpos(lower(subject.identifier), lower(${text})) > 0
    order by subject.identifier limit ${mostSubjects}`.execute(db);
  return rows;
};
