import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { hashJson } from './canonicalJson.js';

/** What precedes a chain's first entry. */
export const genesisHash = '0'.repeat(64);

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** One line of an exported chain. `chain` is the chain's name, the same in all lines. */
export const ChainLineSchema = Type.Object(
  {
    chain: Type.String({ minLength: 1 }),
    sequence: Type.Integer({ minimum: 1 }),
    previousHash: Hash,
    hash: Hash,
    entry: Type.Unknown(),
  },
  { additionalProperties: false }
);
export type ChainLine = Static<typeof ChainLineSchema>;

/** `hash` is over `sequence`, `previousHash` and `entry`. */
export type ChainLink = Pick<ChainLine, 'sequence' | 'previousHash' | 'entry'>;

/** SHA-256 (hex) over the RFC 8785 JSON of `{ sequence, previousHash, entry }`. */
export const linkHash = ({ sequence, previousHash, entry }: ChainLink): string =>
  hashJson({ sequence, previousHash, entry });

export type BrokenCode =
  | 'CL_AUDIT_LINE'
  | 'CL_AUDIT_CHAIN'
  | 'CL_AUDIT_SEQUENCE'
  | 'CL_AUDIT_LINK'
  | 'CL_AUDIT_HASH';

/** Where a chain does not hold: `place` counts its lines from 1. */
export interface BrokenEntry {
  readonly place: number;
  readonly sequence: number | null;
  readonly code: BrokenCode;
  readonly message: string;
}

export type LinksVerdict =
  | { readonly ok: true; readonly chain: string | null; readonly hashes: readonly string[] }
  | { readonly ok: false; readonly entries: number; readonly broken: BrokenEntry };

/** Where a chain stands before an entry: the last one that holds. */
export interface ReachedLink {
  readonly sequence: number;
  readonly hash: string;
}

/** Where every chain begins. */
export const chainStart: ReachedLink = { sequence: 0, hash: genesisHash };

/** What is wrong with the entry that follows what was reached; null where it holds. */
export const brokenLink = (
  { sequence, previousHash, hash, ...line }: ChainLine,
  before: ReachedLink,
  chain: string
): Pick<BrokenEntry, 'code' | 'message'> | null => {
  const expected = before.sequence + 1;
  if (line.chain !== chain)
    return { code: 'CL_AUDIT_CHAIN', message: `entry ${sequence} is of the chain ${line.chain}` };
  if (sequence !== expected)
    return {
      code: 'CL_AUDIT_SEQUENCE',
      message: `entry ${sequence} stands where entry ${expected} belongs`,
    };
  if (previousHash !== before.hash) {
    const told =
      expected === 1 ? 'the start of a chain (64 zeros)' : `that of entry ${expected - 1}`;
    return {
      code: 'CL_AUDIT_LINK',
      message: `entry ${sequence}: previousHash is not ${told}`,
    };
  }
  if (linkHash({ sequence, previousHash, entry: line.entry }) !== hash)
    return {
      code: 'CL_AUDIT_HASH',
      message: `entry ${sequence}: its content does not have its hash`,
    };
  return null;
};

/** Follows the links of a chain from its first entry, and tells the hash of each, or the first that does not hold. */
export const followLinks = (
  lines: Iterable<ChainLine | { readonly unreadable: string }>
): LinksVerdict => {
  const hashes: string[] = [];
  let chain: string | null = null;
  let place = 0;
  for (const line of lines) {
    place += 1;
    if ('unreadable' in line) {
      const message = `line ${place}: ${line.unreadable}`;
      const broken = { place, sequence: null, code: 'CL_AUDIT_LINE' as const, message };
      return { ok: false, entries: hashes.length, broken };
    }
    chain ??= line.chain;
    const before = { sequence: hashes.length, hash: hashes.at(-1) ?? genesisHash };
    const wrong = brokenLink(line, before, chain);
    if (wrong !== null) {
      const broken = { place, sequence: line.sequence, ...wrong };
      return { ok: false, entries: hashes.length, broken };
    }
    hashes.push(line.hash);
  }
  return { ok: true, chain, hashes };
};

/** The lines of a file, in order; what can't be one says why. Empty lines are none. */
export function* readChainLines(
  text: string
): Generator<ChainLine | { readonly unreadable: string }> {
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      yield { unreadable: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
      return;
    }
    if (Value.Check(ChainLineSchema, value)) yield value;
    else {
      const first = Value.Errors(ChainLineSchema, value).First();
      yield { unreadable: `${first?.path || '/'}: ${first?.message ?? 'not an entry'}` };
      return;
    }
  }
}
