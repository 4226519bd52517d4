import { createHash, createHmac } from 'node:crypto';
import canonicalizeModule from 'canonicalize';

/** The package's typings describe an ES module; what it ships is one CommonJS function. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/**
 * RFC 8785 JSON of a value.
 * @throws TypeError when the value has no JSON form.
 */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('the value has no JSON form');
  return text;
};

/** SHA-256 (hex) over the value's RFC 8785 JSON. */
export const hashJson = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest('hex');

/** SHA-256 (hex) of a text: what is stored of a session or API token. */
export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 (hex) of bytes: what a file is known by. */
export const hashBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** HMAC-SHA-256 (hex): stands for an identifying value where only its equality may be known. */
export const keyedDigest = (key: string | Uint8Array, value: string | Uint8Array): string =>
  createHmac('sha256', key).update(value).digest('hex');
