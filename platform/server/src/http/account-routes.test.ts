import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { firstAdministrator } from '../accounts/manage-accounts.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { readChain, systemChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  logIn,
  password,
  testServer,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('accounts', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
  });
  afterAll(() => server.close());

  const call = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await server.ask({
      method,
      url: `/api/admin/${path}`,
      headers: { authorization: `Bearer ${server.adminToken}` },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const add = (more: object = {}) =>
    call('POST', 'accounts', { user: 'reader7', name: 'Dr Seven', ...more });
  const enter = (payload: object) => server.ask({ method: 'POST', url: '/login', payload });
  const acts = async () =>
    (await readChain(server.deps.db, systemChain)).map(
      ({ entry }) => (entry as { act: string }).act
    );

  it('begin with a one-time password that opens nothing until it is changed', async () => {
    const { body } = await add();
    const oneTime = String(body['oneTimePassword']);
    expect(oneTime).toMatch(/^[A-Za-z0-9_-]{20}$/);
    expect(JSON.stringify(await call('GET', 'accounts'))).not.toContain(oneTime);

    const given = { user: 'reader7', password: oneTime };
    const refused = await enter(given);
    expect([refused.statusCode, refused.json<{ code: string }>().code, refused.cookie]).toEqual([
      403,
      'CL_PASSWORD_CHANGE_NEEDED',
      null,
    ]);
    const renewed = await server.ask({
      method: 'POST',
      url: '/api/session/renew',
      payload: given,
    });
    expect([renewed.statusCode, renewed.cookie]).toEqual([403, null]);
    for (const [fresh, code] of [
      ['short', 'CL_PASSWORD_SHORT'],
      [oneTime, 'CL_PASSWORD_SAME'],
    ]) {
      const answer = await enter({ ...given, newPassword: fresh });
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([422, code]);
    }
    expect((await enter({ ...given, newPassword: password })).statusCode).toBe(204);
    expect((await enter(given)).statusCode).toBe(401);
    await logIn(server, 'reader7');
    expect(await acts()).toEqual([
      'account.created',
      'login.refused',
      'session.renewal-refused',
      'account.passwordChanged',
      'login',
      'login.refused',
      'login',
    ]);
  });

  it('do not let a wrong password change the password', async () => {
    const answer = await enter({ user: 'reader', password: 'wrong', newPassword: 'another one' });
    expect(answer.statusCode).toBe(401);
    await logIn(server, 'reader');
  });

  it('are never given to a second person, in whatever case the name is written', async () => {
    await add();
    await call('POST', 'accounts/reader7/deactivate', { reason: 'Left the core lab' });
    for (const user of ['reader7', 'READER7']) {
      const { status, body } = await add({ user });
      expect([status, body['code']]).toEqual([409, 'CL_USER_EXISTS']);
    }
  });

  it('take a password of the administrator, which is not said again', async () => {
    const { body } = await add({ password: 'words given by phone' });
    expect(body['oneTimePassword']).toBeNull();
    expect(body['account']).toMatchObject({ user: 'reader7', mustChangePassword: true });
    const short = await add({ user: 'reader8', password: 'short' });
    expect([short.status, short.body['code']]).toEqual([422, 'CL_PASSWORD_SHORT']);
  });

  it('are closed at once and for their sessions and tokens for good', async () => {
    const { db } = server.deps;
    const reader = await logIn(server, 'reader');
    const { id } = await db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'reader')
      .executeTakeFirstOrThrow();
    const token = await issueApiToken(server.deps, id);
    const withToken = () =>
      server.ask({
        url: '/api/admin/problems',
        headers: { authorization: `Bearer ${token}` },
      });
    expect((await withToken()).statusCode).toBe(200);

    expect(
      (await call('POST', 'accounts/reader/deactivate', { reason: 'Left' })).body
    ).toMatchObject({ active: false });
    expect((await reader.call('GET', '/api/session')).statusCode).toBe(401);
    expect((await enter({ user: 'reader', password })).statusCode).toBe(401);
    expect((await withToken()).statusCode).toBe(401);

    await call('POST', 'accounts/reader/reactivate', { reason: 'Came back' });
    expect((await reader.call('GET', '/api/session')).statusCode).toBe(401);
    expect((await withToken()).statusCode).toBe(401);
    await logIn(server, 'reader');
  });

  it('say why they were closed outside the audit trail, which has a digest', async () => {
    const reason = 'Dr Reader left for another core lab';
    await call('POST', 'accounts/reader/deactivate', { reason });
    await call('POST', 'accounts/reader/deactivate', { reason });
    const rows = await server.deps.db
      .selectFrom('account_change')
      .select(['act', 'reason'])
      .execute();
    expect(rows).toEqual([{ act: 'account.deactivated', reason }]);
    const chain = JSON.stringify(await readChain(server.deps.db, systemChain));
    expect(chain).toContain('account.deactivated');
    expect(chain).not.toContain(reason);
  });

  it('keep one administrator', async () => {
    const last = await call('POST', 'accounts/admin/deactivate', { reason: 'x' });
    expect([last.status, last.body['code']]).toEqual([409, 'CL_LAST_ADMINISTRATOR']);
    await add({ administrator: true });
    expect((await call('POST', 'accounts/admin/deactivate', { reason: 'x' })).status).toBe(200);
  });

  it('are told by name when they are not there', async () => {
    expect((await call('POST', 'accounts/nobody/deactivate', { reason: 'x' })).status).toBe(404);
  });

  it('make a new trial as an administrator alone', async () => {
    const { id } = await server.deps.db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'other')
      .executeTakeFirstOrThrow();
    const token = await issueApiToken(server.deps, id);
    const deploy = (authorization: string) =>
      server.ask({
        method: 'POST',
        url: '/api/admin/trials',
        headers: { authorization },
        payload: { charter: charterText },
      });
    const refused = await deploy(`Bearer ${token}`);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([
      403,
      'CL_NOT_ADMINISTRATOR',
    ]);
    expect(await server.deps.db.selectFrom('trial').select('id').execute()).toEqual([]);
    expect((await deploy(`Bearer ${server.adminToken}`)).statusCode).toBe(200);
  });

  it('begin with one administrator, and with none where there are accounts', async () => {
    expect(await firstAdministrator(server.deps, 'administrator')).toBeNull();
    await server.deps.db.deleteFrom('api_token').execute();
    await server.deps.db.deleteFrom('account').execute();
    const first = await firstAdministrator(server.deps, 'administrator');
    const entered = await enter({
      user: 'administrator',
      password: first?.oneTimePassword,
      newPassword: 'more words of my own',
    });
    expect(entered.statusCode).toBe(204);
    const rows = await server.deps.db
      .selectFrom('account')
      .select(['user_name', 'administrator'])
      .execute();
    expect(rows).toEqual([{ user_name: 'administrator', administrator: true }]);
  });
});
