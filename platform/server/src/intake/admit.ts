import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { applyTransition, bySystem, changeOf } from '../workflow/apply-transition.js';
import { quarantineMachine } from '../workflow/machines/quarantine.js';
import { admission, otherPatient, type Admission } from './admission.js';
import type { DicomHeader } from './dicom-header.js';
import type { IntakeDeps } from './intake-deps.js';

type Db = Transaction<Database>;

export type DeliverySource = 'orthanc-changes' | 'upload' | 'stow';

/** One delivery; its receipt is written first and never changes. */
export interface Receipt {
  readonly id: string;
  readonly trialId: string;
}

export interface ArrivedImage {
  readonly header: DicomHeader;
  readonly sha256: string;
  /** Keywords of the attributes by which it identifies a person. */
  readonly identifying: readonly string[];
  /** Its id in the archive, where it came from there. */
  readonly archiveId: string | null;
  bytes(): Promise<Uint8Array>;
}

export type Admitted = Admission & {
  /** The archive does not hold it yet. */
  readonly toStore: boolean;
  /** Its bytes are in quarantine, and so must not be in the archive. */
  readonly apart: boolean;
};

/** Of two deliveries under one new SOP instance UID the other was first; the transaction has to begin again. */
export class DeliveryRacedError extends Error {}

/** Waits for whoever takes in or matches images of the study, and keeps others from it until the transaction ends. */
export const lockStudy = async (trx: Db, studyUid: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`study:${studyUid}`}, 0))`.execute(trx);
};

/** What the database knows of the images of one delivery. */
const knownOf = async (trx: Db, trialId: string, images: readonly ArrivedImage[]) => {
  const sopUids = images.map(({ header }) => header.sopUid);
  const studyUids = [...new Set(images.map(({ header }) => header.studyUid))];
  const seriesUids = [...new Set(images.map(({ header }) => header.seriesUid))];
  const instances = await trx
    .selectFrom('instance')
    .selectAll()
    .where('sop_uid', 'in', sopUids)
    .execute();
  const kept = await trx
    .selectFrom('quarantine')
    .select(['sop_uid', 'sha256', 'state'])
    .where('trial_id', '=', trialId)
    .where('sop_uid', 'in', sopUids)
    .execute();
  const patients = await trx
    .selectFrom('instance')
    .select(['study_uid', 'patient_id'])
    .distinct()
    .where('study_uid', 'in', studyUids)
    .execute();
  const studies = await trx
    .selectFrom('instance')
    .select(['series_uid', 'study_uid'])
    .distinct()
    .where('series_uid', 'in', seriesUids)
    .execute();
  const bySop = new Map(instances.map(row => [row.sop_uid, row]));
  return ({ header, sha256 }: ArrivedImage) => {
    const row = bySop.get(header.sopUid) ?? null;
    return {
      row,
      known: {
        instance: row && {
          ...{ sopUid: row.sop_uid, studyUid: row.study_uid, seriesUid: row.series_uid },
          ...{ patientId: row.patient_id, sha256: row.sha256 },
        },
        kept: kept.find(one => one.sop_uid === header.sopUid && one.sha256 === sha256) ?? null,
        otherStudyOfSeries: studies.some(
          one => one.series_uid === header.seriesUid && one.study_uid !== header.studyUid
        ),
        otherPatientOfStudy: patients.some(
          one => one.study_uid === header.studyUid && otherPatient(one.patient_id, header.patientId)
        ),
      },
    };
  };
};

const admitOne = (
  image: ArrivedImage,
  trialId: string,
  { row, known }: ReturnType<Awaited<ReturnType<typeof knownOf>>>
): Admitted => {
  if (row !== null && row.trial_id !== trialId && row.sha256 === image.sha256) {
    return {
      outcome: 'refused',
      reason: 'it belongs to another trial',
      toStore: false,
      apart: false,
    };
  }
  const { header, sha256, identifying } = image;
  const admitted = admission({ ...header, sha256, identifying }, known);
  const missing = admitted.outcome === 'stored' || row?.stored === false;
  const apart = admitted.outcome === 'quarantined' || admitted.outcome === 'refused';
  return { ...admitted, toStore: missing && image.archiveId === null, apart };
};

const rowsAtOnce = 2000;
const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, index) =>
    rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce)
  );

const insertInstances = async (
  trx: Db,
  receipt: Receipt,
  images: readonly ArrivedImage[]
): Promise<void> => {
  for (const chunk of chunksOf(images)) {
    const inserted = await trx
      .insertInto('instance')
      .values(
        chunk.map(({ header, sha256, archiveId }) => ({
          ...{ sop_uid: header.sopUid, trial_id: receipt.trialId, receipt_id: receipt.id },
          ...{ study_uid: header.studyUid, series_uid: header.seriesUid },
          ...{ patient_id: header.patientId, sha256, archive_id: archiveId },
          ...{ stored: archiveId !== null, settled: false },
        }))
      )
      .onConflict(conflict => conflict.column('sop_uid').doNothing())
      .returning('sop_uid')
      .execute();
    if (inserted.length < chunk.length) throw new DeliveryRacedError('another delivery was first');
  }
};

/** Keeps bytes, rows and one audit entry of what is kept apart. */
const setApart = async (
  trx: Db,
  deps: IntakeDeps,
  receipt: Receipt,
  apart: readonly { readonly image: ArrivedImage; readonly causes: readonly string[] }[]
): Promise<void> => {
  const rows = [];
  for (const { image, causes } of apart) {
    await deps.quarantine.keep(image.sha256, await image.bytes());
    rows.push({
      ...{ id: deps.newId(), trial_id: receipt.trialId, receipt_id: receipt.id },
      ...{ study_uid: image.header.studyUid, series_uid: image.header.seriesUid },
      ...{ sop_uid: image.header.sopUid, patient_id: image.header.patientId },
      ...{ sha256: image.sha256, causes: JSON.stringify(causes) },
      ...{ attributes: JSON.stringify(image.identifying), state: 'quarantined' as const },
      arrived_at: deps.now(),
    });
  }
  for (const chunk of chunksOf(rows)) {
    await trx.insertInto('quarantine').values(chunk).execute();
  }
  const causes = [...new Set(apart.flatMap(one => one.causes))].sort();
  const attributes = [...new Set(apart.flatMap(({ image }) => image.identifying))].sort();
  await applyTransition(
    trx,
    rows.map(({ id }) => changeOf(quarantineMachine, id, null, 'quarantine')),
    {
      ...bySystem(causes.join(', ')),
      ...{ chain: receipt.trialId, at: deps.now(), zone: deps.zone },
      details: { receipt: receipt.id, images: rows.length, causes, attributes },
    }
  );
};

/** Writes the receipt of a delivery. */
export const openReceipt = async (
  trx: Db,
  deps: IntakeDeps,
  delivery: {
    readonly trialId: string;
    readonly source: DeliverySource;
    readonly accountId: string | null;
  }
): Promise<Receipt> => {
  const id = deps.newId();
  await trx
    .insertInto('receipt')
    .values({
      ...{ id, source: delivery.source, received_at: deps.now() },
      ...{ trial_id: delivery.trialId, account_id: delivery.accountId },
    })
    .execute();
  return { id, trialId: delivery.trialId };
};

/** Notes what became of files that came, in their order. */
export const writeOnReceipt = async (
  trx: Db,
  receipt: Receipt,
  from: number,
  files: readonly {
    readonly header: DicomHeader | null;
    readonly sha256: string;
    readonly outcome: Admission['outcome'] | 'notDicom';
    readonly reason: string | null;
  }[]
): Promise<void> => {
  const rows = files.map(({ header, sha256, outcome, reason }, index) => ({
    ...{ receipt_id: receipt.id, ordinal: from + index, sha256, outcome, reason },
    study_uid: header?.studyUid ?? null,
    series_uid: header?.seriesUid ?? null,
    sop_uid: header?.sopUid ?? null,
  }));
  for (const chunk of chunksOf(rows)) {
    await trx.insertInto('receipt_instance').values(chunk).execute();
  }
};

/** Why a file was not let in, as its receipt says it. */
export const reasonOf = (admitted: Admission): string | null =>
  admitted.outcome === 'refused'
    ? admitted.reason
    : admitted.outcome === 'quarantined'
      ? admitted.held
        ? 'in quarantine already'
        : admitted.causes.join(', ')
      : null;

/** Decides about every image of a delivery; their studies are locked until the transaction ends. */
export const decideAll = async (
  trx: Db,
  trialId: string,
  images: readonly ArrivedImage[]
): Promise<Admitted[]> => {
  if (images.length === 0) return [];
  const studies = [...new Set(images.map(({ header }) => header.studyUid))].sort();
  for (const studyUid of studies) await lockStudy(trx, studyUid);
  const known = await knownOf(trx, trialId, images);
  return images.map(image => admitOne(image, trialId, known(image)));
};

/** Whether a decision changes anything: what is known already does not. */
export const isNew = (admitted: Admitted): boolean =>
  admitted.outcome === 'stored' || (admitted.outcome === 'quarantined' && !admitted.held);

/**
 * Writes what follows from the decisions: what may be shown, and what is kept apart with its bytes. Nothing known is
 * overwritten.
 * @throws DeliveryRacedError
 */
export const carryOut = async (
  trx: Db,
  deps: IntakeDeps,
  receipt: Receipt,
  images: readonly ArrivedImage[],
  decisions: readonly Admitted[]
): Promise<void> => {
  const letIn: ArrivedImage[] = [];
  const apart: { image: ArrivedImage; causes: readonly string[] }[] = [];
  for (const [index, image] of images.entries()) {
    const decision = decisions[index];
    if (decision?.outcome === 'stored') letIn.push(image);
    if (decision?.outcome === 'quarantined' && !decision.held) {
      apart.push({ image, causes: decision.causes });
    }
  }
  await insertInstances(trx, receipt, letIn);
  if (apart.length > 0) await setApart(trx, deps, receipt, apart);
};

/** Notes under which id the archive holds images that were known before. */
export const noteArchiveIds = async (
  trx: Db,
  images: readonly ArrivedImage[],
  decisions: readonly Admitted[]
): Promise<void> => {
  for (const [index, { header, archiveId }] of images.entries()) {
    if (decisions[index]?.outcome !== 'alreadyThere' || archiveId === null) continue;
    await trx
      .updateTable('instance')
      .set({ archive_id: archiveId, stored: true, patient_id: header.patientId })
      .where('sop_uid', '=', header.sopUid)
      .execute();
  }
};

const attemptsAtMost = 5;

/** Does a delivery's work again when another delivery was first; it then finds what that one brought. */
export const whileRaced = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (reason) {
      if (!(reason instanceof DeliveryRacedError) || attempt === attemptsAtMost) throw reason;
    }
  }
};
