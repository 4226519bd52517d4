import { webcrypto } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { documentHash } from './documentHash.js';

// jsdom has no subtle crypto.
Object.defineProperty(globalThis, 'crypto', { configurable: true, value: webcrypto });

describe('the hash of a document', () => {
  it('is its SHA-256, as FIPS 180-4 gives it for "abc"', async () => {
    const { buffer } = Uint8Array.from([97, 98, 99]);
    expect(await documentHash({ arrayBuffer: () => Promise.resolve(buffer) })).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
    );
  });
});
