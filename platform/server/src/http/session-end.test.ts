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
import { defaultPolicy, policyOf } from '../accounts/policy.js';
import { readChain, systemChain, verifyChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, password, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface View {
  user: string;
  csrfToken: string;
  ends: { inMs: number; by: string; idleMs: number; limitMs: number };
}

describe('the end of a session', () => {
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

  const renew = (cookie: string | null, user: string, secret: string) =>
    server.ask({
      method: 'POST',
      url: '/api/session/renew',
      headers: cookie === null ? {} : { cookie },
      payload: { user, password: secret },
    });

  it('is told without being moved by the question; an act moves it', async () => {
    const { idleMs, absoluteMs } = server.deps.policy;
    const reader = await logIn(server, 'reader');
    server.forward(idleMs / 2);
    const look = async (): Promise<View['ends']> =>
      (await reader.call('GET', '/api/session')).json<View>().ends;
    expect(await look()).toEqual({ inMs: idleMs / 2, by: 'idle', idleMs, limitMs: absoluteMs });
    expect((await look()).inMs).toBe(idleMs / 2);
    await reader.call('GET', '/api/reads');
    expect((await look()).inMs).toBe(idleMs);
  });

  it('moves at once when the person says to stay, but never past the limit', async () => {
    const { idleMs, absoluteMs } = server.deps.policy;
    const reader = await logIn(server, 'reader');
    server.forward(1000);
    const stayed = await reader.call('POST', '/api/session/stay');
    expect(stayed.json<View>().ends).toMatchObject({ inMs: idleMs, by: 'idle' });
    for (let passed = 1000; passed + idleMs / 2 < absoluteMs; passed += idleMs / 2) {
      await reader.call('POST', '/api/session/stay');
      server.forward(idleMs / 2);
    }
    const late = await reader.call('POST', '/api/session/stay');
    expect(late.json<View>().ends.by).toBe('limit');
    expect(late.json<View>().ends.inMs).toBeLessThan(idleMs);
  });

  it('lets the same person go on with new cookie and token; the old session stays ended', async () => {
    const reader = await logIn(server, 'reader');
    server.forward(server.deps.policy.idleMs);
    expect((await reader.call('GET', '/api/reads')).statusCode).toBe(401);
    const answer = await renew(reader.cookie, 'reader', password);
    expect(answer.statusCode).toBe(200);
    expect(answer.cookie?.header).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(answer.headers['clear-site-data']).toBeUndefined();
    const { csrfToken } = answer.json<View>();
    expect(csrfToken).not.toBe(reader.csrf);
    expect((await reader.call('GET', '/api/reads')).statusCode).toBe(401);
    const cookie = `corelab_session=${answer.cookie?.value}`;
    expect((await server.ask({ url: '/api/reads', headers: { cookie } })).statusCode).toBe(200);
    const stale = await server.ask({
      method: 'POST',
      url: '/api/session/stay',
      headers: { cookie, 'x-csrf-token': reader.csrf },
    });
    expect(stale.json<{ code: string }>().code).toBe('CL_CSRF');
  });

  it('ends a session that is renewed while it lives', async () => {
    const reader = await logIn(server, 'reader');
    await renew(reader.cookie, 'reader', password);
    expect((await reader.call('GET', '/api/reads')).statusCode).toBe(401);
  });

  it('refuses another person behind the same cookie', async () => {
    const reader = await logIn(server, 'reader');
    server.forward(server.deps.policy.idleMs);
    const answer = await renew(reader.cookie, 'other', password);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
      409,
      'CL_OTHER_PERSON',
    ]);
    expect(answer.cookie).toBeNull();
  });

  it('says a wrong password and, to the one whose session it was, the lock', async () => {
    const reader = await logIn(server, 'reader');
    const codes: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      codes.push((await renew(reader.cookie, 'reader', 'no')).json<{ code: string }>().code);
    }
    expect(codes).toEqual([
      ...Array.from({ length: 4 }, () => 'CL_PASSWORD_WRONG'),
      'CL_ACCOUNT_LOCKED',
      'CL_ACCOUNT_LOCKED',
    ]);
    expect((await renew(null, 'reader', 'no')).json()).toMatchObject({ code: 'CL_PASSWORD_WRONG' });
  });

  it('is in the audit chain, refused or not, without the name that was typed', async () => {
    const reader = await logIn(server, 'reader');
    await renew(null, 'Mrs Jane Doe', 'no');
    await renew(reader.cookie, 'reader', password);
    const chain = await readChain(server.deps.db, systemChain);
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts).toEqual(['login', 'session.renewal-refused', 'session.renewed']);
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    expect(JSON.stringify(chain)).not.toContain('Jane');
  });
});

describe('policyOf', () => {
  it("takes an installation's limits, and keeps the rest", () => {
    expect(
      policyOf({ CORELAB_SESSION_IDLE_SECONDS: '90', CORELAB_SESSION_LIMIT_SECONDS: '3600' })
    ).toEqual({ ...defaultPolicy, idleMs: 90_000, absoluteMs: 3_600_000 });
    expect(policyOf({})).toEqual(defaultPolicy);
  });

  it.each(['0', '-5', '1.5', 'soon'])('refuses %s, naming the variable', given => {
    expect(() => policyOf({ CORELAB_SESSION_IDLE_SECONDS: given })).toThrow(
      /CORELAB_SESSION_IDLE_SECONDS/
    );
  });
});
