import type { Charter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Archive } from '../archive/archive.js';
import type { DicomDataset } from '../archive/dicom-json.js';
import { textOf } from '../archive/dicom-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { BlindedStore } from './blinded-store.js';
import { hashManifest, type Manifest } from './manifest.js';
import { composePresentation } from './presentation.js';
import { packRead } from './read-metadata.js';
import { readImages } from './read-images.js';
import { isPresented, releaseScope } from './release-scope.js';

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

const rowsAtOnce = 2000;

const insertUids = async (
  trx: Db,
  presentationId: string,
  uids: readonly { readonly kind: string; readonly real: string; readonly pseudonym: string }[]
): Promise<void> => {
  for (let from = 0; from < uids.length; from += rowsAtOnce) {
    await trx
      .insertInto('presentation_uid')
      .values(
        uids.slice(from, from + rowsAtOnce).map(uid => ({
          presentation_id: presentationId,
          kind: uid.kind,
          real_uid: uid.real,
          pseudonym: uid.pseudonym,
        }))
      )
      .execute();
  }
};

/** Every real identifier a manifest shows, with its kind; the frames of reference come from the images. */
const identifiers = (
  manifest: Manifest,
  received: ReadonlyMap<string, readonly DicomDataset[]>
): { kind: string; real: string }[] => {
  const frames = new Set<string>();
  for (const datasets of received.values()) {
    for (const dataset of datasets) {
      const frame = textOf(dataset, '00200052');
      if (frame !== undefined) frames.add(frame);
    }
  }
  return [
    ...manifest.timepoints.flatMap(timepoint => [
      { kind: 'timepoint', real: timepoint.timepointId },
      ...timepoint.series.flatMap(series => [
        { kind: 'series', real: series.seriesUid },
        ...series.instances.map(instance => ({ kind: 'instance', real: instance.sopUid })),
      ]),
    ]),
    ...[...frames].map(real => ({ kind: 'frameOfReference', real })),
  ];
};

/**
 * Makes a read ready to open: brings its images into the blinded store, gives every UID a new name for this read
 * alone, writes the metadata, and records manifest and presentation in one transaction. A read that is released
 * already is left as it is; one that was given its manifest, as a new version of a read on the same images is, shows
 * exactly that. When it fails, the database and the read's metadata are as before; frames already
 * brought in stay (whole, named by their content) for the next attempt.
 * @throws ArchiveError when the archive does not answer; CodedError when there is nothing to release, the read was
 * put under another charter version meanwhile, or the subject's images changed.
 */
export const releaseRead = async (deps: ReleaseDeps, readId: string): Promise<void> => {
  const { db, store } = deps;
  const { dates, labels } = deps.charter.blinding;
  if (dates !== 'shifted' || labels === 'letters') {
    throw new CodedError(
      422,
      'CL_BLINDING_UNSUPPORTED',
      'Images can be released with shifted dates and labels that name the timepoint only.',
      { policy: dates, labels }
    );
  }
  const scope = await releaseScope(db, readId, deps.charter);
  if (scope.presented) return;
  const { manifest, received } = await readImages(deps, scope);
  const uids = identifiers(manifest, received).map(uid => ({
    ...uid,
    pseudonym: deps.randomUid(),
  }));
  const presentation = composePresentation({
    readId,
    subjectCode: scope.subjectCode,
    dateShiftDays: scope.dateShiftDays,
    manifest,
    pseudonyms: new Map(uids.map(uid => [uid.real, uid.pseudonym])),
  });
  const files = await packRead(presentation, received);
  await db.transaction().execute(async trx => {
    const read = await trx
      .selectFrom('read')
      .select(['manifest_id', 'charter_version_id'])
      .where('id', '=', readId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (await isPresented(trx, readId)) return;
    if (read.charter_version_id !== deps.charterVersionId) {
      throw new CodedError(
        409,
        'CL_CHARTER_OVERTAKEN',
        'The read was put under another charter version while its images were made ready.'
      );
    }
    const { image_revision: revision } = await trx
      .selectFrom('subject')
      .select('image_revision')
      .where('id', '=', scope.subjectId)
      .forShare()
      .executeTakeFirstOrThrow();
    if (revision !== scope.imageRevision && read.manifest_id === null) {
      throw new CodedError(
        409,
        'CL_IMAGES_CHANGED',
        "The subject's images changed while those of the read were made ready."
      );
    }
    const at = deps.now();
    const manifestId = read.manifest_id ?? deps.newId();
    const presentationId = deps.newId();
    if (read.manifest_id === null) {
      await trx
        .insertInto('image_manifest')
        .values({
          id: manifestId,
          hash: hashManifest(manifest),
          content: JSON.stringify(manifest),
          created_at: at,
        })
        .execute();
    }
    await trx
      .insertInto('presentation')
      .values({ id: presentationId, read_id: readId, manifest_id: manifestId, created_at: at })
      .execute();
    await insertUids(trx, presentationId, uids);
    await trx
      .updateTable('read')
      .set({ manifest_id: manifestId, released_at: at })
      .where('id', '=', readId)
      .execute();
    await store.putRead(readId, files);
  });
};
