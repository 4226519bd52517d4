import { requireAllTold } from '../archive/all-told.js';
import { sql, type Kysely, type Transaction } from 'kysely';
import { textOf, type DicomDataset } from '../archive/dicom-json.js';
import { variantOf } from '../blinding/variant.js';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { letIn } from './let-in.js';
import {
  asManifest,
  type Manifest,
  type ManifestSeries,
  type ManifestTimepoint,
} from './manifest.js';
import { prepare, recordPresentation, type ShownIn } from './prepared.js';
import type { ReleaseDeps } from './release-read.js';
import { tablesOf, type ShownTogether } from './shown-together.js';
import { unitedTimepoints } from './united-timepoints.js';

/**
 * Makes an adjudication, a global read or a meeting of readers ready to open: what its reads were of, all together, under
 * names of its own. Nothing else: not images that came later, which none of its reads was of, nor what is kept apart by now
 * or has other bytes. One that is released already is left as it is; when it fails, everything is as before.
 * @throws ArchiveError when the archive does not answer, or no longer holds what was read.
 */
export const releaseTogether = async (
  deps: Omit<ReleaseDeps, 'charterVersionId'>,
  of: ShownTogether,
  id: string
): Promise<void> => {
  const { db, archive, store } = deps;
  const { manifestId, subjectCode, dateShiftDays } = await rowOf(db, of, id);
  if (manifestId !== null) return;
  const timepoints = await timepointsOf(db, of, id);
  const manifest: Manifest = { schemaVersion: 1, timepoints };
  const shown = timepoints.flatMap(({ series }) => series);
  const admitted = await letIn(
    db,
    shown.map(({ studyUid }) => studyUid)
  );
  const received = new Map<string, readonly DicomDataset[]>();
  for (const series of shown) {
    const held = await archive.seriesMetadata(series.studyUid, series.seriesUid);
    requireAllTold(held, admitted.ofSeries.get(series.seriesUid) ?? [], series.seriesUid);
    received.set(series.seriesUid, asRead(held, series, admitted.sha256));
  }
  const named = { id, subjectCode, dateShiftDays, variant: variantOf(deps.charter) };
  const prepared = await prepare(deps, named, manifest, received);
  await db.transaction().execute(async trx => {
    if ((await takenManifest(trx, of, id)) !== null) return;
    const given = await recordPresentation(trx, deps, prepared, shownIn(of, id));
    await sql`update ${sql.table(of)} set manifest_id = ${given} where id = ${id}`.execute(trx);
    await store.putRead(id, prepared.files);
  });
};

export const shownIn = (of: ShownTogether, id: string): ShownIn => {
  switch (of) {
    case 'adjudication':
      return { adjudication_id: id };
    case 'global_read':
      return { global_read_id: id };
    case 'consensus':
      return { consensus_id: id };
  }
};

interface ReleasedRow {
  readonly manifestId: string | null;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
}

/** @throws CodedError CL_NOT_FOUND */
const rowOf = async (db: Kysely<Database>, of: ShownTogether, id: string): Promise<ReleasedRow> => {
  const { table, by } = tablesOf[of].named;
  const { rows } = await sql<ReleasedRow>`
    select own.manifest_id as "manifestId", named.subject_code as "subjectCode",
      named.date_shift_days as "dateShiftDays"
    from ${sql.table(of)} as own join ${sql.table(table)} as named on named.id = own.${sql.ref(by)}
    where own.id = ${id}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw notFound();
  return row;
};

/** Takes its row; the manifest that it has by now, null for none. */
const takenManifest = async (
  trx: Transaction<Database>,
  of: ShownTogether,
  id: string
): Promise<string | null> => {
  const { rows } = await sql<{ manifest: string | null }>`
    select manifest_id as manifest from ${sql.table(of)} where id = ${id} for update`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw notFound();
  return row.manifest;
};

/** What its reads were shown, as one list. */
const timepointsOf = async (
  db: Kysely<Database>,
  of: ShownTogether,
  id: string
): Promise<ManifestTimepoint[]> => {
  const { reads, key } = tablesOf[of];
  const { rows } = await sql<{ content: unknown }>`
    select image_manifest.content
    from ${sql.table(reads)} as own join read on read.id = own.read_id
      join image_manifest on image_manifest.id = read.manifest_id
    where own.${sql.ref(key)} = ${id} order by read.id`.execute(db);
  return unitedTimepoints(rows.map(({ content }) => asManifest(content)));
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
