import type { KeyObject } from 'node:crypto';
import { type BrokenEntry, type ChainLine, followLinks, genesisHash } from './chainLines.js';
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

const problemOf = (
  head: SignedHead,
  hashes: readonly string[],
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
  const there = hashes[sequence - 1];
  if (there === undefined)
    return problem(
      'CL_AUDIT_TRUNCATED',
      `there were ${sequence} entries at ${at}; entries ${hashes.length + 1} to ${sequence} are gone`
    );
  if (there !== hash)
    return problem(
      'CL_AUDIT_REWRITTEN',
      `entry ${sequence} is another one than at ${at}: the chain was rewritten at or before it`
    );
  return null;
};

/**
 * Whether a chain is whole: its links, and what signed heads from elsewhere say of it. A chain by itself can't show that its
 * end was cut or that all of it was rewritten; what remains so is said.
 */
export const verifyChain = (
  lines: Iterable<ChainLine | { readonly unreadable: string }>,
  { heads = [], keys = [] }: Against = {}
): ChainVerdict => {
  const links = followLinks(lines);
  if (!links.ok) return links;
  const { chain, hashes } = links;
  const own = heads.filter(head => head.chain === chain);
  const problems = own.flatMap(head => problemOf(head, hashes, keys) ?? []);
  if (problems.length > 0) return { ok: false, entries: hashes.length, heads: problems };
  const provenTo = Math.max(0, ...own.map(({ sequence }) => sequence));
  const rest = provenTo === 0 ? 'entries' : `entries after ${provenTo}`;
  const notProvable = [
    ...(provenTo < hashes.length || hashes.length === 0
      ? [`that no ${rest} were cut off or rewritten: no head is given that was signed after them`]
      : ['that no entries came after the last head and were cut off']),
    ...(own.length > 0 && keys.length === 0
      ? ['that the heads are those of the installation: no public key is given']
      : []),
  ];
  return {
    ...{ ok: true, chain, entries: hashes.length, lastHash: hashes.at(-1) ?? genesisHash },
    ...{ provenTo, notProvable },
  };
};
