import { chainVerifier, type Against, type ChainVerdict } from '@corelab/record';
import type { Kysely } from 'kysely';
import { chainPages } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { isRecord } from '../is-record.js';

/** An entry that tells of a signature: what was bound is among its details. */
export interface SignedAct {
  readonly sequence: number;
  readonly act: string;
  readonly at: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A chain that was followed to its end, with the signatures that it tells of by the hash of what they bind. */
export interface FollowedChain {
  readonly verdict: ChainVerdict;
  readonly signed: ReadonlyMap<string, SignedAct>;
}

const signedAct = (sequence: number, entry: unknown): [string, SignedAct] | null => {
  if (!isRecord(entry) || !isRecord(entry['details'])) return null;
  const { act, at, details } = entry;
  const hash = details['contentHash'];
  if (typeof hash !== 'string' || typeof act !== 'string' || typeof at !== 'string') return null;
  return [hash, { sequence, act, at, details }];
};

/** Follows a chain, in pages. Up to an entry that does not hold its signatures are told, none after it. */
export const followChain = async (
  db: Kysely<Database>,
  chain: string,
  against: Against
): Promise<FollowedChain> => {
  const verifier = chainVerifier(against);
  const signed = new Map<string, SignedAct>();
  pages: for await (const page of chainPages(db, chain)) {
    for (const line of page) {
      if (!verifier.take(line)) break pages;
      const found = signedAct(line.sequence, line.entry);
      if (found !== null) signed.set(...found);
    }
  }
  return { verdict: verifier.end(), signed };
};
