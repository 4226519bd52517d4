import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyedDigest, uidMapper } from './keyedDigest.js';

const key = new TextEncoder().encode('key');

describe('keyedDigest', () => {
  it('is HMAC-SHA-256, each time anew', () => {
    const digest = keyedDigest(key);
    for (const text of ['', 'a', 'b'.repeat(1000)])
      expect(digest(new TextEncoder().encode(text))).toBe(
        createHmac('sha256', key).update(text).digest('hex')
      );
  });
});

describe('uidMapper', () => {
  const uid = uidMapper(key);

  it('makes UIDs of at most 64 characters under 2.25, of a UUID', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const mapped = uid(`1.${text}`);
        expect(mapped).toMatch(/^2\.25\.[1-9]\d{0,38}$/);
        const hex = BigInt(mapped.slice(5)).toString(16).padStart(32, '0');
        expect(hex).toMatch(/^.{12}8.{3}[89ab]/);
      })
    );
  });

  it('is the same for the same, and another for another or under another key', () => {
    expect(uid('1.2.3')).toBe(uid('1.2.3'));
    expect(uid('1.2.3')).not.toBe(uid('1.2.4'));
    expect(uidMapper(new TextEncoder().encode('other'))('1.2.3')).not.toBe(uid('1.2.3'));
  });

  it('leaves what DICOM defines, and nothing, as it is', () => {
    expect(uid('1.2.840.10008.5.1.4.1.1.2')).toBe('1.2.840.10008.5.1.4.1.1.2');
    expect(uid('')).toBe('');
    expect(uid('1.2.840.100080.1')).toMatch(/^2\.25\./);
  });
});
