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
import { emptyReadDocument } from '@corelab/reads';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  deployed,
  logIn,
  password,
  testServer,
  type LoggedIn,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('trouble with drafts and signatures', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reader: LoggedIn;
  let id: string;
  let meaning: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    await deployed(server);
    reader = await logIn(server, 'reader');
    const list = await reader.call('GET', '/api/reads');
    id = list.json<{ reads: { readId: string }[] }>().reads[0]?.readId ?? 'none';
    const context = await reader.call('GET', `/api/reads/${id}`);
    meaning = context.json<{ meanings: string[] }>().meanings[0] ?? '';
  });
  afterEach(async () => {
    await server.close();
  });

  const tag = async (): Promise<string> =>
    String((await reader.call('GET', `/api/reads/${id}/draft`)).headers.etag);
  const save = async (document: object, more: object = {}, etag?: string) =>
    reader.call(
      'PUT',
      `/api/reads/${id}/draft`,
      { document, ...more },
      { 'if-match': etag ?? (await tag()) }
    );
  const sign = async (secret: string, requestId: string) =>
    reader.call('POST', `/api/reads/${id}/sign`, {
      password: secret,
      meaning,
      requestId,
      pictures: { missing: 'noViewer' },
      etag: await tag(),
    });
  const nothing = { ...emptyReadDocument(), noDisease: true };
  const open = (comment: string) => ({
    ...emptyReadDocument(),
    comment,
    lesions: [
      {
        trackingUid: '2.25.777',
        id: 'T01',
        role: 'target',
        location: 'LIVER',
        laterality: null,
        state: 'toDo',
        reason: null,
        mergedInto: null,
        splitFrom: null,
        mark: null,
        comment: '',
        createdInThisRead: true,
      },
    ],
  });

  it('names the lesion that keeps a read from being signed', async () => {
    await save(open(''));
    const refused = await sign(password, 'request-one');
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({
      code: 'CL_OPEN_ITEMS',
      items: [{ lesion: 'T01' }],
      message: expect.stringContaining('T01'),
    });
  });

  it('says a wrong password, then the lock, signs nothing by it, and later signs', async () => {
    await save(nothing);
    const codes: string[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      codes.push((await sign('no', `request-${attempt}`)).json<{ code: string }>().code);
    }
    expect(codes.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => 'CL_PASSWORD_WRONG'));
    expect(codes[4]).toBe('CL_ACCOUNT_LOCKED');
    expect((await sign(password, 'request-right')).json()).toMatchObject({
      code: 'CL_ACCOUNT_LOCKED',
      minutes: 15,
      tries: 5,
    });
    expect(await server.deps.db.selectFrom('signature').selectAll().execute()).toEqual([]);
    server.forward(server.deps.policy.lockMs);
    reader = await logIn(server, 'reader');
    expect((await sign(password, 'request-later')).statusCode).toBe(200);
  });

  it('records both sides of a conflict, without their words', async () => {
    const etag = await tag();
    await save(open('theirs'), {}, etag);
    const refused = await save(nothing, {}, etag);
    expect(refused.statusCode).toBe(412);
    const { etag: theirs } = refused.json<{ etag: string }>();
    const mine = { ...nothing, comment: 'Jane Doe came again' };
    const chosen = await save(open('theirs'), { replaced: mine }, theirs);
    expect(chosen.statusCode).toBe(200);
    const chain = await server.ask({
      url: '/api/admin/audit/T-1',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    // The last one is of the export of the chain itself.
    const last = chain.body
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).entry)
      .at(-2);
    expect(last).toMatchObject({ act: 'draft.saved', details: { changes: [] } });
    const paths = last.details.conflict.differences.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/comment', '/lesions/0', '/noDisease']));
    expect(chain.body).not.toContain('Jane Doe');
  });

  it('refuses an unchosen version that is no read document', async () => {
    const refused = await save(nothing, { replaced: { schemaVersion: 1 } });
    expect(refused.json()).toMatchObject({ code: 'CL_DOCUMENT_INVALID' });
  });
});
