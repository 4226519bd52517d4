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
import { accessMatrix } from '../http/access-matrix.js';
import type { LoggedIn } from '../testing/http-client.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('a reader of two', () => {
  let opened: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
  });
  afterEach(async () => {
    await server.close();
  });

  /** Every answer that a session gives a reader about their reads: the routes of the access matrix, by path. */
  const everything = async (reader: LoggedIn, readIds: readonly string[]): Promise<string[]> => {
    const routes = accessMatrix.filter(
      ({ method, access, roles }) =>
        method === 'GET' && access === 'session' && roles?.reader !== undefined
    );
    expect(routes.map(({ url }) => url)).toEqual(
      expect.arrayContaining(['/api/reads', '/api/reads/:readId', '/api/reads/:readId/problems'])
    );
    const answers: string[] = [];
    for (const { url } of routes) {
      const own = url.includes(':readId') ? readIds : [''];
      for (const id of own) {
        const path = url.replace(':readId', id).replace(/:\w+/g, '2.25.11').replace('/*', '/x');
        const { statusCode, body } = await reader.call('GET', path);
        answers.push(`${path} ${statusCode} ${body}`);
      }
    }
    return answers;
  };

  const idsOf = async (reader: LoggedIn): Promise<string[]> =>
    (await reader.call('GET', '/api/reads'))
      .json<{ reads: { readId: string }[] }>()
      .reads.map(({ readId }) => readId);

  it('is told the same whether the other has read, agrees or differs, and whatever is decided', async () => {
    const bench = await twoReaderBench(server);
    const { R1 } = bench.people;
    await bench.readAll('R1', [40, 20, 40]);
    const ids = await idsOf(R1);
    expect(ids).toHaveLength(3);
    const alone = await everything(R1, ids);
    await bench.readAll('R2', [40, 20, 20]);
    expect(await bench.courses()).toMatchObject({ R1: 'inAdjudication' });
    expect(await everything(R1, ids)).toEqual(alone);
    const [item] = await bench.cases();
    const id = item?.readId ?? '';
    await bench.decide(id, { kind: 'read', side: await bench.sideOf('R2') });
    expect(await bench.courses()).toMatchObject({ R1: 'final' });
    expect(await everything(R1, ids)).toEqual(alone);
    for (const word of ['djudic', 'discord', 'R2', 'ADJ', 'other', 'judge', id]) {
      expect(alone.filter(answer => answer.replace(/"of":\d+/g, '').includes(word))).toEqual([]);
    }
  });

  it('finds an adjudication like one that does not exist, its images too', async () => {
    const bench = await twoReaderBench(server);
    await bench.readAll('R1', [40, 20, 40]);
    await bench.readAll('R2', [40, 20, 20]);
    const [item] = await bench.cases();
    const id = item?.readId ?? '';
    const none = 'aaaaaaaaaaaaaaaaaaaaaa';
    const paths = (of: string) => [
      `/api/adjudications/${of}`,
      `/api/adjudications/${of}/images`,
      `/api/adjudications/${of}/draft`,
      `/api/reads/${of}`,
      `/reads/${of}/dicomweb/studies`,
    ];
    for (const person of [bench.people.R1, bench.people.R2]) {
      for (const [index, path] of paths(id).entries()) {
        const theirs = await person.call('GET', path);
        const nothing = await person.call('GET', paths(none)[index] ?? '');
        expect([path, theirs.statusCode, theirs.body]).toEqual([path, 404, nothing.body]);
      }
      for (const act of ['draft', 'sign'] as const) {
        const method = act === 'draft' ? 'PUT' : 'POST';
        const payload =
          act === 'draft'
            ? { document: {} }
            : { password: 'x', meaning: 'x', requestId: 'request-1', etag: '"0"' };
        const headers = { 'if-match': '"0"' };
        const url = (of: string): string => `/api/adjudications/${of}/${act}`;
        const theirs = await person.call(method, url(id), payload, headers);
        const nothing = await person.call(method, url(none), payload, headers);
        expect([act, theirs.statusCode, theirs.body]).toEqual([act, 404, nothing.body]);
      }
    }
    const images = await bench.people.ADJ.call('GET', `/reads/${id}/dicomweb/studies`);
    expect(images.statusCode).toBe(200);
  });

  it('is unknown to the adjudicator, who is not told who, in which slot, when or in what order', async () => {
    const bench = await twoReaderBench(server);
    server.forward(60_000);
    await bench.readAll('R2', [40, 20, 20]);
    server.forward(60_000);
    await bench.readAll('R1', [40, 20, 40]);
    const [item] = await bench.cases();
    const { db } = server.deps;
    const courses = await db.selectFrom('course').select(['slot', 'subject_code']).execute();
    const reads = await db.selectFrom('read').select(['id', 'public_id']).execute();
    const answer = await bench.people.ADJ.call('GET', `/api/adjudications/${item?.readId}`);
    expect(answer.statusCode).toBe(200);
    const hidden = [
      ...['"R1"', '"R2"', 'reader1', 'reader2', 'Dr reader', 'Dr other', 'REAL-SUBJECT'],
      ...['2026-03-01', '2026-01-05', '2026-03-02', '2026-04-27', 'swap', 'signedAt'],
      ...courses.flatMap(({ slot, subject_code }) => (slot === 'ADJ' ? [] : [subject_code])),
      ...reads.flatMap(({ id, public_id }) => [id, public_id]),
    ];
    for (const text of hidden) expect([text, answer.body.includes(text)]).toEqual([text, false]);
    const own = courses.find(({ slot }) => slot === 'ADJ')?.subject_code ?? 'none';
    expect(answer.json()).toMatchObject({ subjectCode: own });
  });

  it('has a name that is drawn: over many cases it is not always the same', async () => {
    const { drawnSwap } = await import('./drawn.js');
    const drawn = new Set(Array.from({ length: 64 }, () => drawnSwap()));
    expect(drawn.size).toBe(2);
  });
});
