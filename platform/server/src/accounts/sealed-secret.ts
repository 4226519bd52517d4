import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { CodedError } from '../http/coded-error.js';

const algorithm = 'aes-256-gcm';
const keyOf = (key: string): Buffer => createHash('sha256').update(key).digest();

/** A text encrypted for the database (AES-256-GCM). It opens for `owner` alone, so that nobody's secret can be put in another's row. */
export const sealed = (key: string, owner: string, text: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, keyOf(key), nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['1', ...[nonce, body, cipher.getAuthTag()].map(part => part.toString('base64url'))].join(
    '.'
  );
};

/** @throws CodedError 503 CL_SECOND_FACTOR_KEY where the key is another one than it was sealed with. */
export const opened = (key: string, owner: string, text: string): string => {
  const [version, ...parts] = text.split('.');
  const [nonce, body, tag] = parts.map(part => Buffer.from(part, 'base64url'));
  if (version !== '1' || nonce === undefined || body === undefined || tag === undefined) {
    throw new Error('a sealed secret is not in the form this build writes');
  }
  try {
    const cipher = createDecipheriv(algorithm, keyOf(key), nonce, { authTagLength: 16 });
    cipher.setAAD(Buffer.from(owner)).setAuthTag(tag);
    return Buffer.concat([cipher.update(body), cipher.final()]).toString('utf8');
  } catch (reason) {
    throw new CodedError(
      503,
      'CL_SECOND_FACTOR_KEY',
      'Second factors can not be checked: the file secrets/second-factor-key is not the one they were made with. Restore it, or have the second factor reset.',
      { reason: reason instanceof Error ? reason.name : 'unknown' }
    );
  }
};
