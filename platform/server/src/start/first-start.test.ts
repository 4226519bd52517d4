import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readChain, systemChain } from '../audit/chain.js';
import { openDatabase } from '../database/open.js';
import { askAt } from '../testing/http-client.js';
import { resetAccess } from './reset-access.js';
import { startServer } from './start-server.js';

describe('an installation without the demonstration', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'corelab-first-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const start = async (more: Readonly<Record<string, string>> = {}) => {
    const lines: string[] = [];
    const running = await startServer({
      ...{ demo: false, port: 0, retryMs: 10 },
      environment: {
        ...{ CORELAB_HOME: home, CORELAB_LOG: 'silent', ORTHANC_URL: 'http://127.0.0.1:9' },
        ...more,
      },
      say: line => void lines.push(line),
    });
    return { running, said: lines.join('\n') };
  };

  it('begins with one administrator, whose one-time password is said once', async () => {
    const first = await start();
    const password = /account administrator, one-time password (\S+)\./.exec(first.said)?.[1];
    expect(password).toMatch(/^[A-Za-z0-9_-]{20}$/);
    const ask = askAt(first.running.url);
    const given = { user: 'administrator', password };
    const refused = await ask({ method: 'POST', url: '/login', payload: given });
    expect(refused.json()).toMatchObject({ code: 'CL_PASSWORD_CHANGE_NEEDED' });
    const own = { ...given, newPassword: 'words of my own' };
    expect((await ask({ method: 'POST', url: '/login', payload: own })).statusCode).toBe(204);

    const saved = JSON.parse(await readFile(join(home, 'cli.json'), 'utf8')) as { token: string };
    const accounts = await ask({
      url: '/api/admin/accounts',
      headers: { authorization: `Bearer ${saved.token}` },
    });
    expect(accounts.json()).toMatchObject({
      accounts: [{ user: 'administrator', administrator: true }],
    });
    const operator = { user: 'administrator', operator: 'Olga', reason: 'Lost it', home };
    await expect(resetAccess({ ...operator, environment: {} })).rejects.toMatchObject({
      code: 'CL_HOME_IN_USE',
    });
    await first.running.stop();

    // Nobody could let the only administrator in anew but the operator of the machine.
    const { oneTimePassword } = await resetAccess({ ...operator, environment: {} });
    const second = await start({ CORELAB_SECOND_FACTOR: 'administrators' });
    expect(second.said).not.toContain('one-time password');
    const login = (more: object) =>
      askAt(second.running.url)({
        ...{ method: 'POST', url: '/login' },
        payload: { user: 'administrator', ...more },
      });
    expect((await login({ password: own.newPassword })).statusCode).toBe(401);
    const anew = { password: oneTimePassword, newPassword: 'more words of my own' };
    expect((await login(anew)).json()).toMatchObject({ code: 'CL_SECOND_FACTOR_ENROL' });
    await second.running.stop();

    const opened = await openDatabase({ folder: join(home, 'database') });
    const chain = await readChain(opened.db, systemChain);
    await opened.close();
    const changes = chain
      .map(({ entry }) => entry as { act: string; details: { changes?: unknown } })
      .filter(({ act }) => act === 'configuration.changed');
    expect(changes).toHaveLength(2);
    expect(changes[1]?.details.changes).toEqual([
      { name: 'secondFactor', before: 'nobody', after: 'administrators' },
    ]);
  }, 120_000);
});
