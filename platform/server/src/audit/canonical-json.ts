import { createHash, createHmac } from 'node:crypto';

export { canonicalJson, hashJson } from '@corelab/record';

/** SHA-256 (hex) of a text: what is stored of a session or API token. */
export const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

/** SHA-256 (hex) of bytes: what a file is known by. */
export const hashBytes = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex');

/** HMAC-SHA-256 (hex): stands for an identifying value where only its equality may be known. */
export const keyedDigest = (key: string | Uint8Array, value: string | Uint8Array): string =>
  createHmac('sha256', key).update(value).digest('hex');
