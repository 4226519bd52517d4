import type { Kysely } from 'kysely';
import type { Archive } from '../archive/archive.js';
import type { DicomDataset } from '../archive/dicom-json.js';
import { subjectFacts } from '../blinding/subject-facts.js';
import type { Variant } from '../blinding/variant.js';
import type { Database } from '../database/schema.js';
import type { BlindedStore } from './blinded-store.js';
import { collectSeries, type CollectedSeries } from './collect-series.js';
import { letIn } from './let-in.js';
import {
  asManifest,
  type Manifest,
  type ManifestInstance,
  type ManifestSeries,
  type ManifestTimepoint,
} from './manifest.js';
import type { ReleaseScope } from './release-scope.js';

type Db = Kysely<Database>;

type SeriesToCollect = Pick<ManifestSeries, 'studyUid' | 'seriesUid'>;

interface ImageDeps {
  readonly db: Db;
  readonly archive: Archive;
  readonly store: BlindedStore;
}

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

/** A read's manifest, and the metadata of its series as received, by series UID. */
export interface ReadImages {
  readonly manifest: Manifest;
  readonly received: ReadonlyMap<string, readonly DicomDataset[]>;
}

/**
 * The images a read shows, brought into the store: those of its manifest where it has one, else those of its scope, with what
 * the variant lets readers know of the subject.
 * @throws ArchiveError
 */
export const readImages = async (
  deps: ImageDeps,
  scope: ReleaseScope,
  variant: Variant
): Promise<ReadImages> => {
  const fixed = scope.manifestId === null ? null : await storedManifest(deps.db, scope.manifestId);
  const shown = (fixed ?? scope).timepoints.flatMap(({ series }): SeriesToCollect[] => [...series]);
  const admitted = await letIn(
    deps.db,
    shown.map(({ studyUid }) => studyUid)
  );
  const known = await knownInstances(deps.db, scope.subjectId);
  const collected = new Map<string, CollectedSeries>();
  for (const one of shown) {
    collected.set(one.seriesUid, await collectSeries(deps, one, admitted, known));
  }
  const received = new Map([...collected].map(([uid, series]) => [uid, series.received]));
  if (fixed !== null) return { manifest: fixed, received };
  const timepoints = scope.timepoints.map(
    ({ id, code, label, date, current, notShown, series }): ManifestTimepoint => ({
      ...{ timepointId: id, code, label, date, current, notShown },
      ...(variant.sexAge
        ? {
            subject: subjectFacts(
              series.flatMap(one => received.get(one.seriesUid) ?? []),
              date
            ),
          }
        : {}),
      series: series.map((one, index) => ({
        ...{ ...one, number: index + 1 },
        instances: collected.get(one.seriesUid)?.instances ?? [],
      })),
    })
  );
  return { manifest: { schemaVersion: 1, timepoints }, received };
};

const storedManifest = async (db: Db, id: string): Promise<Manifest> => {
  const { content } = await db
    .selectFrom('image_manifest')
    .select('content')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return asManifest(content);
};
