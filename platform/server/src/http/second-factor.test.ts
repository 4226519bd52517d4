import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { defaultPolicy } from '../accounts/policy.js';
import { readChain, systemChain } from '../audit/chain.js';
import { codeAt } from '../testing/code-at.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  logIn,
  password,
  testServer,
  type Answer,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('a second factor', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  const start = async (secondFactor: 'nobody' | 'administrators' | 'everybody' = 'nobody') => {
    await server?.close();
    const policy = { ...defaultPolicy, secondFactor, loginsPerMinute: 1000 };
    server = await testServer(opened, undefined, { policy });
  };
  beforeEach(() => start());
  afterAll(() => server.close());

  /** What an app shows at the server's time. */
  const codeOf = (key: string): string => codeAt(key, server.deps.now());
  const enter = (more: object = {}, user = 'reader') =>
    server.ask({ method: 'POST', url: '/login', payload: { user, password, ...more } });
  const renew = (cookie: string, more: object = {}) =>
    server.ask({
      ...{ method: 'POST', url: '/api/session/renew', headers: { cookie } },
      payload: { user: 'reader', password, ...more },
    });
  const said = (answer: Answer) => [answer.statusCode, answer.json<{ code: string }>().code];
  const entries = async () =>
    (await readChain(server.deps.db, systemChain)).map(
      ({ entry }) => entry as { act: string; details: Record<string, unknown> }
    );

  /** The reader begins one; the session in which they did, its key and recovery codes. */
  const begun = async () => {
    const session = await logIn(server, 'reader');
    const shown = await session.call('POST', '/api/second-factor/key', { password });
    const { key } = shown.json<{ key: string }>();
    const confirmed = await session.call('POST', '/api/second-factor/confirm', {
      code: codeOf(key),
    });
    const { recoveryCodes } = confirmed.json<{ recoveryCodes: string[] }>();
    return { session, key, recoveryCodes };
  };

  it('counts from its first code on, and is asked for after the password', async () => {
    const session = await logIn(server, 'reader');
    const denied = await session.call('POST', '/api/second-factor/key', { password: 'wrong' });
    expect(said(denied)).toEqual([403, 'CL_PASSWORD_WRONG']);
    const shown = await session.call('POST', '/api/second-factor/key', { password });
    const { key, address, picture } = shown.json<{
      key: string;
      address: string;
      picture: { size: number; path: string };
    }>();
    expect(address).toContain(`secret=${key}`);
    expect(picture.path).toMatch(/^M\d+ \d+h1v1h-1z/);
    expect((await enter()).statusCode).toBe(204);
    const wrong = await session.call('POST', '/api/second-factor/confirm', { code: '000000' });
    expect(said(wrong)).toEqual([422, 'CL_SECOND_FACTOR_WRONG']);
    const confirmed = await session.call('POST', '/api/second-factor/confirm', {
      code: codeOf(key).replace(/^.../, '$& '),
    });
    const { recoveryCodes } = confirmed.json<{ recoveryCodes: string[] }>();
    expect(new Set(recoveryCodes).size).toBe(10);

    expect(said(await enter())).toEqual([403, 'CL_SECOND_FACTOR_NEEDED']);
    expect(said(await enter({ code: codeOf(key) }))).toEqual([401, 'CL_SECOND_FACTOR_WRONG']);
    server.forward(30_000);
    expect((await enter({ code: codeOf(key) })).statusCode).toBe(204);
    expect((await session.call('GET', '/api/second-factor')).json()).toEqual({
      ...{
        since: '2026-03-01T09:00:00.000Z',
        required: false,
        recoveryCodesLeft: 10,
        provider: null,
      },
    });
    const account = expect.any(String);
    expect((await entries()).slice(-6).map(({ act, details }) => [act, details])).toEqual([
      ['secondFactor.keyShown', { account }],
      ['login', { hat: 'none', secondFactor: 'none' }],
      ['secondFactor.begun', { account }],
      ['login.refused', { secondFactor: 'missing' }],
      ['login.refused', { secondFactor: 'used', locked: false }],
      ['login', { hat: 'none', secondFactor: 'code' }],
    ]);
  });

  it('tells a wrong password like one without a second factor', async () => {
    await begun();
    const wrong = await enter({ password: 'wrong', code: '123456' });
    expect(said(wrong)).toEqual([401, 'CL_LOGIN_FAILED']);
    expect((await enter({ password: 'wrong' })).body).toBe(wrong.body);
  });

  it('takes a code once, also of requests that come at the same time', async () => {
    const { key } = await begun();
    server.forward(60_000);
    const code = codeOf(key);
    const answers = await Promise.all(Array.from({ length: 4 }, () => enter({ code })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([204, 401, 401, 401]);
  });

  it('takes the code of the step before and after, and none older than one that was taken', async () => {
    const { key } = await begun();
    server.forward(60_000);
    const late = codeOf(key);
    server.forward(30_000);
    const next = codeOf(key);
    expect((await enter({ code: late })).statusCode).toBe(204);
    expect((await enter({ code: next })).statusCode).toBe(204);
    expect((await enter({ code: late })).statusCode).toBe(401);
    server.forward(90_000);
    expect((await enter({ code: next })).statusCode).toBe(401);
  });

  it('takes a recovery code once, however it is typed', async () => {
    const { recoveryCodes, session } = await begun();
    const [first = '', second = ''] = recoveryCodes;
    expect((await enter({ code: ` ${first.toLowerCase().replaceAll('-', '')} ` })).statusCode).toBe(
      204
    );
    expect(said(await enter({ code: first }))).toEqual([401, 'CL_SECOND_FACTOR_WRONG']);
    expect((await session.call('GET', '/api/second-factor')).json()).toMatchObject({
      recoveryCodesLeft: 9,
      provider: null,
    });
    const fresh = await session.call('POST', '/api/second-factor/recovery-codes', {
      ...{ password, code: second },
    });
    const [another = ''] = fresh.json<{ recoveryCodes: string[] }>().recoveryCodes;
    expect(said(await enter({ code: recoveryCodes[2] }))).toEqual([401, 'CL_SECOND_FACTOR_WRONG']);
    expect((await enter({ code: another })).statusCode).toBe(204);
  });

  it('locks the login after five wrong codes, also for the right one, and opens it again later', async () => {
    const { key, recoveryCodes } = await begun();
    const guesses = await Promise.all(Array.from({ length: 7 }, () => enter({ code: '000000' })));
    const codes = guesses.map(answer => String(said(answer)[1])).sort();
    expect(codes).toEqual([
      ...Array<string>(3).fill('CL_ACCOUNT_LOCKED'),
      ...Array<string>(4).fill('CL_SECOND_FACTOR_WRONG'),
    ]);
    server.forward(60_000);
    expect(said(await enter({ code: codeOf(key) }))).toEqual([401, 'CL_ACCOUNT_LOCKED']);
    expect(said(await enter({ code: recoveryCodes[0] }))).toEqual([401, 'CL_ACCOUNT_LOCKED']);
    expect((await entries()).at(-1)).toMatchObject({
      ...{ act: 'login.refused', details: { secondFactor: 'wrong', locked: true } },
    });
    server.forward(server.deps.policy.lockMs);
    expect((await enter({ code: codeOf(key) })).statusCode).toBe(204);
  });

  it('is asked for when a session goes on in place', async () => {
    const { session, key } = await begun();
    server.forward(server.deps.policy.idleMs);
    expect(said(await renew(session.cookie))).toEqual([403, 'CL_SECOND_FACTOR_NEEDED']);
    expect(said(await renew(session.cookie, { code: '000000' }))).toEqual([
      ...[401, 'CL_SECOND_FACTOR_WRONG'],
    ]);
    const renewed = await renew(session.cookie, { code: codeOf(key) });
    expect([renewed.statusCode, renewed.cookie !== null]).toEqual([200, true]);
    expect((await entries()).slice(-3).map(({ act }) => act)).toEqual([
      ...['session.renewal-refused', 'session.renewal-refused', 'session.renewed'],
    ]);
  });

  it('is replaced and ended with a code of the one that is there', async () => {
    const { session, key } = await begun();
    server.forward(60_000);
    const key2 = await session.call('POST', '/api/second-factor/key', { password });
    expect(said(key2)).toEqual([422, 'CL_SECOND_FACTOR_NEEDED']);
    const shown = await session.call('POST', '/api/second-factor/key', {
      ...{ password, code: codeOf(key) },
    });
    const other = shown.json<{ key: string }>().key;
    await session.call('POST', '/api/second-factor/confirm', { code: codeOf(other) });
    server.forward(60_000);
    expect((await enter({ code: codeOf(key) })).statusCode).toBe(401);
    const end = (code: string) =>
      session.call('POST', '/api/second-factor/end', { password, code });
    expect(said(await end('000000'))).toEqual([422, 'CL_SECOND_FACTOR_WRONG']);
    expect((await end(codeOf(other))).json()).toEqual({
      ...{ since: null, required: false, recoveryCodesLeft: 0, provider: null },
    });
    expect((await enter()).statusCode).toBe(204);
    const acts = (await entries()).map(({ act }) => act);
    expect(acts).toContain('secondFactor.replaced');
    expect(acts).toContain('secondFactor.refused');
    expect(acts).toContain('secondFactor.ended');
  });

  it('begins at the login where the installation requires it, with a password of one’s own', async () => {
    await start('everybody');
    const made = await server.ask({
      ...{ method: 'POST', url: '/api/admin/accounts' },
      headers: { authorization: `Bearer ${server.adminToken}` },
      payload: { user: 'dora', name: 'Dora Doe' },
    });
    const { oneTimePassword } = made.json<{ oneTimePassword: string }>();
    const first = { password: oneTimePassword };
    expect(said(await enter(first, 'dora'))).toEqual([403, 'CL_PASSWORD_CHANGE_NEEDED']);
    const own = { ...first, newPassword: 'words of my own' };
    const shown = await enter(own, 'dora');
    expect(said(shown)).toEqual([403, 'CL_SECOND_FACTOR_ENROL']);
    const { key } = shown.json<{ key: string }>();
    expect(said(await enter({ ...own, code: '000000' }, 'dora'))).toEqual([
      ...[401, 'CL_SECOND_FACTOR_WRONG'],
    ]);
    const opens = await enter({ ...own, code: codeOf(key) }, 'dora');
    expect([opens.statusCode, opens.cookie !== null]).toEqual([200, true]);
    expect(opens.json<{ recoveryCodes: string[] }>().recoveryCodes).toHaveLength(10);
    const now = { password: 'words of my own' };
    expect(said(await enter(now, 'dora'))).toEqual([403, 'CL_SECOND_FACTOR_NEEDED']);
    server.forward(30_000);
    expect((await enter({ ...now, code: codeOf(key) }, 'dora')).statusCode).toBe(204);
  });

  it('is required of administrators, and they can not end it', async () => {
    await start('administrators');
    expect((await enter()).statusCode).toBe(204);
    const shown = await enter({}, 'admin');
    expect(said(shown)).toEqual([403, 'CL_SECOND_FACTOR_ENROL']);
    const { key } = shown.json<{ key: string }>();
    const opens = await enter({ code: codeOf(key) }, 'admin');
    const cookie = `corelab_session=${opens.cookie?.value}`;
    const session = await server.ask({ url: '/api/session', headers: { cookie } });
    server.forward(30_000);
    const end = await server.ask({
      ...{ method: 'POST', url: '/api/second-factor/end' },
      headers: { cookie, 'x-csrf-token': session.json<{ csrfToken: string }>().csrfToken },
      payload: { password, code: codeOf(key) },
    });
    expect(said(end)).toEqual([409, 'CL_SECOND_FACTOR_REQUIRED']);
  });

  it('is in the database by neither its key nor its recovery codes', async () => {
    const { key, recoveryCodes } = await begun();
    const { db } = server.deps;
    const kept = JSON.stringify([
      await db.selectFrom('second_factor').selectAll().execute(),
      await db.selectFrom('recovery_code').selectAll().execute(),
      await readChain(db, systemChain),
    ]);
    for (const secret of [key, ...recoveryCodes]) expect(kept).not.toContain(secret);
  });

  it('of another key file, or moved to another account, opens nothing and says why', async () => {
    await begun();
    const { db } = server.deps;
    const { id } = await db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'other')
      .executeTakeFirstOrThrow();
    await db.deleteFrom('recovery_code').execute();
    await db.updateTable('second_factor').set({ account_id: id }).execute();
    const answer = await enter({ code: '123456' }, 'other');
    expect(said(answer)).toEqual([503, 'CL_SECOND_FACTOR_KEY']);
  });
});
