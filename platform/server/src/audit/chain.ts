import { genesisHash, linkHash, type ChainLine } from '@corelab/record';
import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { rolesActing } from '../hats/acting.js';
import { software } from './software.js';

export { verifyChain, type ChainLine, type ChainVerdict } from '@corelab/record';

/** The chain of everything outside a trial: logins, refusals, configuration. */
export const systemChain = 'system';

/**
 * One act. `by` is the account's id, never a name, null of the server itself; `at` ISO 8601 UTC; `details` hold no
 * identifying value (keyed digests or references instead).
 */
export interface AuditAct {
  readonly act: string;
  readonly at: string;
  readonly zone: string;
  readonly by: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** What an entry says beside its act: as what who did it acted, by which program and under which charter. */
export interface AuditContext {
  /** In the trial, or in any of them in the chain outside; `system` alone of the server itself. */
  readonly roles: readonly string[];
  readonly software: string;
  /** Hash of the charter in force; null outside trials and before the first. */
  readonly charter: string | null;
  /** When the entry before was written, where that is later: the clock was set back between. */
  readonly clockWasAt?: string;
}

/**
 * An act is told with the moment at which it began, and waits for those before it: so much earlier than the entry before it
 * is no sign of a clock that was set back.
 */
const waitedAtMostMs = 60_000;

interface ChainEnd {
  readonly sequence: number;
  readonly hash: string;
  readonly at: string | null;
}

const endAndContext = async (
  trx: Transaction<Database>,
  chain: string,
  by: string | null
): Promise<{ readonly last: ChainEnd | null; readonly context: AuditContext }> => {
  const ofTrial = chain !== systemChain;
  const roles =
    by === null
      ? sql`'["system"]'::jsonb`
      : sql`(select coalesce(jsonb_agg(distinct acting.role order by acting.role), '[]'::jsonb)
          from ${rolesActing(by)} as acting
          ${ofTrial ? sql`where acting.trial_id::text = ${chain}` : sql``})`;
  const charter = ofTrial
    ? sql`(select hash from charter_version
        where trial_id::text = ${chain} and state = 'effective' order by version desc limit 1)`
    : sql`null::text`;
  const { rows } = await sql<{
    last: ChainEnd | null;
    roles: readonly string[];
    charter: string | null;
  }>`select
      (select jsonb_build_object('sequence', sequence, 'hash', hash, 'at', entry ->> 'at')
        from audit_entry
        where chain = ${chain} order by sequence desc limit 1) as last,
      ${roles} as roles, ${charter} as charter`.execute(trx);
  const [row] = rows;
  if (row === undefined) throw new Error('the end of the chain was not told');
  return { last: row.last, context: { roles: row.roles, software, charter: row.charter } };
};

/**
 * Appends one act to a chain inside the transaction of the act itself, so that neither exists without the
 * other. Writers of the same chain wait for each other until their transactions end.
 */
export const appendAudit = async (
  trx: Transaction<Database>,
  chain: string,
  act: AuditAct
): Promise<ChainLine> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit:${chain}`}, 0))`.execute(trx);
  const { last, context } = await endAndContext(trx, chain, act.by);
  const { details, ...said } = act;
  const wasAt = last?.at ?? null;
  const back = wasAt !== null && Date.parse(wasAt) - Date.parse(act.at) > waitedAtMostMs;
  const clock = back ? { clockWasAt: wasAt } : {};
  const entry: unknown = JSON.parse(JSON.stringify({ ...said, ...context, ...clock, details }));
  const link = {
    sequence: (last?.sequence ?? 0) + 1,
    previousHash: last?.hash ?? genesisHash,
    entry,
  };
  const hash = linkHash(link);
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
  return { chain, ...link, hash };
};

/** A page of a chain that is gone through. */
const pageSize = 2000;

/**
 * A chain in order, in pages, so that a long one is never there as a whole; to its end as it is when the last page is asked for,
 * or to an entry.
 */
export async function* chainPages(
  db: Kysely<Database>,
  chain: string,
  to: number = Number.MAX_SAFE_INTEGER
): AsyncGenerator<readonly ChainLine[]> {
  let after = 0;
  for (;;) {
    const rows = await db
      .selectFrom('audit_entry')
      .select(['sequence', 'previous_hash', 'hash', 'entry'])
      .where('chain', '=', chain)
      .where('sequence', '>', after)
      .where('sequence', '<=', to)
      .orderBy('sequence')
      .limit(pageSize)
      .execute();
    const page = rows.map(({ sequence, previous_hash: previousHash, hash, entry }) => ({
      ...{ chain, sequence, previousHash, hash, entry },
    }));
    if (page.length > 0) yield page;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.sequence;
  }
}

/** All entries of a chain in order. */
export const readChain = async (db: Kysely<Database>, chain: string): Promise<ChainLine[]> => {
  const lines: ChainLine[] = [];
  for await (const page of chainPages(db, chain)) lines.push(...page);
  return lines;
};
