import type { KeyObject } from 'node:crypto';
import { chainVerifier, type SignedHead } from '@corelab/record';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { chainPages } from './chain.js';
import type { StoredVerdict } from './stored-verdict.js';

export interface StoredChain {
  readonly chain: string;
  /** To this entry; what is appended meanwhile is of the next verification. */
  readonly to: number;
  /** Those of the database. */
  readonly heads: readonly SignedHead[];
  /** Those that were written outside it; null where they can't be read back. */
  readonly anchored: readonly SignedHead[] | null;
  readonly keys: readonly KeyObject[];
}

/** Thrown by `told` to end a verification before its end. */
export class VerificationEnded extends Error {}

/** The embedded database never lets go of the process by itself. */
const letOthersGo = (): Promise<void> => new Promise(done => setImmediate(done));

const farthest = (heads: readonly SignedHead[]): number =>
  heads.reduce((most, { sequence }) => Math.max(most, sequence), 0);

/**
 * Follows the links of a chain in the database, page by page, and holds it against heads signed before.
 * @param told hears after each page how many entries hold
 */
export const verifyStored = async (
  db: Kysely<Database>,
  { chain, to, heads, anchored, keys }: StoredChain,
  told: (checked: number) => Promise<void>
): Promise<StoredVerdict> => {
  const outside = anchored?.filter(head => head.chain === chain) ?? null;
  const signed = new Map(
    [...heads, ...(outside ?? [])].map(head => [`${head.sequence} ${head.signature}`, head])
  );
  const verifier = chainVerifier({ heads: [...signed.values()], keys });
  for await (const page of chainPages(db, chain, to)) {
    const whole = page.every(line => verifier.take(line));
    await told(verifier.entries);
    if (!whole) break;
    await letOthersGo();
  }
  const verdict = verifier.end();
  const none = { lastHash: null, provenTo: 0, notProvable: [], broken: null, heads: [] };
  return {
    ...none,
    ...verdict,
    anchoredTo: outside === null ? null : verdict.ok ? farthest(outside) : 0,
    headCount: signed.size,
  };
};
