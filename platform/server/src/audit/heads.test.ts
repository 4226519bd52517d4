import { createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  jest,
} from '@jest/globals';
import {
  isSignedBy,
  readHeads,
  readTimestamps,
  verifyTimestamp,
  type SignedHead,
} from '@corelab/record';
import { timestampAuthority } from '../testing/timestamp-authority.js';
import { emptyDatabase } from '../testing/empty-database.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testHeads } from '../testing/test-heads.js';
import { deployed, testServer } from '../testing/test-server.js';
import { AnchorError, anchorFile } from './anchor-file.js';
import { appendAudit, readChain, verifyChain } from './chain.js';
import { headKeeper, headsOf, keepHeads } from './heads.js';
import { headKeyOf, newHeadKeyPem } from './head-key.js';
import { timestampedAnchor } from './timestamp-anchor.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const now = (): Date => new Date('2026-03-01T09:00:00Z');
let opened: TestDatabase;
beforeAll(async () => {
  opened = await testDatabase();
});
afterAll(() => opened.close());
beforeEach(() => emptyDatabase(opened));

const append = (chain: string, act = 'test.done') =>
  opened.db.transaction().execute(trx =>
    appendAudit(trx, chain, {
      ...{ act, at: now().toISOString(), zone: 'UTC', by: null, details: {} },
    })
  );

describe('an entry of the record', () => {
  it.each([
    'update audit_entry set hash = hash',
    'delete from audit_entry',
    'truncate audit_entry cascade',
    'update audit_head set signature = signature',
    'delete from audit_anchor',
  ])('is not changed by anybody: %s', async statement => {
    await append('a');
    await testHeads(opened.db, now).keep();
    await expect(opened.runSql(statement)).rejects.toThrow('is only added to');
    expect(await readChain(opened.db, 'a')).toHaveLength(1);
  });

  it('says as what who did it acted, by which program and under which charter', async () => {
    const server = await testServer(opened);
    try {
      await deployed(server);
      const trial = await opened.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
      const version = await opened.db
        .selectFrom('charter_version')
        .select('hash')
        .executeTakeFirstOrThrow();
      const entries = (await readChain(opened.db, trial.id)).map(
        ({ entry }) =>
          entry as { act: string; roles: string[]; software: string; charter: string | null }
      );
      const of = (act: string) => entries.find(entry => entry.act === act);
      expect(of('charter.written')).toMatchObject({ roles: ['admin'], charter: null });
      expect(of('read.released')).toMatchObject({ roles: ['system'], charter: version.hash });
      expect(new Set(entries.map(({ software }) => software))).toEqual(new Set(['corelab 0.1.0']));
    } finally {
      await server.close();
    }
  });
});

describe('the heads of the record', () => {
  it('are signed for each chain that went on, once for an entry, and anchored', async () => {
    const anchored: SignedHead[] = [];
    const keeper = testHeads(opened.db, now, anchored);
    for (const chain of ['a', 'a', 'b']) await append(chain);
    const first = await keeper.keep();
    expect(first.map(({ chain, sequence }) => [chain, sequence])).toEqual([
      ...[
        ['a', 2],
        ['b', 1],
      ],
    ]);
    expect(await keeper.keep()).toEqual([]);
    await append('b');
    expect((await keeper.keep()).map(({ chain, sequence }) => [chain, sequence])).toEqual([
      ['b', 2],
    ]);
    expect(anchored.map(({ chain, sequence }) => [chain, sequence])).toEqual([
      ...[
        ['a', 2],
        ['b', 1],
        ['b', 2],
      ],
    ]);
    const keys = [createPublicKey(keeper.publicPem)];
    expect(anchored.every(head => isSignedBy(keys[0]!, head))).toBe(true);
    const heads = await headsOf(opened.db, 'b');
    expect(verifyChain(await readChain(opened.db, 'b'), { heads, keys })).toMatchObject({
      ...{ ok: true, provenTo: 2 },
    });
  });

  it('that could not be anchored are the next time, and nothing is lost of them', async () => {
    const home = await mkdtemp(join(tmpdir(), 'corelab-anchor-'));
    try {
      const key = headKeyOf(newHeadKeyPem());
      const path = join(home, 'anchors', 'heads.jsonl');
      const keeping = (anchor: ReturnType<typeof anchorFile>) =>
        headKeeper({ ...{ db: opened.db, key, now, anchor } });
      await append('a');
      // A file stands where the folder of the anchor would be.
      const blocked = keeping(anchorFile(join(process.execPath, 'heads.jsonl')));
      await expect(blocked.keep()).rejects.toThrow(AnchorError);
      await append('a');
      await keeping(anchorFile(path)).keep();
      const written = readHeads(await readFile(path, 'utf8'));
      expect(written.map(({ sequence }) => sequence)).toEqual([1, 2]);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });

  it('are kept at once, and a last time at the end', async () => {
    const anchored: SignedHead[] = [];
    const failures: unknown[] = [];
    await append('a');
    const end = keepHeads(testHeads(opened.db, now, anchored), 60_000, reason =>
      failures.push(reason)
    );
    await append('a');
    await end();
    expect(anchored.at(-1)).toMatchObject({ chain: 'a', sequence: 2 });
    expect(failures).toEqual([]);
  });

  it('get a timestamp of an authority, before they are anchored, and are kept when it gives none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'corelab-authority-'));
    const authority = await timestampAuthority(folder, 'Authority');
    let refuses = true;
    const service = createServer((request, response) => {
      buffer(request).then(
        async asked => {
          if (refuses) response.writeHead(503);
          response.end(refuses ? '' : await authority.answer(asked));
        },
        () => response.destroy()
      );
    });
    await new Promise<void>(resolve => service.listen(0, '127.0.0.1', resolve));
    try {
      const { port } = service.address() as AddressInfo;
      const [heads, stamps] = [join(folder, 'heads.jsonl'), join(folder, 'timestamps.jsonl')];
      const url = `http://127.0.0.1:${port}/tsr`;
      const anchor = timestampedAnchor(anchorFile(heads), url, stamps);
      const keeper = headKeeper({ db: opened.db, key: headKeyOf(newHeadKeyPem()), now, anchor });
      await append('a');
      await expect(keeper.keep()).rejects.toThrow(`got no timestamp from ${url}: it answered 503`);
      await expect(stat(heads)).rejects.toThrow('ENOENT');
      refuses = false;
      await append('b');
      await keeper.keep();
      const [stamp, ...more] = readTimestamps(await readFile(stamps, 'utf8'));
      expect(more).toEqual([]);
      expect(stamp?.heads).toEqual(readHeads(await readFile(heads, 'utf8')));
      expect(stamp?.heads.map(({ chain }) => chain)).toEqual(['a', 'b']);
      expect(stamp && (await verifyTimestamp(stamp, [authority.root]))).toMatchObject({ ok: true });
    } finally {
      await new Promise(resolve => service.close(resolve));
      await rm(folder, { recursive: true, force: true });
    }
  });

  describe('of an installation whose anchor can’t be written to', () => {
    let server: Awaited<ReturnType<typeof testServer>>;
    afterEach(() => server.close());

    it('keep an export back, which says so, until it can', async () => {
      let full = true;
      const key = headKeyOf(newHeadKeyPem());
      const anchor = {
        place: 'a full disk',
        write: async (): Promise<void> => {
          if (full) throw new AnchorError('the heads can’t be written to a full disk');
        },
      };
      const heads = headKeeper({ db: opened.db, key, anchor, now });
      server = await testServer(opened, undefined, { heads });
      await deployed(server);
      const ask = (url: string) =>
        server.ask({ url, headers: { authorization: `Bearer ${server.adminToken}` } });
      for (const url of ['/api/admin/trials/T-1/export', '/api/admin/audit/T-1/heads']) {
        const refused = await ask(url);
        expect([url, refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
          ...[url, 503, 'CL_ANCHOR_UNAVAILABLE'],
        ]);
      }
      full = false;
      expect((await ask('/api/admin/trials/T-1/export')).statusCode).toBe(200);
      const told = await ask('/api/admin/audit/T-1/heads');
      const chain = await ask('/api/admin/audit/T-1');
      const { heads: signed, publicKey } = told.json<{ heads: SignedHead[]; publicKey: string }>();
      const lines = chain.body
        .trimEnd()
        .split('\n')
        .map(
          line =>
            JSON.parse(line) as Parameters<typeof verifyChain>[0] extends Iterable<infer T>
              ? T
              : never
        );
      expect(
        verifyChain(lines, { heads: signed, keys: [createPublicKey(publicKey)] })
      ).toMatchObject({ ok: true, provenTo: lines.length - 1 });
      expect(lines.at(-1)).toMatchObject({ entry: { act: 'audit.exported' } });
    });
  });
});
