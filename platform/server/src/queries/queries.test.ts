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
import { readChain, verifyChain } from '../audit/chain.js';
import { openQueries } from '../progress/later-facts.js';
import { qcBench, type Caller } from '../testing/qc-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  deployed,
  logIn,
  testServer,
  type Answer,
  type TestServer,
} from '../testing/test-server.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

const codeOf = (answer: Answer): [number, string] => [
  answer.statusCode,
  answer.json<{ code?: string }>().code ?? 'none',
];
const text = 'Please send the portal venous series of Jane Doe';
const dayMs = 86_400_000;

interface Listed {
  queries: { id: string; overdue: boolean; site: string }[];
  next: string | null;
}

describe('a query to a site', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: ReturnType<typeof qcBench>;
  let qc: Caller;
  let manager: Caller;
  let coordinator: Caller;
  let elsewhere: Caller;
  let exam: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    server = await testServer(opened);
    await deployed(server);
    bench = qcBench(server);
    qc = await bench.person('qc1', 'qcTechnologist');
    manager = await bench.person('manager', 'dataManager');
    coordinator = await bench.person('coord101', 'siteCoordinator', ['101']);
    elsewhere = await bench.person('coord102', 'siteCoordinator', ['102']);
    await bench.placed('101');
    exam = await bench.setState('TP1', 'inQc');
  });
  afterEach(async () => {
    await server.close();
  });

  const ask = (more: object = {}, caller = qc) =>
    caller.post('/queries', { exam, text, dueDate: '2026-03-05', ...more });
  const asked = async (more: object = {}): Promise<string> => {
    const answer = await ask(more);
    expect(answer.statusCode).toBe(200);
    return answer.json<{ id: string }>().id;
  };
  const say = (caller: Caller, query: string, act: string, more: object = {}) =>
    caller.post(`/queries/${query}/${act}`, { text: 'Sent today', ...more });
  const list = async (caller: Caller, filter = ''): Promise<Listed['queries']> =>
    (await caller.get(`/queries${filter}`)).json<Listed>().queries;
  const stateOfExam = async () => (await bench.examAt('TP1')).state;

  it('has its exam wait for the answer, and QC looks at it again', async () => {
    const query = await asked();
    expect(await stateOfExam()).toBe('queried');
    expect((await say(coordinator, query, 'answer')).json()).toMatchObject({ state: 'answered' });
    expect(await stateOfExam()).toBe('inQc');
    expect((await say(qc, query, 'close')).json()).toMatchObject({ state: 'closed' });
    expect((await qc.get(`/queries/${query}`)).json()).toMatchObject({
      ...{ state: 'closed', site: '101', subject: 'REAL-SUBJECT-1', exam, overdue: false },
      thread: [
        { act: 'ask', text, by: 'qc1' },
        { act: 'answer', text: 'Sent today', by: 'coord101' },
        { act: 'close', by: 'qc1' },
      ],
    });
    const chain = await readChain(opened.db, await bench.trialId());
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    expect(JSON.stringify(chain)).not.toContain('Jane Doe');
    const acts = chain.map(({ entry }) => (entry as { act: string }).act);
    expect(acts.slice(-5)).toEqual([
      'query.asked',
      'exam.queried',
      'query.answered',
      'exam.answerTakenUp',
      'query.closed',
    ]);
  });

  it('says what it is about, since when it waits, and of which sites there are any', async () => {
    const [series] = await bench.seriesOf(exam);
    const query = await asked({ series: series?.id });
    const askedAt = server.deps.now().toISOString();
    server.forward(dayMs);
    await say(coordinator, query, 'answer');
    const found = (await qc.get('/queries?state=unsettled&text=subject-1')).json();
    expect(found).toMatchObject({
      queries: [
        {
          ...{ id: query, timepoints: ['TP1'], seriesModality: 'CT', seriesRole: 'CT-PV-AX' },
          ...{ askedAt, saidAt: server.deps.now().toISOString() },
        },
      ],
      sites: ['101'],
    });
    expect((await qc.get('/queries?text=subject-2')).json()).toMatchObject({ queries: [] });
    expect((await coordinator.get('/queries')).json()).toMatchObject({ sites: ['101'] });
    expect((await elsewhere.get('/queries')).json()).toMatchObject({ queries: [], sites: [] });
    await say(qc, query, 'close');
    expect(await list(qc, '?state=unsettled')).toEqual([]);
  });

  it('is shown in the progress of its timepoint until it is closed, with whose turn it is', async () => {
    const { timepoint_id: timepoint } = await bench.examAt('TP1');
    const shown = async () => (await openQueries.load(opened.db, [timepoint], null)).get(timepoint);
    const since = server.deps.now().toISOString();
    expect(await shown()).toBeUndefined();
    const query = await asked();
    server.forward(dayMs);
    await asked();
    expect(await shown()).toEqual({ count: 2, openSince: since, answeredSince: null });
    await say(coordinator, query, 'answer');
    expect(await shown()).toMatchObject({ count: 2, answeredSince: since });
    await say(qc, query, 'close');
    expect(await shown()).toEqual({
      ...{ count: 1, openSince: server.deps.now().toISOString(), answeredSince: null },
    });
  });

  it('is answered by a coordinator of its site alone', async () => {
    const query = await asked();
    expect((await say(elsewhere, query, 'answer')).statusCode).toBe(404);
    expect((await elsewhere.get(`/queries/${query}`)).statusCode).toBe(404);
    expect(await list(elsewhere)).toEqual([]);
    for (const caller of [qc, manager]) {
      expect((await say(caller, query, 'answer')).statusCode).toBe(404);
    }
    for (const act of ['close', 'cancel', 'reopen', 'not-resupplied']) {
      expect((await say(coordinator, query, act, { reason: 'x' })).statusCode).toBe(404);
    }
    expect(await list(coordinator)).toMatchObject([{ id: query, site: '101' }]);
  });

  it('is closed to a coordinator whose role has ended', async () => {
    const query = await asked();
    await opened.db
      .updateTable('role_grant')
      .set({ ended_at: server.deps.now() })
      .where('account_id', '=', coordinator.account.id)
      .execute();
    expect((await coordinator.get(`/queries/${query}`)).statusCode).toBe(404);
    expect((await say(coordinator, query, 'answer')).statusCode).toBe(404);
  });

  it('is asked again with a new day when the answer is not enough', async () => {
    const query = await asked();
    await say(coordinator, query, 'answer');
    expect(codeOf(await say(qc, query, 'reopen'))).toEqual([422, 'CL_DUE_DATE']);
    const again = await say(qc, query, 'reopen', { dueDate: '2026-03-09' });
    expect(again.json()).toMatchObject({ state: 'reopened' });
    expect((await say(coordinator, query, 'answer')).json()).toMatchObject({ state: 'answered' });
  });

  it.each<[string, string, object, string]>([
    ['close', 'open', {}, 'CL_ACT_NOT_POSSIBLE'],
    ['reopen', 'open', { dueDate: '2026-03-09' }, 'CL_ACT_NOT_POSSIBLE'],
    ['cancel', 'answered', {}, 'CL_ACT_NOT_POSSIBLE'],
    ['cancel', 'closed', {}, 'CL_ACT_NOT_POSSIBLE'],
    ['close', 'closed', {}, 'CL_ACT_NOT_POSSIBLE'],
  ])('does not %s one that is %s', async (act, state, more, code) => {
    const query = await asked();
    await opened.db
      .updateTable('query')
      .set({ state: state as 'open' })
      .where('id', '=', query)
      .execute();
    expect(codeOf(await say(qc, query, act, more))).toEqual([409, code]);
  });

  it('needs words where they are needed', async () => {
    const query = await asked();
    const silent = await coordinator.post(`/queries/${query}/answer`, {});
    expect(codeOf(silent)).toEqual([422, 'CL_REASON_NEEDED']);
    expect(codeOf(await qc.post(`/queries/${query}/cancel`, {}))).toEqual([
      422,
      'CL_REASON_NEEDED',
    ]);
  });

  it('is overdue once its day is past and the site has not answered', async () => {
    const late = await asked();
    const open = await asked({ dueDate: '2026-03-20' });
    server.forward(4 * dayMs);
    expect(await list(qc, '?overdue=true')).toEqual([]);
    server.forward(dayMs);
    expect((await list(qc, '?overdue=true')).map(({ id }) => id)).toEqual([late]);
    expect((await list(qc)).map(({ id, overdue }) => [id, overdue])).toEqual([
      [late, true],
      [open, false],
    ]);
    await say(coordinator, late, 'answer');
    expect(await list(qc, '?overdue=true')).toEqual([]);
  });

  it('is listed by page, state, site, subject and exam', async () => {
    const [first, second] = [await asked(), await asked({ rule: 'slice thickness' })];
    const page = (await qc.get('/queries?limit=1')).json<Listed>();
    expect([page.queries.map(({ id }) => id), page.next]).toEqual([[first], first]);
    expect(await list(qc, `?after=${page.next}`)).toMatchObject([
      { id: second, rule: 'slice thickness' },
    ]);
    expect(await list(qc, '?state=answered')).toEqual([]);
    expect(await list(qc, '?site=102')).toEqual([]);
    expect(await list(qc, '?site=101&subject=REAL-SUBJECT-1')).toHaveLength(2);
    expect(await list(qc, `?exam=${exam}`)).toHaveLength(2);
  });

  it('holds its exam until the last of several is answered', async () => {
    const [first, second] = [await asked(), await asked()];
    await say(coordinator, first, 'answer');
    expect(await stateOfExam()).toBe('queried');
    await say(qc, second, 'cancel');
    expect(await stateOfExam()).toBe('inQc');
  });

  it('ends its exam when the site will not send it again', async () => {
    const query = await asked();
    expect((await qc.post(`/queries/${query}/not-resupplied`, { reason: 'x' })).statusCode).toBe(
      404
    );
    const done = await manager.post(`/queries/${query}/not-resupplied`, { reason: 'Disc lost' });
    expect(done.json()).toEqual({ id: query, state: 'closed' });
    expect(await bench.examAt('TP1')).toMatchObject({
      ...{ state: 'notResupplied', timepoint: 'expected' },
    });
    const aboutSubject = await asked({ exam: undefined, subject: 'REAL-SUBJECT-1' });
    const without = await manager.post(`/queries/${aboutSubject}/not-resupplied`, { reason: 'x' });
    expect(codeOf(without)).toEqual([409, 'CL_QUERY_WITHOUT_EXAM']);
  });

  it('about an exam that has passed leaves it as it is', async () => {
    await bench.setState('TP1', 'passed');
    await asked();
    expect(await stateOfExam()).toBe('passed');
  });

  it.each<[string, object]>([
    ['CL_QUERY_ABOUT', { subject: 'REAL-SUBJECT-1' }],
    ['CL_QUERY_ABOUT', { exam: undefined }],
    ['CL_DUE_DATE', { dueDate: '2026-02-30' }],
    ['CL_SERIES_UNKNOWN', { series: '00000000-0000-0000-0000-000000000000' }],
  ])('is refused as it is asked: %s', async (code, more) => {
    expect(codeOf(await ask(more))).toEqual([422, code]);
    expect(await list(qc)).toEqual([]);
  });

  it('needs a site that can be asked', async () => {
    await opened.db.deleteFrom('subject_site').execute();
    expect(codeOf(await ask())).toEqual([422, 'CL_SUBJECT_WITHOUT_SITE']);
  });

  it('is nothing that a reader sees', async () => {
    await asked();
    const reader = await logIn(server, 'reader');
    const answers = [await reader.call('GET', '/api/reads')];
    const { reads } = answers[0]?.json<{ reads: { readId: string }[] }>() ?? { reads: [] };
    for (const { readId } of reads) {
      answers.push(await reader.call('GET', `/api/reads/${readId}`));
      answers.push(await reader.call('GET', `/api/reads/${readId}/problems`));
    }
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200));
    expect(answers.map(({ body }) => body).join()).not.toMatch(/query|Jane Doe/i);
  });
});
