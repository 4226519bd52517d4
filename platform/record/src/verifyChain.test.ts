import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  chainVerifier,
  genesisHash,
  linkHash,
  readChainLines,
  readHeads,
  signHead,
  verifyChain,
  writeChainLine,
  type ChainLine,
  type SignedHead,
} from './index.js';

const chainOf = (entries: readonly unknown[], chain = 'T'): ChainLine[] => {
  const lines: ChainLine[] = [];
  for (const entry of entries) {
    const link = {
      sequence: lines.length + 1,
      previousHash: lines.at(-1)?.hash ?? genesisHash,
      entry,
    };
    lines.push({ chain, ...link, hash: linkHash(link) });
  }
  return lines;
};
const textOf = (lines: readonly unknown[]): string =>
  lines.map(line => `${JSON.stringify(line)}\n`).join('');
/** As the program writes it. */
const writtenOf = (lines: readonly ChainLine[]): string =>
  lines.map(line => `${writeChainLine(line)}\n`).join('');
/** As its lines are read, and as its bytes are taken: always the same. */
const verdict = (text: string, against: Parameters<typeof verifyChain>[1] = {}) => {
  const read = verifyChain(readChainLines(text), against);
  const verifier = chainVerifier(against);
  for (const line of text.split('\n'))
    if (line.trim() !== '' && !verifier.takeBytes(Buffer.from(line))) break;
  expect(verifier.end()).toEqual(read);
  return read;
};

const entries = [
  { act: 'charter.approved', by: 'a', details: { version: 1 } },
  { act: 'read.signed', by: 'b', details: { sumMm: 53.5, note: 'ä' } },
  { act: 'read.unlocked', by: 'a', details: { reason: null } },
  { act: 'trial.exported', by: 'c', details: {} },
];
const lines = chainOf(entries);
const text = textOf(lines);

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const headAt = (sequence: number, of = lines, key = privateKey): SignedHead =>
  signHead(key, {
    ...{ chain: 'T', sequence, hash: of[sequence - 1]?.hash ?? genesisHash },
    at: `2026-03-0${sequence}T09:00:00.000Z`,
  });

describe('a chain by itself', () => {
  it('holds, whole or empty and whatever the order of keys', () => {
    expect(verdict(text)).toMatchObject({ ok: true, chain: 'T', entries: 4, provenTo: 0 });
    expect(verdict('')).toMatchObject({ ok: true, entries: 0, lastHash: genesisHash });
    const turned = lines.map(line => Object.fromEntries(Object.entries(line).reverse()));
    expect(verdict(textOf(turned))).toMatchObject({ ok: true, entries: 4 });
  });

  it.each([
    ['as the program writes it', writtenOf(lines)],
    ['with its keys in another order', text],
  ])('shows any bit of any byte that is another one, but where it is the same: %s', (_, whole) => {
    const bytes = Buffer.from(whole);
    const same = JSON.stringify(lines);
    let found = 0;
    for (let at = 0; at < bytes.length; at += 1) {
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (bytes[at] ?? 0) ^ (1 << bit);
        const flipped = changed.toString();
        if (!verdict(flipped).ok) {
          found += 1;
          continue;
        }
        const read = flipped.split('\n').filter(line => line.trim() !== '');
        const said = [at, bit, JSON.stringify(read.map(line => JSON.parse(line) as unknown))];
        expect(said).toEqual([at, bit, same]);
      }
    }
    expect(found).toBeGreaterThan(bytes.length * 7);
  });

  it.each([
    ['changed', [lines[0], { ...lines[1], entry: { act: 'read.signed' } }, lines[2]], 2, 'HASH'],
    ['removed', [lines[0], lines[2], lines[3]], 3, 'SEQUENCE'],
    ['removed from the start', lines.slice(1), 2, 'SEQUENCE'],
    ['inserted', [lines[0], lines[1], { ...lines[1], sequence: 3 }, lines[2]], 3, 'LINK'],
    ['exchanged', [lines[0], lines[2], lines[1], lines[3]], 3, 'SEQUENCE'],
    ['repeated', [lines[0], lines[0]], 1, 'SEQUENCE'],
    ['of another chain', [lines[0], { ...lines[1], chain: 'U' }], 2, 'CHAIN'],
    ['with something more', [{ ...lines[0], note: 'x' }], null, 'LINE'],
  ])('names the first entry that is %s', (_, changed, sequence, code) => {
    expect(verdict(textOf(changed))).toMatchObject({
      ok: false,
      broken: { sequence, code: `CL_AUDIT_${code}` },
    });
  });

  it('says that it can’t show that its end was cut or that all of it was written anew', () => {
    for (const one of [text, textOf(lines.slice(0, 2)), textOf(chainOf([{ act: 'another' }]))]) {
      expect(verdict(one)).toMatchObject({
        ...{ ok: true, provenTo: 0 },
        notProvable: [expect.stringContaining('cut off or rewritten')],
      });
    }
  });
});

describe('a chain against signed heads', () => {
  const keys = [publicKey];
  const heads = [headAt(2), headAt(4)];

  it('is proven to the last of them', () => {
    expect(verdict(text, { heads, keys })).toMatchObject({
      ...{ ok: true, provenTo: 4 },
      notProvable: ['that no entries came after the last head and were cut off'],
    });
    expect(verdict(text, { heads: [headAt(2)], keys })).toMatchObject({
      ...{ ok: true, provenTo: 2 },
      notProvable: [expect.stringContaining('no entries after 2 were cut off or rewritten')],
    });
  });

  it('shows a cut end', () => {
    for (const left of [0, 1, 2, 3]) {
      const found = verdict(textOf(lines.slice(0, left)), { heads, keys });
      // Of a chain without entries nobody can say which heads are its own.
      if (left === 0) expect(found).toMatchObject({ ok: true, provenTo: 0 });
      else
        expect(found).toMatchObject({
          ok: false,
          heads: expect.arrayContaining([
            expect.objectContaining({ sequence: 4, code: 'CL_AUDIT_TRUNCATED' }),
          ]),
        });
    }
  });

  it('shows that it was written anew', () => {
    const anew = chainOf([...entries.slice(0, 3), { act: 'trial.exported', by: 'd', details: {} }]);
    expect(verdict(textOf(anew), { heads, keys })).toMatchObject({
      ok: false,
      heads: [{ sequence: 4, code: 'CL_AUDIT_REWRITTEN' }],
    });
  });

  it('shows heads that are not those of the installation', () => {
    const other = generateKeyPairSync('ed25519');
    const anew = chainOf([{ act: 'another' }]);
    const forged = headAt(1, anew, other.privateKey);
    expect(verdict(textOf(anew), { heads: [forged], keys })).toMatchObject({
      heads: [{ code: 'CL_HEAD_KEY_UNKNOWN' }],
    });
    const renamed = { ...forged, keyId: heads[0]?.keyId ?? '' };
    expect(verdict(textOf(anew), { heads: [renamed], keys })).toMatchObject({
      heads: [{ code: 'CL_HEAD_SIGNATURE' }],
    });
    const moved = { ...headAt(2), at: '2026-01-01T00:00:00.000Z' };
    expect(verdict(text, { heads: [moved], keys })).toMatchObject({
      heads: [{ code: 'CL_HEAD_SIGNATURE' }],
    });
  });

  it('says that nobody knows whose they are without a key', () => {
    expect(verdict(text, { heads })).toMatchObject({
      ...{ ok: true, provenTo: 4 },
      notProvable: expect.arrayContaining([expect.stringContaining('no public key is given')]),
    });
  });

  it('leaves heads of other chains out', () => {
    const others = [{ ...headAt(4), chain: 'U' }];
    expect(verdict(text, { heads: others, keys })).toMatchObject({ ok: true, provenTo: 0 });
  });

  it('reads them from lines, naming one that holds none', () => {
    expect(readHeads(textOf(heads))).toEqual(heads);
    expect(() => readHeads(`${textOf(heads)}{}\n`)).toThrow(/^line 3: \/chain/);
    expect(() => readHeads('{')).toThrow(/^line 1: not JSON/);
  });
});
