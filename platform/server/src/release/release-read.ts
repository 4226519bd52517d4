import type { Charter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Archive } from '../archive/archive.js';
import { variantOf } from '../blinding/variant.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { BlindedStore } from './blinded-store.js';
import { prepare, recordPresentation } from './prepared.js';
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
  const scope = await releaseScope(db, readId, deps.charter);
  if (scope.presented) return;
  const variant = variantOf(deps.charter);
  const { manifest, received } = await readImages(deps, scope, variant);
  const { subjectCode, dateShiftDays } = scope;
  const prepared = await prepare(
    deps,
    { id: readId, subjectCode, dateShiftDays, variant },
    manifest,
    received
  );
  await db.transaction().execute(async trx => {
    // Before the read, as what changes the images takes them.
    const { image_revision: revision } = await trx
      .selectFrom('subject')
      .select('image_revision')
      .where('id', '=', scope.subjectId)
      .forShare()
      .executeTakeFirstOrThrow();
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
    if (revision !== scope.imageRevision && read.manifest_id === null) {
      throw new CodedError(
        409,
        'CL_IMAGES_CHANGED',
        "The subject's images changed while those of the read were made ready."
      );
    }
    const at = deps.now();
    const manifestId = await recordPresentation(
      trx,
      deps,
      prepared,
      { read_id: readId },
      read.manifest_id
    );
    await trx
      .updateTable('read')
      .set({ manifest_id: manifestId, released_at: at })
      .where('id', '=', readId)
      .execute();
    await store.putRead(readId, prepared.files);
  });
};
