import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  genesisHash,
  linkHash,
  signHead,
  writeBundle,
  type BundleHead,
  type BundlePart,
} from '@corelab/record';
import { headKeyOf, newHeadKeyPem } from '../audit/head-key.js';
import { hashBytes } from '../audit/canonical-json.js';
import { migrationNames } from '../database/migrate.js';
import { checkCopy } from './checked-copy.js';

const key = headKeyOf(newHeadKeyPem());
const at = '2026-03-01T09:00:00.000Z';

interface EntryRow {
  readonly chain: string;
  readonly sequence: number;
  readonly previous_hash: string;
  readonly hash: string;
  readonly entry: unknown;
}

const entriesOf = (acts: readonly string[]): EntryRow[] => {
  const rows: EntryRow[] = [];
  for (const act of acts) {
    const previousHash = rows.at(-1)?.hash ?? genesisHash;
    const link = { sequence: rows.length + 1, previousHash, entry: { act } };
    const { sequence, entry } = link;
    rows.push({
      ...{ chain: 'a', sequence, previous_hash: previousHash, hash: linkHash(link), entry },
    });
  }
  return rows;
};

const headRow = (entry: EntryRow, hash = entry.hash) => {
  const { chain, sequence } = entry;
  const head = signHead(key.privateKey, { chain, sequence, hash, at });
  return { chain, sequence, hash, signed_at: at, key_id: head.keyId, signature: head.signature };
};

const lines = (table: string, rows: readonly object[]): BundlePart => ({
  path: `tables/${table}/000001.jsonl`,
  bytes: Buffer.from(rows.map(row => `${JSON.stringify(row)}\n`).join('')),
});

const contents = (rows: Readonly<Record<string, number>>): BundlePart => ({
  path: 'contents.json',
  bytes: Buffer.from(JSON.stringify({ rows })),
});

async function* each(parts: readonly BundlePart[]): AsyncGenerator<BundlePart> {
  yield* parts;
}

describe('a copy whose parts are whole', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'corelab-checked-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const check = async (
    parts: readonly BundlePart[],
    over: Partial<Pick<BundleHead, 'format' | 'migrations'>> = {}
  ) => {
    const file = join(folder, 'copy.tar');
    const written: Uint8Array[] = [];
    const head: BundleHead = {
      ...{ format: 'corelab-backup', version: 1, software: 'corelab 9', madeAt: at },
      ...{ migrations: [...migrationNames], ...over },
    };
    const pem = { path: 'anchors/audit-key.pem', bytes: Buffer.from(key.publicPem) };
    const failure = (reason: unknown) => ({ code: 'CL_TEST', message: String(reason) });
    const bundle = writeBundle({ head, parts: each([pem, ...parts]), failure });
    for await (const chunk of bundle) written.push(chunk);
    await writeFile(file, Buffer.concat(written));
    return checkCopy(file, 'corelab-backup');
  };
  const entries = entriesOf(['one', 'two', 'three']);
  const [first, second, third] = entries as [EntryRow, EntryRow, EntryRow];

  it('is taken, and its chains are said to be proven as far as their heads', async () => {
    const copy = await check([
      lines('audit_entry', entries),
      lines('audit_head', [headRow(second)]),
      contents({ audit_entry: 3, audit_head: 1, read: 0 }),
    ]);
    expect(copy.rows).toEqual({ audit_entry: 3, audit_head: 1 });
    expect(copy.chains.get('a')).toEqual({ entries: 3, lastHash: third.hash, provenTo: 2 });
  });

  it.each<[string, readonly object[], readonly object[], string]>([
    ['an entry changed', [first, { ...second, entry: { act: 'other' } }, third], [], 'entry 2'],
    ['an entry missing', [first, third], [], 'entry 3'],
    ['entries in another order', [second, first, third], [], 'entry 2'],
    ['its end cut off', [first, second], [headRow(third)], 'entries 3 to 3 are gone'],
    ['another entry than was signed', entries, [headRow(third, first.hash)], 'another one'],
    ['a head of nobody', entries, [{ ...headRow(third), signature: 'AAAA' }], 'its signature'],
  ])('is refused with %s', async (_, rows, heads, why) => {
    const parts = [
      lines('audit_entry', rows),
      ...(heads.length === 0 ? [] : [lines('audit_head', heads)]),
      contents({ audit_entry: rows.length, audit_head: heads.length }),
    ];
    const refused = check(parts);
    await expect(refused).rejects.toMatchObject({ code: 'CL_COPY_CHAIN' });
    await expect(refused).rejects.toThrow(why);
  });

  it('is refused with fewer rows than it says', async () => {
    const refused = check([lines('read', [{ id: 1 }]), contents({ read: 2 })]);
    await expect(refused).rejects.toThrow('it has 1 rows of read, and says 2');
  });

  it('is refused with an image that is another one than it is named for', async () => {
    const named = hashBytes(Buffer.from('one image'));
    const image = { path: `images/${named}.dcm`, bytes: Buffer.from('another') };
    await expect(check([image, contents({})])).rejects.toMatchObject({ code: 'CL_COPY_DAMAGED' });
  });

  it('is refused from a newer version, with what is newer', async () => {
    const migrations = [...migrationNames, '9999-later'];
    const refused = check([contents({})], { migrations });
    await expect(refused).rejects.toMatchObject({ code: 'CL_COPY_NEWER' });
    await expect(refused).rejects.toThrow('corelab 9, whose database has 9999-later');
  });

  it('of one trial is not taken for a backup', async () => {
    const refused = check([contents({})], { format: 'corelab-trial' });
    await expect(refused).rejects.toMatchObject({ code: 'CL_COPY_KIND' });
  });
});
