import type { Charter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Archive } from '../archive/archive.js';
import type { DicomDataset } from '../archive/dicom-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { BlindedStore } from './blinded-store.js';
import { collectSeries } from './collect-series.js';
import { letIn } from './let-in.js';
import {
  asManifest,
  type Manifest,
  type ManifestInstance,
  type ManifestTimepoint,
} from './manifest.js';
import { prepare, recordPresentation, requireBlinding } from './prepared.js';
import { releaseScope } from './release-scope.js';

export interface ReleaseDeps {
  readonly db: Kysely<Database>;
  readonly archive: Archive;
  readonly store: BlindedStore;
  readonly charter: Charter;
  /** The version that `charter` is. */
  readonly charterVersionId: string;
  readonly now: () => Date;
  /** UUIDv7. */
  readonly newId: () => string;
  /** A new UID under 2.25. */
  readonly randomUid: () => string;
}

type Db = Kysely<Database>;

/** Images of this subject that earlier releases already brought into the store. */
const knownInstances = async (
  db: Db,
  subjectId: string
): Promise<Map<string, ManifestInstance>> => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select('image_manifest.content')
    .where('course.subject_id', '=', subjectId)
    .execute();
  const known = new Map<string, ManifestInstance>();
  for (const row of rows) {
    for (const timepoint of asManifest(row.content).timepoints) {
      for (const series of timepoint.series) {
        for (const instance of series.instances) known.set(instance.sopUid, instance);
      }
    }
  }
  return known;
};

/**
 * Makes a read ready to open: brings its images into the blinded store, gives every UID a new name for this read
 * alone, writes the metadata, and records manifest and presentation in one transaction. A read that is released
 * already is left as it is. When it fails, the database and the read's metadata are as before; frames already
 * brought in stay (whole, named by their content) for the next attempt.
 * @throws ArchiveError when the archive does not answer; CodedError when there is nothing to release, or the read was
 * put under another charter version meanwhile.
 */
export const releaseRead = async (deps: ReleaseDeps, readId: string): Promise<void> => {
  const { db, store } = deps;
  requireBlinding(deps.charter);
  const scope = await releaseScope(db, readId, deps.charter);
  if (scope.manifestId !== null) return;
  const studyUids = scope.timepoints.flatMap(timepoint =>
    timepoint.series.map(series => series.studyUid)
  );
  const receipts = await letIn(db, studyUids);
  const known = await knownInstances(db, scope.subjectId);
  const received = new Map<string, readonly DicomDataset[]>();
  const timepoints: ManifestTimepoint[] = [];
  for (const timepoint of scope.timepoints) {
    const { id, code, label, date, current, notShown } = timepoint;
    const series = [];
    for (const [index, one] of timepoint.series.entries()) {
      const collected = await collectSeries(deps, one, receipts, known);
      received.set(one.seriesUid, collected.received);
      series.push({ ...one, number: index + 1, instances: collected.instances });
    }
    timepoints.push({ timepointId: id, code, label, date, current, series, notShown });
  }
  const manifest: Manifest = { schemaVersion: 1, timepoints };
  const { subjectCode, dateShiftDays } = scope;
  const prepared = await prepare(
    deps,
    { id: readId, subjectCode, dateShiftDays },
    manifest,
    received
  );
  await db.transaction().execute(async trx => {
    const read = await trx
      .selectFrom('read')
      .select(['manifest_id', 'charter_version_id'])
      .where('id', '=', readId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (read.manifest_id !== null) return;
    if (read.charter_version_id !== deps.charterVersionId) {
      throw new CodedError(
        409,
        'CL_CHARTER_OVERTAKEN',
        'The read was put under another charter version while its images were made ready.'
      );
    }
    const at = deps.now();
    const manifestId = await recordPresentation(trx, deps, prepared, { read_id: readId });
    await trx
      .updateTable('read')
      .set({ manifest_id: manifestId, released_at: at })
      .where('id', '=', readId)
      .execute();
    await store.putRead(readId, prepared.files);
  });
};
