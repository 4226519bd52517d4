import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { issueApiToken } from '../accounts/api-tokens.js';
import { readChain, systemChain } from '../audit/chain.js';
import type { AccessView, ReviewView } from '../access/access-reviews.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  logIn,
  password,
  putInForce,
  testServer,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('who may do what', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let auditor: string;
  const ofTrial = '/api/admin/trials/T-1/access';
  const ofAll = '/api/admin/access';

  const ask = (token: string, method: 'GET' | 'POST', url: string, payload?: object) =>
    server.ask({
      ...{ method, url, headers: { authorization: `Bearer ${token}` } },
      ...(payload === undefined ? {} : { payload }),
    });
  const admin = (method: 'GET' | 'POST', path: string, payload?: object) =>
    ask(server.adminToken, method, `/api/admin/${path}`, payload);
  const look = async (url = ofAll, token = server.adminToken) =>
    (await ask(token, 'GET', url)).json<AccessView>();
  const review = async (url: string, note: string, token = server.adminToken) => {
    const { hash } = await look(url, token);
    return ask(token, 'POST', `${url}/reviews`, { hash, note, password });
  };
  const trialChain = async () => {
    const { id } = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    return readChain(server.deps.db, id);
  };

  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    await putInForce(server);
    const person = await testAccount(server.deps, { userName: 'audra', displayName: 'Audra' });
    auditor = await issueApiToken(server.deps, person.id);
    await admin('POST', 'trials/T-1/roles', {
      ...{ user: 'audra', role: 'auditor', reason: 'Inspects the trial' },
    });
    await admin('POST', 'trials/T-1/qualifications', {
      ...{ user: 'reader', kind: 'gcp', date: '2026-01-05', expiry: '2026-04-01' },
    });
    await logIn(server, 'reader');
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });

  it('is told of each person with who granted it, when and why, and how they get in', async () => {
    const { people } = await look();
    const find = (user: string) => people.find(one => one.user === user);
    expect(find('audra')).toMatchObject({
      ...{ name: 'Audra', active: true, secondFactor: false, lastLoginAt: null },
      administrator: null,
      tokens: [{ name: 'command line of the server', lastUsedAt: null }],
      grants: [
        {
          ...{ trial: 'T-1', role: 'auditor', grantedBy: 'admin', reason: 'Inspects the trial' },
          ...{ grantedAt: '2026-03-01T09:00:00.000Z', endedAt: null },
        },
      ],
    });
    expect(find('admin')?.administrator).toEqual({ since: expect.any(String), by: null });
    expect(find('reader')).toMatchObject({
      lastLoginAt: '2026-03-01T09:00:00.000Z',
      qualifications: [{ kind: 'gcp', expiry: '2026-04-01', standing: 'lapsing' }],
    });
    // Nobody of the trial.
    expect(find('other')?.grants).toEqual([]);
    const trial = await look(ofTrial, auditor);
    expect(trial.people.map(({ user }) => user)).not.toContain('other');
    expect(trial.people.map(({ user }) => user)).toContain('audra');
  });

  it('is for administrators, and of a trial for its admins and auditors', async () => {
    expect((await ask(auditor, 'GET', ofAll)).statusCode).toBe(403);
    const reader = await logIn(server, 'reader');
    expect((await reader.call('GET', ofTrial)).statusCode).toBe(404);
  });

  it.each([
    ['?role=reader', ['reader']],
    ['?text=AUD', ['audra']],
    ['?only=lapsing', ['reader']],
    ['?only=tokens&role=auditor', ['audra']],
    ['?trial=T-9', []],
  ])('is filtered by %s', async (query, users) => {
    const { people, hash } = await look(`${ofAll}${query}`);
    expect(people.map(({ user }) => user)).toEqual(users);
    expect(hash).toBe((await look()).hash);
  });

  it('has closed accounts and ended grants on request alone', async () => {
    const dora = await testAccount(server.deps, { userName: 'dora', displayName: '=Dora' });
    expect(dora.userName).toBe('dora');
    const grant = { user: 'dora', role: 'trainer', reason: 'Trains' };
    await admin('POST', 'trials/T-1/roles', grant);
    await admin('POST', 'trials/T-1/roles/end', { ...grant, reason: 'Left' });
    await admin('POST', 'accounts/dora/deactivate', { reason: 'Left the core lab' });
    expect((await look(`${ofAll}?text=dora`)).people).toEqual([]);
    const [person] = (await look(`${ofTrial}?all=true&text=dora`)).people;
    expect(person).toMatchObject({
      ...{ active: false, closedAt: '2026-03-01T09:00:00.000Z' },
      grants: [{ role: 'trainer', endedBy: 'admin', endReason: 'Left' }],
    });
  });

  it('is exported as shown, one row for each grant, and that is an entry without names', async () => {
    const answer = await ask(auditor, 'GET', `${ofTrial}/export?all=true&text=dora`);
    const { name, content } = answer.json<{ name: string; content: string }>();
    expect(name).toBe('access-2026-03-01.csv');
    const [head, ...rows] = content.trimEnd().split('\n');
    expect(head).toContain('user,name,account');
    expect(rows).toHaveLength(1);
    // A spreadsheet shall not take a name for a formula.
    expect(rows[0]).toContain("dora,'=Dora,closed");
    const last = (await trialChain()).at(-1)?.entry;
    expect(last).toMatchObject({ act: 'access.exported', details: { people: 1 } });
    expect(JSON.stringify(last)).not.toContain('dora');
  });

  it('is reviewed with the password, of what was seen, and told with what changed since', async () => {
    expect((await look(ofTrial, auditor)).changes).toBeNull();
    const denied = await ask(auditor, 'POST', `${ofTrial}/reviews`, {
      ...{ hash: (await look(ofTrial, auditor)).hash, note: 'x', password: 'wrong' },
    });
    expect(denied.json()).toMatchObject({ code: 'CL_PASSWORD_WRONG' });
    expect((await review(ofTrial, 'All as it should be', auditor)).statusCode).toBe(200);
    expect((await look(ofTrial)).changes).toEqual({ added: [], gone: [] });

    const { hash } = await look(ofTrial);
    await admin('POST', 'trials/T-1/roles', { user: 'other', role: 'sponsor', reason: 'Pays' });
    await admin('POST', 'trials/T-1/roles/end', { user: 'audra', role: 'auditor', reason: 'Done' });
    const stale = await admin('POST', 'trials/T-1/access/reviews', { hash, note: 'x', password });
    expect([stale.statusCode, stale.json<{ code: string }>().code]).toEqual([
      ...[409, 'CL_ACCESS_CHANGED'],
    ]);
    const { changes } = await look(ofTrial);
    expect(changes?.added).toMatchObject([
      { kind: 'account', user: 'other' },
      { kind: 'grant', user: 'other', trial: 'T-1', what: 'sponsor' },
    ]);
    expect(changes?.gone).toMatchObject([{ kind: 'grant', user: 'audra', what: 'auditor' }]);

    expect((await review(ofTrial, 'Audra is done')).statusCode).toBe(200);
    const { reviews } = (await admin('GET', 'trials/T-1/access/reviews')).json<{
      reviews: ReviewView[];
    }>();
    expect(reviews.map(({ by, note }) => [by, note])).toEqual([
      ['admin', 'Audra is done'],
      ['audra', 'All as it should be'],
    ]);
    expect(reviews[0]).toMatchObject({ meaning: 'I reviewed who may do what', changes });
    expect((await trialChain()).at(-1)?.entry).toMatchObject({
      act: 'access.reviewed',
      details: { contentHash: reviews[0]?.hash, added: 2, gone: 1 },
    });
    // The installation has reviews of its own, in the chain outside trials.
    expect((await look()).changes).toBeNull();
    expect((await review(ofAll, 'First one')).statusCode).toBe(200);
    expect((await readChain(server.deps.db, systemChain)).at(-1)?.entry).toMatchObject({
      act: 'access.reviewed',
    });
  });
});
