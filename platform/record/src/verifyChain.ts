import type { KeyObject } from 'node:crypto';
import { chainFollower } from './chainFollower.js';
import type { BrokenEntry, ChainLine, Unreadable } from './chainLines.js';
import { isSignedBy, keyIdOf, type SignedHead } from './heads.js';

/** What a head says against a chain. */
export interface HeadProblem {
  readonly sequence: number;
  readonly at: string;
  readonly code:
    | 'CL_AUDIT_TRUNCATED'
    | 'CL_AUDIT_REWRITTEN'
    | 'CL_HEAD_SIGNATURE'
    | 'CL_HEAD_KEY_UNKNOWN';
  readonly message: string;
}

export type ChainVerdict =
  | {
      readonly ok: true;
      readonly chain: string | null;
      readonly entries: number;
      readonly lastHash: string;
      /** The entry up to which a signed head shows that nothing was cut or rewritten; 0 without one. */
      readonly provenTo: number;
      /** What these files can't show. */
      readonly notProvable: readonly string[];
    }
  | { readonly ok: false; readonly entries: number; readonly broken: BrokenEntry }
  | { readonly ok: false; readonly entries: number; readonly heads: readonly HeadProblem[] };

export interface Against {
  /** Of any chains; those of others are left out. */
  readonly heads?: readonly SignedHead[];
  /** Public keys that heads may be signed with; without any their signatures are not looked at. */
  readonly keys?: readonly KeyObject[];
}

/** The chain as a head is held against it. */
export interface HeldAgainst {
  /** Entries that it has. */
  readonly entries: number;
  /** Hash of the entry that the head names; undefined where there is none. */
  readonly hash: string | undefined;
}

/** What a head says against a chain; null where it bears it out. Without keys its signature is not looked at. */
export const headProblem = (
  head: SignedHead,
  held: HeldAgainst,
  keys: readonly KeyObject[]
): HeadProblem | null => {
  const { sequence, hash, at, keyId } = head;
  const problem = (code: HeadProblem['code'], message: string): HeadProblem => ({
    ...{ sequence, at, code, message },
  });
  const named = keys.filter(key => keyIdOf(key) === keyId);
  if (keys.length > 0 && named.length === 0)
    return problem(
      'CL_HEAD_KEY_UNKNOWN',
      `the head of ${at} is signed with the key ${keyId}, which is not given`
    );
  if (named.length > 0 && !named.some(key => isSignedBy(key, head)))
    return problem(
      'CL_HEAD_SIGNATURE',
      `the head of ${at}: its signature is not by the key ${keyId}`
    );
  if (held.hash === undefined)
    return problem(
      'CL_AUDIT_TRUNCATED',
      `there were ${sequence} entries at ${at}; entries ${held.entries + 1} to ${sequence} are gone`
    );
  if (held.hash !== hash)
    return problem(
      'CL_AUDIT_REWRITTEN',
      `entry ${sequence} is another one than at ${at}: the chain was rewritten at or before it`
    );
  return null;
};

/** What a chain of so many entries, proven to one of them, can't show by itself. */
export const notProvableOf = (
  { entries, provenTo }: { readonly entries: number; readonly provenTo: number },
  { heads, keys }: { readonly heads: number; readonly keys: number }
): readonly string[] => {
  const rest = provenTo === 0 ? 'entries' : `entries after ${provenTo}`;
  return [
    ...(provenTo < entries || entries === 0
      ? [`that no ${rest} were cut off or rewritten: no head is given that was signed after them`]
      : ['that no entries came after the last head and were cut off']),
    ...(heads > 0 && keys === 0
      ? ['that the heads are those of the installation: no public key is given']
      : []),
  ];
};

/** Takes the lines of a chain one after the other and says at the end whether it is whole. */
export interface ChainVerifier {
  /** The next line; false from the first one on that does not hold. */
  take(line: ChainLine | Unreadable): boolean;
  /** The same of a line's bytes, without its end: of a chain that the program wrote several times as fast. */
  takeBytes(line: Buffer): boolean;
  /** How many entries hold so far. */
  readonly entries: number;
  end(): ChainVerdict;
}

/**
 * Whether a chain is whole: its links, and what signed heads from elsewhere say of it. A chain by itself can't show that its
 * end was cut or that all of it was rewritten; what remains so is said. Nothing is kept of the lines but what heads name.
 */
export const chainVerifier = ({ heads = [], keys = [] }: Against = {}): ChainVerifier => {
  const named = new Set(heads.map(({ sequence }) => sequence));
  const hashes = new Map<number, string>();
  const follower = chainFollower((sequence, hash) => {
    if (named.has(sequence)) hashes.set(sequence, hash);
  });
  return {
    take: follower.take,
    takeBytes: follower.takeBytes,
    get entries() {
      return follower.entries;
    },
    end: () => {
      const { chain, entries, broken, lastHash } = follower;
      if (broken !== null) return { ok: false, entries, broken };
      const own = heads.filter(head => head.chain === chain);
      const problems = own.flatMap(
        head => headProblem(head, { entries, hash: hashes.get(head.sequence) }, keys) ?? []
      );
      if (problems.length > 0) return { ok: false, entries, heads: problems };
      const provenTo = own.reduce((most, { sequence }) => Math.max(most, sequence), 0);
      const notProvable = notProvableOf(
        { entries, provenTo },
        { heads: own.length, keys: keys.length }
      );
      return { ok: true, chain, entries, lastHash, provenTo, notProvable };
    },
  };
};

/** `chainVerifier` over lines that are there. */
export const verifyChain = (
  lines: Iterable<ChainLine | Unreadable>,
  against: Against = {}
): ChainVerdict => {
  const verifier = chainVerifier(against);
  for (const line of lines) if (!verifier.take(line)) break;
  return verifier.end();
};
