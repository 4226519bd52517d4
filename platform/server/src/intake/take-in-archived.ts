import type { ArchivedInstance } from '../archive/archive.js';
import { ArchiveError } from '../archive/archive-error.js';
import { textOf } from '../archive/dicom-json.js';
import { hashBytes } from '../audit/canonical-json.js';
import { judged, keptOf } from '../deidentification/arrived-image.js';
import type { MadeReport } from '../deidentification/deidentify-image.js';
import { collectReports, writeReports, type StudyReport } from '../deidentification/reports.js';
import { inParallel } from '../release/in-parallel.js';
import {
  carryOut,
  decideAll,
  isNew,
  noteArchiveIds,
  whileRaced,
  type Admitted,
  type ArrivedImage,
} from './admit.js';
import { arrivingUntil, bringIn, type TouchedStudy } from './bring-in.js';
import { readHeader, type DicomHeader } from './dicom-header.js';
import { keyOfTrial, type IntakeDeps } from './intake-deps.js';
import { noteUnread, type UnreadFile } from './note-unread.js';
import { auditDelivery, openReceipt, reasonOf, writeOnReceipt } from './receipts.js';
import type { TrialOfIntake } from './trial-rules.js';

const filesAtOnce = 6;
const protocolTag = '00120020';

/** A file of the archive that this server can read. */
interface ReadFile {
  readonly archiveId: string;
  readonly sha256: string;
  readonly header: DicomHeader;
  /** What its trial makes of it; null where it is of no trial in force. */
  readonly image: ArrivedImage | null;
  readonly made: MadeReport | null;
}

const fileIfThere = async (deps: IntakeDeps, archiveId: string): Promise<Uint8Array | null> => {
  try {
    return await deps.archive.file(archiveId);
  } catch (reason) {
    if (reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_NOT_FOUND') return null;
    throw reason;
  }
};

const protocolOf = (header: DicomHeader): string => textOf(header.dataset, protocolTag) ?? '';

/**
 * Reads one file, and puts what is to be kept of it on the disk: before that, nothing takes it out of the archive. Null
 * where another process has taken it out of the archive since.
 */
const readArchived = async (
  deps: IntakeDeps,
  trialOf: (protocol: string) => TrialOfIntake | undefined,
  archiveId: string
): Promise<ReadFile | UnreadFile | null> => {
  const bytes = await fileIfThere(deps, archiveId);
  if (bytes === null) return null;
  const parsed = readHeader(bytes);
  if (!parsed.ok) {
    const protocol = (await deps.archive.asciiOf(archiveId, protocolTag)) ?? '';
    return { archiveId, sha256: hashBytes(bytes), reason: parsed.reason, protocol };
  }
  const { header } = parsed;
  const read = { archiveId, sha256: hashBytes(bytes), header };
  const trial = trialOf(protocolOf(header));
  if (trial === undefined) return { ...read, image: null, made: null };
  const kept = keptOf(keyOfTrial(deps, trial.id), trial, { header, bytes });
  if (kept.ok && kept.sha256 !== read.sha256) {
    await deps.quarantine.arriving.keep(kept.sha256, kept.bytes);
  }
  const image = {
    ...{ ...judged(trial, header, kept), sha256: read.sha256, archiveId },
    bytes: () => deps.archive.file(archiveId),
  };
  return { ...read, image, made: kept.ok ? kept.made : null };
};

/** Instances of which the database does not say yet that the archive holds them. */
const freshOf = async (
  deps: IntakeDeps,
  held: readonly ArchivedInstance[]
): Promise<ArchivedInstance[]> => {
  if (held.length === 0) return [];
  const rows = await deps.db
    .selectFrom('instance')
    .select('archive_id')
    .where(
      'archive_id',
      'in',
      held.map(({ id }) => id)
    )
    .where('stored', '=', true)
    .execute();
  const known = new Set(rows.map(row => row.archive_id));
  return held.filter(({ id }) => !known.has(id));
};

/** Takes in the images of one trial that the archive holds and nobody took in before; true where any was let in. */
const deliverArchived = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  files: readonly TrialFile[]
): Promise<boolean> => {
  const images = files.map(({ image }) => image);
  const decisions = await whileRaced(() =>
    deps.db.transaction().execute(async trx => {
      const decided = await decideAll(trx, deps, trial.id, images);
      await noteArchiveIds(trx, deps, images, decided);
      await writeReports(trx, trial.id, deps.now(), reportsOf(files, decided));
      // What another process has just taken in from the same feed is no second delivery.
      if (!decided.some(isNew)) return decided;
      const source = 'orthanc-changes';
      const receipt = await openReceipt(trx, deps, { trialId: trial.id, source, accountId: null });
      await carryOut(trx, deps, receipt, images, decided);
      const lines = images.map((image, index) => {
        const one = decided[index];
        if (one === undefined) throw new Error('an image without a decision');
        const { header, sha256 } = image;
        return { header, sha256, outcome: one.outcome, reason: reasonOf(one, image) };
      });
      await writeOnReceipt(trx, receipt, 1, lines);
      const outcomes = lines.map(({ outcome }) => outcome);
      await auditDelivery(trx, deps, receipt, { source, by: null, trial }, outcomes);
      return decided;
    })
  );
  await changeArchive(deps, images, decisions);
  return decisions.some(({ outcome }) => outcome === 'stored');
};

/** What was done to the files that are kept from now on. */
const reportsOf = (files: readonly TrialFile[], decided: readonly Admitted[]): StudyReport[] => {
  const reports = collectReports();
  for (const [index, { header, made }] of files.entries()) {
    const one = decided[index];
    const kept = one?.work === 'replace' || (one?.work === 'note' && one.outcome === 'stored');
    if (kept && made !== null) reports.add(header.studyUid, made);
  }
  return reports.take();
};

/** Whether the archive holds what is kept of an image where the database says. */
const isHeld = async ({ db, archive }: IntakeDeps, sopUid: string): Promise<boolean> => {
  const row = await db
    .selectFrom('instance')
    .select('archive_id')
    .where('sop_uid', '=', sopUid)
    .executeTakeFirst();
  if (row === undefined || row.archive_id === null) return false;
  return (await archive.studyOfInstance(row.archive_id)) !== null;
};

/** What was kept of an image is gone from the archive: what came again gives way to the same. */
const giveWayTo = async (
  deps: IntakeDeps,
  { header, archiveId, keptSha256 }: ArrivedImage
): Promise<void> => {
  await deps.db
    .updateTable('instance')
    .set({ archive_id: archiveId, kept_sha256: keptSha256, stored: false })
    .set({ arriving_until: arrivingUntil(deps) })
    .where('sop_uid', '=', header.sopUid)
    .execute();
};

/** Has the archive hold what is kept of images, and nothing else of them. */
const changeArchive = async (
  deps: IntakeDeps,
  images: readonly ArrivedImage[],
  decisions: readonly Admitted[]
): Promise<void> => {
  const replaced: string[] = [];
  for (const [index, image] of images.entries()) {
    const { header, archiveId, keptSha256, sha256 } = image;
    const { work, outcome } = decisions[index] ?? { work: 'none', outcome: null };
    const isReplaced = work === 'replace' || work === 'restore';
    if (isReplaced) replaced.push(header.sopUid);
    const isLost =
      work === 'remove' && outcome === 'alreadyThere' && !(await isHeld(deps, header.sopUid));
    if (isLost) {
      await giveWayTo(deps, image);
      replaced.push(header.sopUid);
    } else if (work === 'remove' && archiveId !== null) {
      // In the archive it would mix with what may be shown under its study.
      await deps.archive.removeInstance(archiveId);
    }
    // While another process brings it in, its bytes are needed.
    const needed = isLost || isReplaced || (work === 'none' && outcome === 'alreadyThere');
    if (!needed && keptSha256 !== null && keptSha256 !== sha256) {
      await deps.quarantine.arriving.forget(keptSha256);
    }
  }
  await bringIn(deps, replaced);
};

type TrialFile = ReadFile & { readonly image: ArrivedImage };
const isRead = (file: ReadFile | UnreadFile | null): file is ReadFile =>
  file !== null && 'header' in file;
const isUnread = (file: ReadFile | UnreadFile | null): file is UnreadFile =>
  file !== null && !('header' in file);
const isOfTrial = (file: ReadFile | UnreadFile | null): file is TrialFile =>
  isRead(file) && file.image !== null;

/** Takes in single instances of the archive as what came to it by itself. @throws ArchiveError */
export const takeInArchived = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  archiveIds: readonly string[]
): Promise<void> => {
  const files = await inParallel(archiveIds, filesAtOnce, id =>
    readArchived(deps, () => trial, id)
  );
  await deliverArchived(deps, trial, files.filter(isOfTrial));
};

/**
 * Takes in what is new in one study of the archive; a study of no trial in force is noted, for when there is one.
 * @param isAnother it is not the archive that the database knows: nothing is where it was
 */
export const takeInStudy = async (
  deps: IntakeDeps,
  trials: ReadonlyMap<string, TrialOfIntake>,
  archiveStudyId: string,
  isAnother: boolean
): Promise<TouchedStudy[]> => {
  const held = (await deps.archive.instancesOf(archiveStudyId)) ?? [];
  const fresh = isAnother ? held : await freshOf(deps, held);
  const trialOf = (protocol: string) => trials.get(protocol);
  const files = await inParallel(fresh, filesAtOnce, ({ id }) => readArchived(deps, trialOf, id));
  await noteUnread(deps, trials, files.filter(isUnread));
  const readable = files.filter(isRead);
  const touched: TouchedStudy[] = [];
  for (const protocol of new Set(readable.map(({ header }) => protocolOf(header)))) {
    const trial = trials.get(protocol);
    const ofProtocol = readable.filter(({ header }) => protocolOf(header) === protocol);
    const studyUid = ofProtocol[0]?.header.studyUid;
    if (studyUid === undefined) continue;
    if (trial === undefined) {
      await noteStray(deps, archiveStudyId, studyUid, protocol === '' ? null : protocol);
    } else if (await deliverArchived(deps, trial, ofProtocol.filter(isOfTrial))) {
      touched.push({ trialId: trial.id, studyUid });
    }
  }
  return touched;
};

const noteStray = async (
  deps: IntakeDeps,
  archiveId: string,
  studyUid: string,
  protocol: string | null
): Promise<void> => {
  const row = { study_uid: studyUid, protocol, seen_at: deps.now() };
  await deps.db
    .insertInto('stray_study')
    .values({ archive_id: archiveId, ...row })
    .onConflict(conflict => conflict.column('archive_id').doUpdateSet(row))
    .execute();
};
