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
import { charterText, testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench, twoReaderText } from '../testing/two-reader-bench.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('the end of imaging', () => {
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
  const declare = async (lastTimepoint: string, more: object = {}) => {
    const answer = await server.ask({
      method: 'POST',
      url: '/api/admin/trials/T-1/end-of-imaging',
      headers: { authorization: `Bearer ${server.adminToken}` },
      payload: {
        ...{ subject: 'REAL-SUBJECT-1', lastTimepoint, reason: 'Toxicity, treatment ended' },
        ...more,
      },
    });
    await server.releases.idle();
    return answer;
  };
  const noImages = (code: string) =>
    server.deps.db
      .updateTable('timepoint')
      .set({ state: 'expected' })
      .where('code', '=', code)
      .execute();

  it('is not needed where the schedule is read to its end: one reader’s course is final then', async () => {
    const bench = await twoReaderBench(server, charterText);
    await bench.readAll('R1', [40, 20]);
    expect(await bench.courses()).toEqual({ R1: 'open' });
    await bench.readAll('R1', [20]);
    expect(await bench.courses()).toEqual({ R1: 'final' });
    const finals = await bench.finals();
    expect(finals.map(({ outcome }) => outcome.timepoints.map(({ why }) => why))).toEqual([
      ['onlyReader', 'onlyReader', 'onlyReader'],
    ]);
  });

  it('closes the courses of a subject whose later timepoints never come', async () => {
    const bench = await twoReaderBench(server);
    await noImages('TP2');
    await bench.readAll('R1', [40, 20]);
    await bench.readAll('R2', [40, 60]);
    expect(await bench.courses()).toEqual({ R1: 'open', R2: 'open' });
    const answer = await declare('TP1');
    expect(answer.json()).toEqual({ notAwaited: ['TP2'] });
    expect(await bench.courses()).toMatchObject({ R1: 'inAdjudication', R2: 'inAdjudication' });
    const chain = await server.deps.db.selectFrom('audit_entry').select('entry').execute();
    const entries = chain.map(({ entry }) => JSON.stringify(entry));
    expect(entries.filter(entry => entry.includes('"imaging.ended"'))).toHaveLength(1);
    expect(entries.join()).not.toContain('Toxicity');
  });

  it('may be said twice, not in two ways, and not before images that are there', async () => {
    await twoReaderBench(server);
    expect((await declare('TP1')).json()).toMatchObject({ code: 'CL_IMAGES_AFTER_END' });
    expect((await declare('TP9')).json()).toMatchObject({ code: 'CL_TIMEPOINT_UNKNOWN' });
    expect((await declare('TP1', { subject: 'S-9' })).json()).toMatchObject({
      code: 'CL_SUBJECT_UNKNOWN',
    });
    await noImages('TP2');
    await noImages('TP1');
    expect((await declare('BL')).json()).toEqual({ notAwaited: ['TP1', 'TP2'] });
    expect((await declare('BL')).json()).toEqual({ notAwaited: ['TP1', 'TP2'] });
    expect((await declare('TP1')).json()).toMatchObject({ code: 'CL_IMAGING_ENDED' });
  });

  it('is waited for where the charter says so, though everything is read', async () => {
    const text = twoReaderText().replace('showDerived: live', 'closing: declared');
    const bench = await twoReaderBench(server, text);
    await bench.readAll('R1', [40, 20, 20]);
    await bench.readAll('R2', [40, 20, 20]);
    expect(await bench.courses()).toEqual({ R1: 'open', R2: 'open' });
    await declare('TP2');
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final' });
  });

  it('that was said by mistake is withdrawn with a reason: what closed is open again, what is final is read on', async () => {
    const text = twoReaderText().replace('showDerived: live', 'closing: declared');
    const bench = await twoReaderBench(server, text);
    await noImages('TP2');
    const withdraw = async () => {
      const answer = await server.ask({
        method: 'POST',
        url: '/api/admin/trials/T-1/end-of-imaging/withdraw',
        headers: { authorization: `Bearer ${server.adminToken}` },
        payload: { subject: 'REAL-SUBJECT-1', reason: 'Said of another subject' },
      });
      await server.releases.idle();
      return answer.json<object>();
    };
    expect(await withdraw()).toMatchObject({ code: 'CL_IMAGING_NOT_ENDED' });
    await bench.readAll('R1', [40, 20]);
    await declare('TP1');
    expect(await bench.courses()).toEqual({ R1: 'closed', R2: 'open' });
    expect(await withdraw()).toEqual({ withdrawn: true });
    expect(await bench.courses()).toEqual({ R1: 'open', R2: 'open' });
    await declare('TP1');
    await bench.readAll('R2', [40, 20]);
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final' });
    await withdraw();
    expect(await bench.courses()).toEqual({ R1: 'final', R2: 'final' });
    const sheet = await server.ask({
      url: '/api/admin/trials/T-1/progress/subjects/REAL-SUBJECT-1',
      headers: { authorization: `Bearer ${server.adminToken}` },
    });
    const { imagingEnd, history, timepoints } = sheet.json<{
      imagingEnd: object | null;
      history: { act: string }[];
      timepoints: { awaited: boolean }[];
    }>();
    expect(imagingEnd).toBeNull();
    expect(timepoints.map(({ awaited }) => awaited)).toEqual([true, true, true]);
    expect(history.filter(({ act }) => act.startsWith('imaging.')).map(({ act }) => act)).toEqual([
      ...['imaging.ended', 'imaging.endWithdrawn', 'imaging.ended', 'imaging.endWithdrawn'],
    ]);
    const { db } = server.deps;
    await db
      .updateTable('timepoint')
      .set({ state: 'complete' })
      .where('code', '=', 'TP2')
      .execute();
    await declare('TP2');
    expect(await bench.courses()).toEqual({ R1: 'open', R2: 'open' });
    await bench.readAll('R1', [20]);
    await bench.readAll('R2', [20]);
    expect((await bench.finals()).map(one => one.superseded_at === null)).toEqual([false, true]);
  });

  it('does not stand for a gap: an earlier timepoint without images is still waited for', async () => {
    const bench = await twoReaderBench(server);
    await noImages('TP1');
    await bench.readAll('R1', [40]);
    await bench.readAll('R2', [40]);
    await declare('TP2');
    expect(await bench.courses()).toEqual({ R1: 'open', R2: 'open' });
    await server.deps.db
      .updateTable('timepoint')
      .set({ state: 'missed' })
      .where('code', '=', 'TP1')
      .execute();
    await server.releases.idle();
  });
});
