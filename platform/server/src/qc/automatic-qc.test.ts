import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readChain } from '../audit/chain.js';
import { qcBench } from '../testing/qc-bench.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { deployed, testServer, type TestServer } from '../testing/test-server.js';
import type { ExamState } from '../workflow/machines/exam.js';
import { qcOnArrival } from './automatic-qc.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('an exam whose images arrive', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let bench: ReturnType<typeof qcBench>;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(async () => {
    await server.close();
    await opened.close();
  });
  beforeEach(async () => {
    await server?.close();
    server = await testServer(opened);
    await deployed(server);
    bench = qcBench(server);
  });

  const arrive = async (
    from: ExamState,
    qc: 'person' | 'automatic',
    series: { role?: string | null; problems?: string } = {}
  ): Promise<ExamState> => {
    const id = await bench.setState('TP1', from);
    await opened.db
      .updateTable('series')
      .set({ role: 'CT-PV-AX', ...series, judged_at: server.deps.now() })
      .where('exam_id', '=', id)
      .execute();
    const { subject_id: subjectId } = await bench.examAt('TP1');
    const trialId = await bench.trialId();
    await opened.db
      .transaction()
      .execute(trx => qcOnArrival(trx, server.deps, { trialId, subjectId, examId: id, qc }));
    expect((await bench.seriesOf(id))[0]?.judged_at).toBeNull();
    return (await bench.examAt('TP1')).state;
  };
  const problems = JSON.stringify([{ code: 'noRole' }]);

  it.each<[string, ExamState, 'person' | 'automatic', object, ExamState]>([
    ['waits for a person where the charter says so', 'matched', 'person', {}, 'matched'],
    ['passes by itself where nothing is wrong', 'matched', 'automatic', {}, 'passed'],
    ['without a role waits', 'matched', 'automatic', { role: null }, 'inQc'],
    ['with an image problem waits', 'matched', 'automatic', { problems }, 'inQc'],
    ['after QC goes back there', 'passed', 'person', {}, 'inQc'],
    ['after a deviation goes back there', 'passedWithDeviation', 'automatic', {}, 'passed'],
    ['after a query is looked at by a person', 'queried', 'automatic', {}, 'inQc'],
    ['in quarantine stays there', 'quarantined', 'automatic', {}, 'quarantined'],
    ['after it was withdrawn stays so', 'withdrawn', 'automatic', {}, 'withdrawn'],
  ])('%s', async (_name, from, qc, series, to) => {
    expect(await arrive(from, qc, series)).toBe(to);
  });

  it('passes as an act of the server, with entries', async () => {
    await arrive('matched', 'automatic');
    const chain = await readChain(opened.db, await bench.trialId());
    const entries = chain.map(({ entry }) => entry as { act: string; by: string | null });
    expect(entries.filter(({ act }) => act.startsWith('exam.'))).toMatchObject([
      { act: 'exam.qcStarted', by: null },
      { act: 'exam.passed', by: null },
    ]);
  });
});
