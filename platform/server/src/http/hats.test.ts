import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { issueApiToken } from '../accounts/api-tokens.js';
import { readChain, systemChain } from '../audit/chain.js';
import { testAccount } from '../testing/test-account.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  deployed,
  logIn,
  password,
  putInForce,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';
import { endRole } from '../trials/role-grants.js';
import { grantRole, type Role } from '../trials/roles.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface View {
  hat: string | null;
  hats: string[];
  roles: string[];
  administrator: boolean;
  trials: { id: string; roles: string[] }[];
}

const otherTrial = charterText.replace('id: T-1', 'id: T-2').replace('R1: [reader]', 'R1: [other]');

describe('the hat of a session', () => {
  let opened: TestDatabase;
  let server: TestServer;
  // One server for all: each test has people of its own, and `reader` the one read.
  beforeAll(async () => {
    opened = await testDatabase();
    server = await testServer(opened);
    await deployed(server);
    await putInForce(server, otherTrial);
  });
  afterAll(async () => {
    await server?.close();
    await opened?.close();
  });

  const trialId = async (code: string): Promise<string> => {
    const query = server.deps.db.selectFrom('trial').select('id').where('code', '=', code);
    return (await query.executeTakeFirstOrThrow()).id;
  };
  const person = (userName: string) =>
    testAccount(server.deps, { userName, displayName: `Dr ${userName}` });
  /** Grants roles without asking whether they go together. */
  const give = async (userName: string, ...grants: readonly (readonly [string, Role])[]) => {
    const { id } = await person(userName);
    for (const [code, role] of grants) {
      const trial = await trialId(code);
      await server.deps.db.transaction().execute(trx =>
        grantRole(trx, {
          ...{ trialId: trial, accountId: id, role, at: server.deps.now() },
          grantedBy: server.admin.id,
        })
      );
    }
    return id;
  };
  const end = async (user: string, code: string, role: Role) =>
    endRole(server.deps, await trialId(code), server.admin.id, { user, role, reason: 'left' });
  const view = async (session: LoggedIn): Promise<View> =>
    (await session.call('GET', '/api/session')).json<View>();
  const wear = (session: LoggedIn, hat: string) =>
    session.call('POST', '/api/session/hat', { hat });
  const status = async (session: LoggedIn, url: string): Promise<number> =>
    (await session.call('GET', url)).statusCode;
  const trialsOf = async (session: LoggedIn): Promise<string[]> =>
    (await session.call('GET', '/api/admin/trials'))
      .json<{ trials: { id: string }[] }>()
      .trials.map(({ id }) => id);
  const readsOf = async (session: LoggedIn): Promise<string[]> =>
    (await session.call('GET', '/api/reads'))
      .json<{ reads: { readId: string }[] }>()
      .reads.map(({ readId }) => readId);
  const entries = async (account: string) =>
    (await readChain(server.deps.db, systemChain))
      .map(({ entry }) => entry as { by: string; act: string; details: Record<string, unknown> })
      .filter(({ by, details }) => by === account && ('hat' in details || 'to' in details))
      .map(({ act, details }) => ({ act, ...details }));
  const changes = async (account: string) =>
    (await entries(account)).filter(({ act }) => act === 'hat.changed');

  it('opens to a reader of one trial who manages the data of another only the one that it is of', async () => {
    await give('reader', ['T-2', 'dataManager']);
    const session = await logIn(server, 'reader');
    expect(await view(session)).toMatchObject({
      ...{ hat: 'reader', hats: ['reader', 'dataManager'], roles: ['reader'] },
      ...{ administrator: false, trials: [] },
    });
    const [read = 'none'] = await readsOf(session);
    const ofRead = [`/api/reads/${read}`, `/reads/${read}/dicomweb/studies`];
    const ofManager = ['progress', 'arrivals', 'people', 'exams'];
    for (const url of ofRead) expect([url, await status(session, url)]).toEqual([url, 200]);
    for (const page of ofManager) {
      expect(await status(session, `/api/admin/trials/T-2/${page}`)).toBe(404);
    }
    expect(await trialsOf(session)).toEqual([]);

    const changed = await wear(session, 'dataManager');
    expect([changed.statusCode, changed.headers['clear-site-data']]).toEqual([200, '"cache"']);
    expect(changed.json()).toEqual(await view(session));
    expect(changed.json()).toMatchObject({
      ...{ hat: 'dataManager', hats: ['reader', 'dataManager'], roles: ['dataManager'] },
      trials: [{ id: 'T-2', roles: ['dataManager'] }],
    });
    expect(await readsOf(session)).toEqual([]);
    for (const url of ofRead) expect([url, await status(session, url)]).toEqual([url, 404]);
    for (const page of ofManager) {
      expect(await status(session, `/api/admin/trials/T-2/${page}`)).toBe(200);
      expect(await status(session, `/api/admin/trials/T-1/${page}`)).toBe(404);
    }
    expect(await trialsOf(session)).toEqual(['T-2']);
    const draft = { document: {} };
    const saved = await session.call('PUT', `/api/reads/${read}/draft`, draft, {
      'if-match': '"0"',
    });
    expect(saved.statusCode).toBe(404);
  });

  it('is of the trials in which its role is held, not of those with another one', async () => {
    await give('both', ['T-1', 'auditor'], ['T-1', 'trainer'], ['T-2', 'admin']);
    const session = await logIn(server, 'both');
    expect((await view(session)).hats).toEqual(['admin', 'trainer', 'auditor']);
    expect(await trialsOf(session)).toEqual(['T-2']);
    await wear(session, 'auditor');
    expect(await trialsOf(session)).toEqual(['T-1']);
    // A trainer sees people, and no trial's progress.
    await wear(session, 'trainer');
    expect(await status(session, '/api/admin/trials/T-1/people')).toBe(200);
    expect(await status(session, '/api/admin/trials/T-1/progress')).toBe(404);
  });

  it('keeps what is read apart from what is decided on, in one trial', async () => {
    await give('reader', ['T-1', 'adjudicator']);
    const session = await logIn(server, 'reader');
    await wear(session, 'reader');
    const reads = await readsOf(session);
    expect(reads).toHaveLength(1);
    await wear(session, 'adjudicator');
    expect(await readsOf(session)).toEqual([]);
    expect(await status(session, `/api/reads/${reads[0]}`)).toBe(404);
  });

  it('is on record at login and at each change, and the one chosen last is worn at the next login', async () => {
    const id = await give('moving', ['T-1', 'reader'], ['T-2', 'dataManager']);
    const first = await logIn(server, 'moving');
    await wear(first, 'dataManager');
    await wear(first, 'dataManager');
    const second = await logIn(server, 'moving');
    expect((await view(second)).hat).toBe('dataManager');
    await wear(second, 'reader');
    // Each session has its own.
    expect([(await view(first)).hat, (await view(second)).hat]).toEqual(['dataManager', 'reader']);
    // Going on after the end of a session is no change.
    const renewed = await server.ask({
      ...{ method: 'POST', url: '/api/session/renew', headers: { cookie: first.cookie } },
      payload: { user: 'moving', password },
    });
    expect(renewed.json<View>().hat).toBe('dataManager');
    await end('moving', 'T-1', 'reader');
    expect((await view(await logIn(server, 'moving'))).hat).toBe('dataManager');
    expect(await entries(id)).toEqual([
      { act: 'login', hat: 'reader', secondFactor: 'none' },
      { act: 'hat.changed', from: 'reader', to: 'dataManager', because: 'chosen' },
      { act: 'login', hat: 'dataManager', secondFactor: 'none' },
      { act: 'hat.changed', from: 'dataManager', to: 'reader', because: 'chosen' },
      { act: 'session.renewed', endedSessionKnown: true, hat: 'dataManager', secondFactor: 'none' },
      { act: 'login', hat: 'dataManager', secondFactor: 'none' },
    ]);
  });

  it('of a role that has ended gives way to another, and nothing is done in that one unseen', async () => {
    const id = await give('leaving', ['T-1', 'dataManager'], ['T-1', 'admin']);
    const session = await logIn(server, 'leaving');
    expect((await view(session)).hat).toBe('dataManager');
    await end('leaving', 'T-1', 'dataManager');
    const absence = { user: 'reader', from: '2026-04-01', to: '2026-04-02' };
    const refused = await session.call('POST', '/api/admin/trials/T-1/absences', absence);
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: 'CL_HAT_ENDED', message: expect.stringContaining('not data manager any more') },
    ]);
    expect(await server.deps.db.selectFrom('absence').select('id').execute()).toEqual([]);
    expect(await view(session)).toMatchObject({ hat: 'admin', hats: ['admin'] });
    const again = await session.call('POST', '/api/admin/trials/T-1/absences', absence);
    expect(again.statusCode).toBe(200);

    // The last role ends: nothing is left, and leaving is possible.
    await end('leaving', 'T-1', 'admin');
    expect(await view(session)).toMatchObject({ hat: null, hats: [], roles: [], trials: [] });
    expect(await status(session, '/api/admin/trials/T-1/people')).toBe(404);
    // The first one of all is worn at once.
    await give('leaving', ['T-2', 'auditor']);
    expect((await view(session)).hat).toBe('auditor');
    await end('leaving', 'T-2', 'auditor');
    expect((await session.call('POST', '/api/logout')).statusCode).toBe(204);
    expect(await changes(id)).toEqual([
      { act: 'hat.changed', from: 'dataManager', to: 'admin', because: 'roleEnded' },
      { act: 'hat.changed', from: 'admin', to: null, because: 'roleEnded' },
      { act: 'hat.changed', from: null, to: 'auditor', because: 'roleGiven' },
      { act: 'hat.changed', from: 'auditor', to: null, because: 'roleEnded' },
    ]);
  });

  it('gives way once, of requests at the same time', async () => {
    const id = await give('many', ['T-1', 'dataManager'], ['T-1', 'auditor']);
    const session = await logIn(server, 'many');
    await end('many', 'T-1', 'dataManager');
    const views = await Promise.all([1, 2, 3, 4].map(() => view(session)));
    expect(views.map(({ hat }) => hat)).toEqual(['auditor', 'auditor', 'auditor', 'auditor']);
    expect(await changes(id)).toHaveLength(1);
  });

  it('is refused where it is not held, and where it would unblind', async () => {
    await give('mixed', ['T-1', 'reader'], ['T-2', 'auditor']);
    const session = await logIn(server, 'mixed');
    const notHeld = await wear(session, 'dataManager');
    expect([notHeld.statusCode, notHeld.json()]).toMatchObject([409, { code: 'CL_HAT_NOT_HELD' }]);
    expect((await wear(session, 'typist')).statusCode).toBe(400);
    const csrf = { 'x-csrf-token': 'none' };
    const forged = await session.call('POST', '/api/session/hat', { hat: 'auditor' }, csrf);
    expect([forged.statusCode, forged.json()]).toMatchObject([403, { code: 'CL_CSRF' }]);

    // No route grants this.
    await give('mixed', ['T-1', 'dataManager']);
    const unblinding = await wear(session, 'dataManager');
    expect([unblinding.statusCode, unblinding.json()]).toMatchObject([
      409,
      {
        code: 'CL_ROLES_UNBLIND',
        message: expect.stringContaining("You can't work as data manager in T-1: mixed is reader"),
      },
    ]);
    // Nor does reading go on beside it, and what stands beside both is left.
    expect(await view(session)).toMatchObject({ hat: 'auditor', hats: ['auditor'] });
    expect(await readsOf(session)).toEqual([]);
    // Where the same role is held in another trial it opens that one alone.
    await give('mixed', ['T-2', 'dataManager']);
    expect((await wear(session, 'dataManager')).statusCode).toBe(200);
    expect((await view(session)).trials).toEqual([expect.objectContaining({ id: 'T-2' })]);
    expect(await trialsOf(session)).toEqual(['T-2']);
    expect(await status(session, '/api/admin/trials/T-1/progress')).toBe(404);
  });

  it('has the right of an administrator with the hat of an admin alone', async () => {
    const id = await give('third', ['T-1', 'reader'], ['T-2', 'auditor']);
    await server.deps.db
      .updateTable('account')
      .set({ administrator: true })
      .where('id', '=', id)
      .execute();
    const session = await logIn(server, 'third');
    expect((await view(session)).hats).toEqual(['reader', 'auditor', 'administrator']);
    expect(await status(session, '/api/admin/accounts')).toBe(403);
    expect(await status(session, '/api/admin/charters/examples')).toBe(404);
    await wear(session, 'administrator');
    expect(await view(session)).toMatchObject({ roles: [], administrator: true, trials: [] });
    expect(await status(session, '/api/admin/accounts')).toBe(200);
    expect(await readsOf(session)).toEqual([]);
    expect(await trialsOf(session)).toEqual([]);
    // Who deploys a trial becomes its admin, under the same hat.
    const charter = charterText
      .replace('id: T-1', 'id: T-3')
      .replace('R1: [reader]', 'R1: [other]');
    expect((await session.call('POST', '/api/admin/trials', { charter })).statusCode).toBe(200);
    expect(await view(session)).toMatchObject({ hat: 'admin', administrator: true });
    expect((await session.call('GET', '/api/admin/trials/T-3/versions')).statusCode).toBe(200);
    expect(await changes(id)).toHaveLength(1);
  });

  it('is none of a program: its token has all roles of its account', async () => {
    const id = await give('program', ['T-1', 'auditor'], ['T-2', 'admin']);
    const session = await logIn(server, 'program');
    await wear(session, 'auditor');
    const authorization = `Bearer ${await issueApiToken(server.deps, id)}`;
    const trials = await server.ask({ url: '/api/admin/trials', headers: { authorization } });
    expect(trials.json<{ trials: { id: string }[] }>().trials.map(one => one.id)).toEqual([
      'T-1',
      'T-2',
    ]);
    expect(await trialsOf(session)).toEqual(['T-1']);
  });
});
