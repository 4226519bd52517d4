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
import { qcBench, type Caller } from '../testing/qc-bench.js';
import { readingOf } from '../testing/reading-bench.js';
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

describe('QC of an exam', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: ReturnType<typeof qcBench>;
  let one: Caller;
  let two: Caller;
  let manager: Caller;
  let exam: string;
  let series: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await opened.close();
  });
  /** The baseline is read; the exam of the next timepoint waits for QC. */
  beforeEach(async () => {
    server = await testServer(opened);
    await deployed(server);
    bench = qcBench(server);
    one = await bench.person('qc1', 'qcTechnologist');
    two = await bench.person('qc2', 'qcTechnologist');
    manager = await bench.person('manager', 'dataManager');
    exam = await bench.setState('TP1', 'matched');
    series = (await bench.seriesOf(exam))[0]?.id ?? '';
  });
  afterEach(async () => {
    await server.close();
  });

  const state = async () => (await bench.examAt('TP1')).state;
  const decide = (caller: Caller, act: string, more: object = {}) =>
    caller.post(`/exams/${exam}/decide`, { act, reason: 'Seen on Monday', ...more });
  const claim = (caller: Caller, more: object = {}) => caller.post(`/exams/${exam}/claim`, more);
  const judge = (caller: Caller, more: object) => caller.post(`/exams/${exam}/series`, more);

  it('keeps the next read from being released until it has passed', async () => {
    const reader = await logIn(server, 'reader');
    const reading = readingOf(server, reader);
    await reading.signWith(await reading.openId(), 32);
    await server.releases.idle();
    expect((await reading.list()).map(read => read.state)).toEqual(['signed']);

    expect((await bench.pass(one, exam)).json()).toEqual({ id: exam, state: 'passed' });
    await server.releases.idle();
    expect((await reading.list()).map(read => read.state).sort()).toEqual(['ready', 'signed']);
  });

  it('keeps a read that compares with its timepoint, too', async () => {
    const reading = readingOf(server, await logIn(server, 'reader'));
    await bench.setState('TP1', 'passed');
    const baseline = await bench.setState('BL', 'inQc');
    await reading.signWith(await reading.openId(), 32);
    await server.releases.idle();
    expect((await reading.list()).map(read => read.state)).toEqual(['signed']);
    await bench.pass(manager, baseline);
    await server.releases.idle();
    expect((await reading.list()).map(read => read.state).sort()).toEqual(['ready', 'signed']);
  });

  it('lists what waits, page by page, and by subject and state', async () => {
    await bench.setState('TP2', 'inQc');
    const waiting = (await one.get('/exams?state=waiting&limit=1')).json<{
      exams: { id: string; subject: string; timepoints: string[] }[];
      next: string;
    }>();
    expect(waiting.exams).toMatchObject([
      { id: exam, subject: 'REAL-SUBJECT-1', timepoints: ['TP1'], series: 1, withoutRole: 0 },
    ]);
    const rest = (await one.get(`/exams?state=waiting&limit=1&after=${waiting.next}`)).json();
    expect(rest).toMatchObject({ exams: [{ timepoints: ['TP2'], state: 'inQc' }], next: null });
    expect((await one.get('/exams?state=passed&subject=REAL-SUBJECT-1')).json()).toMatchObject({
      exams: [{ timepoints: ['BL'] }],
    });
    expect((await one.get('/exams?subject=nobody')).json()).toEqual({
      ...{ exams: [], sites: [], next: null },
    });
    expect((await one.get('/exams?limit=1000')).statusCode).toBe(400);
  });

  it('says since when and why an exam waits, and finds it by letters of its subject', async () => {
    await bench.placed('101');
    const created = { created_at: new Date('2026-02-03T04:05:06Z') };
    await opened.db.updateTable('exam').set(created).where('id', '=', exam).execute();
    const found = (await one.get('/exams?state=waiting&text=real-sub')).json();
    expect(found).toMatchObject({
      exams: [{ site: '101', reasons: ['everyExam'], arrivedAt: '2026-02-03T04:05:06.000Z' }],
      sites: ['101'],
    });
    expect((await one.get('/exams?text=subject-2')).json()).toMatchObject({ exams: [] });
    await opened.db
      .updateTable('series')
      .set({ role: null, problems: JSON.stringify([{ code: 'noRole' }]) })
      .where('id', '=', series)
      .execute();
    await decide(manager, 'refuse');
    await decide(manager, 'reopenQc');
    const again = (await one.get(`/exams/${exam}`)).json();
    expect(again).toMatchObject({
      ...{ withoutRole: 1, withProblem: 0 },
      reasons: ['openedAgain', 'seriesWithoutRole', 'everyExam'],
    });
  });

  it('is shown with what the charter asks of it, and with its reads, and nothing of what is in these', async () => {
    const shown = async () => (await one.get(`/exams/${exam}`)).json();
    expect(await shown()).toMatchObject({
      seriesList: [{ id: series, images: null }],
      protocol: {
        ...{ qc: 'person', purposes: ['read', 'recist-1.1'] },
        roles: [{ role: 'CT-PV-AX', modality: 'CT', maxSliceThicknessMm: 5, contrast: null }],
        timepoints: [
          { timepoint: 'TP1', label: 'Week 8', roles: [{ role: 'CT-PV-AX', there: true }] },
        ],
      },
      reads: [{ timepoint: 'TP1', slot: 'R1', version: 1, state: 'waiting', returnable: true }],
    });
    const { reads } = (await one.get(`/exams/${exam}`)).json<{ reads: object[] }>();
    expect(Object.keys(reads[0] ?? {}).sort()).toEqual(
      ['component', 'readId', 'returnable', 'slot', 'state', 'timepoint', 'version'].sort()
    );
    await opened.db.updateTable('series').set({ usable: '{"read":"no","reason":"x"}' }).execute();
    expect(await shown()).toMatchObject({
      protocol: { timepoints: [{ roles: [{ role: 'CT-PV-AX', there: false }] }] },
    });
  });

  it('is shown with how it was acquired, asked of the archive', async () => {
    const answer = () => one.get(`/exams/${exam}/acquisition`);
    expect(codeOf(await answer())).toEqual([503, 'CL_ARCHIVE_UNAVAILABLE']);
    const asked: string[][] = [];
    Object.assign(server.deps.archive.arrival.archive, {
      seriesMetadata: (...uids: string[]) => {
        asked.push(uids);
        return Promise.resolve([{ '00180050': { vr: 'DS', Value: [5] } }]);
      },
    });
    expect((await answer()).json()).toMatchObject({
      series: [{ series, images: 1, sliceThicknessMm: { from: 5, to: 5 }, description: null }],
    });
    const [row] = await bench.seriesOf(exam);
    expect(asked).toEqual([[row?.study_uid, row?.series_uid]]);
  });

  it('is claimed by one; another takes it over with a reason', async () => {
    expect(codeOf(await decide(one, 'pass'))).toEqual([409, 'CL_ACT_NOT_POSSIBLE']);
    expect((await claim(one)).json()).toEqual({ id: exam, state: 'inQc' });
    expect((await claim(one)).statusCode).toBe(200);
    expect(codeOf(await claim(two))).toEqual([409, 'CL_EXAM_CLAIMED']);
    expect(codeOf(await judge(two, bench.judged(series)))).toEqual([409, 'CL_EXAM_CLAIMED']);
    expect(codeOf(await decide(two, 'pass'))).toEqual([409, 'CL_EXAM_CLAIMED']);
    expect((await claim(two, { takeOver: 'The first is ill' })).statusCode).toBe(200);
    expect(codeOf(await judge(one, bench.judged(series)))).toEqual([409, 'CL_EXAM_CLAIMED']);
    expect((await one.get(`/exams/${exam}`)).json()).toMatchObject({ claimedBy: 'qc2' });
  });

  it('passes once every series is judged, and says what is left', async () => {
    await claim(one);
    expect(codeOf(await decide(one, 'pass'))).toEqual([409, 'CL_SERIES_NOT_JUDGED']);
    expect(await state()).toBe('inQc');
    expect((await judge(one, bench.judged(series))).json()).toMatchObject({
      seriesList: [{ id: series, role: 'CT-PV-AX', judged: true }],
    });
    expect((await decide(one, 'pass')).statusCode).toBe(200);
    expect(codeOf(await decide(one, 'pass'))).toEqual([409, 'CL_ACT_NOT_POSSIBLE']);
    expect(codeOf(await judge(one, bench.judged(series)))).toEqual([409, 'CL_ACT_NOT_POSSIBLE']);
  });

  const usable = (purpose: string, word: string, reason: string | null) => ({
    ...{ purpose, usable: word, reason },
  });
  it.each<[string, string | null, object[]]>([
    ['CL_ROLE_UNKNOWN', 'MR-T1', [usable('read', 'yes', null)]],
    ['CL_PURPOSE_UNKNOWN', 'CT-PV-AX', [usable('read', 'yes', null), usable('x', 'yes', null)]],
    ['CL_USABLE_NEEDED', 'CT-PV-AX', [usable('recist-1.1', 'yes', null)]],
    ['CL_USABLE_NEEDED', 'CT-PV-AX', [usable('read', 'yes', null), usable('read', 'no', 'x')]],
    ['CL_REASON_NEEDED', 'CT-PV-AX', [usable('read', 'limited', ' ')]],
    ['CL_ROLE_NEEDED', null, [usable('read', 'yes', null)]],
  ])('refuses a judgement: %s', async (code, role, purposes) => {
    await claim(one);
    const answer = await judge(one, { series: [{ series, role, usable: purposes }] });
    expect(codeOf(answer)).toEqual([422, code]);
    expect((await bench.seriesOf(exam))[0]?.judged_at).toBeNull();
  });

  it('keeps what was judged before, and the words out of the chain', async () => {
    await claim(one);
    await judge(one, {
      series: [{ series, role: 'CT-PV-AX', usable: [usable('read', 'limited', 'Jane Doe moved')] }],
    });
    await judge(one, bench.judged(series));
    const kept = await opened.db
      .selectFrom('series_judgement')
      .select('usable')
      .where('series_id', '=', series)
      .orderBy('judged_at')
      .orderBy('id')
      .execute();
    expect(kept.map(row => row.usable)).toMatchObject([
      { read: 'limited', reason: 'Jane Doe moved' },
      { read: 'yes', reason: null },
    ]);
    const chain = await readChain(opened.db, await bench.trialId());
    expect(verifyChain(chain)).toMatchObject({ ok: true });
    expect(JSON.stringify(chain)).not.toContain('Jane Doe');
    expect(JSON.stringify(chain)).toContain('exam.seriesJudged');
  });

  it('passes with deviations by series and purpose, each in words', async () => {
    await claim(one);
    await judge(one, bench.judged(series));
    const deviation = { series, purpose: 'recist-1.1', text: 'Slices of 6 mm' };
    const refused: [string, object][] = [
      ['CL_DEVIATIONS', {}],
      ['CL_DEVIATIONS', { deviations: [deviation, deviation] }],
      ['CL_SERIES_UNKNOWN', { deviations: [{ ...deviation, series: exam }] }],
      ['CL_PURPOSE_UNKNOWN', { deviations: [{ ...deviation, purpose: 'percist' }] }],
    ];
    for (const [code, more] of refused) {
      expect(codeOf(await decide(one, 'passWithDeviation', more))).toEqual([422, code]);
    }
    const without = await decide(one, 'pass', { deviations: [deviation] });
    expect(codeOf(without)).toEqual([422, 'CL_DEVIATIONS']);
    const done = await decide(one, 'passWithDeviation', { deviations: [deviation] });
    expect(done.json()).toEqual({ id: exam, state: 'passedWithDeviation' });
    expect((await one.get(`/exams/${exam}`)).json()).toMatchObject({
      decisions: [
        { act: 'passWithDeviation', by: 'qc1', reason: 'Seen on Monday', deviations: [deviation] },
      ],
    });
  });

  it.each(['refuse', 'withdraw', 'supersede', 'quarantine', 'reopenQc'])(
    'does not %s without a reason',
    async act => {
      if (act === 'reopenQc') await bench.setState('TP1', 'passed');
      const answer = await manager.post(`/exams/${exam}/decide`, { act });
      expect(codeOf(answer)).toEqual([422, 'CL_REASON_NEEDED']);
    }
  );

  it('takes a refused exam out of its timepoint, and one looked at again back', async () => {
    expect((await decide(one, 'refuse')).json()).toMatchObject({ state: 'refused' });
    expect((await bench.examAt('TP1')).timepoint).toBe('expected');
    expect((await decide(manager, 'reopenQc')).json()).toMatchObject({ state: 'inQc' });
    expect((await bench.examAt('TP1')).timepoint).toBe('complete');
    await bench.pass(manager, exam);
    expect((await bench.examAt('TP1')).timepoint).toBe('complete');
  });

  it('leaves a timepoint that was said to be not readable as it is, until a person says otherwise', async () => {
    const say = (path: string) =>
      manager.post(`/timepoints/${path}`, {
        ...{ subject: 'REAL-SUBJECT-1', timepoint: 'TP1', reason: 'Motion everywhere' },
      });
    expect((await say('not-readable')).json()).toEqual({ state: 'notReadable' });
    await bench.pass(one, exam);
    expect((await bench.examAt('TP1')).timepoint).toBe('notReadable');
    expect((await decide(manager, 'reopenQc')).json()).toMatchObject({ state: 'inQc' });
    await bench.pass(one, exam);
    expect((await bench.examAt('TP1')).timepoint).toBe('notReadable');
    expect((await say('complete')).json()).toEqual({ state: 'complete' });
  });

  it('keeps an exam apart that somebody should not see, until a data manager lets it go on', async () => {
    await bench.pass(one, exam);
    expect((await decide(one, 'quarantine')).json()).toMatchObject({ state: 'quarantined' });
    expect((await bench.examAt('TP1')).timepoint).toBe('expected');
    expect(codeOf(await decide(one, 'pass'))).toEqual([409, 'CL_ACT_NOT_POSSIBLE']);
    expect(codeOf(await decide(one, 'release'))).toEqual([403, 'CL_ACT_NOT_YOURS']);
    expect((await decide(manager, 'release')).json()).toMatchObject({ state: 'matched' });
    expect((await bench.examAt('TP1')).timepoint).toBe('complete');
    await bench.pass(one, exam);
    expect((await bench.examAt('TP1')).state).toBe('passed');
  });

  it('leaves withdrawing and superseding to the data manager, and both are for good', async () => {
    expect(codeOf(await decide(one, 'withdraw'))).toEqual([403, 'CL_ACT_NOT_YOURS']);
    expect(codeOf(await decide(one, 'supersede'))).toEqual([403, 'CL_ACT_NOT_YOURS']);
    expect((await decide(manager, 'withdraw')).json()).toMatchObject({ state: 'withdrawn' });
    for (const act of ['pass', 'refuse', 'supersede', 'reopenQc', 'withdraw']) {
      expect(codeOf(await decide(manager, act))).toEqual([409, 'CL_ACT_NOT_POSSIBLE']);
    }
  });

  it('of another trial is not there', async () => {
    const unknown = exam.replace(/^........../, '00000000-0');
    expect((await one.get(`/exams/${unknown}`)).statusCode).toBe(404);
    expect((await one.get(`/exams/${unknown}/acquisition`)).statusCode).toBe(404);
    expect((await one.post(`/exams/${unknown}/claim`)).statusCode).toBe(404);
  });
});
