import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalizeModule from 'canonicalize';
import type { ReadDocument } from './readDocument.js';

/** The package's typings describe an ES module; what it ships is one CommonJS function. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** SHA-256 (lower case hex) over the document's RFC 8785 JSON: what a signature binds. */
export function hashReadDocument(document: ReadDocument): string {
  const text = canonicalize(document);
  if (text === undefined) {
    throw new TypeError('hashReadDocument: the document has no JSON form');
  }
  return bytesToHex(sha256(utf8ToBytes(text)));
}
