import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { hashJson } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { boundPrograms } from './bound-programs.js';
import { readsMetOver } from './compared-reads.js';
import { adjudicationEngine } from './compare-reads.js';
import { engineVersion } from './derive.js';
import { requireMayOpen } from './may-open.js';
import type { ConsensusState } from './machines/consensus.js';
import { openingConsensus, type OpenConsensus } from './open-consensus.js';
import { requireUnused } from './request-used.js';

/** What signs in a meeting: the password again, the meaning, and the intention. */
export interface MeetingSignature {
  readonly password: string;
  readonly meaning: string;
  /** Made once per intention to sign: the same one again gives the same answer. */
  readonly requestId: string;
  readonly plugins?: string;
}

export interface Bound {
  readonly at: Date;
  readonly contentHash: string;
  /** All that the hash binds. */
  readonly bound: Readonly<Record<string, unknown>>;
}

/**
 * Whether a reader may sign in a meeting now, and with that meaning.
 * @throws CodedError 403 CL_NOT_QUALIFIED or CL_CONFLICT_OF_INTEREST, 409 CL_REQUEST_REUSED, 422 CL_MEANING_UNKNOWN.
 */
export const requireMaySign = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  one: OpenConsensus,
  state: ConsensusState,
  account: AccountIdentity,
  { meaning, requestId }: MeetingSignature
): Promise<void> => {
  const opening = { ...openingConsensus(one), state };
  await requireMayOpen({ ...deps, db: trx }, opening, account.id);
  await requireUnused(trx, requestId);
  if (one.charter.meanings.includes(meaning)) return;
  const message = `The charter has no signature meaning "${meaning}".`;
  throw new CodedError(422, 'CL_MEANING_UNKNOWN', message, { items: [] });
};

/**
 * Binds what is signed in a meeting by one hash with the reads it is about and the images that it shows.
 * @throws CodedError 409 CL_CASE_CHANGED.
 */
export const bindInMeeting = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  one: OpenConsensus,
  {
    signer,
    meaning,
    plugins,
    signed,
  }: {
    readonly signer: string;
    readonly meaning: string;
    readonly plugins: string | undefined;
    /** What is signed, by its ids and hashes. */
    readonly signed: Readonly<Record<string, unknown>>;
  }
): Promise<Bound> => {
  const at = deps.now();
  const bound = {
    ...{ consensus: one.id, slot: one.slot, ...signed },
    comparisonHash: hashJson(one.comparison),
    reads: await readsMetOver(trx, one.id),
    ...{ manifestHash: one.manifestHash, charterHash: one.charterHash },
    ...{ criterion: one.charter.criterion, engineVersion, adjudicationEngine },
    ...(await boundPrograms(trx, 'consensus_id', one.id, plugins)),
    ...{ signer, meaning, at: at.toISOString(), zone: deps.zone },
  };
  return { at, contentHash: hashJson(bound), bound };
};
