import type { Against, ChainVerdict } from '@corelab/record';
import { sql, type Kysely } from 'kysely';
import { systemChain } from '../audit/chain.js';
import { pendingMigrations } from '../database/migrate.js';
import type { Database } from '../database/schema.js';
import { engine } from '../workflow/engine.js';
import type { DerivedAgain } from './derive-again.js';
import type { KeptEngines } from './kept-engines.js';
import type { NotDerivable, SignatureProblem, UpgradeImpact } from './problems.js';
import { compareRows } from './signed-rows.js';
import { followChain, type SignedAct } from './signed-acts.js';
import { verifyTrial } from './verify-trial.js';

/** What a whole database was found to be. */
export interface DatabaseVerdict {
  /** That every chain and everything signed is as it was; what could not be shown is said beside it. */
  readonly ok: boolean;
  readonly chains: readonly { readonly trial: string; readonly verdict: ChainVerdict }[];
  /** Chains that heads speak of and the database does not have. */
  readonly chainsGone: readonly string[];
  readonly signatures: { readonly checked: number; readonly problems: readonly SignatureProblem[] };
  readonly results: {
    /** Those that the engine named in their signature makes again, the same. */
    readonly derivedAgain: number;
    readonly notDerivable: readonly NotDerivable[];
  };
  /** What today's engine would make otherwise: it changes nothing that was signed. */
  readonly upgradeImpact: { readonly engine: string; readonly results: readonly UpgradeImpact[] };
}

/** The database is of another version of the program. */
export class SchemaError extends Error {
  readonly code = 'CL_SCHEMA';
}

export interface ToVerify {
  readonly db: Kysely<Database>;
  readonly against: Against;
  readonly engines: KeptEngines;
  /** Hears what is looked at now. */
  readonly say?: (line: string) => void;
}

/**
 * Verifies a database: each chain, each signature against the entry that tells of it, each signed result by deriving it again.
 * Nothing is changed.
 * @throws SchemaError where the schema is not the one of this program
 */
export const verifyDatabase = async ({
  db,
  against,
  engines,
  say = () => undefined,
}: ToVerify): Promise<DatabaseVerdict> => {
  const pending = await pendingMigrations(db);
  if (pending.length > 0)
    throw new SchemaError(
      `the database is of an older version: it lacks ${pending[0]} and ${pending.length - 1} more. Verify it with the program that wrote it, or start the server once`
    );
  const { rows: names } = await sql<{ chain: string; trial: string | null }>`
    select known.chain, trial.code as trial
    from (select distinct chain from audit_entry) as known
    left join trial on trial.id::text = known.chain order by 2 nulls first, 1`.execute(db);
  const problems: SignatureProblem[] = [];
  const notDerivable: NotDerivable[] = [];
  const impacts: UpgradeImpact[] = [];
  let derivedAgain = 0;
  const chains: { trial: string; verdict: ChainVerdict }[] = [];
  const acts = new Map<string, SignedAct>();
  for (const { chain, trial } of names) {
    const name = trial ?? chain;
    say(`${name}: its entries`);
    const { verdict, signed } = await followChain(db, chain, against);
    chains.push({ trial: name, verdict });
    for (const [hash, act] of signed) acts.set(hash, act);
  }
  const compared = await compareRows(db, acts);
  problems.push(...compared.problems);
  for (const { chain, trial } of names) {
    if (chain === systemChain || trial === null) continue;
    say(`${trial}: what was signed`);
    const found = (of: readonly SignatureProblem[], derived: readonly DerivedAgain[]): void => {
      problems.push(...of);
      for (const one of derived) {
        if (one.same) derivedAgain += 1;
        if (one.problem !== null) problems.push(one.problem);
        if (one.notDerivable !== null) notDerivable.push(one.notDerivable);
        impacts.push(...one.impacts);
      }
    };
    await verifyTrial({ db, engines, acts, found }, chain);
  }
  const there = new Set(names.map(({ chain }) => chain));
  const chainsGone = [...new Set((against.heads ?? []).map(({ chain }) => chain))].filter(
    chain => !there.has(chain)
  );
  return {
    ok: chainsGone.length === 0 && problems.length === 0 && chains.every(one => one.verdict.ok),
    ...{ chains, chainsGone },
    signatures: { checked: compared.signatures, problems },
    results: { derivedAgain, notDerivable },
    upgradeImpact: { engine: engine.version, results: impacts },
  };
};
