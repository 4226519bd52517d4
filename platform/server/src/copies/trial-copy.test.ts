import { createPublicKey } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { resetByOperator } from '../accounts/account-resets.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { headsOf } from '../audit/heads.js';
import { exportTrial, type TrialExport } from '../export/export-trial.js';
import type { ServerDeps } from '../http/server-deps.js';
import { archiveInMemory } from '../testing/archive-in-memory.js';
import { copyBench, serverOver, type CopyBench, type ServerOver } from '../testing/copy-bench.js';
import { draftOf, frameOf, openRead, signMeasured } from '../testing/copied-reading.js';
import { logIn, password, type Answer } from '../testing/http-client.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { placesOf } from './installation.js';
import { makeTrialCopy } from './make-trial-copy.js';
import { belongings, copiedTables, noRows, tablesOfTrial } from './table-belongings.js';
import { tableShapes } from './table-shape.js';
import { trialKeyFile } from './trial-keys.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const passphrase = 'a long one, for the way';
const inBase64 = (text: string): string => Buffer.from(text).toString('base64');

const trialOf = (deps: ServerDeps) =>
  deps.db
    .selectFrom('trial')
    .select(['id', 'code', 'as_of_from'])
    .where('code', '=', 'DEMO-ONC')
    .executeTakeFirstOrThrow();

const exported = async (
  { deps }: { readonly deps: ServerDeps },
  by: string,
  asked: { readonly asOf?: number } = {}
): Promise<TrialExport> => {
  const { id, code } = await trialOf(deps);
  return exportTrial(deps, { id, code } as Parameters<typeof exportTrial>[1], by, asked);
};
const tablesIn = ({ files }: TrialExport) => files.filter(({ name }) => name !== 'manifest.json');

describe('the list of tables', () => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await testDatabase(1);
  });
  afterAll(() => opened.close());

  it('has every table that there is', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'public'`.execute(opened.db);
    expect(rows.map(({ name }) => name).sort()).toEqual([...copiedTables, ...noRows].sort());
  });

  it('has nothing of a trial that refers to what is of none but to people', async () => {
    const { rows } = await sql<{ table: string; to: string }>`
      select distinct conrelid::regclass::text as table, confrelid::regclass::text as to
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(
      opened.db
    );
    const isOfTrial = (name: string): boolean => tablesOfTrial.some(table => table === name);
    const stray = rows.filter(({ table, to }) => isOfTrial(table) && !isOfTrial(to));
    expect(new Set(stray.map(({ to }) => to))).toEqual(new Set(['account']));
    const lost = rows.filter(({ table, to }) => !isOfTrial(table) && isOfTrial(to));
    expect(lost).toEqual([{ table: 'audit_anchor', to: 'audit_head' }]);
  });

  it('says of each table what links it to a trial, in columns that it has', async () => {
    const shapes = new Map((await tableShapes(opened.db)).map(shape => [shape.name, shape]));
    const wrong = copiedTables.flatMap(table => {
      const { ofTrial } = belongings[table];
      if (ofTrial === null) return [];
      const named =
        'column' in ofTrial
          ? [[table, ofTrial.column]]
          : ofTrial.by.flatMap(({ column, of, key = 'id' }) => [
              [table, column],
              [of, key],
            ]);
      return named.filter(([of = '', column = '']) => !shapes.get(of)?.columns.includes(column));
    });
    expect(wrong).toEqual([]);
  });
});

describe('a trial from another installation', () => {
  let bench: CopyBench;
  let folder: string;
  let file: string;
  let there: ServerOver;
  let opened: TestDatabase;
  let home: string;
  let token: string;
  let rootId: string;
  let readId: string;
  let frame: string;
  let before: TrialExport;

  const send = async (
    bytes: Uint8Array,
    names: Readonly<Record<string, string>> = {},
    words: string | null = passphrase
  ): Promise<Answer> =>
    there.ask({
      ...{ method: 'POST', url: '/api/admin/trial-copies', bytes },
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/x-tar' },
        'corelab-names': inBase64(JSON.stringify(names)),
        ...(words === null ? {} : { 'corelab-passphrase': inBase64(words) }),
      },
    });
  const refusalOf = async (answer: Promise<Answer>): Promise<unknown[]> => {
    const { statusCode, body } = await answer;
    const { code } = JSON.parse(body) as { code?: string };
    return [statusCode, code];
  };
  const renamed = { reader: 'reader.two', admin: 'admin.two' };

  beforeAll(async () => {
    bench = await copyBench();
    folder = await mkdtemp(join(tmpdir(), 'corelab-trial-'));
    file = join(folder, 'trial.tar');
    await signMeasured(bench.reader, await openRead(bench.reader));
    await bench.server.releases.idle();
    readId = await openRead(bench.reader);
    frame = await frameOf(bench.reader, readId);
    before = await exported(bench.server, bench.server.admin.id);
    const url = '/api/admin/trials/DEMO-ONC/copy';
    expect(await bench.download(url, { passphrase }, file)).toBeNull();

    opened = await testDatabase(1);
    home = await mkdtemp(join(tmpdir(), 'corelab-there-'));
    there = await serverOver(opened, home, archiveInMemory());
    const root = await testAccount(there.deps, {
      ...{ userName: 'root', displayName: 'Root', administrator: true },
    });
    rootId = root.id;
    for (const userName of ['reader', 'ADMIN'])
      await testAccount(there.deps, { userName, displayName: 'Somebody else' });
    token = await issueApiToken(there.deps, root.id);
  });
  afterAll(async () => {
    await there.close();
    await opened.close();
    await bench.close();
    for (const one of [folder, home]) await rm(one, { recursive: true, force: true });
  });

  it('is not copied for whoever reads in it', async () => {
    const { deps } = bench.server;
    const reader = await deps.db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'reader')
      .executeTakeFirstOrThrow();
    const asked = { trial: 'DEMO-ONC', images: true };
    await expect(makeTrialCopy(deps, reader.id, asked)).rejects.toMatchObject({
      code: 'CL_READS_IN_TRIAL',
    });
  });

  it.each<[string, (whole: Buffer) => Promise<Answer>, unknown[]]>([
    [
      'with a byte changed',
      whole => {
        const changed = Buffer.from(whole);
        changed[whole.indexOf('read.signed')] = 'R'.charCodeAt(0);
        return send(changed, renamed);
      },
      [422, 'CL_BUNDLE_DAMAGED'],
    ],
    ['cut short', whole => send(whole.subarray(0, -2000), renamed), [422, 'CL_BUNDLE_CUT_SHORT']],
    [
      'under another passphrase',
      whole => send(whole, renamed, 'not the right one'),
      [422, 'CL_PASSPHRASE'],
    ],
    ['without its passphrase', whole => send(whole, renamed, null), [422, 'CL_PASSPHRASE']],
    ['whose people have names of others', whole => send(whole), [409, 'CL_PEOPLE_CLASH']],
    [
      'with a name for somebody whom it does not mention',
      whole => send(whole, { ...renamed, nobody: 'x1' }),
      [422, 'CL_PEOPLE_NAMES'],
    ],
  ])('is refused %s, and nothing of it is here', async (_, sent, refusal) => {
    expect(await refusalOf(sent(await readFile(file)))).toEqual(refusal);
    for (const table of [...tablesOfTrial].filter(name => !name.startsWith('audit_'))) {
      const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(opened.db);
      expect([table, rows]).toEqual([table, []]);
    }
    const names = await readdir(home, { recursive: true });
    expect(names.filter(name => /\.(dcm|tar|audit-key)$/.test(name))).toEqual([]);
  });

  describe('taken in', () => {
    let imported: {
      readonly people: string[];
      readonly images: number;
      readonly record: { readonly entries: number; readonly provenTo: number };
    };
    beforeAll(async () => {
      const answer = await send(await readFile(file), renamed);
      expect([answer.statusCode, answer.body]).toEqual([200, expect.anything()]);
      imported = answer.json();
      await there.deps.archive.watch();
      await there.releases.idle();
    });

    it('brings its people without letting them in', async () => {
      expect(imported.people).toEqual(expect.arrayContaining(['reader.two', 'admin.two']));
      const payload = { user: 'reader.two', password };
      const login = await there.ask({ method: 'POST', url: '/login', payload });
      expect(login.statusCode).toBe(401);
    });

    it('gives the same exports, byte for byte, as of any moment', async () => {
      const again = await exported(there, rootId, { asOf: before.asOf });
      expect(again.files).toEqual(before.files);
      expect(before.files.find(({ name }) => name === 'tr.csv')?.content).toContain('T01');
      expect(tablesIn(await exported(there, rootId))).toEqual(tablesIn(before));
    });

    it('has the pictures that were signed, and what was shown, under their hashes', async () => {
      const evidenceIn = ({ deps }: Pick<ServerOver, 'deps'>) =>
        deps.db.selectFrom('evidence').selectAll().orderBy('sha256').execute();
      const kept = await evidenceIn(bench.server);
      expect(new Set(kept.map(one => one.media_type)).size).toBe(2);
      expect(await evidenceIn(there)).toEqual(kept);
    });

    it('has a record that holds against its heads from there, and goes on under the key from here', async () => {
      const { id } = await trialOf(there.deps);
      const { entries, provenTo } = imported.record;
      expect(provenTo).toBe(entries);
      const lines = await readChain(there.deps.db, id);
      expect(lines.slice(0, entries)).toEqual(
        (await readChain(bench.server.deps.db, id)).slice(0, entries)
      );
      expect(lines[entries]?.entry).toMatchObject({ act: 'trial.imported' });
      const keys = [bench.server.deps.heads.publicPem, there.deps.heads.publicPem];
      expect(new Set(keys).size).toBe(2);
      const heads = await headsOf(there.deps.db, id);
      const verdict = verifyChain(lines, { heads, keys: keys.map(pem => createPublicKey(pem)) });
      expect(verdict).toMatchObject({ ok: true, provenTo: lines.length });
      const kept = await readdir(placesOf(home).otherKeys);
      const [pem = ''] = await Promise.all(
        kept.map(name => readFile(join(placesOf(home).otherKeys, name), 'utf8'))
      );
      expect(pem).toBe(bench.server.deps.heads.publicPem);
    });

    it('keeps the audit key of its own', async () => {
      const { id } = await trialOf(there.deps);
      const key = await readFile(trialKeyFile(placesOf(home).trialKeys, id), 'utf8');
      expect(key.trim()).toBe(bench.server.deps.auditKey);
      expect(there.deps.auditKey).not.toBe(bench.server.deps.auditKey);
    });

    it('is read on by its reader, on the same images under the same names', async () => {
      const admin = (path: string, payload: object) =>
        there.ask({
          ...{ method: 'POST', url: `/api/admin/accounts/reader.two/${path}`, payload },
          headers: { authorization: `Bearer ${token}` },
        });
      const reason = 'came with the trial';
      expect((await admin('reactivate', { reason })).statusCode).toBe(200);
      const { oneTimePassword } = await resetByOperator(there.deps, {
        ...{ user: 'reader.two', operator: 'Op Erator', reason },
      });
      const renewed = await there.ask({
        ...{ method: 'POST', url: '/login' },
        payload: { user: 'reader.two', password: oneTimePassword, newPassword: password },
      });
      expect(renewed.statusCode).toBe(204);
      const reader = await logIn(there, 'reader.two');
      expect(await openRead(reader)).toBe(readId);
      expect(await frameOf(reader, readId)).toBe(frame);
      expect((await draftOf(reader, readId)).comment).toBe('');
    });

    it('is not taken in twice', async () => {
      expect(await refusalOf(send(await readFile(file), renamed))).toEqual([
        409,
        'CL_TRIAL_EXISTS',
      ]);
    });
  });
});
