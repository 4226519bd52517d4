import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { resetByOperator } from '../accounts/account-resets.js';
import { beginSecondFactor, confirmSecondFactor } from '../accounts/second-factor.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { readChain, systemChain } from '../audit/chain.js';
import { codeAt } from '../testing/code-at.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, password, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('an account whose person can not get in', () => {
  let opened: TestDatabase;
  let server: TestServer;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  const administrator = async (userName: string) => {
    const one = { userName, displayName: userName, administrator: true };
    const account = await testAccount(server.deps, one);
    tokens.set(userName, await issueApiToken(server.deps, account.id));
  };
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    tokens.set('admin', server.adminToken);
    await administrator('second');
  });
  afterAll(() => server.close());

  const call = async (by: string, method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await server.ask({
      ...{ method, url: `/api/admin/${path}` },
      headers: { authorization: `Bearer ${tokens.get(by)}` },
      ...(payload === undefined ? {} : { payload }),
    });
    const body = answer.json<Record<string, unknown>>();
    return { status: answer.statusCode, body, said: [answer.statusCode, body['code']] };
  };
  const ask = (by: string, user = 'reader', secondFactor = false) =>
    call(by, 'POST', `accounts/${user}/reset`, { secondFactor, reason: 'Lost the telephone' });
  const confirm = (by: string, id: unknown, word = password) =>
    call(by, 'POST', `account-resets/${String(id)}/confirm`, { password: word });
  const enter = (payload: object) =>
    server.ask({ method: 'POST', url: '/login', payload: { user: 'reader', ...payload } });
  const reader = async () =>
    server.deps.db
      .selectFrom('account')
      .select(['id', 'user_name as userName'])
      .where('user_name', '=', 'reader')
      .executeTakeFirstOrThrow();
  const last = async () => (await readChain(server.deps.db, systemChain)).at(-1)?.entry;

  it('is let in anew by two administrators, and nothing of before lets anybody in', async () => {
    const account = await reader();
    const { key } = await beginSecondFactor(server.deps, account);
    await confirmSecondFactor(server.deps, account.id, codeAt(key, server.deps.now()));
    server.forward(30_000);
    const login = await enter({ password, code: codeAt(key, server.deps.now()) });
    const session = { cookie: `corelab_session=${login.cookie?.value}` };
    const token = await issueApiToken(server.deps, account.id);

    const asked = await ask('admin', 'reader', true);
    expect((await server.ask({ url: '/api/session', headers: session })).statusCode).toBe(200);
    const own = await confirm('admin', asked.body['id']);
    expect(own.said).toEqual([409, 'CL_RESET_SECOND_PERSON']);
    const wrong = await confirm('second', asked.body['id'], 'not the password');
    expect(wrong.said).toEqual([403, 'CL_PASSWORD_WRONG']);
    const done = await confirm('second', asked.body['id']);
    expect(done.body).toEqual({ user: 'reader', oneTimePassword: expect.any(String) });
    expect(await last()).toMatchObject({
      act: 'account.passwordReset',
      details: { reset: asked.body['id'], account: account.id, secondFactor: true },
    });

    expect((await server.ask({ url: '/api/session', headers: session })).statusCode).toBe(401);
    const bearer = { authorization: `Bearer ${token}` };
    expect((await server.ask({ url: '/api/admin/problems', headers: bearer })).statusCode).toBe(
      401
    );
    expect((await enter({ password })).statusCode).toBe(401);
    const given = { password: done.body['oneTimePassword'] };
    expect((await enter({ ...given, newPassword: 'words of my own' })).statusCode).toBe(204);
    expect((await confirm('second', asked.body['id'])).said).toEqual([409, 'CL_RESET_DECIDED']);
    const { body } = await call('admin', 'GET', 'account-resets');
    expect(body).toMatchObject({
      resets: [{ user: 'reader', askedBy: 'admin', decidedBy: 'second', state: 'done' }],
    });
    expect(JSON.stringify(body)).not.toContain(given.password);
  });

  it('keeps its second factor where only the password was lost', async () => {
    const account = await reader();
    const { key } = await beginSecondFactor(server.deps, account);
    await confirmSecondFactor(server.deps, account.id, codeAt(key, server.deps.now()));
    const { body } = await ask('admin');
    const done = await confirm('second', body['id']);
    const own = { password: done.body['oneTimePassword'], newPassword: 'words of my own' };
    expect((await enter(own)).json()).toMatchObject({ code: 'CL_SECOND_FACTOR_NEEDED' });
    server.forward(30_000);
    const code = codeAt(key, server.deps.now());
    expect((await enter({ ...own, code })).statusCode).toBe(204);
  });

  it('is not reset by its own person, twice at once, closed, or after three days', async () => {
    await administrator('third');
    expect((await ask('second', 'second')).said).toEqual([409, 'CL_RESET_OWN']);
    const { body } = await ask('second', 'third');
    expect((await ask('admin', 'third')).said).toEqual([409, 'CL_RESET_ASKED']);
    expect((await confirm('third', body['id'])).said).toEqual([409, 'CL_RESET_SECOND_PERSON']);
    server.forward(3 * 24 * 60 * 60_000);
    expect((await confirm('admin', body['id'])).said).toEqual([409, 'CL_RESET_TOO_OLD']);
    expect((await call('admin', 'GET', 'account-resets')).body).toMatchObject({
      resets: [{ state: 'tooOld' }],
    });
    expect((await ask('second', 'third')).status).toBe(200);
    await call('admin', 'POST', 'accounts/reader/deactivate', { reason: 'Left' });
    expect((await ask('admin')).said).toEqual([409, 'CL_ACCOUNT_CLOSED']);
    expect((await ask('admin', 'nobody')).status).toBe(404);
  });

  it('is confirmed once by administrators who do it at the same time', async () => {
    await administrator('third');
    const { body } = await ask('admin');
    const answers = await Promise.all(['second', 'third'].map(by => confirm(by, body['id'])));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('stays as it is where the reset is refused, or taken back', async () => {
    for (const [by, act] of [
      ['second', 'account.resetRefused'],
      ['admin', 'account.resetWithdrawn'],
    ] as const) {
      const { body } = await ask('admin');
      const path = `account-resets/${String(body['id'])}/refuse`;
      expect((await call(by, 'POST', path, { reason: 'Not them' })).status).toBe(200);
      expect(await last()).toMatchObject({ act });
      expect((await confirm('second', body['id'])).said).toEqual([409, 'CL_RESET_DECIDED']);
    }
    await logIn(server, 'reader');
  });

  it('says how to go on where there are not two administrators for it', async () => {
    const refused = await ask('admin', 'second');
    expect(refused.said).toEqual([409, 'CL_SECOND_ADMINISTRATOR']);
    expect(refused.body['message']).toContain('npm run reset-access');
    const done = await resetByOperator(server.deps, {
      ...{ user: 'second', operator: 'Olga Operator', reason: 'No second administrator' },
    });
    const given = { user: 'second', password: done.oneTimePassword };
    expect((await enter({ ...given, newPassword: 'words of my own' })).statusCode).toBe(204);
    const [entry] = (await readChain(server.deps.db, systemChain)).filter(
      one => (one.entry as { act: string }).act === 'account.passwordReset'
    );
    expect(entry?.entry).toMatchObject({ by: null, details: { onServer: true } });
    expect(JSON.stringify(entry)).not.toContain('Olga');
    expect((await call('admin', 'GET', 'account-resets')).body).toMatchObject({
      resets: [{ operator: 'Olga Operator', askedBy: null, state: 'done' }],
    });
  });

  it('is not let in by a one-time password that waited a week', async () => {
    const { body } = await ask('admin');
    const done = await confirm('second', body['id']);
    server.forward(7 * 24 * 60 * 60_000);
    const late = { password: done.body['oneTimePassword'], newPassword: 'words of my own' };
    expect((await enter(late)).json()).toMatchObject({ code: 'CL_ONE_TIME_ENDED' });
  });
});
