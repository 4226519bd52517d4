import type { Kysely, Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';

/** What a final is of. */
export interface FinalKey {
  readonly track_id: string;
  readonly subject_id: string;
  readonly scope: string;
  readonly criterion: string;
}

/** Whether something stands of a subject in a track. */
export const hasFinal = async (
  db: Kysely<Database>,
  { trackId, subjectId }: { readonly trackId: string; readonly subjectId: string }
): Promise<boolean> =>
  (await db
    .selectFrom('final')
    .select('id')
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()) !== undefined;

/** The entry just made: nobody else writes to the chain before this transaction ends. */
export const lastSequence = async (db: Kysely<Database>, chain: string): Promise<number> => {
  const row = await db
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.max<number>('sequence').as('last'))
    .where('chain', '=', chain)
    .executeTakeFirstOrThrow();
  return Number(row.last);
};

/** Ends the final that a new one takes the place of; returns the latest version there was, 0 for none. */
export const endCurrent = async (
  trx: Transaction<Database>,
  key: FinalKey,
  at: Date,
  sequence: number
): Promise<number> => {
  const latest = await trx
    .selectFrom('final')
    .select('version')
    .where('track_id', '=', key.track_id)
    .where('subject_id', '=', key.subject_id)
    .where('scope', '=', key.scope)
    .where('criterion', '=', key.criterion)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  if (latest === undefined) return 0;
  await trx
    .updateTable('final')
    .set({ superseded_at: at, to_sequence: sequence })
    .where('track_id', '=', key.track_id)
    .where('subject_id', '=', key.subject_id)
    .where('scope', '=', key.scope)
    .where('criterion', '=', key.criterion)
    .where('superseded_at', 'is', null)
    .execute();
  return latest.version;
};

/** Ends what stands under criteria that the charter no longer has: nothing takes its place. */
export const endOthers = async (
  trx: Transaction<Database>,
  key: Omit<FinalKey, 'criterion'> & { readonly criteria: readonly string[] },
  at: Date,
  sequence: number
): Promise<void> => {
  await trx
    .updateTable('final')
    .set({ superseded_at: at, to_sequence: sequence })
    .where('track_id', '=', key.track_id)
    .where('subject_id', '=', key.subject_id)
    .where('scope', '=', key.scope)
    .where('criterion', 'not in', key.criteria)
    .where('superseded_at', 'is', null)
    .execute();
};

/**
 * Ends finals before anything takes their place: what they rest on is read again. They stay on record; the audit entry says
 * until when each stood.
 */
export const supersedeFinals = async (
  trx: Transaction<Database>,
  ids: readonly string[],
  act: {
    readonly chain: string;
    readonly by: string | null;
    readonly at: Date;
    readonly zone: string;
    /** The read that was opened again. */
    readonly cause: string;
  }
): Promise<void> => {
  const { chain, by, at, zone, cause } = act;
  await appendAudit(trx, chain, {
    ...{ act: 'final.superseded', at: at.toISOString(), zone, by },
    details: { finals: ids, cause },
  });
  await trx
    .updateTable('final')
    .set({ superseded_at: at, to_sequence: await lastSequence(trx, chain) })
    .where('id', 'in', ids)
    .where('superseded_at', 'is', null)
    .execute();
};
