import { createHash } from 'node:crypto';

/** A UID under 2.25 from the first 128 bits of the SHA-256 of a name: same name, same UID. */
export function uidOf(...name: (string | number)[]): string {
  const hex = createHash('sha256').update(name.join('/')).digest('hex').slice(0, 32);
  return `2.25.${BigInt(`0x${hex}`)}`;
}

/**
 * The canary of an identifying attribute: `CANARY`, the tag, and two digits.
 * 16 characters, so that it also fits the shortest value representation (SH).
 * @param tag eight hex digits
 * @param n which patient, study or item carries it, 0 to 99
 * @throws RangeError when tag or n do not fit
 */
export function canaryOf(tag: string, n: number): string {
  if (!/^[0-9A-F]{8}$/.test(tag)) throw new RangeError(`canary: "${tag}" is not a tag`);
  if (!Number.isInteger(n) || n < 0 || n > 99) throw new RangeError(`canary ${tag}: n is ${n}`);
  return `CANARY${tag}${String(n).padStart(2, '0')}`;
}

/** YYYY-MM-DD as DICOM DA. */
export const daOf = (date: string): string => date.replaceAll('-', '');
