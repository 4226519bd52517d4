import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  deployed,
  logIn,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const asking = `${charterText}qualifications: { reader: [gcp, charterTraining] }\n`;
const dayMs = 86_400_000;

interface Listed {
  readId: string;
  state: string;
  blocked: string | null;
}

describe('qualifications', () => {
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
    return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
  };
  const record = async (kind: string, more: object = {}) => {
    const answer = await call('POST', 'trials/T-1/qualifications', {
      ...{ user: 'reader', kind, date: '2026-02-01' },
      ...(kind === 'charterTraining' ? { charterVersion: 1 } : {}),
      ...more,
    });
    await server.releases.idle();
    return answer;
  };
  const list = async (reader: LoggedIn) =>
    (await reader.call('GET', '/api/reads')).json<{ reads: Listed[] }>().reads;
  const code = async (
    reader: LoggedIn,
    path: string,
    method: 'GET' | 'POST' = 'GET',
    body?: object
  ) => {
    const answer = await reader.call(method, path, body);
    return [answer.statusCode, answer.json<{ code?: string }>().code];
  };

  it('that a charter asks for come before any read is given', async () => {
    await deployed(server, asking);
    const reader = await logIn(server, 'reader');
    expect(await list(reader)).toEqual([]);
    await record('gcp');
    expect(await list(reader)).toEqual([]);
    await record('charterTraining');
    const [read] = await list(reader);
    expect(read).toMatchObject({ state: 'ready', blocked: null });
    expect(await code(reader, `/api/reads/${read?.readId}`)).toEqual([200, undefined]);
  });

  it('that expired or were withdrawn close a read, with its draft kept, until there are new ones', async () => {
    await deployed(server, asking);
    await record('charterTraining');
    await record('gcp', { expiry: '2026-03-01' });
    const reader = await logIn(server, 'reader');
    const [before] = await list(reader);
    const path = `/api/reads/${before?.readId}`;
    expect(await code(reader, path)).toEqual([200, undefined]);

    server.forward(dayMs);
    const again = await logIn(server, 'reader');
    const message =
      "You can't open this read: your Good Clinical Practice training expired on 2026-03-01. Ask your trainer.";
    expect(await list(again)).toMatchObject([{ state: 'notQualified', blocked: message }]);
    const refused = await again.call('GET', path);
    expect(refused.json()).toMatchObject({ code: 'CL_NOT_QUALIFIED', message });
    const signature = {
      ...{ password: 'correct horse battery', meaning: 'x', requestId: 'request-1', etag: '"0"' },
      pictures: { missing: 'noViewer' },
    };
    for (const answer of [
      await code(again, `${path}/images`),
      await code(again, `/reads/${before?.readId}/dicomweb/studies`),
      await code(again, `${path}/sign`, 'POST', signature),
    ]) {
      expect(answer).toEqual([403, 'CL_NOT_QUALIFIED']);
    }
    expect(await code(again, `${path}/draft`)).toEqual([200, undefined]);

    const { body } = await record('gcp', { date: '2026-03-02' });
    expect(await code(again, path)).toEqual([200, undefined]);
    await call('POST', `trials/T-1/qualifications/${String(body['id'])}/withdraw`, {
      reason: 'Another person of that name',
    });
    expect(await code(again, path)).toEqual([403, 'CL_NOT_QUALIFIED']);
  });

  it('that are missing or expired for a role are said by person, by the version in force', async () => {
    await deployed(server, asking);
    await record('gcp', { expiry: '2026-02-28' });
    const missing = async (query = '') =>
      (await call('GET', `trials/T-1/qualifications${query}`)).body['missing'];
    const ofReader = { user: 'reader', role: 'reader', charterVersion: 1 };
    const both = [
      { ...ofReader, kind: 'gcp', expired: '2026-02-28' },
      { ...ofReader, kind: 'charterTraining', expired: null },
    ];
    expect(await missing('?user=reader')).toEqual(both);
    expect(await missing()).toEqual(both);
    // Nothing is asked of an admin.
    expect(await missing('?user=admin')).toEqual([]);
    await record('charterTraining');
    await record('gcp', { date: '2026-03-01' });
    expect(await missing()).toEqual([]);
  });

  it('are of one version: a read made under the next one waits for its training', async () => {
    await deployed(server, asking);
    await call('POST', 'trials', {
      charter: asking.replace('showDerived: live', 'showDerived: afterSigning'),
    });
    await record('gcp');
    await record('charterTraining', { charterVersion: 2 });
    const reader = await logIn(server, 'reader');
    // The baseline's read was planned under version 1, and nobody was trained in that.
    expect(await list(reader)).toEqual([]);
    await record('charterTraining', { charterVersion: 1 });
    expect(await list(reader)).toMatchObject([{ state: 'ready' }]);
  });

  it.each([
    [{ date: '2026-02-30' }, '2026-02-30 is not a date (YYYY-MM-DD).'],
    [{ date: '2026-03-02' }, 'The date 2026-03-02 has not come yet.'],
    [{ expiry: '2026-01-31' }, 'It expires on 2026-01-31, before 2026-02-01.'],
    [{ charterVersion: 1 }, 'Only charter training is of a version of the charter.'],
    [{ kind: 'charterTraining', charterVersion: 9 }, 'The trial has no version 9 of its charter.'],
    [{ kind: 'charterTraining' }, 'Charter training needs the version it was in.'],
  ])('are refused with the reason: %j', async (more, message) => {
    await deployed(server, charterText);
    const { status, body } = await call('POST', 'trials/T-1/qualifications', {
      ...{ user: 'reader', kind: 'gcp', date: '2026-02-01' },
      ...more,
    });
    expect([status, body['message']]).toEqual([422, message]);
  });

  it('are not recorded by oneself, nor withdrawn twice', async () => {
    await deployed(server, charterText);
    const own = await record('gcp', { user: 'admin' });
    expect([own.status, own.body['code']]).toEqual([409, 'CL_OWN_QUALIFICATION']);
    const { body } = await record('gcp', { documentHash: 'a'.repeat(64) });
    const path = `trials/T-1/qualifications/${String(body['id'])}/withdraw`;
    expect((await call('POST', path, { reason: 'x' })).status).toBe(200);
    expect((await call('POST', path, { reason: 'x' })).body['code']).toBe('CL_WITHDRAWN');
    expect((await call('GET', 'trials/T-1/qualifications?user=reader')).body).toMatchObject({
      qualifications: [{ kind: 'gcp', documentHash: 'a'.repeat(64), withdrawReason: 'x' }],
    });
    expect((await call('GET', 'trials/T-1/qualifications?user=other')).body).toEqual({
      qualifications: [],
      missing: [],
    });
  });
});
