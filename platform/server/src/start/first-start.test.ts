import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askAt } from '../testing/http-client.js';
import { startServer } from './start-server.js';

describe('an installation without the demonstration', () => {
  let home: string;
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'corelab-first-'));
  });
  afterEach(() => rm(home, { recursive: true, force: true }));

  const start = async () => {
    const lines: string[] = [];
    const running = await startServer({
      ...{ demo: false, port: 0, retryMs: 10 },
      environment: { CORELAB_HOME: home, CORELAB_LOG: 'silent', ORTHANC_URL: 'http://127.0.0.1:9' },
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
    await first.running.stop();

    const second = await start();
    expect(second.said).not.toContain('one-time password');
    await second.running.stop();
  }, 120_000);
});
