import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { defaultPolicy } from '../accounts/policy.js';
import { resetByOperator } from '../accounts/account-resets.js';
import { readChain, systemChain, verifyChain } from '../audit/chain.js';
import { CookieJar } from '../testing/cookie-jar.js';
import { loginProvider, providerClient, type LoginProvider } from '../testing/login-provider.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  logIn,
  password,
  testServer,
  type Answer,
  type TestServer,
} from '../testing/test-server.js';
import { identityProvider, type IdentityProvider } from './identity-provider.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const windowId = '0b1c2d3e-0000-4000-8000-000000000001';

describe('the organisation’s own login', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let there: LoginProvider;
  let claim = 'preferred_username';
  let jar: CookieJar;

  beforeAll(async () => {
    opened = await testDatabase();
    const real = (): IdentityProvider =>
      identityProvider({
        ...{ ...providerClient, claim, issuer: there.issuer, name: 'Saint Anna & Sons' },
        publicUrl: server.origin,
      });
    let made: { claim: string; provider: IdentityProvider } | null = null;
    const current = (): IdentityProvider => {
      if (made?.claim !== claim) made = { claim, provider: real() };
      return made.provider;
    };
    server = await testServer(opened, undefined, {
      policy: { ...defaultPolicy, loginsPerMinute: 10_000 },
      identityProvider: {
        name: 'Saint Anna & Sons',
        issuer: 'of this test',
        begin: () => current().begin(),
        finish: (search, checks) => current().finish(search, checks),
      },
    });
    there = await loginProvider(() => `${server.origin}/login/provider/callback`);
    for (const [user, providerUser] of [
      ['p.one', 'one@anna.example'],
      ['p.two', 'two@anna.example'],
    ]) {
      const made = await admin('accounts', { user, name: `Person ${user}`, providerUser });
      expect(made.json()).toMatchObject({
        oneTimePassword: null,
        account: { provider: 'waiting' },
      });
    }
  });
  afterAll(async () => {
    await there?.close();
    await server?.close();
    await opened.close();
  });
  beforeEach(() => {
    jar = new CookieJar();
    claim = 'preferred_username';
    comes('subject-1', 'one@anna.example');
  });

  const admin = (path: string, payload: object): Promise<Answer> =>
    server.ask({
      ...{ method: 'POST', url: `/api/admin/${path}`, payload },
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
  let second = Date.parse('2026-03-01T09:00:00Z') / 1000;
  /** Who comes to the provider next, a second after the one before. */
  const comes = (person: string | null, name: string, more: object = {}): void => {
    second += 1;
    // Another person's session there would be asked about first.
    jar.forget(there.issuer);
    Object.assign(there.next, {
      ...{ person, at: second },
      claims: { preferred_username: name, ...more },
    });
  };
  /** A browser's way from this server to the provider and back. */
  const way = async (query = '') => {
    const { url, response } = await jar.follow(`${server.origin}/login/provider${query}`);
    return { url: new URL(url), response: response!, page: await response!.text() };
  };
  const sessionOf = async () => {
    const headers = { cookie: jar.cookieOf(server.origin) };
    const answer = await server.ask({ url: '/api/session', headers });
    return answer.json<{
      user: string;
      csrfToken: string;
      provider: { name: string; signs: boolean } | null;
    }>();
  };
  const call = async (url: string, payload: object): Promise<Answer> =>
    server.ask({
      ...{ method: 'POST', url, payload },
      headers: {
        cookie: jar.cookieOf(server.origin),
        'x-csrf-token': (await sessionOf()).csrfToken,
      },
    });
  const said = (answer: Answer) => [answer.statusCode, answer.json<{ code: string }>().code];
  /** What the page told the window that waits. */
  const told = (page: string) =>
    Object.fromEntries(
      [...page.matchAll(/ data-(window|secret|refused)="([^"]*)"/g)].map(([, key, value]) => [
        key,
        value,
      ])
    );
  const acts = async () =>
    (await readChain(server.deps.db, systemChain)).map(
      ({ entry }) => entry as { act: string; details: Record<string, unknown> }
    );

  it('is offered on the login page by its name, as text', async () => {
    const page = await server.ask({ url: '/login' });
    expect(page.body).toContain('href="/login/provider"');
    expect(page.body).toContain('Saint Anna &#38; Sons');
  });

  it('asks for the secret anew, with state, nonce and proof key, and lets in by a page of this site', async () => {
    const { url, response, page } = await way('?next=%2Fpeople%3Ftab%3D1');
    expect([url.pathname, response.status]).toEqual(['/login/provider/callback', 200]);
    const asked = there.asked.at(-1)!;
    expect([asked.get('prompt'), asked.get('max_age')]).toEqual(['login', '0']);
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(asked.get(name)?.length).toBeGreaterThan(20);
    }
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(page).toContain('content="0;url=/people?tab=1"');
    const cookies = jar.set.filter(header => header.startsWith('corelab_'));
    expect(cookies[0]).toMatch(
      /^corelab_provider_login=.*Path=\/login\/provider; HttpOnly; SameSite=Lax/
    );
    expect(cookies.find(header => header.startsWith('corelab_session='))).toMatch(
      /Path=\/; HttpOnly; SameSite=Strict/
    );
    expect(await sessionOf()).toMatchObject({
      user: 'p.one',
      provider: { name: 'Saint Anna & Sons', signs: true },
    });
  });

  it('binds an account to its person once, however they are called later, and to nobody else', async () => {
    await way();
    expect((await sessionOf()).user).toBe('p.one');
    comes('subject-1', 'renamed@anna.example');
    await way();
    expect((await sessionOf()).user).toBe('p.one');
    jar = new CookieJar();
    comes('subject-99', 'one@anna.example');
    const { url } = await way();
    expect([url.pathname, url.searchParams.get('refused')]).toEqual([
      '/login',
      'CL_PROVIDER_NOBODY',
    ]);
    expect((await acts()).filter(({ act }) => act === 'account.bound')).toHaveLength(1);
    expect((await acts()).at(-1)).toMatchObject({
      act: 'login.refused',
      details: { byProvider: true, code: 'CL_PROVIDER_NOBODY' },
    });
  });

  it.each<[string, () => void, string]>([
    ['who turns back there', () => comes(null, ''), 'CL_PROVIDER_REFUSED'],
    ['who typed nothing anew', () => (there.next.at = second - 3600), 'CL_PROVIDER_NOT_FRESH'],
    [
      'an address that is not verified',
      () => {
        claim = 'email';
        comes('subject-2', 'x', { email: 'two@anna.example', email_verified: false });
      },
      'CL_PROVIDER_NOBODY',
    ],
  ])('does not let in %s', async (_, given, code) => {
    given();
    const { url } = await way('?next=%2F%2Fevil.example');
    expect([url.pathname, url.searchParams.get('refused'), url.searchParams.get('next')]).toEqual([
      '/login',
      code,
      '/',
    ]);
    expect(jar.cookieOf(server.origin)).not.toContain('corelab_session');
  });

  it('takes a way back once, from the browser that began it, with what it began with', async () => {
    const isBack = (url: string): boolean =>
      url.startsWith(`${server.origin}/login/provider/callback`);
    const { url } = await jar.follow(`${server.origin}/login/provider`, isBack);
    const thief = new CookieJar();
    expect((await thief.follow(url)).url).toContain('refused=CL_PROVIDER_LOGIN_UNKNOWN');
    const forged = new URL(url);
    forged.searchParams.set('state', 'another');
    expect((await jar.follow(forged.href)).url).toContain('refused=CL_PROVIDER_ANSWER');
    expect((await jar.follow(url)).url).toContain('refused=CL_PROVIDER_LOGIN_UNKNOWN');
    comes('subject-1', 'one@anna.example');
    const late = await jar.follow(`${server.origin}/login/provider`, isBack);
    server.forward(11 * 60_000);
    second += 11 * 60;
    expect((await jar.follow(late.url)).url).toContain('refused=CL_PROVIDER_LOGIN_UNKNOWN');
  });

  it('is what its people sign with: each time anew, once, soon, and by the same person', async () => {
    await way();
    const sign = (secret: string) => call('/api/tokens', { name: 'a program', password: secret });
    expect(said(await sign('anything'))).toEqual([403, 'CL_FRESH_LOGIN_NEEDED']);
    const query = `?for=sign&window=${windowId}`;

    const same = await way(query);
    expect(told(same.page)).toEqual({ window: windowId, refused: 'CL_PROVIDER_NOT_FRESH' });
    comes('subject-1', 'one@anna.example');
    const fresh = told((await way(query)).page);
    expect(fresh).toEqual({ window: windowId, secret: expect.stringMatching(/^[\w-]{43}$/) });
    expect((await sign(fresh['secret']!)).statusCode).toBe(200);
    expect(said(await sign(fresh['secret']!))).toEqual([403, 'CL_FRESH_LOGIN_NEEDED']);

    comes('subject-1', 'one@anna.example');
    const late = told((await way(query)).page);
    server.forward(2 * 60_000 + 1);
    expect(said(await sign(late['secret']!))).toEqual([403, 'CL_FRESH_LOGIN_NEEDED']);

    comes('subject-2', 'two@anna.example');
    const other = await way(query);
    expect(told(other.page)).toEqual({ window: windowId, refused: 'CL_OTHER_PERSON' });
    // What was refused bound nobody either.
    const { provider_subject: bound } = await server.deps.db
      .selectFrom('account')
      .select('provider_subject')
      .where('user_name', '=', 'p.two')
      .executeTakeFirstOrThrow();
    expect(bound).toBeNull();
    expect((await acts()).filter(({ act }) => act === 'login.fresh')).toHaveLength(2);
  });

  it('goes on in place for the same person alone, the ended session closed', async () => {
    await way();
    const before = jar.cookieOf(server.origin);
    server.forward(31 * 60_000);
    second += 31 * 60;
    comes('subject-2', 'two@anna.example');
    const query = `?for=renew&window=${windowId}`;
    expect(told((await way(query)).page)).toEqual({ window: windowId, refused: 'CL_OTHER_PERSON' });
    comes('subject-1', 'one@anna.example');
    expect(told((await way(query)).page)).toEqual({ window: windowId });
    expect((await sessionOf()).user).toBe('p.one');
    const old = await server.ask({ url: '/api/session', headers: { cookie: before } });
    expect(old.statusCode).toBe(401);
  });

  it('has no password here for its people; two administrators may give one, and that ends it', async () => {
    const enter = (given: string) =>
      server.ask({ method: 'POST', url: '/login', payload: { user: 'p.one', password: given } });
    expect(said(await enter(password))).toEqual([401, 'CL_LOGIN_FAILED']);
    const reset = { user: 'p.one', operator: 'Op', reason: 'the provider is gone' };
    const { oneTimePassword } = await resetByOperator(server.deps, reset);
    expect(said(await enter(oneTimePassword))).toEqual([403, 'CL_PASSWORD_CHANGE_NEEDED']);
    const { url } = await way();
    expect(url.searchParams.get('refused')).toBe('CL_PROVIDER_NOBODY');
  });

  it('is bound to an account by its own person, with the password; the password is nobody’s afterwards', async () => {
    const reader = await logIn(server, 'reader');
    const wrong = await reader.call('POST', '/api/session/provider', { password: 'wrong' });
    expect(said(wrong)).toEqual([403, 'CL_PASSWORD_WRONG']);
    const begun = await reader.call('POST', '/api/session/provider', { password });
    const { url } = begun.json<{ url: string }>();
    const cookie = `corelab_provider_login=${begun.cookie?.value}`;
    comes('subject-7', 'seven@anna.example');
    const isBack = (at: string): boolean => at.startsWith(server.origin);
    const back = await jar.follow(url, isBack);
    const end = await server.ask({
      url: back.url.slice(server.origin.length),
      headers: { cookie },
    });
    expect(end.statusCode).toBe(200);
    const login = await server.ask({
      ...{ method: 'POST', url: '/login', payload: { user: 'reader', password } },
    });
    expect(said(login)).toEqual([401, 'CL_LOGIN_FAILED']);
    comes('subject-7', 'seven@anna.example');
    await way();
    expect((await sessionOf()).user).toBe('reader');
  });

  it('says that it does not answer, and passwords go on', async () => {
    await there.close();
    // What is known of it already is asked for anew.
    claim = 'email';
    const { url } = await way('?next=%2Fpeople');
    expect(`${url.pathname}${url.search}`).toBe(
      '/login?next=%2Fpeople&refused=CL_PROVIDER_UNAVAILABLE'
    );
    expect(told((await way(`?for=sign&window=${windowId}`)).page)).toEqual({
      window: windowId,
      refused: 'CL_PROVIDER_UNAVAILABLE',
    });
    expect((await logIn(server, 'other')).csrf).not.toBe('');
    const lines = await readChain(server.deps.db, systemChain);
    expect(verifyChain(lines)).toMatchObject({ ok: true });
    const names = /anna\.example|subject-/;
    expect(JSON.stringify(lines)).not.toMatch(names);
  });
});
