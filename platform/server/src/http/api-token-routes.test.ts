import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readChain, systemChain } from '../audit/chain.js';
import { resetByOperator } from '../accounts/account-resets.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, password, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Given {
  id: string;
  token: string;
}

describe('API tokens', () => {
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

  const as = (token: string, method: 'GET' | 'POST', path: string, payload?: object) =>
    server.ask({
      ...{ method, url: `/api/admin/${path}`, headers: { authorization: `Bearer ${token}` } },
      ...(payload === undefined ? {} : { payload }),
    });
  const admin = (method: 'GET' | 'POST', path: string, payload?: object) =>
    as(server.adminToken, method, path, payload);
  const give = async (): Promise<Given> =>
    (await admin('POST', 'accounts/other/tokens', { name: 'Laptop' })).json<Given>();
  /** Whether a token lets anybody in: any route that asks for one and nothing more. */
  const opens = async (token: string): Promise<boolean> =>
    (await as(token, 'GET', 'problems')).statusCode === 200;
  const codeOf = (answer: { statusCode: number; json<T>(): T }) => [
    answer.statusCode,
    answer.json<{ code: string }>().code,
  ];

  it('are given by an administrator, said once, and let that person in', async () => {
    const { id, token } = await give();
    expect(await opens(token)).toBe(true);
    const listed = await admin('GET', 'accounts/other/tokens');
    expect(listed.body).not.toContain(token);
    expect(listed.json()).toEqual({
      tokens: [
        {
          ...{ id, name: 'Laptop', createdAt: '2026-03-01T09:00:00.000Z', createdBy: 'admin' },
          ...{ lastUsedAt: '2026-03-01T09:00:00.000Z', revokedAt: null },
        },
      ],
    });
    const stored = JSON.stringify(
      await server.deps.db.selectFrom('api_token').selectAll().execute()
    );
    expect(stored).not.toContain(token);
    const chain = await readChain(server.deps.db, systemChain);
    expect(JSON.stringify(chain)).not.toContain(token);
    expect(chain.map(({ entry }) => entry)).toContainEqual(
      expect.objectContaining({ act: 'token.given', by: server.admin.id })
    );
  });

  it('say when they were last used, to the minute', async () => {
    const { token } = await give();
    const lastUsed = async () =>
      (await admin('GET', 'accounts/other/tokens')).json<{ tokens: { lastUsedAt: string }[] }>()
        .tokens[0]?.lastUsedAt ?? null;
    expect(await lastUsed()).toBeNull();
    await opens(token);
    server.forward(59_000);
    await opens(token);
    expect(await lastUsed()).toBe('2026-03-01T09:00:00.000Z');
    server.forward(1_000);
    await opens(token);
    expect(await lastUsed()).toBe('2026-03-01T09:01:00.000Z');
  });

  it('are revoked for good, once, and stay in the list', async () => {
    const { id, token } = await give();
    const revoke = (user = 'other') => admin('POST', `accounts/${user}/tokens/${id}/revoke`);
    expect((await revoke('reader')).statusCode).toBe(404);
    expect(await opens(token)).toBe(true);
    expect((await revoke()).statusCode).toBe(200);
    expect(await opens(token)).toBe(false);
    expect(codeOf(await revoke())).toEqual([409, 'CL_TOKEN_REVOKED']);
    expect((await admin('GET', 'accounts/other/tokens')).json()).toMatchObject({
      tokens: [{ id, revokedAt: '2026-03-01T09:00:00.000Z' }],
    });
  });

  it('are not for a closed account or one that is not there', async () => {
    expect((await admin('POST', 'accounts/nobody/tokens', { name: 'x' })).statusCode).toBe(404);
    await admin('POST', 'accounts/other/deactivate', { reason: 'Left' });
    const refused = await admin('POST', 'accounts/other/tokens', { name: 'x' });
    expect(codeOf(refused)).toEqual([409, 'CL_ACCOUNT_CLOSED']);
  });

  it('end with the password that was reset, and stay in the list', async () => {
    const { id, token } = await give();
    await resetByOperator(server.deps, { user: 'other', operator: 'Olga', reason: 'Lost it' });
    expect(await opens(token)).toBe(false);
    expect((await admin('GET', 'accounts/other/tokens')).json()).toMatchObject({
      tokens: [{ id, revokedAt: expect.any(String) }],
    });
  });

  it('are made by their person with the password again, and revoked by them alone', async () => {
    const [reader, other] = [await logIn(server, 'reader'), await logIn(server, 'other')];
    const ask = (word: string) =>
      reader.call('POST', '/api/tokens', { name: 'Laptop', password: word });
    expect(codeOf(await ask('not the password'))).toEqual([403, 'CL_PASSWORD_WRONG']);
    const { id, token } = (await ask(password)).json<Given>();
    expect(await opens(token)).toBe(true);
    expect((await other.call('GET', '/api/tokens')).json()).toEqual({ tokens: [] });
    expect((await other.call('POST', `/api/tokens/${id}/revoke`)).statusCode).toBe(404);
    expect((await reader.call('GET', '/api/tokens')).json()).toMatchObject({
      tokens: [{ id, name: 'Laptop', createdBy: 'reader' }],
    });
    expect((await reader.call('POST', `/api/tokens/${id}/revoke`)).statusCode).toBe(200);
    expect(await opens(token)).toBe(false);
  });
});

describe('the right of an administrator', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  const set = async (user: string, administrator: boolean) => {
    const answer = await server.ask({
      method: 'POST',
      url: `/api/admin/accounts/${user}/administrator`,
      headers: { authorization: `Bearer ${server.adminToken}` },
      payload: { administrator, reason: 'As agreed on Monday' },
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };

  it('is given and taken with a reason, and never from the last one', async () => {
    const last = await set('admin', false);
    expect([last.status, last.body['code']]).toEqual([409, 'CL_LAST_ADMINISTRATOR']);
    expect((await set('nobody', true)).status).toBe(404);
    expect((await set('approver', true)).body).toMatchObject({ administrator: true });
    expect((await set('approver', true)).body).toMatchObject({ administrator: true });
    expect((await set('approver', false)).body).toMatchObject({ administrator: false });
    await set('approver', true);
    expect((await set('admin', false)).body).toMatchObject({ administrator: false });
    const refused = await set('approver', false);
    expect([refused.status, refused.body['code']]).toEqual([403, 'CL_NOT_ADMINISTRATOR']);
    const chain = await readChain(server.deps.db, systemChain);
    expect(chain.map(({ entry }) => (entry as { act: string }).act)).toEqual([
      'account.administratorGiven',
      'account.administratorTaken',
      'account.administratorGiven',
      'account.administratorTaken',
    ]);
    expect(JSON.stringify(chain)).not.toContain('Monday');
  });
});
