import { sql, type Kysely, type Transaction } from 'kysely';
import { hashBytes } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { withStandIn } from '../deidentification/deidentify-image.js';
import { CodedError } from '../http/coded-error.js';
import { readHeader } from '../intake/dicom-header.js';
import { foundInImage } from '../intake/found-in-image.js';
import { arrivingUntil } from '../intake/bring-in.js';
import { keyOfTrial, type IntakeDeps } from '../intake/intake-deps.js';
import { trialOfIntake, type TrialOfIntake } from '../intake/trial-rules.js';
import { inParallel } from '../release/in-parallel.js';
import type { KnownIdentity } from './erase-rows.js';

const imagesAtOnce = 4;

/** An image of the archive that bears the identity, as the database has it. */
interface BearingImage {
  readonly sopUid: string;
  readonly studyUid: string;
  readonly archiveId: string | null;
  /** SHA-256 of what the archive holds. */
  readonly held: string;
  readonly asReceived: boolean;
  readonly stored: boolean;
  readonly arriving: boolean;
}

/** What takes the place of one of them: on the disk already, and not yet in the archive. */
export interface StandInImage {
  readonly sopUid: string;
  readonly archiveId: string;
  readonly held: string;
  readonly sha256: string;
  readonly found: string | null;
}

export const bearingImages = async (
  db: Kysely<Database> | Transaction<Database>,
  { trialId, studyUids, identifiers }: KnownIdentity
): Promise<BearingImage[]> => {
  const { rows } = await sql<BearingImage>`
    select sop_uid as "sopUid", study_uid as "studyUid", archive_id as "archiveId",
      coalesce(kept_sha256, sha256) as held, kept_sha256 is null as "asReceived", stored,
      arriving_until is not null as arriving
    from instance where trial_id = ${trialId} and (study_uid = any(${studyUids}) or patient_id = any(${identifiers}))
    order by sop_uid`.execute(db);
  return rows;
};

const notNow = (message: string): CodedError =>
  new CodedError(409, 'CL_IMAGES_ARRIVING', `${message} Nothing was destroyed.`);

const archiveIdOf = async (deps: IntakeDeps, image: BearingImage): Promise<string> => {
  const held = await deps.archive.instances(image.studyUid);
  const id = image.archiveId ?? held.find(one => one.sopInstanceUid === image.sopUid)?.id ?? null;
  if (id !== null && held.some(one => one.id === id)) return id;
  throw new CodedError(
    409,
    'CL_IMAGE_NOT_HELD',
    `The archive does not hold the image ${image.sopUid}, which was let in. Put it back from a backup of the archive first. Nothing was destroyed.`
  );
};

const standInOf = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  image: BearingImage,
  standIn: string
): Promise<StandInImage> => {
  const { sopUid, asReceived, held } = image;
  const archiveId = await archiveIdOf(deps, image);
  const bytes = await deps.archive.file(archiveId);
  if (hashBytes(bytes) !== held) {
    throw new CodedError(
      409,
      'CL_IMAGE_ALTERED',
      `The archive holds something else as image ${sopUid} than was let in. Nothing was destroyed.`
    );
  }
  const made = withStandIn(keyOfTrial(deps, trial.id), trial.rules.deidentification, {
    ...{ bytes, asReceived, standIn },
  });
  if (!made.ok) {
    throw new CodedError(
      409,
      'CL_NOT_DEIDENTIFIED',
      `The image ${sopUid} can not be de-identified: ${made.refusal}. Nothing was destroyed.`
    );
  }
  await deps.quarantine.arriving.keep(made.sha256, made.bytes);
  const parsed = asReceived ? readHeader(bytes) : null;
  const found =
    parsed?.ok === true
      ? JSON.stringify({ ...foundInImage(parsed.header.dataset, trial.rules), subject: standIn })
      : null;
  return { sopUid, archiveId, held, sha256: made.sha256, found };
};

/**
 * Makes what takes the place of the subject's images in the archive, and puts it on the disk. Nothing is changed by it.
 * @throws CodedError 409 CL_NO_CHARTER, CL_IMAGES_ARRIVING, CL_IMAGE_NOT_HELD, CL_IMAGE_ALTERED, CL_NOT_DEIDENTIFIED;
 * ArchiveError
 */
export const makeStandIns = async (
  deps: IntakeDeps,
  identity: KnownIdentity
): Promise<StandInImage[]> => {
  const images = await bearingImages(deps.db, identity);
  if (images.some(({ stored, arriving }) => !stored && arriving)) {
    throw notNow(
      'Images of the subject are just being brought into the archive. Try again in a few minutes.'
    );
  }
  const held = images.filter(({ stored }) => stored);
  if (held.length === 0) return [];
  const trial = await trialOfIntake(deps.db, identity.trialId);
  if (trial === null) {
    throw new CodedError(
      409,
      'CL_NO_CHARTER',
      'No version of the charter is in force, so it is not said how images are de-identified.'
    );
  }
  const made: StandInImage[] = [];
  try {
    await inParallel(held, imagesAtOnce, async image => {
      made.push(await standInOf(deps, trial, image, identity.standIn));
    });
  } catch (reason) {
    await forgetStandIns(deps, made);
    throw reason;
  }
  return made;
};

/** What was made and is not used. */
export const forgetStandIns = async (
  { quarantine }: Pick<IntakeDeps, 'quarantine'>,
  made: readonly StandInImage[]
): Promise<void> => {
  for (const { sha256 } of made) await quarantine.arriving.forget(sha256);
};

/**
 * Has the server bring the stand-ins into the archive, in place of what is there: with `bringIn`, or when the archive answers
 * again.
 * @throws CodedError 409 CL_IMAGES_ARRIVING where others are there now than they were made of
 */
export const replaceByStandIns = async (
  trx: Transaction<Database>,
  deps: IntakeDeps,
  identity: KnownIdentity,
  made: readonly StandInImage[]
): Promise<void> => {
  const bySop = new Map(made.map(one => [one.sopUid, one]));
  const now = (await bearingImages(trx, identity)).filter(
    ({ stored, arriving }) => stored || arriving
  );
  if (now.length !== made.length || now.some(one => bySop.get(one.sopUid)?.held !== one.held)) {
    throw notNow('Images of the subject came or changed meanwhile. Confirm it again.');
  }
  const until = arrivingUntil(deps);
  for (const { sopUid, archiveId, sha256, found } of made) {
    await trx
      .updateTable('instance')
      .set({ kept_sha256: sha256, archive_id: archiveId, stored: false, arriving_until: until })
      .$if(found !== null, query => query.set({ found }))
      .where('sop_uid', '=', sopUid)
      .execute();
  }
};
