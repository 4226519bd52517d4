import { type Static, Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { canonicalJson, hashJson } from './canonicalJson.js';

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

/** A line that can't be one of a chain, and why. */
export interface Unreadable {
  readonly unreadable: string;
}

const lineCheck = TypeCompiler.Compile(ChainLineSchema);

export const chainLineOf = (text: string): ChainLine | Unreadable => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { unreadable: `not JSON: ${error instanceof Error ? error.message : String(error)}` };
  }
  if (lineCheck.Check(value)) return value;
  const first = lineCheck.Errors(value).First();
  return { unreadable: `${first?.path || '/'}: ${first?.message ?? 'not an entry'}` };
};

/** A line of an exported chain, in the form that is verified fastest. */
export const writeChainLine = (line: ChainLine): string => canonicalJson(line);

/** The lines of a file, in order, up to the first that can't be one, which says why. Empty lines are none. */
export function* readChainLines(text: string): Generator<ChainLine | Unreadable> {
  for (const one of text.split('\n')) {
    if (one.trim() === '') continue;
    const line = chainLineOf(one);
    yield line;
    if ('unreadable' in line) return;
  }
}
