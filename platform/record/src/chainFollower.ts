import { hash as sha256 } from 'node:crypto';
import { canonicalJson } from './canonicalJson.js';
import {
  brokenLink,
  chainLineOf,
  genesisHash,
  type BrokenCode,
  type BrokenEntry,
  type ChainLine,
  type Unreadable,
} from './chainLines.js';

/**
 * A line as the program writes it: RFC 8785 JSON, so that what was hashed is a part of its bytes. The tail has a length of its
 * own but for the number.
 */
const canonicalTail =
  /,"hash":"([0-9a-f]{64})","previousHash":"([0-9a-f]{64})","sequence":([1-9]\d*)\}$/;
/** Of `,"hash":"..."`. */
const hashLength = 9 + 64 + 1;
const longestTail = hashLength + 17 + 64 + 13 + 16 + 1;
const entryKey = Buffer.from('{"entry":');

export interface ChainFollower {
  /** The chain's name; null before its first entry. */
  readonly chain: string | null;
  readonly entries: number;
  /** Of the last entry. */
  readonly lastHash: string;
  readonly broken: BrokenEntry | null;
  /** The next line; false from the first one on that does not hold. */
  take(line: ChainLine | Unreadable): boolean;
  /** The same of a line's bytes, without its end. */
  takeBytes(line: Buffer): boolean;
}

/**
 * Follows the links of a chain from its first entry, keeping nothing but where it stands.
 * @param passed hears of each entry that holds
 */
export const chainFollower = (
  passed: (sequence: number, hash: string) => void = () => undefined
): ChainFollower => {
  let chain: string | null = null;
  let head = Buffer.alloc(0);
  let place = 0;
  let entries = 0;
  let lastHash = genesisHash;
  let broken: BrokenEntry | null = null;
  let hashedPart = Buffer.alloc(4096);
  const fail = (code: BrokenCode, message: string, sequence: number | null = null): boolean => {
    broken = { place, sequence, code, message };
    return false;
  };
  const pass = (hash: string): boolean => {
    entries += 1;
    lastHash = hash;
    passed(entries, hash);
    return true;
  };
  const follow = (line: ChainLine | Unreadable): boolean => {
    if ('unreadable' in line) return fail('CL_AUDIT_LINE', `line ${place}: ${line.unreadable}`);
    if (chain === null) {
      chain = line.chain;
      head = Buffer.from(`{"chain":${canonicalJson(chain)},"entry":`);
    }
    const wrong = brokenLink(line, { sequence: entries, hash: lastHash }, chain);
    if (wrong !== null) return fail(wrong.code, wrong.message, line.sequence);
    return pass(line.hash);
  };
  /**
   * Whether the bytes are those of the next entry, found without reading what is in them: those that have the hash are the ones
   * that were hashed. False says nothing but that the line has to be read.
   */
  const isNext = (line: Buffer): string | null => {
    if (chain === null || line.compare(head, 0, head.length, 0, head.length) !== 0) return null;
    const from = Math.max(head.length, line.length - longestTail);
    const tail = canonicalTail.exec(line.toString('latin1', from));
    if (tail === null) return null;
    const [, hash = '', previousHash, sequence] = tail;
    if (previousHash !== lastHash || sequence !== String(entries + 1)) return null;
    const entryEnd = from + tail.index;
    // In one piece: to hash three takes three times as long.
    if (hashedPart.length < line.length) hashedPart = Buffer.alloc(line.length * 2);
    let length = entryKey.copy(hashedPart);
    length += line.copy(hashedPart, length, head.length, entryEnd);
    length += line.copy(hashedPart, length, entryEnd + hashLength);
    const hashed = sha256('sha256', hashedPart.subarray(0, length), 'hex');
    return hashed === hash ? hash : null;
  };
  return {
    get chain() {
      return chain;
    },
    get entries() {
      return entries;
    },
    get lastHash() {
      return lastHash;
    },
    get broken() {
      return broken;
    },
    take: line => {
      if (broken !== null) return false;
      place += 1;
      return follow(line);
    },
    takeBytes: bytes => {
      if (broken !== null) return false;
      place += 1;
      const hash = isNext(bytes);
      return hash === null ? follow(chainLineOf(bytes.toString())) : pass(hash);
    },
  };
};
