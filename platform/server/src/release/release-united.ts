import type { Transaction } from 'kysely';
import { textOf, type DicomDataset } from '../archive/dicom-json.js';
import type { Database } from '../database/schema.js';
import { letIn } from './let-in.js';
import type { Manifest, ManifestSeries, ManifestTimepoint } from './manifest.js';
import { prepare, recordPresentation, type ShownIn } from './prepared.js';
import type { ReleaseDeps } from './release-read.js';

/** What several reads showed, to be shown together under names of its own. */
export interface United {
  readonly id: string;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  readonly timepoints: readonly ManifestTimepoint[];
  readonly shownIn: ShownIn;
  /** Takes its row; the manifest that it has by now, null for none. */
  take(trx: Transaction<Database>): Promise<string | null>;
  give(trx: Transaction<Database>, manifestId: string): Promise<void>;
}

/**
 * Makes what several reads were of ready to open together, and nothing else: not images that came later, nor what is kept
 * apart by now or has other bytes. When it fails, everything is as before.
 * @throws ArchiveError when the archive does not answer, or no longer holds what was read.
 */
export const releaseUnited = async (
  deps: Omit<ReleaseDeps, 'charterVersionId'>,
  united: United
): Promise<void> => {
  const { db, archive, store } = deps;
  const { id, subjectCode, dateShiftDays, timepoints, shownIn } = united;
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
  const prepared = await prepare(deps, { id, subjectCode, dateShiftDays }, manifest, received);
  await db.transaction().execute(async trx => {
    if ((await united.take(trx)) !== null) return;
    await united.give(trx, await recordPresentation(trx, deps, prepared, shownIn));
    await store.putRead(id, prepared.files);
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
