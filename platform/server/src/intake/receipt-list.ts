import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { FileOutcome } from './admission.js';
import type { DeliverySource } from './receipts.js';
import type { PageAsked } from './decide-quarantine.js';

/** Files of one series in one delivery with the same outcome. */
export interface SeriesCount {
  /** Null: files that say of none. */
  studyUid: string | null;
  seriesUid: string | null;
  outcome: FileOutcome;
  files: number;
}

export interface ReceiptView {
  id: string;
  source: DeliverySource;
  receivedAt: string;
  /** User name; null where nobody sent it. */
  by: string | null;
  files: number;
  studies: number;
  outcomes: { outcome: FileOutcome; files: number }[];
}

export interface ReceiptFile {
  ordinal: number;
  studyUid: string | null;
  seriesUid: string | null;
  sopUid: string | null;
  sha256: string;
  outcome: FileOutcome;
  reason: string | null;
}

/** Who asks: everything of the trial, or what one account has delivered. */
export interface ReceiptsOf {
  readonly trialId: string;
  /** Null: whoever delivered. */
  readonly accountId: string | null;
}

/** The deliveries of a trial, the newest first. */
export const receiptsOf = async (
  db: Kysely<Database>,
  { trialId, accountId }: ReceiptsOf,
  { after, limit }: PageAsked
): Promise<ReceiptView[]> => {
  let query = db
    .selectFrom('receipt')
    .leftJoin('account', 'account.id', 'receipt.account_id')
    .select(['receipt.id', 'receipt.source', 'receipt.received_at', 'account.user_name'])
    .select([
      sql<{ outcome: FileOutcome; files: number }[]>`(
        select coalesce(json_agg(json_build_object('outcome', counted.outcome, 'files', counted.files)
          order by counted.outcome), '[]'::json)
        from (select outcome, count(*) as files from receipt_instance
          where receipt_instance.receipt_id = receipt.id group by outcome) as counted)`.as(
        'outcomes'
      ),
      sql<number>`(select count(distinct study_uid) from receipt_instance
        where receipt_instance.receipt_id = receipt.id)`.as('studies'),
    ])
    .where('receipt.trial_id', '=', trialId)
    .orderBy('receipt.id', 'desc')
    .limit(limit);
  if (accountId !== null) query = query.where('receipt.account_id', '=', accountId);
  if (after !== null) query = query.where('receipt.id', '<', after);
  return (await query.execute()).map(row => ({
    ...{ id: row.id, source: row.source as DeliverySource, by: row.user_name },
    receivedAt: row.received_at.toISOString(),
    files: row.outcomes.reduce((sum, { files }) => sum + files, 0),
    ...{ studies: Number(row.studies), outcomes: row.outcomes },
  }));
};

/** The files of one delivery in the order they came; none of a delivery that is not theirs who ask. */
export const receiptFilesOf = async (
  db: Kysely<Database>,
  { trialId, accountId }: ReceiptsOf,
  asked: {
    readonly receipt: string;
    readonly studyUid: string | null;
    readonly seriesUid: string | null;
    /** Goes on after this file of the delivery. */
    readonly after: number;
    readonly limit: number;
  }
): Promise<ReceiptFile[]> => {
  let query = db
    .selectFrom('receipt_instance')
    .innerJoin('receipt', 'receipt.id', 'receipt_instance.receipt_id')
    .selectAll('receipt_instance')
    .where('receipt.trial_id', '=', trialId)
    .where('receipt.id', '=', asked.receipt)
    .where('receipt_instance.ordinal', '>', asked.after)
    .orderBy('receipt_instance.ordinal')
    .limit(asked.limit);
  if (accountId !== null) query = query.where('receipt.account_id', '=', accountId);
  if (asked.studyUid !== null) {
    query = query.where('receipt_instance.study_uid', '=', asked.studyUid);
  }
  if (asked.seriesUid !== null) {
    query = query.where('receipt_instance.series_uid', '=', asked.seriesUid);
  }
  return (await query.execute()).map(row => ({
    ...{ ordinal: row.ordinal, studyUid: row.study_uid, seriesUid: row.series_uid },
    ...{ sopUid: row.sop_uid, sha256: row.sha256, outcome: row.outcome, reason: row.reason },
  }));
};

/** What came of one study, delivery by delivery, the oldest first. */
export const deliveriesOfStudy = async (
  db: Kysely<Database>,
  trialId: string,
  studyUid: string
): Promise<
  (Pick<ReceiptView, 'id' | 'source' | 'receivedAt' | 'by'> & { series: SeriesCount[] })[]
> => {
  const rows = await db
    .selectFrom('receipt_instance')
    .innerJoin('receipt', 'receipt.id', 'receipt_instance.receipt_id')
    .leftJoin('account', 'account.id', 'receipt.account_id')
    .select(['receipt.id', 'receipt.source', 'receipt.received_at', 'account.user_name'])
    .select(['receipt_instance.series_uid', 'receipt_instance.outcome'])
    .select(sql<number>`count(*)`.as('files'))
    .where('receipt.trial_id', '=', trialId)
    .where('receipt_instance.study_uid', '=', studyUid)
    .groupBy(['receipt.id', 'account.user_name', 'receipt_instance.series_uid'])
    .groupBy('receipt_instance.outcome')
    .orderBy('receipt.id')
    .orderBy('receipt_instance.series_uid')
    .orderBy('receipt_instance.outcome')
    .execute();
  const receipts = new Map<string, Awaited<ReturnType<typeof deliveriesOfStudy>>[number]>();
  for (const row of rows) {
    const receipt = receipts.get(row.id) ?? {
      ...{ id: row.id, source: row.source as DeliverySource, by: row.user_name },
      ...{ receivedAt: row.received_at.toISOString(), series: [] },
    };
    receipts.set(row.id, receipt);
    const { series_uid: seriesUid, outcome } = row;
    receipt.series.push({ studyUid, seriesUid, outcome, files: Number(row.files) });
  }
  return [...receipts.values()];
};
