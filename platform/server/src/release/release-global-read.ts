import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { asManifest, type ManifestTimepoint } from './manifest.js';
import { requireBlinding } from './prepared.js';
import type { ReleaseDeps } from './release-read.js';
import { releaseUnited } from './release-united.js';
import { unitedTimepoints } from './united-timepoints.js';

/**
 * Makes a global read ready to open: what the reads of its course were of, all timepoints together, under names of its
 * own. One that is released already is left as it is.
 * @throws those of `releaseUnited`
 */
export const releaseGlobalRead = async (
  deps: Omit<ReleaseDeps, 'charterVersionId'>,
  globalReadId: string
): Promise<void> => {
  requireBlinding(deps.charter);
  const { db } = deps;
  const row = await db
    .selectFrom('global_read')
    .innerJoin('course', 'course.id', 'global_read.course_id')
    .select(['global_read.manifest_id', 'course.subject_code', 'course.date_shift_days'])
    .where('global_read.id', '=', globalReadId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  if (row.manifest_id !== null) return;
  await releaseUnited(deps, {
    ...{ id: globalReadId, subjectCode: row.subject_code, dateShiftDays: row.date_shift_days },
    timepoints: await timepointsOf(db, globalReadId),
    shownIn: { global_read_id: globalReadId },
    take: async trx => {
      const { manifest_id: before } = await trx
        .selectFrom('global_read')
        .select('manifest_id')
        .where('id', '=', globalReadId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      return before;
    },
    give: async (trx, manifest) => {
      await trx
        .updateTable('global_read')
        .set({ manifest_id: manifest })
        .where('id', '=', globalReadId)
        .execute();
    },
  });
};

/** What the reads that it was asked for showed, as one list. */
const timepointsOf = async (
  db: Kysely<Database>,
  globalReadId: string
): Promise<ManifestTimepoint[]> => {
  const rows = await db
    .selectFrom('global_read_read')
    .innerJoin('read', 'read.id', 'global_read_read.read_id')
    .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select('image_manifest.content')
    .where('global_read_read.global_read_id', '=', globalReadId)
    .orderBy('read.id')
    .execute();
  return unitedTimepoints(rows.map(({ content }) => asManifest(content)));
};
