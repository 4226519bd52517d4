import type { Transaction } from 'kysely';
import { clockSlackMs } from '../accounts/policy.js';
import { ArchiveError } from '../archive/archive-error.js';
import { hashBytes } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { inParallel } from '../release/in-parallel.js';
import type { IntakeDeps } from './intake-deps.js';

/** So long one process may take for an image; then another one takes over. */
const leaseMs = 2 * 60_000;
const imagesAtOnce = 6;
const rowsAtOnce = 500;

/** What an image is said to be while this process brings it into the archive. */
export const arrivingUntil = (deps: Pick<IntakeDeps, 'now'>): Date =>
  new Date(deps.now().getTime() + leaseMs);

/** An image that was let in and whose bytes are in the folder of what arrives. */
interface ArrivingImage {
  readonly sopUid: string;
  /** SHA-256 of what is to be in the archive. */
  readonly kept: string;
  /** The archive's id of what gives way to it; null where nothing does. */
  readonly givesWay: string | null;
}

/** A study with images that came into the archive. */
export interface TouchedStudy {
  readonly trialId: string;
  readonly studyUid: string;
}

const arrivingRows = (db: IntakeDeps['db'] | Transaction<Database>) =>
  db
    .selectFrom('instance')
    .select(['sop_uid', 'sha256', 'kept_sha256', 'archive_id'])
    .where('stored', '=', false)
    .where('arriving_until', 'is not', null);

const arrivingImage = (row: {
  readonly sop_uid: string;
  readonly sha256: string;
  readonly kept_sha256: string | null;
  readonly archive_id: string | null;
}): ArrivingImage => ({
  ...{ sopUid: row.sop_uid, kept: row.kept_sha256 ?? row.sha256, givesWay: row.archive_id },
});

/** Another process was faster. */
const isStored = async ({ db }: IntakeDeps, sopUid: string): Promise<boolean> =>
  (await db
    .selectFrom('instance')
    .select('sop_uid')
    .where('sop_uid', '=', sopUid)
    .where('stored', '=', true)
    .executeTakeFirst()) !== undefined;

const bringOne = async (
  deps: IntakeDeps,
  { sopUid, kept, givesWay }: ArrivingImage
): Promise<void> => {
  const { archive, quarantine } = deps;
  const waiting = await quarantine.arriving.find(kept);
  if (waiting === null && (await isStored(deps, sopUid))) return;
  // What an older release let out of quarantine is there alone.
  const bytes = waiting ?? (await quarantine.bytes(kept));
  // The archive overwrites nothing. Between these two its only copy is ours, on the disk.
  if (givesWay !== null) await archive.removeInstance(givesWay);
  const { id, alreadyStored } = await archive.storeInstance(bytes);
  // What came to the archive meanwhile is judged first: its log tells of it.
  if (alreadyStored && hashBytes(await archive.file(id)) !== kept) return;
  await deps.db
    .updateTable('instance')
    .set({ archive_id: id, stored: true, arriving_until: null })
    .where('sop_uid', '=', sopUid)
    .where(eb => eb(eb.fn.coalesce('kept_sha256', 'sha256'), '=', kept))
    .execute();
  await quarantine.arriving.forget(kept);
};

/** Gives back what was not brought in, for whoever comes next. */
const giveBack = async (deps: IntakeDeps, images: readonly ArrivingImage[]): Promise<void> => {
  await deps.db
    .updateTable('instance')
    .set({ arriving_until: deps.now() })
    .where(
      'sop_uid',
      'in',
      images.map(({ sopUid }) => sopUid)
    )
    .where('stored', '=', false)
    .where('arriving_until', 'is not', null)
    .execute();
};

const isAway = (reason: unknown): boolean =>
  reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_UNAVAILABLE';

interface Failure {
  readonly image: ArrivingImage;
  readonly reason: unknown;
}

/** Brings in what can be: an archive that is away ends it, one image that it refuses does not keep the others out. */
const bringAll = async (
  deps: IntakeDeps,
  images: readonly ArrivingImage[]
): Promise<readonly Failure[]> => {
  if (images.length === 0) return [];
  const failed: Failure[] = [];
  await inParallel(images, imagesAtOnce, async image => {
    // Those on their way come to their end before anything is given back.
    if (failed.some(({ reason }) => isAway(reason))) return;
    try {
      await bringOne(deps, image);
    } catch (reason) {
      failed.push({ image, reason });
    }
  });
  // What failed by itself is tried again when its time is over, not at once and ever again.
  const refused = new Set(failed.filter(({ reason }) => !isAway(reason)).map(({ image }) => image));
  const left = images.filter(image => !refused.has(image));
  if (left.length > 0) await giveBack(deps, left);
  return failed;
};

/** The first of them that says that the archive is away. */
const throwIfAway = (failed: readonly Failure[]): void => {
  const away = failed.find(({ reason }) => isAway(reason));
  if (away !== undefined) throw away.reason;
};

/**
 * Brings images that this process let in into the archive, in place of what is there under their name. Breaking off loses
 * nothing: `bringInLeft` goes on.
 * @throws ArchiveError
 */
export const bringIn = async (deps: IntakeDeps, sopUids: readonly string[]): Promise<void> => {
  for (let from = 0; from < sopUids.length; from += rowsAtOnce) {
    const rows = await arrivingRows(deps.db)
      .where('sop_uid', 'in', sopUids.slice(from, from + rowsAtOnce))
      .execute();
    const failed = await bringAll(deps, rows.map(arrivingImage));
    throwIfAway(failed);
    const [first] = failed;
    if (first !== undefined) throw first.reason;
  }
};

/**
 * Brings in what processes left that ended, or that found no archive. What can't be brought in for itself is logged.
 * @returns the studies of it, each once
 * @throws ArchiveError
 */
export const bringInLeft = async (deps: IntakeDeps): Promise<TouchedStudy[]> => {
  const rows = await deps.db
    .updateTable('instance')
    .set({ arriving_until: arrivingUntil(deps) })
    .where('stored', '=', false)
    .where(({ eb, or }) =>
      or([
        eb('arriving_until', '<=', deps.now()),
        // By a clock that was ahead and was set back since.
        eb('arriving_until', '>', new Date(deps.now().getTime() + leaseMs + clockSlackMs)),
      ])
    )
    .returning(['sop_uid', 'sha256', 'kept_sha256', 'archive_id', 'trial_id', 'study_uid'])
    .execute();
  const failed = await bringAll(deps, rows.map(arrivingImage));
  throwIfAway(failed);
  for (const { image, reason } of failed) {
    const why = reason instanceof Error ? reason.message : String(reason);
    deps.log.info({ kept: image.kept, why }, 'an image can not be brought into the archive');
  }
  const studies = rows.map(row => ({ trialId: row.trial_id, studyUid: row.study_uid }));
  return [...new Map(studies.map(study => [study.studyUid, study])).values()];
};
