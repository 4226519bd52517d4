import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  deployed,
  logIn,
  putInForce,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { releaseNext } from '../workflow/sequence.js';
import { ensureCourses } from '../workflow/trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const withBackup = charterText.replace(
  'readers: { R1: [reader] }',
  'readers: { R1: [reader] }\n    assignment: { backups: { R1: [other] } }'
);

describe('absences and conflicts', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  /** The clock stands at 2026-03-01, 09:00 UTC. */
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
  });
  afterAll(() => server.close());

  const call = async (method: 'GET' | 'POST', path: string, payload?: object) => {
    const answer = await server.ask({
      method,
      url: `/api/admin/${path}`,
      headers: { authorization: `Bearer ${server.adminToken}` },
      ...(payload === undefined ? {} : { payload }),
    });
    await server.releases.idle();
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const absent = (more: object = {}) =>
    call('POST', 'trials/T-1/absences', {
      ...{ user: 'reader', from: '2026-02-20', to: '2026-03-01' },
      ...more,
    });
  const readsOf = async (user: string) => {
    const reader = await logIn(server, user);
    const answer = await reader.call('GET', '/api/reads');
    return answer.json<{ reads: { readId: string; state: string; blocked: string | null }[] }>()
      .reads;
  };
  const states = async (user: string) => (await readsOf(user)).map(({ state }) => state);

  it('give a new case to the backup of the charter while its reader is away', async () => {
    await putInForce(server, withBackup);
    await absent();
    await call('POST', 'intake');
    expect([await states('reader'), await states('other')]).toEqual([[], ['ready']]);
  });

  it('give it to nobody where there is no backup, until the reader is back', async () => {
    await putInForce(server);
    const { body } = await absent({ to: '2026-03-31' });
    await call('POST', 'intake');
    expect(await states('reader')).toEqual([]);
    await call('POST', `trials/T-1/absences/${String(body['id'])}/cancel`);
    expect(await states('reader')).toEqual(['ready']);
  });

  it('end with their last day', async () => {
    await putInForce(server, withBackup);
    await absent({ to: '2026-02-28' });
    await call('POST', 'intake');
    expect([await states('reader'), await states('other')]).toEqual([['ready'], []]);
  });

  it('prefer who was named to stand in, and nobody who is away too', async () => {
    await putInForce(server, charterText.replace('R1: [reader]', 'R1: [reader, other]'));
    await absent({ backup: 'other' });
    await absent({ user: 'other' });
    await call('POST', 'intake');
    expect([await states('reader'), await states('other')]).toEqual([[], []]);
  });

  it.each([
    [{ to: '2026-02-19' }, 'CL_ABSENCE'],
    [{ from: '2026-02-31' }, 'CL_ABSENCE'],
    [{ user: 'other' }, 'CL_ABSENCE'],
    [{ backup: 'other' }, 'CL_BACKUP'],
    [{ backup: 'reader' }, 'CL_BACKUP'],
    [{ user: 'nobody1' }, 'CL_ACCOUNT_UNKNOWN'],
  ])('are refused where they make no sense: %j', async (more, code) => {
    await putInForce(server);
    const { status, body } = await absent(more);
    expect([status, body['code']]).toEqual([422, code]);
  });

  it('keep a reader from a subject they know, before and after it was given to them', async () => {
    await deployed(server, withBackup);
    const [read] = await readsOf('reader');
    const reason = 'Treated REAL-SUBJECT-1';
    const { body } = await call('POST', 'trials/T-1/conflicts', {
      ...{ user: 'reader', subject: 'REAL-SUBJECT-1', reason },
    });
    const message =
      "You can't open this read: a conflict of interest with its subject is recorded. Ask the data manager.";
    expect(await readsOf('reader')).toMatchObject([{ state: 'conflict', blocked: message }]);
    const reader = await logIn(server, 'reader');
    for (const path of ['', '/images']) {
      const answer = await reader.call('GET', `/api/reads/${read?.readId}${path}`);
      expect(answer.json()).toMatchObject({ code: 'CL_CONFLICT_OF_INTEREST', message });
    }
    const images = await reader.call('GET', `/reads/${read?.readId}/dicomweb/studies`);
    expect(images.statusCode).toBe(403);

    const trial = await server.deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const chain = JSON.stringify(await readChain(server.deps.db, trial.id));
    expect(chain).toContain('conflict.recorded');
    expect(chain).not.toContain('REAL-SUBJECT-1');

    const path = `trials/T-1/conflicts/${String(body['id'])}/end`;
    await call('POST', path, { reason: 'It was another person' });
    expect(await states('reader')).toEqual(['ready']);
    expect((await call('POST', path, { reason: 'x' })).body['code']).toBe('CL_CONFLICT_ENDED');
  });

  it('keep a reader from all subjects of a site', async () => {
    await putInForce(server, withBackup);
    const { db, newId } = server.deps;
    const trial = await db.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    const site = newId();
    await db.insertInto('site').values({ id: site, trial_id: trial.id, code: '101' }).execute();
    await server.deps.archive.intake(trial.id);
    const subject = await db.selectFrom('subject').select('id').executeTakeFirstOrThrow();
    await db
      .insertInto('subject_site')
      .values({ subject_id: subject.id, site_id: site, valid_from: '2026-01-01', from_sequence: 1 })
      .execute();
    const conflict = (more: object) =>
      call('POST', 'trials/T-1/conflicts', { user: 'reader', reason: 'Works there', ...more });
    for (const more of [
      {},
      { site: '999' },
      { subject: 'nobody' },
      { site: '101', subject: 'x' },
    ]) {
      expect((await conflict(more)).body['code']).toBe('CL_CONFLICT');
    }
    await conflict({ site: '101' });
    for (const course of await ensureCourses(server.deps, trial.id)) {
      await releaseNext(server.deps, course);
    }
    expect([await states('reader'), await states('other')]).toEqual([[], ['ready']]);
    expect((await call('GET', 'trials/T-1/conflicts')).body).toMatchObject({
      conflicts: [{ user: 'reader', site: '101', subject: null, endedAt: null }],
    });
  });
});
