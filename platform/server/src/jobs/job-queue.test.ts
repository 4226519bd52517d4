import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { arenas, type Arena } from '../testing/race-arena.js';
import { openJobQueue, type Job, type JobQueue } from './job-queue.js';

/** Databases take seconds to start on a busy machine. */
jest.setTimeout(120_000);

describe.each(arenas)('jobs in %s', (_name, prepare) => {
  let arena: Arena;
  let queues: readonly [JobQueue, JobQueue];
  const open = (at: 0 | 1): Promise<JobQueue> =>
    openJobQueue(arena.opened[at], {
      upkeep: false,
      onError: reason => {
        throw reason;
      },
    });
  beforeAll(async () => {
    arena = await prepare();
    // Both at once, as two processes that start together; an embedded database has one.
    queues = arena.concurrent
      ? await Promise.all([open(0), open(1)])
      : [await open(0), await open(1)];
  });
  afterAll(() => arena.close());
  beforeEach(() => queues[0].forget());

  const course = (number: number): string => `course-${number}`;
  const must = async (queue: JobQueue): Promise<Job> => {
    const job = await queue.take();
    if (job === null) throw new Error('no job to take');
    return job;
  };

  it('are one for a course until one begins it, and another afterwards', async () => {
    const [one, two] = queues;
    await Promise.all([one.send('a'), two.send('a'), one.send('a')]);
    expect(await one.count()).toEqual({ open: 1, failed: 0 });
    const job = await must(one);
    await two.send('a');
    // The same course is not done twice at a time.
    expect(await two.take()).toBeNull();
    await one.done(job);
    const next = await must(two);
    expect([next.courseId, next.id === job.id]).toEqual(['a', false]);
    await two.done(next);
    expect(await two.take()).toBeNull();
    expect(await two.count()).toEqual({ open: 0, failed: 0 });
  });

  it('are each done once, whoever takes them', async () => {
    for (let number = 0; number < 40; number += 1) await queues[number % 2]?.send(course(number));
    const done: string[] = [];
    const work = async (queue: JobQueue): Promise<void> => {
      for (let job = await queue.take(); job !== null; job = await queue.take()) {
        done.push(job.courseId);
        await pause(1);
        await queue.done(job);
      }
    };
    await Promise.all([work(queues[0]), work(queues[1]), work(queues[0]), work(queues[1])]);
    expect(done.sort()).toEqual(Array.from({ length: 40 }, (_, number) => course(number)).sort());
  });

  it('exist with the transaction that asked for them, and not without it', async () => {
    const [one, two] = queues;
    const { db } = arena.opened[0];
    const failing = db.transaction().execute(async trx => {
      await one.send('a', trx);
      throw new Error('the transaction fails');
    });
    await expect(failing).rejects.toThrow('the transaction fails');
    expect(await two.take()).toBeNull();
    await db.transaction().execute(trx => one.send('b', trx));
    expect((await must(two)).courseId).toBe('b');
  });

  it('of a process that is gone are taken up, also where one of the same course failed before', async () => {
    const [one, two] = queues;
    await one.send('a');
    await one.failed(await must(one), new Error('before'));
    for (const name of ['a', 'b']) await one.send(name);
    const left = [await must(one), await must(one)].map(({ courseId }) => courseId);
    expect(left.sort()).toEqual(['a', 'b']);
    await two.takeOver();
    expect(await two.count()).toEqual({ open: 0, failed: 2 });
    const again = await two.takeFailed();
    expect(again.map(({ courseId }) => courseId).sort()).toEqual(['a', 'b']);
    for (const job of again) await two.done(job);
    expect(await two.count()).toEqual({ open: 0, failed: 0 });
  });

  it('that fail wait, and are taken at once when somebody asks', async () => {
    const [one, two] = queues;
    for (const id of ['a', 'b']) await one.send(id);
    await one.failed(await must(one), new Error('no archive'));
    await one.failed(await must(one), new Error('no archive'));
    expect(await two.take()).toBeNull();
    expect(await two.count()).toEqual({ open: 0, failed: 2 });
    const again = await two.takeFailed();
    expect(again.map(({ courseId }) => courseId).sort()).toEqual(['a', 'b']);
    for (const job of again) await two.done(job);
    expect(await two.count()).toEqual({ open: 0, failed: 0 });
  });
});
