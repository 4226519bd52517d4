import { createPublicKey } from 'node:crypto';
import { copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readChain, verifyChain } from '../audit/chain.js';
import { headsOf } from '../audit/heads.js';
import { archiveInMemory } from '../testing/archive-in-memory.js';
import {
  copyBench,
  emptyPlace,
  serverOver,
  type CopyBench,
  type EmptyPlace,
  type ServerOver,
} from '../testing/copy-bench.js';
import { documentOf, draftOf, frameOf, openRead } from '../testing/copied-reading.js';
import { logIn, password, type LoggedIn } from '../testing/http-client.js';
import { migratedSnapshot } from '../testing/migrated-snapshot.js';
import { restoreBackup, type Restored } from './restore-backup.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const now = (): Date => new Date('2026-03-02T08:00:00Z');
const passphrase = 'a long one, for the safe';
describe('a backup', () => {
  let bench: CopyBench;
  let folder: string;
  let file: string;
  let readId: string;
  /** Of the draft that came after the backup. */
  let after: { etag: string; comment: string };
  let frame: string;
  let saved: string[];

  const save = async (reader: LoggedIn, comment: string): Promise<number> => {
    const { etag } = await draftOf(reader, readId);
    const answer = await reader.call(
      ...(['PUT', `/api/reads/${readId}/draft`, { document: documentOf(comment) }] as const),
      { 'if-match': etag }
    );
    return answer.statusCode;
  };

  beforeAll(async () => {
    bench = await copyBench();
    folder = await mkdtemp(join(tmpdir(), 'corelab-backup-'));
    file = join(folder, 'backup.tar');
    readId = await openRead(bench.reader);
    frame = await frameOf(bench.reader, readId);
    expect(await save(bench.reader, 'before')).toBe(200);
    saved = ['before'];
    let done = false;
    const refused = bench
      .download('/api/admin/backup', { passphrase }, file)
      .finally(() => (done = true));
    for (let number = 1; !done; number += 1) {
      expect(await save(bench.reader, `while ${number}`)).toBe(200);
      saved.push(`while ${number}`);
    }
    expect(await refused).toBeNull();
    expect(await save(bench.reader, 'after')).toBe(200);
    after = await draftOf(bench.reader, readId);
  });
  afterAll(async () => {
    await bench.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('leaves nothing behind where it was made, and is in the record', async () => {
    expect(await readdir(join(bench.home, 'copies'))).toEqual([]);
    const acts = (await readChain(bench.server.deps.db, 'system')).map(
      ({ entry }) => (entry as { act: string }).act
    );
    expect(acts.filter(act => act.startsWith('backup.'))).toEqual(['backup.begun', 'backup.made']);
  });

  describe('restored', () => {
    let place: EmptyPlace;
    let restored: Restored;
    let server: ServerOver;

    beforeAll(async () => {
      place = await emptyPlace();
      const { home, databaseUrl } = place;
      const begins = await migratedSnapshot();
      restored = await restoreBackup({
        ...{ file, home, databaseUrl, passphrase, begins, now, zone: 'UTC' },
      });
      server = await serverOver(await place.open(), home, archiveInMemory());
    });
    afterAll(async () => {
      await server.close();
      await place.remove();
    });

    it('says what it is', () => {
      expect(restored).toMatchObject({ secrets: true, migrations: [], missing: [] });
      expect(restored.images).toBeGreaterThan(0);
      expect(restored.chains).toHaveLength(2);
      for (const { entries, provenTo } of restored.chains) {
        expect(provenTo).toBeGreaterThan(0);
        expect(provenTo).toBeLessThanOrEqual(entries);
      }
    });

    it('has every secret as it was', async () => {
      for (const name of await readdir(join(bench.home, 'secrets')))
        expect([name, await readFile(join(place.home, 'secrets', name), 'utf8')]).toEqual([
          ...[name, await readFile(join(bench.home, 'secrets', name), 'utf8')],
        ]);
    });

    it('has chains that hold against the heads from before, and goes on with them', async () => {
      const { db, heads } = server.deps;
      await heads.keep();
      const keys = [createPublicKey(bench.server.deps.heads.publicPem)];
      for (const { chain, entries } of restored.chains) {
        const lines = await readChain(db, chain);
        const verdict = verifyChain(lines, { heads: await headsOf(db, chain), keys });
        expect(verdict).toMatchObject({ ok: true, provenTo: lines.length });
        const last = lines[entries]?.entry;
        if (chain === 'system') expect(last).toMatchObject({ act: 'backup.restored' });
      }
    });

    it('has no session; the reader logs in and goes on with what was saved at its moment', async () => {
      const { cookie } = bench.reader;
      const old = await server.ask({ url: '/api/reads', headers: { cookie } });
      expect(old.statusCode).toBe(401);
      const renewed = await server.ask({
        ...{ method: 'POST', url: '/api/session/renew', headers: { cookie } },
        payload: { user: 'reader', password },
      });
      expect([renewed.statusCode, renewed.cookie]).toEqual([200, expect.anything()]);
      await server.deps.archive.watch();
      const reader = await logIn(server, 'reader');
      expect(await openRead(reader)).toBe(readId);
      expect(await frameOf(reader, readId)).toBe(frame);
      const draft = await draftOf(reader, readId);
      expect(saved).toContain(draft.comment);

      // What the browser still has from after the backup is told apart from what is there, and is taken when it is chosen.
      const put = (etag: string) =>
        reader.call(
          ...(['PUT', `/api/reads/${readId}/draft`, { document: documentOf('after') }] as const),
          { 'if-match': etag }
        );
      const refused = await put(after.etag);
      expect(refused.statusCode).toBe(412);
      const there = refused.json<{ etag: string; document: { comment: string } }>();
      expect(there).toMatchObject({ etag: draft.etag, document: { comment: draft.comment } });
      const taken = await put(there.etag);
      expect(taken.statusCode).toBe(200);
      const opened = await reader.call('GET', `/api/reads/${readId}`);
      const signed = await reader.call('POST', `/api/reads/${readId}/sign`, {
        ...{ password, meaning: opened.json<{ meanings: string[] }>().meanings[0] },
        ...{ requestId: '0b1c2d3e-0000-4000-8000-000000000001', etag: taken.headers['etag'] },
        pictures: { missing: 'noViewer' },
      });
      expect([signed.statusCode, signed.body]).toEqual([200, expect.anything()]);
    });

    it('is not restored a second time into the same place', async () => {
      await server.releases.idle();
      const { home, databaseUrl } = place;
      await expect(
        restoreBackup({ file, home, databaseUrl, now, zone: 'UTC' })
      ).rejects.toMatchObject({ code: 'CL_RESTORE_NOT_EMPTY' });
    });
  });

  describe('that is not whole', () => {
    let place: EmptyPlace;
    let other: string;
    beforeAll(async () => {
      place = await emptyPlace();
      other = join(folder, 'other.tar');
    });
    afterEach(async () => {
      expect(await readdir(place.home)).toEqual([]);
    });
    afterAll(() => place.remove());
    const restoring = (more: object = {}) =>
      restoreBackup({
        ...{ file: other, home: place.home, databaseUrl: place.databaseUrl, now, zone: 'UTC' },
        ...more,
      });

    it('is refused cut short', async () => {
      await copyFile(file, other);
      await truncate(other, (await readFile(file)).length / 2);
      await expect(restoring()).rejects.toMatchObject({ code: 'CL_BUNDLE_CUT_SHORT' });
    });

    it('is refused with a byte changed, and says where', async () => {
      const bytes = await readFile(file);
      const at = bytes.indexOf('"backup.begun"');
      bytes[at + 1] = 'B'.charCodeAt(0);
      await writeFile(other, bytes);
      await expect(restoring()).rejects.toThrow('tables/audit_entry/000001.jsonl is not what');
    });

    it('is refused under another passphrase', async () => {
      await copyFile(file, other);
      await expect(restoring({ passphrase: 'another long one' })).rejects.toMatchObject({
        code: 'CL_PASSPHRASE',
      });
    });
  });
});
