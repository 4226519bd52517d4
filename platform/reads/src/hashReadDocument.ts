import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import canonicalizeModule from 'canonicalize';
import type { ReadDocument } from './readDocument.js';

/** The package's typings describe an ES module; what it ships is one CommonJS function. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** The document's RFC 8785 JSON: two documents that say the same have the same text. */
export function canonicalText(document: ReadDocument): string {
  const text = canonicalize(document);
  if (text === undefined) {
    throw new TypeError('canonicalText: the document has no JSON form');
  }
  return text;
}

/** SHA-256 (lower case hex) over the document's RFC 8785 JSON: what a signature binds. */
export function hashReadDocument(document: ReadDocument): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalText(document))));
}
