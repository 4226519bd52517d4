import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { asManifest, type ManifestTimepoint } from './manifest.js';
import { requireBlinding } from './prepared.js';
import type { ReleaseDeps } from './release-read.js';
import { releaseUnited } from './release-united.js';
import { unitedTimepoints } from './united-timepoints.js';

/**
 * Makes an adjudication ready to open: what its reads were of, under names of its own. Nothing else: images that came
 * later were seen by neither reader. One that is released already is left as it is.
 * @throws those of `releaseUnited`
 */
export const releaseAdjudication = async (
  deps: Omit<ReleaseDeps, 'charterVersionId'>,
  adjudicationId: string
): Promise<void> => {
  requireBlinding(deps.charter);
  const { db } = deps;
  const row = await db
    .selectFrom('adjudication')
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .select(['adjudication.manifest_id', 'course.subject_code', 'course.date_shift_days'])
    .where('adjudication.id', '=', adjudicationId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  if (row.manifest_id !== null) return;
  await releaseUnited(deps, {
    ...{ id: adjudicationId, subjectCode: row.subject_code, dateShiftDays: row.date_shift_days },
    timepoints: await timepointsOf(db, adjudicationId),
    shownIn: { adjudication_id: adjudicationId },
    take: async trx => {
      const { manifest_id: before } = await trx
        .selectFrom('adjudication')
        .select('manifest_id')
        .where('id', '=', adjudicationId)
        .forUpdate()
        .executeTakeFirstOrThrow();
      return before;
    },
    give: async (trx, manifest) => {
      await trx
        .updateTable('adjudication')
        .set({ manifest_id: manifest })
        .where('id', '=', adjudicationId)
        .execute();
    },
  });
};

/** What its reads were shown, as one list. */
const timepointsOf = async (
  db: Kysely<Database>,
  adjudicationId: string
): Promise<ManifestTimepoint[]> => {
  const rows = await db
    .selectFrom('adjudication_read')
    .innerJoin('read', 'read.id', 'adjudication_read.read_id')
    .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select('image_manifest.content')
    .where('adjudication_read.adjudication_id', '=', adjudicationId)
    .orderBy('read.id')
    .execute();
  return unitedTimepoints(rows.map(({ content }) => asManifest(content)));
};
