import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Given {
  owner: string;
  key: string | null;
}

describe('keys for what a browser keeps', () => {
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

  const keyOf = async (user: string, caseId: string): Promise<Given> => {
    const { call } = await logIn(server, user);
    const answer = await call('GET', `/api/session/local-key?case=${caseId}`);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
    return answer.json<Given>();
  };

  it('are the same at every login, another one for each case and each account', async () => {
    await testAccount(server.deps, { userName: 'second', displayName: 'Second' });
    const first = await keyOf('reader', 'case-1');
    expect(Buffer.from(first.key ?? '', 'base64url')).toHaveLength(32);
    expect(await keyOf('reader', 'case-1')).toEqual(first);
    const otherCase = await keyOf('reader', 'case-2');
    expect([otherCase.owner, otherCase.key === first.key]).toEqual([first.owner, false]);
    const other = await keyOf('second', 'case-1');
    expect([other.owner === first.owner, other.key === first.key]).toEqual([false, false]);
  });

  it('are nobody’s without a session, and none without a case', async () => {
    const refused = await server.ask({ method: 'GET', url: '/api/session/local-key?case=case-1' });
    expect(refused.statusCode).toBe(401);
    const { call } = await logIn(server, 'reader');
    expect((await call('GET', '/api/session/local-key')).json()).toMatchObject({ key: null });
    const bad = await call('GET', `/api/session/local-key?case=${'x'.repeat(65)}`);
    expect(bad.statusCode).toBe(400);
  });
});
