import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/**
 * Series that reached an earlier timepoint after the course's read of it was begun, and that a later read does not show:
 * nobody has decided yet what they mean, or they were decided to have no impact.
 */
export const withheldSeries = async (
  db: Kysely<Database>,
  courseId: string,
  timepointId: string
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ uid: string }>`
    select distinct series.series_uid as uid
    from read join read_impact on read_impact.read_id = read.id
    join image_manifest on image_manifest.id = read.manifest_id
    join series on series.exam_id = read_impact.exam_id
    where read.course_id = ${courseId} and read.timepoint_id = ${timepointId}
      and read.state not in ('superseded', 'void') and read_impact.cause = 'imagesArrived'
      and not exists (
        select 1 from read_impact as used
        where used.read_id = read.id and used.exam_id = read_impact.exam_id and used.decision = 'laterReads')
      and not exists (
        select 1 from jsonb_path_query(image_manifest.content, '$.timepoints[*].series[*].seriesUid') as shown
        where shown #>> '{}' = series.series_uid)`.execute(db);
  return new Set(rows.map(({ uid }) => uid));
};
