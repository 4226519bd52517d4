import { describe, expect, it } from '@jest/globals';
import { createApiClient } from './apiClient.js';
import { onSessionEnded } from './sessionEvents.js';

interface Sent {
  url: string;
  method: string | undefined;
  headers: Record<string, string>;
  body: unknown;
}

interface Reply {
  status?: number;
  body?: unknown;
  text?: string;
  etag?: string;
}

/** jsdom has no Response: only what the client reads of one. */
function response({ status = 200, body, text, etag }: Reply): Response {
  const content = text ?? (body === undefined ? '' : JSON.stringify(body));
  return {
    ok: status < 400,
    status,
    headers: { get: (name: string) => (name === 'etag' ? (etag ?? null) : null) },
    text: () => Promise.resolve(content),
  } as unknown as Response;
}

function bench(replies: (Reply | Error)[]) {
  const sent: Sent[] = [];
  const api = createApiClient({
    fetch: (url, init) => {
      sent.push({
        url,
        method: init.method,
        headers: init.headers as Record<string, string>,
        body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      });
      const reply = replies.shift();
      if (reply === undefined) {
        throw new Error('no reply left');
      }
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(response(reply));
    },
  });
  return { api, sent };
}

const session = (csrfToken: string): Reply => ({
  body: { user: 'reader1', name: 'R', roles: [], csrfToken, expiresAt: '' },
});

describe('createApiClient', () => {
  it('logs in without a token', async () => {
    const { api, sent } = bench([{ status: 204 }]);
    await api.login('reader1', 'secret');
    expect(sent).toEqual([
      expect.objectContaining({ url: '/login', body: { user: 'reader1', password: 'secret' } }),
    ]);
    expect(sent[0]?.headers).not.toHaveProperty('x-csrf-token');
  });

  it('gets the token before the first change and keeps it', async () => {
    const { api, sent } = bench([
      session('t1'),
      { body: { savedAt: 'now' }, etag: '"2"' },
      { body: { savedAt: 'now' }, etag: '"3"' },
    ]);
    await expect(api.saveDraft('r/1', { a: 1 }, '"1"')).resolves.toEqual({
      savedAt: 'now',
      etag: '"2"',
    });
    await api.saveDraft('r/1', { a: 2 }, '"2"');
    expect(sent.map(({ url }) => url)).toEqual([
      '/api/session',
      '/api/reads/r%2F1/draft',
      '/api/reads/r%2F1/draft',
    ]);
    expect(sent[1]?.headers).toMatchObject({ 'x-csrf-token': 't1', 'if-match': '"1"' });
    expect(sent[1]?.body).toEqual({ document: { a: 1 } });
  });

  it('fetches the token once more when the server no longer takes it', async () => {
    const stale = { status: 403, body: { code: 'CL_CSRF', message: 'stale' } };
    const { api, sent } = bench([session('t1'), stale, session('t2'), { body: {} }]);
    await api.session();
    await api.logout();
    expect(sent.at(-1)?.headers['x-csrf-token']).toBe('t2');
  });

  it('asks to work as something else, with the same token', async () => {
    const { api, sent } = bench([session('t1'), session('t1')]);
    await api.session();
    await api.wear('dataManager');
    expect(sent.at(-1)?.body).toEqual({ hat: 'dataManager' });
    expect(sent.at(-1)?.headers['x-csrf-token']).toBe('t1');
  });

  it('says on the page when nobody is logged in', async () => {
    let ended = 0;
    const stop = onSessionEnded(() => (ended += 1));
    const { api } = bench([{ status: 401, body: { code: 'CL_NOT_LOGGED_IN', message: 'x' } }]);
    await expect(api.reads()).rejects.toMatchObject({ status: 401 });
    stop();
    expect(ended).toBe(1);
  });

  it("sends nothing in one person's name with the token of another", async () => {
    const stale = { status: 403, body: { code: 'CL_CSRF', message: 'stale' } };
    const other = { body: { user: 'reader2', name: 'B', roles: [], csrfToken: 't2' } };
    const { api, sent } = bench([session('t1'), stale, other]);
    await api.session();
    await expect(api.saveDraft('r1', {}, '"1"')).rejects.toMatchObject({
      code: 'CL_OTHER_PERSON',
      status: 401,
    });
    expect(sent).toHaveLength(3);
  });

  it('reads the draft with its etag', async () => {
    const { api } = bench([{ body: { document: { a: 1 } }, etag: '"1"' }]);
    await expect(api.draft('r1')).resolves.toEqual({ document: { a: 1 }, etag: '"1"' });
  });

  it('signs', async () => {
    const { api, sent } = bench([session('t'), { body: { signature: { by: 'r' }, derived: {} } }]);
    const pictures = { missing: 'noPanes' } as const;
    const request = { password: 'p', meaning: 'm', requestId: 'q', etag: '"1"', pictures };
    await expect(api.sign('r1', request)).resolves.toMatchObject({ signature: { by: 'r' } });
    expect(sent[1]).toMatchObject({ url: '/api/reads/r1/sign', body: request });
  });

  it.each<[string, Reply | Error, Record<string, unknown>]>([
    [
      'the code of a refusal',
      { status: 409, body: { code: 'CL_READ_LOCKED', message: 'signed', items: [1] } },
      { code: 'CL_READ_LOCKED', status: 409, message: 'signed', isOffline: false },
    ],
    ['a status without a body', { status: 502 }, { code: 'CL_HTTP_502', isOffline: true }],
    ['no answer', new TypeError('Failed to fetch'), { code: 'CL_OFFLINE', isOffline: true }],
    ['an answer that is no JSON', { text: '<html>' }, { code: 'CL_BAD_ANSWER' }],
    ['a refusal that is no JSON', { status: 500, text: '<html>' }, { code: 'CL_HTTP_500' }],
    ['a list without reads', { body: {} }, { code: 'CL_BAD_ANSWER' }],
  ])('reports %s', async (_what, reply, expected) => {
    const { api } = bench([reply]);
    await expect(api.reads()).rejects.toMatchObject(expected);
  });

  it('refuses a draft without an etag', async () => {
    const { api } = bench([{ body: { document: {} } }]);
    await expect(api.draft('r1')).rejects.toMatchObject({ code: 'CL_BAD_ANSWER' });
  });
});
