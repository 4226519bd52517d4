import { ArchiveError } from '../archive/archive-error.js';
import { textOf } from '../archive/dicom-json.js';
import { hashBytes } from '../audit/canonical-json.js';
import { judged, keptOf } from '../deidentification/arrived-image.js';
import type { ImageToKeep } from '../deidentification/deidentify-image.js';
import {
  collectReports,
  writeReports,
  type CollectedReports,
} from '../deidentification/reports.js';
import { CodedError } from '../http/coded-error.js';
import { carryOut, decideAll, whileRaced, type Admitted, type ArrivedImage } from './admit.js';
import type { FileOutcome } from './admission.js';
import { readHeader, type DicomHeader } from './dicom-header.js';
import { keyOfTrial, type IntakeDeps } from './intake-deps.js';
import {
  auditDelivery,
  openReceipt,
  reasonOf,
  writeOnReceipt,
  type DeliverySource,
  type Receipt,
} from './receipts.js';
import { settleStudy } from './settle-study.js';
import { takeInArchived } from './take-in-archived.js';
import { trialOfIntake, type TrialOfIntake } from './trial-rules.js';

export interface Delivery {
  readonly trialId: string;
  readonly source: Exclude<DeliverySource, 'orthanc-changes'>;
  readonly accountId: string;
  /** Codes of the sites that the sender may deliver for; null: any. */
  readonly sites: readonly string[] | null;
}

/** What became of one file of a delivery. */
export interface FileReport {
  /** As the sender calls it; kept nowhere. */
  readonly name: string;
  /** `failed`: the archive does not answer; it is to be sent again. */
  readonly outcome: FileOutcome | 'failed';
  readonly reason: string | null;
  readonly sha256: string;
  readonly sopUid: string | null;
  readonly sopClassUid: string | null;
  readonly studyUid: string | null;
}

export interface DeliveryReport {
  readonly receipt: string;
  readonly files: readonly FileReport[];
  /** Studies of the delivery that belong to an exam now, and those that wait. */
  readonly matched: number;
  readonly waiting: number;
}

const protocolTag = '00120020';

interface Named {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Why a file is none of this sender's business in this trial; null when it is. */
const refusalOf = (
  { dataset }: DicomHeader,
  trial: TrialOfIntake,
  delivery: Delivery
): string | null => {
  const protocol = textOf(dataset, protocolTag);
  if (protocol !== undefined && protocol !== trial.rules.protocolId) {
    return 'it says that it is of another trial';
  }
  if (delivery.sites === null) return null;
  const site = trial.rules.site(dataset);
  if (site === undefined) return 'it does not say of which site it is';
  return delivery.sites.includes(site) ? null : 'it is of another site';
};

/** What is kept of a file, and of which image. */
interface ToStore {
  readonly image: ArrivedImage;
  readonly kept: Extract<ImageToKeep, { ok: true }>;
}

interface Stored {
  readonly outcome: 'stored' | 'notDicom' | 'failed';
  readonly reason: string | null;
  /** It was not there before. */
  readonly isNew: boolean;
}

/** Stores what is kept of a file; one that the archive can't read is taken back out of what may be shown. */
const store = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  { image, kept }: ToStore
): Promise<Stored> => {
  const { sopUid } = image.header;
  try {
    const stored = await deps.archive.storeInstance(kept.bytes);
    if (stored.alreadyStored) await ensureSameBytes(deps, trial, kept, stored.id);
    const written = await deps.db
      .updateTable('instance')
      .set({ archive_id: stored.id, stored: true, kept_sha256: keptIfOther(image, kept) })
      .where('sop_uid', '=', sopUid)
      .where('sha256', '=', image.sha256)
      .where('stored', '=', false)
      .executeTakeFirst();
    return { outcome: 'stored', reason: null, isNew: written.numUpdatedRows > 0n };
  } catch (reason) {
    if (!(reason instanceof ArchiveError)) throw reason;
    if (reason.code !== 'CL_ARCHIVE_REFUSED') {
      const why = 'the archive does not answer: send it again';
      return { outcome: 'failed', reason: why, isNew: false };
    }
    await deps.db
      .deleteFrom('instance')
      .where('sop_uid', '=', sopUid)
      .where('sha256', '=', image.sha256)
      .where('stored', '=', false)
      .execute();
    return { outcome: 'notDicom', reason: 'the archive can not read it', isNew: false };
  }
};

const keptIfOther = (image: ArrivedImage, kept: ToStore['kept']): string | null =>
  kept.sha256 === image.sha256 ? null : kept.sha256;

/**
 * What came to the archive by itself under the same UIDs, unseen as yet, gives way: other bytes to quarantine, the received
 * file to what is kept of it.
 */
const ensureSameBytes = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  kept: ToStore['kept'],
  archiveId: string
): Promise<void> => {
  if (hashBytes(await deps.archive.file(archiveId)) === kept.sha256) return;
  await takeInArchived(deps, trial, [archiveId]);
  await deps.archive.storeInstance(kept.bytes);
};

const decide = async (deps: IntakeDeps, receipt: Receipt, image: ArrivedImage): Promise<Admitted> =>
  whileRaced(() =>
    deps.db.transaction().execute(async trx => {
      const decided = await decideAll(trx, deps, receipt.trialId, [image]);
      await carryOut(trx, deps, receipt, [image], decided);
      const [one] = decided;
      if (one === undefined) throw new Error('an image without a decision');
      return one;
    })
  );

interface Progress {
  readonly receipt: Receipt;
  readonly reports: CollectedReports;
}

interface Taken extends FileReport {
  readonly header: DicomHeader | null;
}

/** Reports of so many files are lost at most when a delivery's process ends. */
const reportsAtOnce = 50;

const takeFile = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  delivery: Delivery,
  { receipt, reports }: Progress,
  { name, bytes }: Named
): Promise<Taken> => {
  const sha256 = hashBytes(bytes);
  const parsed = readHeader(bytes);
  if (!parsed.ok) {
    const none = { header: null, sopUid: null, sopClassUid: null, studyUid: null };
    return { ...none, name, sha256, outcome: 'notDicom', reason: parsed.reason };
  }
  const { header } = parsed;
  const { sopUid, sopClassUid, studyUid } = header;
  const known = { name, sha256, header, sopUid, sopClassUid, studyUid };
  const refusal = refusalOf(header, trial, delivery);
  if (refusal !== null) return { ...known, outcome: 'refused', reason: refusal };
  const kept = keptOf(keyOfTrial(deps, trial.id), trial, { header, bytes });
  const image: ArrivedImage = {
    ...judged(trial, header, kept),
    ...{ sha256, archiveId: null, bytes: async () => bytes },
  };
  const decided = await decide(deps, receipt, image);
  if (decided.work !== 'store' || !kept.ok) {
    return { ...known, outcome: decided.outcome, reason: reasonOf(decided, image) };
  }
  const stored = await store(deps, trial, { image, kept });
  if (stored.isNew && kept.made !== null) reports.add(studyUid, kept.made);
  // What failed before is known, and there only now: its study is to be matched like any other.
  const wasThere = stored.outcome === 'stored' && !stored.isNew;
  return { ...known, outcome: wasThere ? decided.outcome : stored.outcome, reason: stored.reason };
};

/** A receipt says what came and what was decided; that the archive did not answer is the sender's to know. */
const onReceipt = ({ header, sha256, outcome, reason }: Taken) => ({
  ...{ header, sha256, reason },
  outcome: outcome === 'failed' ? ('refused' as const) : outcome,
});

/**
 * Takes files as they come, one after the other: each hashed before anything of it is stored, compared with what is
 * there, then stored in the archive or kept apart. When all are there their studies are matched; what is sent by
 * STOW waits until no more of a study comes, because a sender splits it as it likes. A delivery that breaks off keeps what
 * came of it; that is matched later.
 * @throws CodedError 409 CL_NO_CHARTER while no version of the charter is in force; 503 CL_ARCHIVE_DOWN; what `files`
 * throws
 */
export const takeFiles = async (
  deps: IntakeDeps,
  delivery: Delivery,
  files: AsyncIterable<Named>
): Promise<DeliveryReport> => {
  const trial = await trialOfIntake(deps.db, delivery.trialId);
  if (trial === null) {
    throw new CodedError(
      409,
      'CL_NO_CHARTER',
      'No version of the charter is in force yet, so nothing can be matched.'
    );
  }
  const receipt = await deps.db.transaction().execute(trx => openReceipt(trx, deps, delivery));
  const taken: FileReport[] = [];
  const reports = collectReports();
  const studies = new Set<string>();
  try {
    for await (const file of files) {
      const { header, ...report } = await takeFile(
        ...([deps, trial, delivery, { receipt, reports }, file] as const)
      );
      taken.push(report);
      await deps.db.transaction().execute(async trx => {
        await writeOnReceipt(trx, receipt, taken.length, [onReceipt({ ...report, header })]);
        if (reports.files >= reportsAtOnce) {
          await writeReports(trx, trial.id, deps.now(), reports.take());
        }
      });
      if (header !== null && report.outcome === 'stored') studies.add(header.studyUid);
    }
  } finally {
    const { source, accountId: by } = delivery;
    await deps.db.transaction().execute(async trx => {
      await writeReports(trx, trial.id, deps.now(), reports.take());
      const outcomes = taken.map(({ outcome }) => outcome);
      await auditDelivery(trx, deps, receipt, { source, by, trial }, outcomes);
    });
  }
  const states = [];
  const whole = delivery.source === 'stow' ? [] : studies;
  for (const studyUid of whole) states.push(await settleStudy(deps, trial.id, studyUid));
  return {
    ...{ receipt: receipt.id, files: taken },
    matched: states.filter(state => state === 'matched').length,
    waiting: states.filter(state => state === 'waiting').length,
  };
};
