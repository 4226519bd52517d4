import { createPublicKey } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { emptyReadDocument } from '@corelab/reads';
import { readChain, systemChain, verifyChain } from '../audit/chain.js';
import { headsOf } from '../audit/heads.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { deployed, logIn, password, testServer, type TestServer } from '../testing/test-server.js';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('a clock that is set back', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    server = await testServer(opened);
  });
  afterEach(() => server.close());

  const tryLogin = (user: string, secret: string) =>
    server.ask({ method: 'POST', url: '/login', payload: { user, password: secret } });
  const entries = async (chain: string) =>
    (await readChain(opened.db, chain)).map(
      ({ entry }) => entry as { act: string; at: string; clockWasAt?: string }
    );

  it('ends sessions that would live for longer than any may, and by a little ends none', async () => {
    const reader = await logIn(server, 'reader');
    server.forward(-minute);
    expect((await reader.call('GET', '/api/reads')).statusCode).toBe(200);
    server.forward(-day);
    expect((await reader.call('GET', '/api/reads')).statusCode).toBe(401);
    const again = await logIn(server, 'reader');
    expect((await again.call('GET', '/api/reads')).statusCode).toBe(200);
  });

  it('ends a lockout that would be longer than any may', async () => {
    const { maxFailedLogins, lockMs } = server.deps.policy;
    for (let tries = 0; tries < maxFailedLogins; tries += 1) await tryLogin('reader', 'wrong');
    expect((await tryLogin('reader', password)).statusCode).not.toBe(200);
    server.forward(-minute);
    expect((await tryLogin('reader', password)).statusCode).not.toBe(200);
    server.forward(-day);
    const session = await logIn(server, 'reader');
    expect((await session.call('GET', '/api/reads')).statusCode).toBe(200);
    for (let tries = 0; tries < maxFailedLogins; tries += 1) await tryLogin('reader', 'wrong');
    expect((await tryLogin('reader', password)).statusCode).not.toBe(200);
    server.forward(lockMs);
    await logIn(server, 'reader');
  });

  it('is said by the first entry after it; the chain goes on in its order, and so do heads and reading', async () => {
    await deployed(server);
    const { db } = server.deps;
    const { id: trialId } = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    await server.deps.heads.keep();
    const before = (await entries(trialId)).at(-1)?.at;
    server.forward(-day);
    const reader = await logIn(server, 'reader');
    const [read] = (await reader.call('GET', '/api/reads')).json<{
      reads: { readId: string }[];
    }>().reads;
    const address = `/api/reads/${read?.readId}`;
    const opened = await reader.call('GET', address);
    const draft = await reader.call('GET', `${address}/draft`);
    const saved = await reader.call(
      'PUT',
      `${address}/draft`,
      { document: { ...emptyReadDocument(), noDisease: true } },
      { 'if-match': draft.headers['etag'] ?? '' }
    );
    const signed = await reader.call('POST', `${address}/sign`, {
      ...{ password, meaning: opened.json<{ meanings: string[] }>().meanings[0] },
      ...{ requestId: 'request-after-the-step', etag: saved.headers['etag'] },
      pictures: { missing: 'noViewer' },
    });
    expect(signed.statusCode).toBe(200);
    await server.releases.idle();
    await server.deps.heads.keep();
    for (const chain of [trialId, systemChain]) {
      const told = (await entries(chain)).filter(({ clockWasAt }) => clockWasAt !== undefined);
      expect(told).toHaveLength(1);
      const verdict = verifyChain(await readChain(db, chain), {
        heads: await headsOf(db, chain),
        keys: [createPublicKey(server.deps.heads.publicPem)],
      });
      expect(verdict).toMatchObject({ ok: true });
    }
    const [first] = (await entries(trialId)).filter(({ clockWasAt }) => clockWasAt !== undefined);
    expect(first?.clockWasAt).toBe(before);
  });
});
