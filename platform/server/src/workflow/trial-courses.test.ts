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
import {
  charterText,
  putInForce,
  takeInSubject,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import { dueCourses, ensureCourses } from './trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('the courses of a trial in which something is due', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let trialId: string;
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    server = await testServer(opened);
    await putInForce(server, charterText);
    ({ id: trialId } = await opened.db.selectFrom('trial').select('id').executeTakeFirstOrThrow());
    await takeInSubject(server.deps, trialId, 'S-1');
    await haveOnly(['BL']);
  });
  afterEach(() => server.close());

  /** Identifiers of subjects. */
  const due = async (ids: readonly string[]): Promise<string[]> => {
    if (ids.length === 0) return [];
    const rows = await opened.db
      .selectFrom('course')
      .innerJoin('subject', 'subject.id', 'course.subject_id')
      .select('subject.identifier')
      .distinct()
      .where('course.id', 'in', ids)
      .orderBy('subject.identifier')
      .execute();
    return rows.map(({ identifier }) => identifier);
  };
  const release = async (): Promise<void> => {
    for (const id of await ensureCourses(server.deps, trialId)) server.releases.request(id);
    await server.releases.idle();
  };
  /** Of all subjects only these timepoints have images. */
  const haveOnly = (codes: readonly string[]): Promise<unknown> =>
    opened.db
      .updateTable('timepoint')
      .set({ state: 'expected' })
      .where('code', 'not in', codes)
      .execute();

  it('are those with images that nobody has to read yet', async () => {
    expect(await due(await ensureCourses(server.deps, trialId))).toEqual(['S-1']);
    await release();
    expect(await due(await dueCourses(opened.db, trialId))).toEqual([]);
    await opened.db
      .updateTable('timepoint')
      .set({ state: 'complete' })
      .where('code', '=', 'TP1')
      .execute();
    expect(await due(await dueCourses(opened.db, trialId))).toEqual(['S-1']);
  });

  it('are those with a read that is not its reader’s yet', async () => {
    await release();
    expect(await dueCourses(opened.db, trialId)).toEqual([]);
    for (const state of ['waiting', 'ready', 'returnedToQc'] as const) {
      await opened.db.updateTable('read').set({ state }).execute();
      expect(await dueCourses(opened.db, trialId)).toHaveLength(
        (await opened.db.selectFrom('read').select('id').execute()).length
      );
    }
  });
});
