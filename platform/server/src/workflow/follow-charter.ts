import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { forgetPresentation } from '../release/forget-presentation.js';

/**
 * Puts a read that nobody has seen yet under another charter version. What was made ready under the one before is
 * made again: the version decides what images show.
 */
export const followCharter = async (
  deps: ServerDeps,
  trx: Transaction<Database>,
  move: {
    readonly trialId: string;
    readonly readId: string;
    readonly from: string;
    readonly to: string;
  }
): Promise<void> => {
  const { trialId, readId, from, to } = move;
  await forgetPresentation(trx, readId);
  await trx
    .updateTable('read')
    .set({ charter_version_id: to })
    .where('id', '=', readId)
    .where('state', '=', 'waiting')
    .execute();
  await appendAudit(trx, trialId, {
    act: 'read.charterChanged',
    at: deps.now().toISOString(),
    zone: deps.zone,
    by: null,
    details: { read: readId, from, to },
  });
};
