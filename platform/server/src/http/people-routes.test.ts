import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { testAccount } from '../testing/test-account.js';
import { readChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  approved,
  charterText,
  deployed,
  logIn,
  putInForce,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { rolesIn } from '../trials/roles.js';

const amendment = { reason: 'Protocol 2', scope: 'newTimepoints' } as const;
/** Names `other` as the reader. */
const otherReads = charterText.replace('R1: [reader]', 'R1: [other]');
const twoSites = charterText.replace(
  "[{ code: '101', name: Site }]",
  "[{ code: '101', coordinators: [coordinator] }, { code: '102', coordinators: [coordinator] }]"
);

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

interface Granted {
  role: string;
  sites: string[];
  reason: string | null;
  endedAt: string | null;
  endReason: string | null;
}

describe('the people of a trial', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    for (const userName of ['manager', 'coordinator']) {
      await testAccount(server.deps, { userName, displayName: userName });
    }
  });
  afterAll(() => server.close());

  const call = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await server.ask({
      method,
      url: `/api/admin/${path}`,
      headers: { authorization: `Bearer ${server.adminToken}` },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const deploy = (charter: string, more: object = {}) =>
    call('POST', 'trials', { charter, ...more });
  const grant = (user: string, role: string, more: object = {}) =>
    call('POST', 'trials/T-1/roles', { user, role, reason: 'needed', ...more });
  const end = (user: string, role: string) =>
    call('POST', 'trials/T-1/roles/end', { user, role, reason: 'moved on' });
  const draft = (charter: string) => call('POST', 'trials/T-1/versions', { charter, ...amendment });
  const versions = async () => {
    const query = server.deps.db.selectFrom('charter_version').select(['version', 'state']);
    const rows = await query.orderBy('version').execute();
    return rows.map(({ version, state }) => `${version} ${state}`);
  };
  const grantsOf = async (user: string): Promise<Granted[]> => {
    const { body } = await call('GET', 'trials/T-1/people');
    const people = body['people'] as { user: string; roles: Granted[] }[];
    return people.find(one => one.user === user)?.roles ?? [];
  };
  const inForce = async (user: string) =>
    (await grantsOf(user)).filter(one => one.endedAt === null).map(({ role }) => role);

  it('keep every grant with its reason, also when it has ended', async () => {
    await deploy(charterText);
    expect((await grant('manager', 'dataManager')).body).toEqual({ changed: true });
    expect((await grant('manager', 'dataManager')).body).toEqual({ changed: false });
    server.forward(1000);
    await end('manager', 'dataManager');
    server.forward(1000);
    await grant('manager', 'dataManager');
    expect(await grantsOf('manager')).toMatchObject([
      { role: 'dataManager', reason: 'needed', endReason: 'moved on' },
      { role: 'dataManager', reason: 'needed', endedAt: null },
    ]);
  });

  it('can do nothing more by a role that has ended', async () => {
    await deployed(server);
    const reader = await logIn(server, 'reader');
    const list = async () => (await reader.call('GET', '/api/reads')).json<{ reads: object[] }>();
    expect((await list()).reads).toHaveLength(1);
    await end('reader', 'reader');
    expect((await list()).reads).toEqual([]);
    const { db } = server.deps;
    const trial = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const account = await db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', 'reader')
      .executeTakeFirstOrThrow();
    expect(await rolesIn(db, trial.id, account.id)).toEqual([]);
  });

  it('neither see and read at once nor read after they have seen', async () => {
    await putInForce(server);
    const seeing = await grant('reader', 'dataManager');
    expect([seeing.status, seeing.body['code'], seeing.body['message']]).toEqual([
      409,
      'CL_ROLES_UNBLIND',
      'reader is reader in this trial and as data manager would see what readers may not; choose someone else as data manager.',
    ]);
    await grant('manager', 'dataManager');
    await end('manager', 'dataManager');
    const reading = await grant('manager', 'adjudicator');
    expect([reading.status, reading.body['code']]).toEqual([409, 'CL_ROLES_UNBLIND']);
    expect(await inForce('manager')).toEqual([]);
    expect((await grant('reader', 'trainer')).body).toEqual({ changed: true });
  });

  it('coordinate sites of the charter in force, which can change', async () => {
    await deploy(charterText);
    const refused = async (more: object, role = 'siteCoordinator') => {
      const { status, body } = await grant('coordinator', role, more);
      expect([status, body['code']]).toEqual([422, 'CL_SITES']);
      return body['message'];
    };
    expect(await refused({ sites: ['101'] })).toBe(
      'No version of the charter is in force yet, so the trial has no sites.'
    );
    await approved(server, 'T-1', 1);
    expect(await refused({})).toBe('A site coordinator needs at least one site.');
    expect(await refused({ sites: ['999'] })).toBe('The charter has no site 999 (it has 101).');
    await refused({ sites: ['101'] }, 'dataManager');
    await grant('coordinator', 'siteCoordinator', { sites: ['101', '101'] });
    expect(await grantsOf('coordinator')).toMatchObject([{ sites: ['101'], endedAt: null }]);

    server.forward(1000);
    await deploy(twoSites, amendment);
    const broken = twoSites.replace('day: 56', 'day: soon');
    expect((await draft(broken)).body).toMatchObject({ version: 3, hash: null });
    expect(await refused({ sites: ['102'] })).toBe('The charter has no site 102 (it has 101).');
    expect(await grantsOf('coordinator')).toMatchObject([{ sites: ['101'], endedAt: null }]);

    await approved(server, 'T-1', 2);
    expect(await grantsOf('coordinator')).toMatchObject([
      { sites: ['101'], endReason: 'named by version 2 of the charter' },
      { sites: ['101', '102'], endedAt: null },
    ]);
  });

  it('have the roles that the charter names once it is in force', async () => {
    const named = `${charterText}roles: { dataManager: [manager], auditor: [other] }\n`;
    await deploy(named);
    for (const user of ['reader', 'manager', 'other']) expect(await inForce(user)).toEqual([]);
    expect(await inForce('admin')).toEqual(['admin']);
    await approved(server, 'T-1', 1);
    expect(await grantsOf('reader')).toMatchObject([
      { role: 'reader', reason: 'named by version 1 of the charter', grantedBy: 'approver' },
    ]);
    expect(await inForce('reader')).toEqual(['reader']);
    expect(await inForce('manager')).toEqual(['dataManager']);
    expect(await inForce('other')).toEqual(['auditor']);
    expect(await inForce('admin')).toEqual(['admin']);
    await end('other', 'auditor');
    expect((await deploy(named)).body).toMatchObject({ version: 1, changed: false });
    expect(await inForce('other')).toEqual([]);
  });

  it('must exist: a charter that names somebody else is refused by name, and nothing of it stays', async () => {
    const { status, body } = await deploy(`${charterText}roles: { trainer: [nobody1] }\n`);
    expect([status, body['code'], body['message']]).toEqual([
      422,
      'CL_ACCOUNT_UNKNOWN',
      'The charter names the trainer nobody1, who has no account.',
    ]);
    expect(await server.deps.db.selectFrom('trial').select('id').execute()).toEqual([]);
    await deploy(charterText);
    expect((await grant('nobody1', 'trainer')).body['code']).toBe('CL_ACCOUNT_UNKNOWN');
    await call('POST', 'accounts/other/deactivate', { reason: 'Left' });
    expect((await grant('other', 'trainer')).body['code']).toBe('CL_ACCOUNT_INACTIVE');
  });

  it('are refused to the author of a charter where a grant by hand would unblind', async () => {
    await putInForce(server);
    await grant('other', 'sponsor');
    const { status, body } = await deploy(otherReads, amendment);
    expect([status, body['code'], body['user'], body['message']]).toEqual([
      409,
      'CL_ROLES_UNBLIND',
      'other',
      'other is sponsor of this trial and sees what readers may not; choose someone else as reader.',
    ]);
    expect(await versions()).toEqual(['1 effective']);
    await end('other', 'sponsor');
    expect((await deploy(otherReads, amendment)).body['code']).toBe('CL_ROLES_UNBLIND');
    const sponsorReads = `${charterText.replace('R1: [reader]', 'R1: [manager]')}roles: { sponsor: [reader] }\n`;
    expect((await deploy(sponsorReads, amendment)).body['code']).toBe('CL_ROLES_UNBLIND');
    expect(await versions()).toEqual(['1 effective']);
  });

  it('are refused before the first version is in force too', async () => {
    await deploy(charterText);
    await grant('other', 'sponsor');
    expect((await deploy(otherReads)).body['code']).toBe('CL_ROLES_UNBLIND');
    expect(await versions()).toEqual(['1 sentForApproval']);
  });

  it.each([
    ['who would be unblinded', otherReads, 409, 'CL_ROLES_UNBLIND'],
    [
      ...(['whose account is closed', charterText.replace('[reader]', '[coordinator]')] as const),
      ...([422, 'CL_ACCOUNT_INACTIVE'] as const),
    ],
    ['without an account', charterText.replace('[reader]', '[nobody1]'), 422, 'CL_READER_UNKNOWN'],
  ])('of a draft can be anybody, and of a sent one nobody %s', async (_who, text, status, code) => {
    await putInForce(server);
    await grant('other', 'sponsor');
    await call('POST', 'accounts/coordinator/deactivate', { reason: 'Left' });
    expect((await draft(text)).body).toMatchObject({ version: 2, state: 'draft' });
    const sent = await call('POST', 'trials/T-1/versions/2/send');
    expect([sent.status, sent.body['code']]).toEqual([status, code]);
    expect(await versions()).toEqual(['1 effective', '2 draft']);
  });

  it('are refused to who approves where a grant was made after sending, and nothing of it stays', async () => {
    await putInForce(server);
    expect((await deploy(otherReads, amendment)).status).toBe(200);
    expect((await grant('other', 'sponsor')).status).toBe(200);
    const approval = await approved(server, 'T-1', 2);
    expect([approval.statusCode, approval.json<{ code: string }>().code]).toEqual([
      409,
      'CL_ROLES_UNBLIND',
    ]);
    expect(await versions()).toEqual(['1 effective', '2 sentForApproval']);
    expect(await inForce('other')).toEqual(['sponsor']);
  });

  it('keep an admin', async () => {
    await deploy(charterText);
    expect((await end('admin', 'admin')).body['code']).toBe('CL_LAST_ADMIN');
    await grant('other', 'admin');
    expect((await end('admin', 'admin')).status).toBe(200);
    expect((await call('GET', 'trials/T-1/people')).status).toBe(404);
  });

  it('are in the audit trail of the trial by their accounts, with digests for reasons', async () => {
    await putInForce(server);
    await grant('manager', 'dataManager', { reason: 'Dr Manager replaces Dr Former' });
    await end('manager', 'dataManager');
    expect((await end('manager', 'dataManager')).body['code']).toBe('CL_ROLE_NOT_HELD');
    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const chain = await readChain(server.deps.db, trial.id);
    expect(chain.map(({ entry }) => (entry as { act: string }).act)).toEqual([
      'role.granted',
      'charter.written',
      'charter.sentForApproval',
      'role.granted',
      'charter.approved',
      'role.granted',
      'role.ended',
    ]);
    expect(JSON.stringify(chain)).not.toContain('Former');
  });
});
