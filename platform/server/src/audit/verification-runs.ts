import { createPublicKey } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database, Row } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { AnchorError } from './anchor-file.js';
import type { AuditScope } from './audit-scope.js';
import { appendAudit, systemChain } from './chain.js';
import { headsOf } from './heads.js';
import type { StoredVerdict } from './stored-verdict.js';
import { VerificationEnded, verifyStored } from './verify-stored.js';

/** A process that was not heard of for so long has ended. */
const silentMs = 60_000;

export interface VerificationView {
  readonly id: string;
  readonly state: 'running' | 'done' | 'interrupted';
  readonly entries: number;
  readonly checked: number;
  readonly startedBy: string;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly verdict: StoredVerdict | null;
}

type RunRow = Row<'audit_verification'> & { readonly user_name: string };

const viewOf = (row: RunRow, now: Date): VerificationView => {
  const silent = row.standing === 'running' && now.getTime() - row.beat_at.getTime() > silentMs;
  return {
    ...{ id: row.id, state: silent ? 'interrupted' : row.standing },
    ...{ entries: row.to_sequence, checked: row.checked, startedBy: row.user_name },
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    verdict: row.verdict,
  };
};

const mostRuns = 20;

/** The verifications of a chain, the newest first. */
export const verificationsOf = async (
  { db, now }: Pick<ServerDeps, 'db' | 'now'>,
  chain: string
): Promise<VerificationView[]> => {
  const rows = await db
    .selectFrom('audit_verification')
    .innerJoin('account', 'account.id', 'audit_verification.started_by')
    .selectAll('audit_verification')
    .select('account.user_name')
    .where('chain', '=', chain)
    .orderBy('started_at', 'desc')
    .orderBy('audit_verification.id', 'desc')
    .limit(mostRuns)
    .execute();
  return rows.map(row => viewOf(row, now()));
};

const lastSequence = async (db: Kysely<Database>, chain: string): Promise<number> => {
  const { rows } = await sql<{ last: number | null }>`
    select max(sequence) as last from audit_entry where chain = ${chain}`.execute(db);
  return rows[0]?.last ?? 0;
};

/**
 * Notes that a chain is verified from now on.
 * @throws CodedError 409 CL_AUDIT_VERIFYING while that is done already, by whichever process
 */
const begin = (deps: ServerDeps, { chain, name, accountId }: AuditScope) =>
  deps.db.transaction().execute(async trx => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`verify:${chain}`}, 0))`.execute(trx);
    const running = await trx
      .selectFrom('audit_verification')
      .select(['id', 'beat_at'])
      .where('chain', '=', chain)
      .where('standing', '=', 'running')
      .executeTakeFirst();
    const at = deps.now();
    if (running !== undefined) {
      if (at.getTime() - running.beat_at.getTime() <= silentMs)
        throw new CodedError(
          409,
          'CL_AUDIT_VERIFYING',
          `The chain of ${name} is being verified already; look at its progress.`
        );
      await trx
        .updateTable('audit_verification')
        .set({ standing: 'interrupted', finished_at: at })
        .where('id', '=', running.id)
        .execute();
    }
    const run = { id: deps.newId(), to: await lastSequence(trx, chain) };
    await trx
      .insertInto('audit_verification')
      .values({
        ...{
          id: run.id,
          chain,
          standing: 'running',
          from_sequence: 1,
          to_sequence: run.to,
          checked: 0,
        },
        ...{ started_by: accountId, started_at: at, beat_at: at },
      })
      .execute();
    return run;
  });

/** What an anchor can't give back is no reason to verify nothing: the verdict says that it was not looked at. */
const anchoredHeads = async ({ heads }: ServerDeps) => {
  try {
    return await heads.anchored();
  } catch (reason) {
    if (reason instanceof AnchorError) return null;
    throw reason;
  }
};

const finish = (
  deps: ServerDeps,
  { chain, accountId }: AuditScope,
  id: string,
  verdict: StoredVerdict
) =>
  deps.db.transaction().execute(async trx => {
    const at = deps.now();
    const done = await trx
      .updateTable('audit_verification')
      .set({
        ...{ standing: 'done', checked: verdict.entries, beat_at: at, finished_at: at },
        verdict: JSON.stringify(verdict),
      })
      .where('id', '=', id)
      .where('standing', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    // Another process took it for ended and has begun anew: that one's result counts.
    if (done === undefined) return;
    const { ok, entries, lastHash, broken, provenTo, anchoredTo } = verdict;
    await appendAudit(trx, systemChain, {
      ...{ act: 'audit.verified', at: at.toISOString(), zone: deps.zone, by: accountId },
      details: {
        ...{ verification: id, chain, ok, entries, lastHash, provenTo, anchoredTo },
        ...(broken === null ? {} : { broken: { sequence: broken.sequence, code: broken.code } }),
        heads: verdict.heads.map(({ sequence, code }) => ({ sequence, code })),
      },
    });
  });

export interface StartedVerification {
  readonly id: string;
  /** Resolves when it is over, whatever came of it. */
  readonly over: Promise<void>;
}

/**
 * Verifies a chain while the caller goes on. Its result is an entry of the chain outside any trial.
 * @param isEnding whether the process is about to end: the run is then given up, and says so
 * @throws CodedError 409 CL_AUDIT_VERIFYING
 */
export const startVerification = async (
  deps: ServerDeps,
  scope: AuditScope,
  isEnding: () => boolean
): Promise<StartedVerification> => {
  const { db } = deps;
  // Before the end of the chain is looked at: a head beyond it then shows that the end was cut.
  const heads = await headsOf(db, scope.chain);
  const anchored = await anchoredHeads(deps);
  const { id, to } = await begin(deps, scope);
  const told = async (checked: number): Promise<void> => {
    if (isEnding()) throw new VerificationEnded();
    const going = await db
      .updateTable('audit_verification')
      .set({ checked, beat_at: deps.now() })
      .where('id', '=', id)
      .where('standing', '=', 'running')
      .returning('id')
      .executeTakeFirst();
    if (going === undefined) throw new VerificationEnded();
  };
  const stored = { chain: scope.chain, to, heads, anchored };
  const keys = [createPublicKey(deps.heads.publicPem)];
  const over = verifyStored(db, { ...stored, keys }, told)
    .then(verdict => finish(deps, scope, id, verdict))
    .catch(async (reason: unknown) => {
      await db
        .updateTable('audit_verification')
        .set({ standing: 'interrupted', finished_at: deps.now() })
        .where('id', '=', id)
        .where('standing', '=', 'running')
        .execute();
      if (!(reason instanceof VerificationEnded)) throw reason;
    });
  return { id, over };
};
