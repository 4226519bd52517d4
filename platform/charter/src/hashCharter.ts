import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalizeModule from 'canonicalize';
import type { Charter } from './schema/charter.js';

/** The package's typings describe an ES module; what it ships is one CommonJS function. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** SHA-256 (lower case hex) over a resolved charter's RFC 8785 JSON. */
export function hashCharter(charter: Charter): string {
  const text = canonicalize(charter);
  if (text === undefined) throw new TypeError('hashCharter: the charter has no JSON form');
  return bytesToHex(sha256(utf8ToBytes(text)));
}
