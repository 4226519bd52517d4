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
import { emptyDecision } from '@corelab/adjudication';
import { testAccount } from '../testing/test-account.js';
import { readChain, verifyChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { logIn, password, testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(180_000);

interface Problems {
  state: string;
  suspended: boolean;
  problems: { problemId: string; decision: string | null; answers: object[] }[];
}

describe('a problem that an adjudicator flags', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let two: Awaited<ReturnType<typeof twoReaderBench>>;
  let id: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  /** The readers differ, and `judge` has the case; `deputy` could have it too. */
  beforeEach(async () => {
    server = await testServer(opened);
    await testAccount(server.deps, { userName: 'deputy', displayName: 'Dr deputy' });
    const text = twoReaderText().replace('ADJ: [judge]', 'ADJ: [judge, deputy]');
    two = await twoReaderBench(server, text);
    await two.readAll('R1', [40, 20, 40]);
    await two.readAll('R2', [40, 20, 20]);
    const { user_name: given } = await server.deps.db
      .selectFrom('adjudication_assignment')
      .innerJoin('account', 'account.id', 'adjudication_assignment.account_id')
      .select('account.user_name')
      .executeTakeFirstOrThrow();
    // Of two without load the first by name.
    expect(given).toBe('deputy');
    two.people.ADJ = await logIn(server, given);
    id = (await two.cases())[0]?.readId ?? 'none';
  });
  afterEach(() => server.close());

  const call = (method: 'GET' | 'POST' | 'PUT', path: string, payload?: object, headers?: object) =>
    two.people.ADJ.call(method, `/api/adjudications/${id}${path}`, payload, { ...headers });
  const flag = (kind: string, more: object = {}) =>
    call('POST', '/problems', {
      kind,
      text: 'Read A says so',
      requestId: `request-${kind}`,
      ...more,
    });
  const tag = async () => String((await call('GET', '/draft')).headers.etag);
  const document = { ...emptyDecision(), choice: { kind: 'read', side: 'a' } as const };
  const save = async () => call('PUT', '/draft', { document }, { 'if-match': await tag() });
  const codeOf = (answer: { statusCode: number; json<T>(): T }) => [
    answer.statusCode,
    answer.json<{ code?: string }>().code,
  ];
  const admin = async <T>(method: 'GET' | 'POST', url: string, payload?: object): Promise<T> => {
    const headers = { authorization: `Bearer ${server.adminToken}` };
    const answer = await server.ask({ method, url, headers, ...(payload && { payload }) });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<T>();
  };
  const raised = async () =>
    (await admin<{ problems: { id: string }[] }>('GET', '/api/admin/problems?trial=T-1')).problems;
  const answer = async (decision: string) => {
    const url = `/api/admin/problems/${(await raised())[0]?.id}/answer`;
    const answered = await admin<{ readState: string }>('POST', url, {
      decision,
      text: 'It is so',
    });
    await server.releases.idle();
    return answered.readState;
  };
  const states = async () =>
    (
      await server.deps.db
        .selectFrom('adjudication')
        .select(['version', 'state'])
        .orderBy('version')
        .execute()
    ).map(({ version, state }) => `${version} ${state}`);
  const trialChain = async () => {
    const { id: trial } = await server.deps.db
      .selectFrom('trial')
      .select('id')
      .executeTakeFirstOrThrow();
    return readChain(server.deps.db, trial);
  };

  it('holds the case, is answered without names, and the case goes on with its draft', async () => {
    // Nothing was saved: it opens again as it was.
    expect((await flag('wrongSubject')).json<Problems>()).toMatchObject({
      ...{ state: 'onHold', suspended: false },
      problems: [{ kind: 'wrongSubject', decision: null, answers: [] }],
    });
    expect(await answer('resume')).toBe('ready');
    expect((await save()).statusCode).toBe(200);
    expect((await flag('correction')).statusCode).toBe(422);
    const held = await flag('missingSeries');
    expect((await flag('missingSeries')).json()).toEqual(held.json());
    expect(codeOf(await save())).toEqual([409, 'CL_READ_ON_HOLD']);
    const meaning = 'I made this assessment and it is complete';
    const signature = { password, meaning, requestId: 'request-sign', etag: await tag() };
    expect(codeOf(await call('POST', '/sign', signature))).toEqual([409, 'CL_READ_ON_HOLD']);
    expect(await two.cases()).toMatchObject([{ readId: id, state: 'onHold' }]);
    expect(await raised()).toMatchObject([
      {
        ...{ task: 'adjudication', readId: id, slot: 'ADJ', timepoint: 'subject' },
        ...{ subject: 'REAL-SUBJECT-1', readState: 'onHold', raisedBy: 'deputy' },
      },
    ]);
    const sheet = await admin<{ whole: object[] }>(
      'GET',
      '/api/admin/trials/T-1/progress/subjects/REAL-SUBJECT-1'
    );
    expect(sheet.whole).toMatchObject([
      { task: 'adjudication', readState: 'onHold', reasons: [{ key: 'problemOpen' }] },
    ]);
    expect(await answer('hold')).toBe('onHold');
    expect(await answer('resume')).toBe('draft');
    const seen = await call('GET', '/problems');
    expect(seen.json<Problems>()).toMatchObject({
      state: 'draft',
      problems: [{ decision: 'resume' }, { decision: 'resume' }],
    });
    expect(seen.json<Problems>().problems[1]?.answers).toHaveLength(2);
    for (const hidden of ['admin', 'reader', 'other', 'REAL-SUBJECT-1', 'R1', 'R2']) {
      expect(seen.body).not.toContain(`"${hidden}"`);
    }
    const draft = (await call('GET', '/draft')).json<{ document: object }>();
    expect(draft.document).toEqual(document);
    const chain = await trialChain();
    expect(verifyChain(chain).ok).toBe(true);
    expect(JSON.stringify(chain)).not.toMatch(/Read A says so|It is so/);
  });

  it('that excludes them has another adjudicator decide, with nothing chosen', async () => {
    await save();
    await flag('criticalFinding');
    expect(await answer('exclude')).toBe('void');
    expect(await states()).toEqual(['1 void', '2 ready']);
    expect(codeOf(await call('GET', ''))).toEqual([404, 'CL_NOT_FOUND']);
    expect(await two.cases()).toEqual([]);
    two.people.ADJ = await logIn(server, 'judge');
    const [next] = await two.cases();
    id = next?.readId ?? 'none';
    const draft = (await call('GET', '/draft')).json<{ document: object }>();
    expect(draft.document).toEqual(emptyDecision());
    expect((await call('GET', '/problems')).json<Problems>().problems).toEqual([]);
    const side = await two.sideOf('R2');
    expect((await two.decide(id, { kind: 'read', side })).statusCode).toBe(200);
    expect(await two.courses()).toEqual({ ADJ: 'final', R1: 'final', R2: 'final' });
  });

  it('about who the subject is closes the subject to them until it is decided', async () => {
    const flagged = await flag('identifyingInformation');
    expect(flagged.json<Problems>()).toMatchObject({ state: 'onHold', suspended: true });
    expect(codeOf(await call('GET', ''))).toEqual([403, 'CL_READER_SUSPENDED']);
    const images = await two.people.ADJ.call('GET', `/reads/${id}/dicomweb/studies`);
    expect(images.statusCode).toBe(403);
    expect(await answer('resume')).toBe('ready');
    expect((await call('GET', '')).statusCode).toBe(200);
  });

  it('once it is decided leaves the signature as it is', async () => {
    const side = await two.sideOf('R1');
    await two.decide(id, { kind: 'read', side });
    expect(codeOf(await flag('missingSeries'))).toEqual([422, 'CL_PROBLEM_KIND']);
    expect((await flag('correction')).json<Problems>()).toMatchObject({ state: 'signed' });
    expect(await answer('exclude')).toBe('signed');
    expect(await states()).toEqual(['1 signed']);
  });
});
