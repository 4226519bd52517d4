import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** HMAC-SHA-256 of bytes, all of it in lower case hex (64 digits). The key's two first blocks are computed once. */
export const keyedDigest = (key: Uint8Array): ((bytes: Uint8Array) => string) => {
  const keyed = hmac.create(sha256, key);
  return bytes => bytesToHex(keyed.clone().update(bytes).digest());
};

const standardRoot = '1.2.840.10008.';

/**
 * UIDs in place of others: under 2.25, of a UUID (version 8, RFC 9562) from the HMAC-SHA-256 of the UID, so the same
 * everywhere under one key. Those that DICOM itself defines (1.2.840.10008) are never replaced, nor is an empty one.
 */
export const uidMapper = (key: Uint8Array): ((uid: string) => string) => {
  const digest = keyedDigest(key);
  return uid => {
    if (uid === '' || uid.startsWith(standardRoot)) return uid;
    const hex = digest(utf8ToBytes(uid));
    const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
    const uuid = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
    return `2.25.${BigInt(`0x${uuid}`)}`;
  };
};
