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
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('preferences', () => {
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

  it('are null until chosen, then what was chosen last', async () => {
    const { call } = await logIn(server, 'reader');
    expect((await call('GET', '/api/preferences')).json()).toEqual({ preferences: null });
    for (const preferences of [
      { language: 'de', theme: 'deep' },
      { language: 'en', theme: 'default' },
    ]) {
      expect((await call('PUT', '/api/preferences', preferences)).statusCode).toBe(204);
      const answer = await call('GET', '/api/preferences');
      expect(answer.json()).toEqual({ preferences });
      expect(answer.headers['cache-control']).toBe('no-store');
    }
  });

  it('belong to one account', async () => {
    const { deps } = server;
    await testAccount(deps, { userName: 'other', displayName: 'Other' });
    const mine = await logIn(server, 'reader');
    await mine.call('PUT', '/api/preferences', { language: 'de', theme: 'slate' });
    const other = await logIn(server, 'other');
    expect((await other.call('GET', '/api/preferences')).json()).toEqual({ preferences: null });
  });

  it.each([
    { language: 'fr', theme: 'deep' },
    { language: 'de', theme: 'custom' },
    { language: 'de' },
    { language: 'de', theme: 'deep', more: 1 },
  ])('refuse %j', async preferences => {
    const { call } = await logIn(server, 'reader');
    const answer = await call('PUT', '/api/preferences', preferences);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      400,
      'CL_REQUEST_INVALID',
    ]);
    expect((await call('GET', '/api/preferences')).json()).toEqual({ preferences: null });
  });
});
