import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  readTimestamps,
  signHead,
  timestampRequest,
  timestampToken,
  verifyTimestamp,
} from '@corelab/record';
import { timestampAuthority } from '../testing/timestamp-authority.js';

const { privateKey } = generateKeyPairSync('ed25519');
const headAt = (sequence: number) =>
  signHead(privateKey, {
    ...{ chain: 'T', sequence, hash: String(sequence).repeat(64) },
    at: '2026-03-01T09:00:00.000Z',
  });
const heads = [headAt(1), headAt(2)];
const nonce = Uint8Array.from([0xf1, 2, 3, 4, 5, 6, 7, 8]);

describe('timestamps of heads', () => {
  let folder: string;
  let one: Awaited<ReturnType<typeof timestampAuthority>>;
  let token: Buffer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-tsa-'));
    one = await timestampAuthority(folder, 'One');
    token = timestampToken(await one.answer(timestampRequest(heads, nonce)), heads, nonce);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const line = () => ({ heads, token: token.toString('base64') });

  it('say when an authority saw them', async () => {
    const verdict = await verifyTimestamp(line(), [one.root]);
    expect(verdict).toMatchObject({ ok: true, authority: 'One authority' });
    const at = verdict.ok ? Date.parse(verdict.at) : 0;
    expect(Math.abs(at - Date.now())).toBeLessThan(24 * 60 * 60_000);
    expect(readTimestamps(`${JSON.stringify(line())}\n`)).toEqual([line()]);
    expect(() => readTimestamps('{}')).toThrow(/^line 1: \/heads/);
  });

  it('are of no other heads, of no other request, and by nobody else', async () => {
    const changed = { ...line(), heads: [heads[0] ?? headAt(1), headAt(3)] };
    expect(await verifyTimestamp(changed, [one.root])).toEqual({
      ...{ ok: false, why: 'it is of other heads' },
    });
    const answer = await one.answer(timestampRequest(heads, nonce));
    expect(() => timestampToken(answer, [headAt(3)], nonce)).toThrow('another hash');
    expect(() => timestampToken(answer, heads, Uint8Array.from([9]))).toThrow('another request');
    expect(() => timestampToken(Buffer.from('<html>'), heads, nonce)).toThrow('no answer');
    const other = await timestampAuthority(folder, 'Other');
    expect(await verifyTimestamp(line(), [other.root])).toMatchObject({ ok: false });
    expect(await verifyTimestamp(line(), [])).toMatchObject({ ok: false });
  });

  it('show it when a byte of their signature is another one', async () => {
    const bytes = Buffer.from(token);
    const at = bytes.length - 20;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const forged = { ...line(), token: bytes.toString('base64') };
    expect(await verifyTimestamp(forged, [one.root])).toMatchObject({ ok: false });
  });
});
