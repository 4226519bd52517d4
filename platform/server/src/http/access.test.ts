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
import { readChain, systemChain, verifyChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, password, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('who may call', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
  });
  afterEach(async () => {
    await server.close();
  });

  const tryLogin = (user: string, secret: string) =>
    server.ask({ method: 'POST', url: '/login', payload: { user, password: secret } });

  it('a token does not open the reading list', async () => {
    const list = await server.ask({
      url: '/api/reads',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    expect(list.statusCode).toBe(401);
  });

  it('logs in with a strict HttpOnly cookie of which the database keeps a hash alone', async () => {
    const login = await tryLogin('reader', password);
    expect(login.statusCode).toBe(204);
    expect(login.headers['clear-site-data']).toBe('"cache"');
    expect(login.cookie?.header).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    const rows = await server.deps.db.selectFrom('session').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(login.cookie?.value);
  });

  it('answers wrong names and wrong passwords alike', async () => {
    const wrong = await tryLogin('reader', 'no');
    const unknown = await tryLogin('nobody', 'no');
    expect(wrong.statusCode).toBe(401);
    expect(unknown.body).toBe(wrong.body);
  });

  it('locks after five failures, also for the right password, and opens again later', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) await tryLogin('reader', 'no');
    expect((await tryLogin('reader', password)).statusCode).toBe(401);
    server.forward(server.deps.policy.lockMs);
    expect((await tryLogin('reader', password)).statusCode).toBe(204);
  });

  it('gives no more tries to guesses sent at the same time', async () => {
    const guesses = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(guess => tryLogin('reader', guess));
    await Promise.all(guesses);
    const row = await server.deps.db
      .selectFrom('account')
      .select(['failed_logins', 'locked_until'])
      .where('user_name', '=', 'reader')
      .executeTakeFirstOrThrow();
    expect(row.failed_logins).toBe(5);
    expect(row.locked_until).not.toBeNull();
  });

  it('limits logins from one address, each process its own', async () => {
    const { deps, queues } = server;
    const processes = queues.length;
    const answers: number[] = [];
    for (let login = 0; login < (deps.policy.loginsPerMinute + 1) * processes; login += 1) {
      answers.push((await server.ask({ method: 'POST', url: '/login', payload: {} })).statusCode);
    }
    expect(answers.slice(-processes)).toEqual(Array(processes).fill(429));
    expect(answers.slice(0, -processes)).not.toContain(429);
  });

  it('refuses a login from another site', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/login',
      headers: { 'sec-fetch-site': 'cross-site' },
      payload: { user: 'reader', password },
    });
    expect(answer.json()).toMatchObject({ code: 'CL_CROSS_SITE' });
  });

  it('needs the CSRF token for changes', async () => {
    const { cookie, call } = await logIn(server, 'reader');
    const without = await server.ask({
      method: 'POST',
      url: '/api/logout',
      headers: { cookie },
    });
    expect([without.statusCode, without.json<{ code: string }>().code]).toEqual([403, 'CL_CSRF']);
    const logout = await call('POST', '/api/logout');
    expect(logout.statusCode).toBe(204);
    expect(logout.headers['clear-site-data']).toBe('"cache"');
    expect((await call('GET', '/api/session')).statusCode).toBe(401);
  });

  it('ends a session that was idle, and any at its absolute limit', async () => {
    const { idleMs, absoluteMs } = server.deps.policy;
    const idle = await logIn(server, 'reader');
    server.forward(idleMs);
    expect((await idle.call('GET', '/api/session')).statusCode).toBe(401);
    const busy = await logIn(server, 'reader');
    for (let passed = 0; passed + idleMs / 2 < absoluteMs; passed += idleMs / 2) {
      expect((await busy.call('GET', '/api/reads')).statusCode).toBe(200);
      server.forward(idleMs / 2);
    }
    server.forward(idleMs / 2);
    expect((await busy.call('GET', '/api/session')).statusCode).toBe(401);
  });

  it('writes logins into the system chain without the names that were typed', async () => {
    await tryLogin('Mrs Jane Doe', 'no');
    await tryLogin('reader', password);
    const chain = await readChain(server.deps.db, systemChain);
    expect(verifyChain(chain)).toMatchObject({ ok: true, entries: 2 });
    expect(JSON.stringify(chain)).not.toContain('Jane');
  });

  it('answers errors as code and message, and closes the pages of the stock host', async () => {
    const invalid = await server.ask({
      method: 'POST',
      url: '/login',
      payload: { user: 1 },
    });
    expect([invalid.statusCode, invalid.json<{ code: string }>().code]).toEqual([
      400,
      'CL_REQUEST_INVALID',
    ]);
    const closed = ['/local', '/localbasic', '/debug', '/api/none', '/plugins/none.mjs'];
    // As the host's router would take them too.
    const alike = ['/LOCAL', '/local/', '//local', '/%6cocal', '/%256cocal', '/Debug/x'];
    for (const url of [...closed, ...alike]) {
      expect([url, (await server.ask({ url })).statusCode]).toEqual([url, 404]);
    }
    const openapi = await server.ask({ url: '/api/openapi.json' });
    expect(Object.keys(openapi.json<{ paths: object }>().paths)).toContain(
      '/api/reads/{readId}/sign'
    );
  });

  it('sends pages under a policy with hashes for its inline scripts', async () => {
    const page = await server.ask({ url: '/login' });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'/);
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).not.toContain("script-src 'self' 'unsafe-inline'");
  });
});
