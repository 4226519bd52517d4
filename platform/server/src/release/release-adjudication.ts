import type { Kysely } from 'kysely';
import { textOf, type DicomDataset } from '../archive/dicom-json.js';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { letIn } from './let-in.js';
import {
  asManifest,
  type Manifest,
  type ManifestSeries,
  type ManifestTimepoint,
} from './manifest.js';
import { prepare, recordPresentation, requireBlinding } from './prepared.js';
import type { ReleaseDeps } from './release-read.js';
import { unitedTimepoints } from './united-timepoints.js';

/**
 * Makes an adjudication ready to open: what its reads were of, under names of its own. Nothing else: images that came
 * later were seen by neither reader, nor what is kept apart by now or has other bytes. One that is released already is left as it is; when it fails, everything is as before.
 * @throws ArchiveError when the archive does not answer, or no longer holds what was read.
 */
export const releaseAdjudication = async (
  deps: Omit<ReleaseDeps, 'charterVersionId'>,
  adjudicationId: string
): Promise<void> => {
  requireBlinding(deps.charter);
  const { db, archive, store } = deps;
  const row = await db
    .selectFrom('adjudication')
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .select(['adjudication.manifest_id', 'course.subject_code', 'course.date_shift_days'])
    .where('adjudication.id', '=', adjudicationId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  if (row.manifest_id !== null) return;
  const timepoints = await timepointsOf(db, adjudicationId);
  const manifest: Manifest = { schemaVersion: 1, timepoints };
  const shown = timepoints.flatMap(({ series }) => series);
  const admitted = await letIn(
    db,
    shown.map(({ studyUid }) => studyUid)
  );
  const received = new Map<string, readonly DicomDataset[]>();
  for (const series of shown) {
    const held = await archive.seriesMetadata(series.studyUid, series.seriesUid);
    received.set(series.seriesUid, asRead(held, series, admitted));
  }
  const of = {
    id: adjudicationId,
    subjectCode: row.subject_code,
    dateShiftDays: row.date_shift_days,
  };
  const prepared = await prepare(deps, of, manifest, received);
  await db.transaction().execute(async trx => {
    const { manifest_id: before } = await trx
      .selectFrom('adjudication')
      .select('manifest_id')
      .where('id', '=', adjudicationId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (before !== null) return;
    const shownIn = { adjudication_id: adjudicationId };
    const manifestId = await recordPresentation(trx, deps, prepared, shownIn);
    await trx
      .updateTable('adjudication')
      .set({ manifest_id: manifestId })
      .where('id', '=', adjudicationId)
      .execute();
    await store.putRead(adjudicationId, prepared.files);
  });
};

/** What the archive holds of a series as far as it is what was read: let in, and of the same bytes. */
const asRead = (
  held: readonly DicomDataset[],
  { instances }: ManifestSeries,
  admitted: ReadonlyMap<string, string>
): DicomDataset[] => {
  const read = new Map(instances.map(({ sopUid, sha256 }) => [sopUid, sha256]));
  return held.filter(dataset => {
    const sopUid = textOf(dataset, '00080018') ?? '';
    const sha256 = admitted.get(sopUid);
    // Without a hash: read before receipts had one of every image.
    return sha256 !== undefined && read.has(sopUid) && (read.get(sopUid) ?? sha256) === sha256;
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
