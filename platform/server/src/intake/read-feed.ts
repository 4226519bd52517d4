import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ArchiveChange, ArchivedInstance } from '../archive/archive.js';
import { ArchiveError } from '../archive/archive-error.js';
import { textOf } from '../archive/dicom-json.js';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { inParallel } from '../release/in-parallel.js';
import {
  carryOut,
  decideAll,
  isNew,
  noteArchiveIds,
  openReceipt,
  reasonOf,
  whileRaced,
  writeOnReceipt,
  type ArrivedImage,
  type Receipt,
} from './admit.js';
import { readHeader, type DicomHeader } from './dicom-header.js';
import { identifying } from './identifying.js';
import type { IntakeDeps } from './intake-deps.js';
import { trialsByProtocol, type TrialOfIntake } from './trial-rules.js';

const feedName = 'orthanc';
const filesAtOnce = 6;
const protocolTag = '00120020';

/** A study that got images from the archive's feed. */
export interface TouchedStudy {
  readonly trialId: string;
  readonly studyUid: string;
}

interface HashedFile {
  readonly archiveId: string;
  readonly sha256: string;
  /** Null where the archive holds what this server can't read. */
  readonly header: DicomHeader | null;
}

const fileIfThere = async (deps: IntakeDeps, archiveId: string): Promise<Uint8Array | null> => {
  try {
    return await deps.archive.file(archiveId);
  } catch (reason) {
    if (reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_NOT_FOUND') return null;
    throw reason;
  }
};

/** Null where another process has taken it out of the archive since, to keep it apart. */
const hashFile = async (deps: IntakeDeps, archiveId: string): Promise<HashedFile | null> => {
  const bytes = await fileIfThere(deps, archiveId);
  if (bytes === null) return null;
  const parsed = readHeader(bytes);
  return {
    archiveId,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    header: parsed.ok ? parsed.header : null,
  };
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

const protocolOf = ({ header }: HashedFile): string =>
  header === null ? '' : (textOf(header.dataset, protocolTag) ?? '');

type ReadableFile = HashedFile & { readonly header: DicomHeader };
const isReadable = (file: HashedFile | null): file is ReadableFile =>
  file !== null && file.header !== null;

const arrivedImage =
  (deps: IntakeDeps, trial: TrialOfIntake) =>
  ({ archiveId, sha256, header }: ReadableFile): ArrivedImage => ({
    ...{ header, sha256, archiveId },
    identifying: trial.demo ? [] : identifying(header.dataset, trial.rules.isSubject),
    bytes: () => deps.archive.file(archiveId),
  });

/** The one audit entry of a delivery, by what became of its files. */
export const auditDelivery = (
  trx: Transaction<Database>,
  deps: IntakeDeps,
  receipt: Receipt,
  delivery: { readonly source: string; readonly by: string | null },
  outcomes: readonly string[]
): Promise<unknown> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return appendAudit(trx, receipt.trialId, {
    ...{ act: 'delivery.received', at: deps.now().toISOString(), zone: deps.zone, by: delivery.by },
    details: { receipt: receipt.id, source: delivery.source, files: counts },
  });
};

/** Takes in the images of one trial that the archive holds and nobody took in before; true where any was let in. */
const deliverArchived = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  files: readonly ReadableFile[]
): Promise<boolean> => {
  const images = files.map(arrivedImage(deps, trial));
  const decisions = await whileRaced(() =>
    deps.db.transaction().execute(async trx => {
      const decided = await decideAll(trx, trial.id, images);
      await noteArchiveIds(trx, images, decided);
      // What another process has just taken in from the same feed is no second delivery.
      if (!decided.some(isNew)) return decided;
      const source = 'orthanc-changes';
      const receipt = await openReceipt(trx, deps, { trialId: trial.id, source, accountId: null });
      await carryOut(trx, deps, receipt, images, decided);
      const lines = decided.map((one, index) => ({
        header: images[index]?.header ?? null,
        sha256: images[index]?.sha256 ?? '',
        ...{ outcome: one.outcome, reason: reasonOf(one) },
      }));
      await writeOnReceipt(trx, receipt, 1, lines);
      const outcomes = lines.map(({ outcome }) => outcome);
      await auditDelivery(trx, deps, receipt, { source, by: null }, outcomes);
      return decided;
    })
  );
  for (const [index, { apart }] of decisions.entries()) {
    const archiveId = images[index]?.archiveId;
    // In the archive it would mix with what may be shown under its study.
    if (apart && typeof archiveId === 'string') await deps.archive.removeInstance(archiveId);
  }
  return decisions.some(({ outcome }) => outcome === 'stored');
};

/** Takes in single instances of the archive as what came to it by itself. @throws ArchiveError */
export const takeInArchived = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  archiveIds: readonly string[]
): Promise<void> => {
  const files = await inParallel(archiveIds, filesAtOnce, id => hashFile(deps, id));
  await deliverArchived(deps, trial, files.filter(isReadable));
};

/** Takes in what is new in one study of the archive; a study of no trial in force is noted, for when there is one. */
export const takeInStudy = async (
  deps: IntakeDeps,
  trials: ReadonlyMap<string, TrialOfIntake>,
  archiveStudyId: string
): Promise<TouchedStudy[]> => {
  const held = await deps.archive.instancesOf(archiveStudyId);
  const fresh = await freshOf(deps, held ?? []);
  const files = await inParallel(fresh, filesAtOnce, ({ id }) => hashFile(deps, id));
  const readable = files.filter(isReadable);
  const touched: TouchedStudy[] = [];
  for (const protocol of new Set(readable.map(protocolOf))) {
    const trial = trials.get(protocol);
    const ofTrial = readable.filter(file => protocolOf(file) === protocol);
    const studyUid = ofTrial[0]?.header.studyUid;
    if (studyUid === undefined) continue;
    if (trial === undefined) {
      await noteStray(deps, archiveStudyId, studyUid, protocol === '' ? null : protocol);
    } else if (await deliverArchived(deps, trial, ofTrial)) {
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

/** Studies that came before their trial was in force. */
const strays = async (
  deps: IntakeDeps,
  trials: ReadonlyMap<string, TrialOfIntake>
): Promise<string[]> => {
  if (trials.size === 0) return [];
  const rows = await deps.db
    .selectFrom('stray_study')
    .select('archive_id')
    .where('protocol', 'in', [...trials.keys()])
    .orderBy('seen_at')
    .execute();
  return rows.map(row => row.archive_id);
};

/** Where reading goes on. An archive whose log is shorter than that is another one, and is read from its beginning. */
const sequenceToReadFrom = async (deps: IntakeDeps): Promise<number> => {
  const row = await deps.db
    .selectFrom('archive_feed')
    .select('sequence')
    .where('name', '=', feedName)
    .executeTakeFirst();
  if (row === undefined) return 0;
  if ((await deps.archive.lastChange()) >= row.sequence) return row.sequence;
  deps.log.info({ sequence: row.sequence }, 'the archive is another one: reading all of it');
  await moveTo(deps, 0);
  return 0;
};

const moveTo = async (deps: IntakeDeps, sequence: number): Promise<void> => {
  const row = { sequence, read_at: deps.now() };
  await deps.db
    .insertInto('archive_feed')
    .values({ name: feedName, ...row })
    .onConflict(conflict => conflict.column('name').doUpdateSet(row))
    .execute();
};

/**
 * The studies behind changes. A study is taken in when no image of it came for a while; `atOnce` also takes what is
 * still coming, and what was added to a study.
 */
const studiesBehind = async (
  deps: IntakeDeps,
  changes: readonly ArchiveChange[],
  atOnce: boolean
): Promise<string[]> => {
  const ofType = (type: string): string[] =>
    changes.filter(change => change.type === type).map(({ id }) => id);
  const studies = new Set(ofType('StableStudy'));
  if (!atOnce) return [...studies];
  for (const id of ofType('NewStudy')) studies.add(id);
  const covered = new Set<string>();
  const cover = async (study: string): Promise<void> => {
    for (const { id } of (await deps.archive.instancesOf(study)) ?? []) covered.add(id);
  };
  for (const study of studies) await cover(study);
  for (const instance of ofType('NewInstance')) {
    if (covered.has(instance)) continue;
    const study = await deps.archive.studyOfInstance(instance);
    if (study === null) continue;
    studies.add(study);
    await cover(study);
  }
  return [...studies];
};

/**
 * Reads the archive's log of changes to its end and takes in what is new. How far it came is written after each part,
 * so that a crash repeats a part, and repeating one changes nothing. Several processes may read it at once.
 * @returns the studies that got images, each once
 * @throws ArchiveError
 */
export const readFeed = async (
  deps: IntakeDeps,
  { atOnce }: { readonly atOnce: boolean }
): Promise<TouchedStudy[]> => {
  const trials = await trialsByProtocol(deps.db);
  const touched = new Map<string, TouchedStudy>();
  const takeIn = async (studyId: string): Promise<void> => {
    for (const one of await takeInStudy(deps, trials, studyId)) {
      touched.set(`${one.trialId} ${one.studyUid}`, one);
    }
  };
  for (const studyId of await strays(deps, trials)) {
    await takeIn(studyId);
    await deps.db.deleteFrom('stray_study').where('archive_id', '=', studyId).execute();
  }
  for (let since = await sequenceToReadFrom(deps), done = false; !done;) {
    const part = await deps.archive.changes(since);
    for (const studyId of await studiesBehind(deps, part.changes, atOnce)) await takeIn(studyId);
    if (part.changes.length === 0) break;
    await moveTo(deps, part.last);
    since = part.last;
    done = part.done;
  }
  return [...touched.values()];
};
