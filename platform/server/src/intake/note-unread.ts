import { sql } from 'kysely';
import type { IntakeDeps } from './intake-deps.js';
import { auditDelivery, openReceipt, writeOnReceipt } from './receipts.js';
import type { TrialOfIntake } from './trial-rules.js';

/** A file of the archive that this server can not read: nothing of it is ever shown. */
export interface UnreadFile {
  readonly archiveId: string;
  readonly sha256: string;
  readonly reason: string;
  /** The protocol that the archive reads in it. */
  readonly protocol: string;
}

/**
 * Has files that can not be read on a receipt of their trial, once; they stay in the archive, where nothing shows them. Of those
 * of no trial in force only the log tells.
 */
export const noteUnread = async (
  deps: IntakeDeps,
  trials: ReadonlyMap<string, TrialOfIntake>,
  files: readonly UnreadFile[]
): Promise<void> => {
  for (const protocol of new Set(files.map(one => one.protocol))) {
    const trial = trials.get(protocol);
    const ofProtocol = files.filter(one => one.protocol === protocol);
    if (trial === undefined) {
      for (const { archiveId, reason } of ofProtocol)
        deps.log.info({ archiveId, reason }, 'a file of the archive can not be read');
      continue;
    }
    await deps.db.transaction().execute(async trx => {
      // Several processes read the same log.
      await sql`select pg_advisory_xact_lock(hashtextextended(${`unread:${trial.id}`}, 0))`.execute(
        trx
      );
      const known = await trx
        .selectFrom('receipt_instance')
        .innerJoin('receipt', 'receipt.id', 'receipt_instance.receipt_id')
        .select('receipt_instance.sha256')
        .where('receipt.trial_id', '=', trial.id)
        .where('receipt.source', '=', 'orthanc-changes')
        .where('receipt_instance.outcome', '=', 'notDicom')
        .where(
          'receipt_instance.sha256',
          'in',
          ofProtocol.map(({ sha256 }) => sha256)
        )
        .execute();
      const fresh = ofProtocol.filter(one => !known.some(({ sha256 }) => sha256 === one.sha256));
      if (fresh.length === 0) return;
      const source = 'orthanc-changes';
      const receipt = await openReceipt(trx, deps, { trialId: trial.id, source, accountId: null });
      const lines = fresh.map(({ sha256, reason }) => ({
        ...{ header: null, sha256, outcome: 'notDicom' as const, reason },
      }));
      await writeOnReceipt(trx, receipt, 1, lines);
      const outcomes = lines.map(({ outcome }) => outcome);
      await auditDelivery(trx, deps, receipt, { source, by: null, trial }, outcomes);
    });
  }
};
