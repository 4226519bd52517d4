import { signHead, type SignedHead } from '@corelab/record';
import { sql, type Kysely } from 'kysely';
import type { Database, Row } from '../database/schema.js';
import type { Anchor } from './anchor-file.js';
import type { HeadKey } from './head-key.js';

/** Signs where chains stand and takes that out of the database. */
export interface HeadKeeper {
  readonly publicPem: string;
  /**
   * Signs the head of every chain that went on since its last one, and anchors what is not anchored yet. Answers the heads
   * that are new. Several processes may: a chain has one head for an entry.
   * @throws AnchorError; the heads are kept, and anchored the next time
   */
  keep(): Promise<readonly SignedHead[]>;
  /** The heads as the anchor has them; null where it gives none back. @throws AnchorError */
  anchored(): Promise<readonly SignedHead[] | null>;
}

const headOf = (row: Row<'audit_head'>): SignedHead => ({
  ...{ chain: row.chain, sequence: row.sequence, hash: row.hash, at: row.signed_at.toISOString() },
  ...{ keyId: row.key_id, signature: row.signature },
});

export interface HeadParts {
  readonly db: Kysely<Database>;
  readonly key: HeadKey;
  readonly anchor: Anchor;
  readonly now: () => Date;
}

export const headKeeper = ({ db, key, anchor, now }: HeadParts): HeadKeeper => ({
  publicPem: key.publicPem,
  anchored: async () => (anchor.read === undefined ? null : anchor.read()),
  keep: async () => {
    // From chain to chain by the index: the record of a long trial is not gone through for its last entry.
    const { rows: ends } = await sql<{ chain: string; sequence: number; hash: string }>`
      with recursive chains as (
        (select chain from audit_entry order by chain limit 1)
        union all
        select (select next.chain from audit_entry as next
          where next.chain > chains.chain order by next.chain limit 1)
        from chains where chains.chain is not null)
      select chains.chain, last.sequence, last.hash from chains
        cross join lateral (select entry.sequence, entry.hash from audit_entry as entry
          where entry.chain = chains.chain order by entry.sequence desc limit 1) as last
      where not exists (select from audit_head as head
        where head.chain = chains.chain and head.sequence >= last.sequence)
      order by chains.chain`.execute(db);
    const at = now();
    const signed = ends.map(end => signHead(key.privateKey, { ...end, at: at.toISOString() }));
    if (signed.length > 0) {
      await db
        .insertInto('audit_head')
        .values(
          signed.map(({ chain, sequence, hash, keyId, signature }) => ({
            ...{ chain, sequence, hash, signed_at: at, key_id: keyId, signature },
          }))
        )
        .onConflict(conflict => conflict.doNothing())
        .execute();
    }
    const waiting = await db
      .selectFrom('audit_head as head')
      .selectAll('head')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('audit_anchor as anchored')
              .select('anchored.chain')
              .whereRef('anchored.chain', '=', 'head.chain')
              .whereRef('anchored.sequence', '=', 'head.sequence')
          )
        )
      )
      .orderBy('head.signed_at')
      .orderBy('head.chain')
      .orderBy('head.sequence')
      .execute();
    if (waiting.length > 0) {
      await anchor.write(waiting.map(headOf));
      await db
        .insertInto('audit_anchor')
        .values(
          waiting.map(({ chain, sequence }) => ({
            ...{ chain, sequence, place: anchor.place, anchored_at: now() },
          }))
        )
        .onConflict(conflict => conflict.doNothing())
        .execute();
    }
    return signed;
  },
});

/** The signed heads of a chain, in order. */
export const headsOf = async (db: Kysely<Database>, chain: string): Promise<SignedHead[]> => {
  const rows = await db
    .selectFrom('audit_head')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute();
  return rows.map(headOf);
};

/**
 * Keeps heads now and every so often.
 * @param failed hears why they could not be kept; the next time they are tried again
 * @returns ends it, after what is under way and a last time
 */
export const keepHeads = (
  keeper: HeadKeeper,
  everyMs: number,
  failed: (reason: unknown) => void
): (() => Promise<void>) => {
  const keep = (): Promise<void> => keeper.keep().then(() => undefined, failed);
  let going = keep();
  const timer = setInterval(() => {
    going = going.then(keep);
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return going.then(keep);
  };
};
