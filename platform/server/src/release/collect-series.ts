import { requireAllTold } from '../archive/all-told.js';
import { ArchiveError } from '../archive/archive-error.js';
import type { Archive } from '../archive/archive.js';
import type { DicomDataset } from '../archive/dicom-json.js';
import { numbersOf, textOf } from '../archive/dicom-json.js';
import { hasPixels, withPixelData } from '../archive/pixel-data.js';
import { isAdmitted } from '../blinding/iods.js';
import type { BlindedStore } from './blinded-store.js';
import { inParallel } from './in-parallel.js';
import type { LetIn } from './let-in.js';
import type { ManifestInstance } from './manifest.js';
import { byInstanceNumber } from './read-metadata.js';
import { nativeFrameBytes, textlessFrame } from './textless-frame.js';

const requestsAtOnce = 8;

/** Fetches one frame as stored, takes the text out of its stream and keeps it. @throws ArchiveError */
export const keepFrame = async (
  archive: Archive,
  store: BlindedStore,
  archiveId: string,
  frameNumber: number,
  transferSyntax: string,
  nativeBytes: number | null = null
): Promise<string> =>
  store.putFrame(await textlessFrame(archive, archiveId, frameNumber, transferSyntax, nativeBytes));

export interface CollectedSeries {
  readonly received: readonly DicomDataset[];
  readonly instances: readonly ManifestInstance[];
}

/**
 * Brings one series into the blinded store: metadata as received (for blinding) and every frame's hash.
 * @param letIn what was let in: what the archive holds beside it is not shown, and all of it has to be there
 * @param known what earlier manifests of the subject hold, by SOP instance UID: those frames are not fetched again.
 * @throws ArchiveError
 */
export const collectSeries = async (
  deps: { readonly archive: Archive; readonly store: BlindedStore },
  series: { readonly studyUid: string; readonly seriesUid: string },
  letIn: LetIn,
  known: ReadonlyMap<string, ManifestInstance>
): Promise<CollectedSeries> => {
  const { archive, store } = deps;
  const [metadata, archived] = await Promise.all([
    archive.seriesMetadata(series.studyUid, series.seriesUid),
    archive.instances(series.studyUid, series.seriesUid),
  ]);
  const ids = new Map(archived.map(instance => [instance.sopInstanceUid, instance.id]));
  const ours = metadata.filter(
    dataset => letIn.sha256.has(textOf(dataset, '00080018') ?? '') && isAdmitted(dataset)
  );
  requireAllTold(metadata, letIn.ofSeries.get(series.seriesUid) ?? [], series.seriesUid);
  const images = byInstanceNumber(await withPixelData(archive, ours, archived)).filter(hasPixels);
  const instances = await inParallel(images, requestsAtOnce, async dataset => {
    const sopUid = textOf(dataset, '00080018') ?? '';
    const sha256 = letIn.sha256.get(sopUid) ?? null;
    const before = known.get(sopUid);
    if (before !== undefined && before.sha256 === sha256) {
      const kept = await Promise.all(before.frames.map(hash => store.hasFrame(hash)));
      if (kept.every(Boolean)) return before;
    }
    const id = ids.get(sopUid);
    if (id === undefined) {
      throw new ArchiveError(
        'CL_ARCHIVE_ANSWER',
        'The image archive lists an image it does not hold.',
        {
          resource: sopUid,
          reason: 'in the series metadata, not in the instance list',
        }
      );
    }
    const transferSyntax = await archive.transferSyntax(id);
    const frames: string[] = [];
    const count = numbersOf(dataset, '00280008')?.[0] ?? 1;
    const bytes = nativeFrameBytes(dataset);
    for (let frame = 1; frame <= count; frame += 1) {
      frames.push(await keepFrame(archive, store, id, frame, transferSyntax, bytes));
    }
    return { sopUid, sha256, transferSyntax, frames };
  });
  return { received: images, instances };
};
