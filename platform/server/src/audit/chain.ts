import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { hashJson } from './canonical-json.js';

/** The chain of everything outside a trial: logins, refusals, configuration. */
export const systemChain = 'system';

/** What precedes a chain's first entry. */
export const genesisHash = '0'.repeat(64);

/**
 * One act. `by` is the account's id, never a name; `at` ISO 8601 UTC; `details` hold no identifying value
 * (keyed digests or references instead).
 */
export interface AuditAct {
  readonly act: string;
  readonly at: string;
  readonly zone: string;
  readonly by: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One line of a chain's export: `hash` is SHA-256 over RFC 8785 JSON of `{ sequence, previousHash, entry }`. */
export interface ChainedEntry {
  readonly sequence: number;
  readonly previousHash: string;
  readonly hash: string;
  readonly entry: unknown;
}

/**
 * Appends one act to a chain inside the transaction of the act itself, so that neither exists without the
 * other. Writers of the same chain wait for each other until their transactions end.
 */
export const appendAudit = async (
  trx: Transaction<Database>,
  chain: string,
  act: AuditAct
): Promise<ChainedEntry> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${chain}`}, 0))`.execute(trx);
  const last = await trx
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const entry: unknown = JSON.parse(JSON.stringify(act));
  const link = {
    sequence: (last?.sequence ?? 0) + 1,
    previousHash: last?.hash ?? genesisHash,
    entry,
  };
  const hash = hashJson(link);
  await trx
    .insertInto('audit_entry')
    .values({
      chain,
      sequence: link.sequence,
      previous_hash: link.previousHash,
      hash,
      entry: JSON.stringify(entry),
    })
    .execute();
  return { ...link, hash };
};

/** All entries of a chain in order. */
export const readChain = async (db: Kysely<Database>, chain: string): Promise<ChainedEntry[]> => {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('chain', '=', chain)
    .orderBy('sequence')
    .execute();
  return rows.map(row => ({
    sequence: row.sequence,
    previousHash: row.previous_hash,
    hash: row.hash,
    entry: row.entry,
  }));
};

export type ChainVerdict =
  | { readonly ok: true; readonly length: number; readonly head: string }
  | { readonly ok: false; readonly sequence: number; readonly problem: string };

/**
 * Recomputes every link. What this can't show: that the end was cut off, or that the whole chain was
 * rewritten; that takes a head kept elsewhere.
 */
export const verifyChain = (entries: readonly ChainedEntry[]): ChainVerdict => {
  let previousHash = genesisHash;
  let expected = 1;
  for (const { sequence, previousHash: stated, hash, entry } of entries) {
    if (sequence !== expected) {
      return {
        ok: false,
        sequence,
        problem: `sequence ${sequence} stands where ${expected} belongs`,
      };
    }
    if (stated !== previousHash) {
      return { ok: false, sequence, problem: 'previousHash is not the hash of the entry before' };
    }
    if (hashJson({ sequence, previousHash: stated, entry }) !== hash) {
      return { ok: false, sequence, problem: 'the entry does not give its hash' };
    }
    previousHash = hash;
    expected += 1;
  }
  return { ok: true, length: entries.length, head: previousHash };
};
