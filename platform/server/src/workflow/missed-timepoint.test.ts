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
import { testAccount } from '../testing/test-account.js';
import { issueApiToken } from '../accounts/api-tokens.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { testServer, type TestServer } from '../testing/test-server.js';
import { twoReaderBench } from '../testing/two-reader-bench.js';
import { grantByHand } from '../trials/role-grants.js';
import { followChangedImages } from './affected-reads.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('a timepoint that is declared missed', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let token: string;
  let trialId: string;
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
  const bench = async () => {
    const { deps, admin } = server;
    const made = await twoReaderBench(server);
    ({ id: trialId } = await deps.db.selectFrom('trial').select('id').executeTakeFirstOrThrow());
    const manager = { userName: 'manager', displayName: 'Manager' };
    const { id } = await testAccount(deps, manager);
    const role = { user: 'manager', role: 'dataManager', sites: [], reason: 'test' } as const;
    await grantByHand(deps, trialId, admin.id, role);
    token = await issueApiToken(deps, id);
    return made;
  };
  const declare = async (path: 'missed' | 'expected' | 'not-readable', timepoint: string) => {
    const answer = await server.ask({
      ...{ method: 'POST', url: `/api/admin/trials/T-1/timepoints/${path}` },
      headers: { authorization: `Bearer ${token}` },
      payload: { subject: 'REAL-SUBJECT-1', timepoint, reason: 'The site said so' },
    });
    await server.releases.idle();
    return answer.json<object>();
  };
  const noImages = (code: string) =>
    server.deps.db
      .updateTable('timepoint')
      .set({ state: 'expected' })
      .where('code', '=', code)
      .execute();

  it('no longer holds the one after it', async () => {
    const { readAll, signNext, people, courses } = await bench();
    await noImages('TP1');
    await readAll('R1', [40]);
    expect(await signNext(people.R1, 20)).toBe(false);
    expect(await declare('missed', 'TP1')).toEqual({ state: 'missed' });
    expect(await signNext(people.R1, 20)).toBe(true);
    expect(await courses()).toEqual({ R1: 'closed', R2: 'open' });
  });

  it('is like one whose images can not be read, unless somebody has them to read', async () => {
    const { readAll, courses } = await bench();
    await server.deps.db
      .updateTable('timepoint')
      .set({ state: 'incomplete' })
      .where('code', '=', 'TP2')
      .execute();
    await readAll('R1', [40, 20]);
    await readAll('R2', [40, 20]);
    expect(await courses()).toEqual({ R1: 'open', R2: 'open' });
    expect(await declare('not-readable', 'TP1')).toMatchObject({ code: 'CL_TIMEPOINT_READ' });
    expect(await declare('not-readable', 'TP2')).toEqual({ state: 'notReadable' });
    expect(await courses()).toEqual({ R1: 'final', R2: 'final' });
  });

  it('lets courses close that waited for it alone, and be compared', async () => {
    const { readAll, courses } = await bench();
    await noImages('TP2');
    await readAll('R1', [40, 20]);
    await readAll('R2', [40, 20]);
    expect(await courses()).toEqual({ R1: 'open', R2: 'open' });
    await declare('missed', 'TP2');
    expect(await courses()).toEqual({ R1: 'final', R2: 'final' });
  });

  it('holds its courses again when it is expected after all', async () => {
    const { readAll, courses } = await bench();
    await noImages('TP2');
    await declare('missed', 'TP2');
    expect(await declare('expected', 'TP2')).toEqual({ state: 'expected' });
    await readAll('R1', [40, 20]);
    await readAll('R2', [40, 20]);
    expect(await courses()).toEqual({ R1: 'open', R2: 'open' });
  });

  it('makes nothing final of a read whose images have changed, until that is decided', async () => {
    const { readAll, courses } = await bench();
    await noImages('TP2');
    await readAll('R1', [40, 20]);
    await readAll('R2', [40, 20]);
    const { db } = server.deps;
    const read = await db
      .selectFrom('read')
      .innerJoin('course', 'course.id', 'read.course_id')
      .select(['read.id', 'read.manifest_id'])
      .where('course.slot', '=', 'R1')
      .where('read.ordinal', '=', 0)
      .executeTakeFirstOrThrow();
    const content = JSON.stringify({ timepoints: [{ series: [{ seriesUid: '1.2' }] }] });
    await db
      .updateTable('image_manifest')
      .set({ content })
      .where('id', '=', read.manifest_id)
      .execute();
    const marked = await db
      .transaction()
      .execute(trx =>
        followChangedImages(trx, server.deps, { trialId, seriesUids: ['1.2'], examId: null })
      );
    expect(marked).toEqual([read.id]);
    await declare('missed', 'TP2');
    expect(await courses()).toEqual({ R1: 'open', R2: 'open' });
    expect(await db.selectFrom('final').select('id').execute()).toEqual([]);
  });
});
