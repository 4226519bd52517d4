import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
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
import { readChain } from '../audit/chain.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import {
  charterText,
  putInForce,
  takeInSubject,
  testServer,
  type TestServer,
} from '../testing/test-server.js';
import type { Job } from '../jobs/job-queue.js';
import { createReleaseQueue } from './release-queue.js';
import { ensureCourses } from './trial-courses.js';

/** The embedded database takes seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe('courses that are looked through', () => {
  let opened: TestDatabase;
  let server: TestServer;
  let trialId: string;
  let courses: readonly string[];
  beforeAll(async () => {
    opened = await testDatabase();
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    server = await testServer(opened);
    await putInForce(server, charterText);
    ({ id: trialId } = await opened.db.selectFrom('trial').select('id').executeTakeFirstOrThrow());
    for (let number = 1; number <= 12; number += 1)
      await takeInSubject(server.deps, trialId, `S-${number}`);
    courses = await ensureCourses(server.deps, trialId);
  });
  afterEach(() => server.close());

  /** Courses with a read that is out, in the order in which it came to be. */
  const released = async (): Promise<string[]> => {
    const rows = await opened.db
      .selectFrom('read')
      .select(['id', 'course_id'])
      .where('ordinal', '=', 0)
      .where('state', '!=', 'waiting')
      .execute();
    const acts = (await readChain(opened.db, trialId)).map(({ entry }) => JSON.stringify(entry));
    const at = (read: string): number =>
      acts.findIndex(act => act.includes('read.released') && act.includes(read));
    return rows.sort((one, other) => at(one.id) - at(other.id)).map(row => row.course_id);
  };
  const until = async (isSo: () => Promise<boolean>): Promise<void> => {
    while (!(await isSo())) await pause(10);
  };

  it('are released one by one; what is requested meanwhile comes before those that are left', async () => {
    const last = courses.at(-1) ?? '';
    server.releases.lookThrough(courses);
    server.releases.request(last);
    await until(async () => (await released()).length === courses.length);
    expect((await released()).slice(0, 2)).toContain(last);
    await server.releases.idle();
    expect(await server.deps.jobs.count()).toEqual({ open: 0, failed: 0 });
  });

  it('become jobs where something goes wrong, and the others are looked at', async () => {
    const [one = '', other = ''] = courses;
    const missing = randomUUID();
    server.releases.lookThrough([one, missing, other]);
    await until(async () => (await released()).length === 2);
    await server.releases.idle();
    expect(await server.releases.failed()).toEqual([missing]);
  });

  it('are not left where the database ended before it said which job is begun', async () => {
    const [course = ''] = courses;
    const { jobs } = server.deps;
    let ended = false;
    const take = async (): Promise<Job | null> => {
      const job = await jobs.take();
      if (ended || job === null) return job;
      ended = true;
      throw new Error('Connection terminated unexpectedly');
    };
    const releases = createReleaseQueue(
      { ...server.deps, jobs: { ...jobs, take } },
      { warn: () => undefined }
    );
    releases.request(course);
    await releases.idle();
    await releases.close();
    expect([ended, await released()]).toEqual([true, [course]]);
    expect(await jobs.count()).toEqual({ open: 0, failed: 0 });
  });
});
