import { createPublicKey } from 'node:crypto';
import { brokenLink, genesisHash, headProblem, keyIdOf, type SignedHead } from '@corelab/record';

/** A row of `audit_entry` in a copy. */
interface EntryRow {
  readonly chain: string;
  readonly sequence: number;
  readonly previous_hash: string;
  readonly hash: string;
  readonly entry: unknown;
}
interface HeadRow {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
  readonly signed_at: string;
  readonly key_id: string;
  readonly signature: string;
}

/** A chain in a copy does not hold; the message names chain and entry. */
export class BrokenChainError extends Error {
  readonly code = 'CL_COPY_CHAIN';
}

export interface ChainEnd {
  readonly entries: number;
  readonly lastHash: string;
  /** The last entry that a head signed with a known key shows; 0 without one. */
  readonly provenTo: number;
}

const headOf = (row: HeadRow): SignedHead => ({
  ...{ chain: row.chain, sequence: row.sequence, hash: row.hash },
  ...{ at: new Date(row.signed_at).toISOString(), keyId: row.key_id, signature: row.signature },
});

/** Follows the chains of a copy while its rows come, and compares them with signed heads at the end. */
export const chainsInCopy = () => {
  const chains = new Map<string, string[]>();
  const heads: SignedHead[] = [];
  return {
    /** @throws BrokenChainError naming the first entry that does not hold */
    addEntries: (rows: readonly unknown[]): void => {
      for (const row of rows as readonly EntryRow[]) {
        const { chain, sequence, entry, hash } = row;
        const hashes = chains.get(chain) ?? [];
        chains.set(chain, hashes);
        const reached = { sequence: hashes.length, hash: hashes.at(-1) ?? genesisHash };
        const line = { chain, sequence, previousHash: row.previous_hash, hash, entry };
        const broken = brokenLink(line, reached, chain);
        if (broken !== null)
          throw new BrokenChainError(`the chain ${chain} does not hold: ${broken.message}`);
        hashes.push(hash);
      }
    },
    addHeads: (rows: readonly unknown[]): void =>
      void heads.push(...(rows as readonly HeadRow[]).map(headOf)),
    /**
     * Where each chain ends.
     * @param publicPems keys that heads may be signed with; of heads of other keys the hash alone is compared
     * @throws BrokenChainError for a head that contradicts its chain
     */
    end: (publicPems: readonly string[]): ReadonlyMap<string, ChainEnd> => {
      const keys = publicPems.map(pem => createPublicKey(pem));
      const known = new Set(keys.map(key => keyIdOf(key)));
      const proven = new Map<string, number>();
      for (const head of heads) {
        const isKnown = known.has(head.keyId);
        const hashes = chains.get(head.chain) ?? [];
        const held = { entries: hashes.length, hash: hashes[head.sequence - 1] };
        const problem = headProblem(head, held, isKnown ? keys : []);
        if (problem !== null)
          throw new BrokenChainError(`the chain ${head.chain}: ${problem.message}`);
        if (isKnown) proven.set(head.chain, Math.max(proven.get(head.chain) ?? 0, head.sequence));
      }
      return new Map(
        [...chains].map(([chain, hashes]) => [
          chain,
          {
            ...{ entries: hashes.length, lastHash: hashes.at(-1) ?? genesisHash },
            provenTo: proven.get(chain) ?? 0,
          },
        ])
      );
    },
  };
};
