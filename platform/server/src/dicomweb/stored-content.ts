import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Archive } from '../archive/archive.js';
import { ArchiveError } from '../archive/archive-error.js';
import { asDatasets, type DicomDataset } from '../archive/dicom-json.js';
import type { BlindedStore } from '../release/blinded-store.js';
import { keepFrame } from '../release/collect-series.js';
import type { ManifestInstance, ManifestSeries, ManifestTimepoint } from '../release/manifest.js';
import { pseudonymOf, type Presentation } from '../release/presentation.js';
import { blindSeries, metadataName, packMetadata } from '../release/read-metadata.js';

export interface ContentDeps {
  readonly archive: Archive;
  readonly store: BlindedStore;
}

const expand = promisify(gunzip);

/**
 * One frame from the store; made again from the archive when the store lost it.
 * @throws ArchiveError CL_ARCHIVE_UNAVAILABLE, or CL_ARCHIVE_CHANGED when the archive's image is another one now.
 */
export const frameOf = async (
  deps: ContentDeps,
  series: ManifestSeries,
  instance: ManifestInstance,
  frameNumber: number,
  hash: string
): Promise<Uint8Array> => {
  const kept = await deps.store.frame(hash);
  if (kept !== null) return kept;
  const changed = (reason: string): ArchiveError =>
    new ArchiveError(
      'CL_ARCHIVE_CHANGED',
      'The image archive no longer holds this image as it was released.',
      {
        resource: instance.sopUid,
        reason,
      }
    );
  const archived = await deps.archive.instances(series.studyUid, series.seriesUid);
  const id = archived.find(one => one.sopInstanceUid === instance.sopUid)?.id;
  if (id === undefined) throw changed('absent');
  const made = await keepFrame(deps.archive, deps.store, id, frameNumber, instance.transferSyntax);
  const again = made === hash ? await deps.store.frame(hash) : null;
  if (again === null) throw changed('other bytes');
  return again;
};

const remake = async (
  deps: ContentDeps,
  presentation: Presentation,
  timepoint: ManifestTimepoint,
  wanted: readonly ManifestSeries[]
): Promise<DicomDataset[]> => {
  const made: DicomDataset[] = [];
  for (const series of wanted) {
    const received = await deps.archive.seriesMetadata(series.studyUid, series.seriesUid);
    made.push(...blindSeries(presentation, timepoint, series, received));
  }
  return made;
};

/** The gzip file of a study's metadata (`series` null) or of one series'; made again when the store lost it. */
export const metadataOf = async (
  deps: ContentDeps,
  presentation: Presentation,
  timepoint: ManifestTimepoint,
  series: ManifestSeries | null
): Promise<Uint8Array> => {
  const name = metadataName(
    pseudonymOf(presentation, series === null ? timepoint.timepointId : series.seriesUid)
  );
  const kept = await deps.store.readFile(presentation.readId, name);
  if (kept !== null) return kept;
  const packed = await packMetadata(
    await remake(deps, presentation, timepoint, series === null ? timepoint.series : [series])
  );
  await deps.store.putReadFile(presentation.readId, name, packed);
  return packed;
};

export const unpackMetadata = async (packed: Uint8Array): Promise<Buffer> => expand(packed);

export const parseMetadata = async (packed: Uint8Array): Promise<DicomDataset[]> =>
  asDatasets(JSON.parse((await expand(packed)).toString('utf8')));
