import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { type Static, Type } from '@sinclair/typebox';
import { Value } from '@sinclair/typebox/value';

/** Secrets under a passphrase: AES-256-GCM, the key by scrypt (RFC 7914). All values but the cost in base64. */
const SealedSchema = Type.Object(
  {
    cipher: Type.Literal('aes-256-gcm'),
    derivation: Type.Literal('scrypt'),
    cost: Type.Integer({ minimum: 2, maximum: 1_048_576 }),
    ...{ salt: Type.String(), iv: Type.String(), tag: Type.String(), sealed: Type.String() },
  },
  { additionalProperties: false }
);
type Sealed = Static<typeof SealedSchema>;

/** By name, as text. */
export type Secrets = Readonly<Record<string, string>>;

const SecretsSchema = Type.Record(Type.String(), Type.String());

/** About 0.2 s and 64 MiB for each guess. */
const cost = 65_536;
export const shortestPassphrase = 12;

const keyOf = (passphrase: string, salt: Uint8Array, N: number): Uint8Array =>
  scryptSync(passphrase.normalize('NFC'), salt, 32, { N, r: 8, p: 1, maxmem: 256 * N * 8 });

export const sealSecrets = (secrets: Secrets, passphrase: string): Uint8Array => {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', keyOf(passphrase, salt, cost), iv);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(secrets), 'utf8'), cipher.final()]);
  const said: Sealed = {
    ...{ cipher: 'aes-256-gcm', derivation: 'scrypt', cost },
    ...{ salt: salt.toString('base64'), iv: iv.toString('base64') },
    ...{ tag: cipher.getAuthTag().toString('base64'), sealed: sealed.toString('base64') },
  };
  return Buffer.from(`${JSON.stringify(said, null, 2)}\n`);
};

/** The secrets, or null where the passphrase is another one. @throws Error where they are no such thing */
export const openSecrets = (bytes: Uint8Array, passphrase: string): Secrets | null => {
  const said: unknown = JSON.parse(Buffer.from(bytes).toString('utf8'));
  if (!Value.Check(SealedSchema, said)) throw new Error('these are no secrets under a passphrase');
  const of = (text: string): Buffer => Buffer.from(text, 'base64');
  const key = keyOf(passphrase, of(said.salt), said.cost);
  const decipher = createDecipheriv('aes-256-gcm', key, of(said.iv));
  decipher.setAuthTag(of(said.tag));
  let text: string;
  try {
    text = Buffer.concat([decipher.update(of(said.sealed)), decipher.final()]).toString('utf8');
  } catch (reason) {
    if (reason instanceof Error && reason.message.includes('authenticate')) return null;
    throw reason;
  }
  const secrets: unknown = JSON.parse(text);
  if (!Value.Check(SecretsSchema, secrets)) throw new Error('the secrets are no texts by name');
  return secrets;
};
