import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChain, systemChain } from '../audit/chain.js';
import { newHeadKeyPem } from '../audit/head-key.js';
import { emptyDatabase } from '../testing/empty-database.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { installationKeys } from './installation-keys.js';

const names = ['audit-key', 'audit-signing-key.pem', 'second-factor-key'] as const;

describe('the keys of an installation', () => {
  let opened: TestDatabase;
  let home: string;
  let said: string[];
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await emptyDatabase(opened);
    home = await mkdtemp(join(tmpdir(), 'corelab-keys-'));
    said = [];
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const path = (name: string): string => join(home, 'secrets', name);
  const keys = (renewed?: string) =>
    installationKeys({
      ...{ db: opened.db, home, now: () => new Date('2026-03-01T09:00:00Z'), zone: 'UTC' },
      say: line => said.push(line),
      ...(renewed === undefined ? {} : { renewed }),
    });
  const entries = async () =>
    (await readChain(opened.db, systemChain)).map(
      ({ entry }) => entry as { act: string; details: { key: string; from: string | null } }
    );

  it('are made once, for the server alone, and told in the record without giving them away', async () => {
    const first = await keys();
    expect(await keys()).toEqual(first);
    for (const name of names) expect((await stat(path(name))).mode & 0o777).toBe(0o600);
    const told = await entries();
    expect(told.map(({ act, details }) => [act, details.key])).toEqual(
      names.map(name => ['key.taken', name])
    );
    expect(JSON.stringify(told)).not.toContain(first.auditKey);
    expect(said).toEqual([]);
  });

  describe.each(names)('%s', name => {
    it('that is gone is not made anew: what that means and what to do is said, and the file brought back is taken', async () => {
      await keys();
      const kept = await readFile(path(name), 'utf8');
      await rm(path(name));
      await expect(keys()).rejects.toMatchObject({
        code: 'CL_KEY_MISSING',
        message: expect.stringMatching(
          new RegExp(
            `${name.replace('.', '\\.')} is missing.*backup of CORELAB_HOME.*CORELAB_NEW_KEYS=${name}`
          )
        ),
      });
      expect(await readdir(join(home, 'secrets'))).not.toContain(name);
      await writeFile(path(name), kept);
      await keys();
    });

    it('that is another one, cut short or no file is refused, and the file left as it is', async () => {
      await keys();
      for (const [content, code] of [
        [name === 'audit-key' ? 'x'.repeat(43) : newHeadKeyPem(), 'CL_KEY_CHANGED'],
        ['short', 'CL_KEY_UNUSABLE'],
        ['', 'CL_KEY_UNUSABLE'],
      ] as const) {
        await writeFile(path(name), content);
        await expect(keys()).rejects.toMatchObject({ code });
        expect(await readFile(path(name), 'utf8')).toBe(content);
      }
      await rm(path(name));
      await mkdir(path(name));
      await expect(keys()).rejects.toMatchObject({ code: 'CL_KEY_UNREADABLE' });
    });

    it('that is lost for good is another one when that is asked for, and the record says so', async () => {
      await keys();
      await rm(path(name));
      await keys(`${name}`);
      await keys();
      const replaced = (await entries()).filter(({ act }) => act === 'key.replaced');
      expect(replaced.map(({ details }) => details.key)).toEqual([name]);
    });

    it('that others may read is narrowed, and that is said', async () => {
      await keys();
      await chmod(path(name), 0o644);
      await keys();
      expect((await stat(path(name))).mode & 0o777).toBe(0o600);
      expect(said.join('\n')).toContain(`${name} could be read by other users`);
    });
  });

  it('are asked for also where a version before this one left its record', async () => {
    await keys();
    await opened.runSql('delete from installation_key');
    await rm(path('audit-key'));
    await expect(keys()).rejects.toMatchObject({ code: 'CL_KEY_MISSING' });
  });

  it('leave the public half of an earlier one beside that of the new one', async () => {
    const { headKey } = await keys();
    await rm(path('audit-signing-key.pem'));
    const next = await keys('audit-signing-key.pem');
    const pem = (name: string) => readFile(join(home, 'anchors', name), 'utf8');
    expect(await pem('audit-key.pem')).toBe(next.headKey.publicPem);
    expect(await pem(`audit-key-${headKey.id}.pem`)).toBe(headKey.publicPem);
  });
});
