import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { dependentsOf } from './dependents-of-read.js';
import type { UnlockRequestState } from './machines/unlock-request.js';
import { asManaged, managedReads } from './managed-read.js';

export interface UnlockView {
  id: string;
  state: UnlockRequestState;
  readId: string;
  version: number;
  subject: string;
  timepoint: string;
  slot: string;
  signedBy: string;
  reason: string;
  askedBy: string;
  askedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  decisionReason: string | null;
  /** What stands on the read; of undecided ones alone. */
  dependents: { kind: string; what: string; state: string | null; then: string | null }[];
}

/** Wishes to open signed reads of a trial again, the oldest first; undecided ones unless `all`. */
export const unlocksOf = async (
  db: Kysely<Database>,
  trialId: string,
  { all }: { readonly all: boolean }
): Promise<UnlockView[]> => {
  const rows = await db
    .selectFrom('unlock_request')
    .innerJoin('account as asker', 'asker.id', 'unlock_request.asked_by')
    .leftJoin('account as decider', 'decider.id', 'unlock_request.decided_by')
    .innerJoin('signature', 'signature.read_id', 'unlock_request.read_id')
    .innerJoin('account as signer', 'signer.id', 'signature.account_id')
    .selectAll('unlock_request')
    .select(['asker.user_name as asker', 'decider.user_name as decider'])
    .select('signer.user_name as signer')
    .where('unlock_request.trial_id', '=', trialId)
    .$if(!all, query => query.where('unlock_request.state', '=', 'asked'))
    .orderBy('asked_at')
    .orderBy('unlock_request.id')
    .execute();
  const views: UnlockView[] = [];
  for (const row of rows) {
    const read = asManaged(
      await managedReads(db, trialId).where('read.id', '=', row.read_id).executeTakeFirstOrThrow()
    );
    const dependents = row.state === 'asked' ? await dependentsOf(db, read) : [];
    views.push({
      ...{ id: row.id, state: row.state, readId: read.publicId, version: read.version },
      ...{ subject: read.subject, timepoint: read.timepoint, slot: read.slot },
      ...{ signedBy: row.signer, reason: row.reason, askedBy: row.asker },
      ...{ askedAt: row.asked_at.toISOString(), decidedBy: row.decider },
      decidedAt: row.decided_at?.toISOString() ?? null,
      decisionReason: row.decision_reason,
      dependents: dependents.map(({ kind, what, state, then }) => ({ kind, what, state, then })),
    });
  }
  return views;
};
