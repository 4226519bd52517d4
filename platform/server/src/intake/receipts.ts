import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { Admission } from './admission.js';
import type { DicomHeader } from './dicom-header.js';
import type { IntakeDeps } from './intake-deps.js';
import type { TrialOfIntake } from './trial-rules.js';

type Db = Transaction<Database>;

export type DeliverySource = 'orthanc-changes' | 'upload' | 'stow';

/** One delivery; its receipt is written first and never changes. */
export interface Receipt {
  readonly id: string;
  readonly trialId: string;
}

const rowsAtOnce = 2000;
/** Rows as one statement takes them. */
export const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, index) =>
    rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce)
  );

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
export const reasonOf = (
  admitted: Admission,
  { refusal }: { readonly refusal: string | null }
): string | null =>
  admitted.outcome === 'refused'
    ? admitted.reason
    : admitted.outcome === 'quarantined'
      ? admitted.held
        ? 'in quarantine already'
        : admitted.causes
            .map(cause => (cause === 'notDeidentified' ? `${cause}: ${refusal}` : cause))
            .join(', ')
      : null;

/** The one audit entry of a delivery, by what became of its files. */
export const auditDelivery = (
  trx: Db,
  deps: IntakeDeps,
  receipt: Receipt,
  delivery: {
    readonly source: string;
    readonly by: string | null;
    readonly trial: TrialOfIntake;
  },
  outcomes: readonly string[]
): Promise<unknown> => {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return appendAudit(trx, receipt.trialId, {
    ...{ act: 'delivery.received', at: deps.now().toISOString(), zone: deps.zone, by: delivery.by },
    details: {
      ...{ receipt: receipt.id, source: delivery.source, files: counts },
      deidentified: delivery.trial.rules.deidentification.off === null,
    },
  });
};
