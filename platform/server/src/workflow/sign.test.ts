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
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { measuredDocument, readingOf } from '../testing/reading-bench.js';
import { deployed, logIn, testServer, type TestServer } from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('signing', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let reading: ReturnType<typeof readingOf>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    await deployed(server);
    reading = readingOf(server, await logIn(server, 'reader'));
  });
  afterEach(async () => {
    await server.close();
  });

  it('does not sign with a wrong password, an old draft or open items', async () => {
    const id = await reading.openId();
    const meaning = await reading.meaningOf(id);
    const empty = await reading.draftTag(id);
    const open = await reading.sign(id, empty, { meaning });
    expect(open.statusCode).toBe(422);
    expect(open.json<{ items: object[] }>().items.length).toBeGreaterThan(0);
    expect((await reading.sign(id, empty, { meaning: 'because' })).json()).toMatchObject({
      code: 'CL_MEANING_UNKNOWN',
    });
    const saved = await reading.save(id, measuredDocument(1, 20), empty);
    expect((await reading.sign(id, empty, { meaning })).statusCode).toBe(412);
    const wrong = await reading.sign(id, String(saved.headers.etag), { meaning, password: 'no' });
    expect([wrong.statusCode, wrong.json<{ code: string }>().code]).toEqual([
      403,
      'CL_PASSWORD_WRONG',
    ]);
  });

  it('signs once, however often the same request comes, and locks', async () => {
    const id = await reading.openId();
    const first = await reading.signWith(id, 20);
    expect(first.statusCode).toBe(200);
    const etag = await reading.draftTag(id);
    const again = await reading.sign(id, etag, { meaning: await reading.meaningOf(id) });
    expect(again.json()).toEqual(first.json());
    const other = await reading.sign(id, etag, {
      meaning: await reading.meaningOf(id),
      requestId: 'another-one',
    });
    expect(other.statusCode).toBe(409);
    const late = await reading.save(id, measuredDocument(1, 33), etag);
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([409, 'CL_READ_LOCKED']);
    const rows = await server.deps.db.selectFrom('signature').selectAll().execute();
    expect(rows).toHaveLength(1);
    const derived = first.json<{ derived: { timepoints: { burden: { value: number } }[] } }>()
      .derived;
    expect(derived.timepoints[0]?.burden.value).toBe(20);
  });

  it('signs once when two requests come together', async () => {
    const id = await reading.openId();
    const saved = await reading.save(id, measuredDocument(1, 20), await reading.draftTag(id));
    const meaning = await reading.meaningOf(id);
    const etag = String(saved.headers.etag);
    const answers = await Promise.all(
      ['request-one', 'request-two'].map(requestId =>
        reading.sign(id, etag, { meaning, requestId })
      )
    );
    expect(answers.map(answer => answer.statusCode).sort()).toEqual([200, 409]);
  });
});
