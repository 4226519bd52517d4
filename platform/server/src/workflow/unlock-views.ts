import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { caseOf, type CaseRef } from './case-ref.js';
import { dependentsOf, dependentsOfDecision, type Dependent } from './dependents-of-read.js';
import type { UnlockRequestState } from './machines/unlock-request.js';
import { asManagedAdjudication, managedAdjudications } from './managed-adjudication.js';
import { asManaged, managedReads } from './managed-read.js';

export interface UnlockView {
  id: string;
  state: UnlockRequestState;
  task: 'read' | 'adjudication';
  /** The read's or the adjudication's. */
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

/** What a wish is about, and how to find what stands on it. */
const caseView = async (
  db: Kysely<Database>,
  trialId: string,
  { task, id }: CaseRef
): Promise<
  Pick<UnlockView, 'task' | 'readId' | 'version' | 'subject' | 'timepoint' | 'slot'> & {
    standing(): Promise<Dependent[]>;
  }
> => {
  if (task === 'read') {
    const read = asManaged(
      await managedReads(db, trialId).where('read.id', '=', id).executeTakeFirstOrThrow()
    );
    return {
      ...{ task, readId: read.publicId, version: read.version, subject: read.subject },
      ...{ timepoint: read.timepoint, slot: read.slot },
      standing: () => dependentsOf(db, read),
    };
  }
  const one = asManagedAdjudication(
    await managedAdjudications(db, trialId)
      .where('adjudication.id', '=', id)
      .executeTakeFirstOrThrow()
  );
  return {
    ...{ task, readId: one.publicId, version: one.version, subject: one.subject },
    ...{ timepoint: one.timepoint ?? 'subject', slot: one.slot },
    standing: () => dependentsOfDecision(db, one),
  };
};

/** Wishes to open signed reads and decisions of a trial again, the oldest first; undecided ones unless `all`. */
export const unlocksOf = async (
  db: Kysely<Database>,
  trialId: string,
  { all }: { readonly all: boolean }
): Promise<UnlockView[]> => {
  const rows = await db
    .selectFrom('unlock_request')
    .innerJoin('account as asker', 'asker.id', 'unlock_request.asked_by')
    .leftJoin('account as decider', 'decider.id', 'unlock_request.decided_by')
    .leftJoin('signature', 'signature.read_id', 'unlock_request.read_id')
    .leftJoin(
      'adjudication_signature as decision',
      'decision.adjudication_id',
      'unlock_request.adjudication_id'
    )
    .innerJoin('account as signer', join =>
      join.on(sql<boolean>`signer.id = coalesce(signature.account_id, decision.account_id)`)
    )
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
    const { standing, ...of } = await caseView(db, trialId, caseOf(row));
    const dependents = row.state === 'asked' ? await standing() : [];
    views.push({
      ...{ id: row.id, state: row.state, ...of },
      ...{ signedBy: row.signer, reason: row.reason, askedBy: row.asker },
      ...{ askedAt: row.asked_at.toISOString(), decidedBy: row.decider },
      decidedAt: row.decided_at?.toISOString() ?? null,
      decisionReason: row.decision_reason,
      dependents: dependents.map(({ kind, what, state, then }) => ({ kind, what, state, then })),
    });
  }
  return views;
};
