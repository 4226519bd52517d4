import { createHash } from 'node:crypto';
import { ArchiveError } from '../archive/archive-error.js';
import { textOf } from '../archive/dicom-json.js';
import { CodedError } from '../http/coded-error.js';
import {
  carryOut,
  decideAll,
  openReceipt,
  reasonOf,
  whileRaced,
  writeOnReceipt,
  type Admitted,
  type ArrivedImage,
  type DeliverySource,
  type Receipt,
} from './admit.js';
import type { FileOutcome } from './admission.js';
import { readHeader, type DicomHeader } from './dicom-header.js';
import { identifying } from './identifying.js';
import type { IntakeDeps } from './intake-deps.js';
import { auditDelivery, takeInArchived } from './read-feed.js';
import { settleStudy } from './settle-study.js';
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

/** Stores what was let in; a file that the archive can't read is taken back out of what may be shown. */
const store = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  image: ArrivedImage
): Promise<{ outcome: 'stored' | 'notDicom' | 'failed'; reason: string | null }> => {
  const { sopUid } = image.header;
  try {
    const stored = await deps.archive.storeInstance(await image.bytes());
    if (stored.alreadyStored) await ensureSameBytes(deps, trial, image, stored.id);
    await deps.db
      .updateTable('instance')
      .set({ archive_id: stored.id, stored: true })
      .where('sop_uid', '=', sopUid)
      .where('sha256', '=', image.sha256)
      .execute();
    return { outcome: 'stored', reason: null };
  } catch (reason) {
    if (!(reason instanceof ArchiveError)) throw reason;
    if (reason.code !== 'CL_ARCHIVE_REFUSED') {
      return { outcome: 'failed', reason: 'the archive does not answer: send it again' };
    }
    await deps.db
      .deleteFrom('instance')
      .where('sop_uid', '=', sopUid)
      .where('sha256', '=', image.sha256)
      .where('stored', '=', false)
      .execute();
    return { outcome: 'notDicom', reason: 'the archive can not read it' };
  }
};

/** What came to the archive under the same UIDs, unseen as yet, with other bytes gives way to quarantine. */
const ensureSameBytes = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  image: ArrivedImage,
  archiveId: string
): Promise<void> => {
  const there = createHash('sha256')
    .update(await deps.archive.file(archiveId))
    .digest('hex');
  if (there === image.sha256) return;
  await takeInArchived(deps, trial, [archiveId]);
  await deps.archive.storeInstance(await image.bytes());
};

const decide = async (deps: IntakeDeps, receipt: Receipt, image: ArrivedImage): Promise<Admitted> =>
  whileRaced(() =>
    deps.db.transaction().execute(async trx => {
      const decided = await decideAll(trx, receipt.trialId, [image]);
      await carryOut(trx, deps, receipt, [image], decided);
      const [one] = decided;
      if (one === undefined) throw new Error('an image without a decision');
      return one;
    })
  );

interface Taken extends FileReport {
  readonly header: DicomHeader | null;
}

const takeFile = async (
  deps: IntakeDeps,
  trial: TrialOfIntake,
  delivery: Delivery,
  receipt: Receipt,
  { name, bytes }: Named
): Promise<Taken> => {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
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
  const image: ArrivedImage = {
    ...{ header, sha256, archiveId: null, bytes: async () => bytes },
    identifying: trial.demo ? [] : identifying(header.dataset, trial.rules.isSubject),
  };
  const decided = await decide(deps, receipt, image);
  if (!decided.toStore) return { ...known, outcome: decided.outcome, reason: reasonOf(decided) };
  const stored = await store(deps, trial, image);
  const again = stored.outcome === 'stored' ? decided.outcome : stored.outcome;
  return { ...known, outcome: again, reason: stored.reason };
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
  const reports: FileReport[] = [];
  const studies = new Set<string>();
  try {
    for await (const file of files) {
      const { header, ...report } = await takeFile(deps, trial, delivery, receipt, file);
      reports.push(report);
      await deps.db
        .transaction()
        .execute(trx =>
          writeOnReceipt(trx, receipt, reports.length, [onReceipt({ ...report, header })])
        );
      if (header !== null && report.outcome === 'stored') studies.add(header.studyUid);
    }
  } finally {
    const { source, accountId: by } = delivery;
    await deps.db.transaction().execute(trx =>
      auditDelivery(
        trx,
        deps,
        receipt,
        { source, by },
        reports.map(({ outcome }) => outcome)
      )
    );
  }
  const states = [];
  const whole = delivery.source === 'stow' ? [] : studies;
  for (const studyUid of whole) states.push(await settleStudy(deps, trial.id, studyUid));
  return {
    ...{ receipt: receipt.id, files: reports },
    matched: states.filter(state => state === 'matched').length,
    waiting: states.filter(state => state === 'waiting').length,
  };
};
