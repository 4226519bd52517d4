import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';
import { canonicalJson } from './canonicalJson.js';

/**
 * The last entry of a chain at an instant, signed with a key that is not in the database: `signature` is Ed25519 (base64)
 * over the RFC 8785 JSON of all else.
 */
export const SignedHeadSchema = Type.Object(
  {
    chain: Type.String({ minLength: 1 }),
    sequence: Type.Integer({ minimum: 1 }),
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    at: Type.String({ description: 'ISO 8601, UTC.' }),
    keyId: Type.String({ pattern: '^[0-9a-f]{16}$', description: 'Of the key that signed it.' }),
    signature: Type.String({ minLength: 1 }),
  },
  { additionalProperties: false }
);
export type SignedHead = Static<typeof SignedHeadSchema>;

/** What a key is known by: the first 16 hex digits of SHA-256 over the DER of its public half. */
export const keyIdOf = (key: KeyObject): string => {
  const open = key.type === 'public' ? key : createPublicKey(key);
  return createHash('sha256')
    .update(open.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
};

const signedPart = ({ chain, sequence, hash, at, keyId }: Omit<SignedHead, 'signature'>): Buffer =>
  Buffer.from(canonicalJson({ chain, sequence, hash, at, keyId }));

export const signHead = (
  key: KeyObject,
  head: Omit<SignedHead, 'signature' | 'keyId'>
): SignedHead => {
  const named = { ...head, keyId: keyIdOf(key) };
  return { ...named, signature: sign(null, signedPart(named), key).toString('base64') };
};

/** Whether the head is signed by this public key. */
export const isSignedBy = (key: KeyObject, { signature, ...head }: SignedHead): boolean =>
  verify(null, signedPart(head), key, Buffer.from(signature, 'base64'));

/**
 * The heads of a file of JSON lines.
 * @throws RangeError naming the line that holds none
 */
export const readHeads = (text: string): SignedHead[] =>
  text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const refuse = (why: string): RangeError => new RangeError(`line ${index + 1}: ${why}`);
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      throw refuse(`not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (Value.Check(SignedHeadSchema, value)) return [value];
    const first = Value.Errors(SignedHeadSchema, value).First();
    throw refuse(`${first?.path || '/'}: ${first?.message ?? 'not a head'}`);
  });
