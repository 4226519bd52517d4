import { createHash } from 'node:crypto';
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
