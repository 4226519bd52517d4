import { sql, type Transaction } from 'kysely';
import type { Database, Row } from '../database/schema.js';
import { applyTransition, bySystem, changeOf } from '../workflow/apply-transition.js';
import { quarantineMachine } from '../workflow/machines/quarantine.js';
import {
  destroyedAmong,
  lockIdentities,
  studiesOfDestroyed,
} from '../identity/destroyed-identity.js';
import { admission, otherPatient, type Admission } from './admission.js';
import { arrivingUntil } from './bring-in.js';
import type { DicomHeader } from './dicom-header.js';
import type { FoundInImage } from './found-in-image.js';
import type { IntakeDeps } from './intake-deps.js';
import { chunksOf, type Receipt } from './receipts.js';

type Db = Transaction<Database>;

export interface ArrivedImage {
  readonly header: DicomHeader;
  readonly sha256: string;
  /** Keywords of the attributes by which it identifies a person. */
  readonly identifying: readonly string[];
  /** Why it can not be de-identified; null where it can. */
  readonly refusal: string | null;
  /** What the charter's rules find in it. */
  readonly found: FoundInImage;
  /** SHA-256 of what is kept in its place; null where it is refused. */
  readonly keptSha256: string | null;
  /** Its id in the archive, where it came from there. */
  readonly archiveId: string | null;
  /** As received. */
  bytes(): Promise<Uint8Array>;
}

/**
 * What is to be done with the archive: `store` what is kept of the image; of what came to the archive by itself `note` where
 * it is, `replace` it by what is kept of it, `restore` what was kept of it and is gone, or `remove` it.
 */
export type ArchiveWork = 'none' | 'store' | 'note' | 'replace' | 'restore' | 'remove';

export type Admitted = Admission & { readonly work: ArchiveWork };

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
          keptSha256: row.kept_sha256 ?? row.sha256,
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

/** What follows for the archive from a decision about an image. */
const workOf = (
  image: ArrivedImage,
  row: Row<'instance'> | null,
  { outcome }: Admission
): ArchiveWork => {
  const apart = outcome === 'quarantined' || outcome === 'refused';
  if (image.archiveId === null) {
    const missing = row === null || (!row.stored && row.arriving_until === null);
    return !apart && missing ? 'store' : 'none';
  }
  if (apart) return 'remove';
  if (row === null) return image.keptSha256 === image.sha256 ? 'note' : 'replace';
  if (image.sha256 === (row.kept_sha256 ?? row.sha256)) return 'note';
  // The received file beside what is kept in its place, where that should be, or before it.
  if (row.stored) return row.archive_id === image.archiveId ? 'restore' : 'remove';
  return row.arriving_until === null ? 'replace' : 'none';
};

const admitOne = (
  image: ArrivedImage,
  trialId: string,
  { row, known }: ReturnType<Awaited<ReturnType<typeof knownOf>>>
): Admitted => {
  if (row !== null && row.trial_id !== trialId && row.sha256 === image.sha256) {
    return { outcome: 'refused', reason: 'it belongs to another trial', work: 'none' };
  }
  const { header, sha256, identifying, refusal } = image;
  const admitted = admission({ ...header, sha256, identifying, refusal }, known);
  return { ...admitted, work: workOf(image, row, admitted) };
};

/** What is kept in place of a received file, where it is another one. */
const keptIn = ({ sha256, keptSha256, found }: ArrivedImage) =>
  keptSha256 === sha256
    ? { kept_sha256: null, found: null }
    : { kept_sha256: keptSha256, found: JSON.stringify(found) };

/** Whether the archive holds an image that was let in, or this process is bringing it there. */
const placeOf = (deps: IntakeDeps, { archiveId, sha256, keptSha256 }: ArrivedImage) => {
  const there = archiveId !== null && keptSha256 === sha256;
  return {
    ...{ archive_id: archiveId, stored: there },
    arriving_until: archiveId === null || there ? null : arrivingUntil(deps),
  };
};

const insertInstances = async (
  trx: Db,
  deps: IntakeDeps,
  receipt: Receipt,
  images: readonly ArrivedImage[]
): Promise<void> => {
  for (const chunk of chunksOf(images)) {
    const inserted = await trx
      .insertInto('instance')
      .values(
        chunk.map(image => ({
          ...{ sop_uid: image.header.sopUid, trial_id: receipt.trialId, receipt_id: receipt.id },
          ...{ study_uid: image.header.studyUid, series_uid: image.header.seriesUid },
          ...{ patient_id: image.header.patientId, sha256: image.sha256, settled: false },
          ...{ ...keptIn(image), ...placeOf(deps, image) },
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
      ...{ sha256: image.sha256, causes: JSON.stringify(causes), refusal: image.refusal },
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

/** It says whose it is, or is of a study that is known: none of it is kept. */
const destroyedSubject = ({ archiveId }: ArrivedImage): Admitted => ({
  outcome: 'refused',
  reason: 'identityDestroyed',
  work: archiveId === null ? 'none' : 'remove',
});

/** Which images are of a subject whose identity was destroyed. */
const ofDestroyed = async (
  trx: Db,
  deps: IntakeDeps,
  trialId: string,
  images: readonly ArrivedImage[]
): Promise<(image: ArrivedImage) => boolean> => {
  const namesOf = ({ header, found }: ArrivedImage): string[] =>
    [header.patientId, found.subject].flatMap(name => (name === null ? [] : [name]));
  const names = await destroyedAmong(trx, deps, trialId, images.flatMap(namesOf));
  const studies = await studiesOfDestroyed(
    trx,
    images.map(({ header }) => header.studyUid)
  );
  return image => studies.has(image.header.studyUid) || namesOf(image).some(one => names.has(one));
};

/** Decides about every image of a delivery; their studies are locked until the transaction ends. */
export const decideAll = async (
  trx: Db,
  deps: IntakeDeps,
  trialId: string,
  images: readonly ArrivedImage[]
): Promise<Admitted[]> => {
  if (images.length === 0) return [];
  await lockIdentities(trx, trialId, 'read');
  const studies = [...new Set(images.map(({ header }) => header.studyUid))].sort();
  for (const studyUid of studies) await lockStudy(trx, studyUid);
  const known = await knownOf(trx, trialId, images);
  const isDestroyed = await ofDestroyed(trx, deps, trialId, images);
  return images.map(image => {
    const { row, known: knownImage } = known(image);
    const isKept = row !== null && image.sha256 === (row.kept_sha256 ?? row.sha256);
    return isDestroyed(image) && !isKept
      ? destroyedSubject(image)
      : admitOne(image, trialId, { row, known: knownImage });
  });
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
  await insertInstances(trx, deps, receipt, letIn);
  if (apart.length > 0) await setApart(trx, deps, receipt, apart);
};

/** Notes where the archive holds images that were known before, and which of them give way to what is kept of them. */
export const noteArchiveIds = async (
  trx: Db,
  deps: IntakeDeps,
  images: readonly ArrivedImage[],
  decisions: readonly Admitted[]
): Promise<void> => {
  for (const [index, image] of images.entries()) {
    const decision = decisions[index];
    if (decision?.outcome !== 'alreadyThere') continue;
    const { sopUid, patientId } = image.header;
    const row = trx.updateTable('instance').where('sop_uid', '=', sopUid);
    if (decision.work === 'replace' || decision.work === 'restore') {
      await row.set({ ...keptIn(image), ...placeOf(deps, image) }).execute();
    }
    if (decision.work !== 'note') continue;
    const there = { archive_id: image.archiveId, stored: true, arriving_until: null };
    await row.set(there).execute();
    // What is kept of an image names no patient but the subject.
    await row
      .set({ patient_id: patientId })
      .where('patient_id', 'is', null)
      .where('kept_sha256', 'is', null)
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
