import { setImmediate as letOthers, setTimeout as pause } from 'node:timers/promises';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { Job } from '../jobs/job-queue.js';
import { releaseFullBatch } from './release-batches.js';
import { prepareAhead, releaseNext } from './sequence.js';
import { settleSubject } from './settle-subject.js';

/**
 * Releases and settles in the background, one course after the other, by the jobs in the database: of several server
 * processes any does what one of them was asked. What fails is tried again.
 */
export interface ReleaseQueue {
  request(courseId: string): void;
  /**
   * Looks at each of many courses, one by one and in this process alone: what is requested meanwhile comes before those
   * that are left, and `idle` does not wait for them.
   */
  lookThrough(courseIds: readonly string[]): void;
  /** Tries at once what failed, for example because the archive did not answer. */
  retry(): void;
  /** How many courses' last attempt failed. */
  waiting(): Promise<number>;
  /** Ids of the courses whose last attempt failed. */
  failed(): Promise<readonly string[]>;
  /** Resolves when nothing is asked for or under way, in this process or another. */
  idle(): Promise<void>;
  /** From now on looks for jobs that other processes left. */
  begin(everyMs: number): void;
  /** Takes nothing more and waits for what is under way here. */
  close(): Promise<void>;
}

/** Something was decided while the images were made ready: it is begun anew at once, and nothing is wrong. */
const isOvertaken = (reason: unknown): boolean =>
  reason instanceof CodedError &&
  (reason.code === 'CL_IMAGES_CHANGED' || reason.code === 'CL_CHARTER_OVERTAKEN');

/** Between looks at what another process is at. */
const otherProcessMs = 25;

export const createReleaseQueue = (
  deps: ServerDeps,
  log: { warn(fields: object, text: string): void }
): ReleaseQueue => {
  const { jobs } = deps;
  let closed = false;
  let tail: Promise<void> = Promise.resolve();
  let behind: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  const work = async (courseId: string): Promise<void> => {
    await releaseFullBatch(deps, courseId);
    await releaseNext(deps, courseId);
    await prepareAhead(deps, courseId);
    await settleSubject(deps, courseId);
  };
  /** Jobs of this process of which the database could not be told what became of them: nobody else would take them up. */
  const untold: { readonly job: Job; readonly reason: unknown }[] = [];
  const attempt = async (job: Job): Promise<void> => {
    const { courseId } = job;
    try {
      try {
        await work(courseId);
      } catch (reason) {
        if (!isOvertaken(reason)) {
          log.warn({ err: reason, course: courseId }, 'release failed and will be tried again');
          return await jobs.failed(job, reason);
        }
        await jobs.send(courseId);
      }
      await jobs.done(job);
    } catch (reason) {
      untold.push({ job, reason });
      throw reason;
    }
  };
  const tell = async (): Promise<void> => {
    for (let [left] = untold; left !== undefined; [left] = untold) {
      await jobs.failed(left.job, left.reason);
      untold.shift();
    }
  };
  const drain = async (): Promise<void> => {
    await tell();
    if (lost) await jobs.takeOver();
    for (let job = await next(); job !== null; job = await next()) {
      await attempt(job);
      // The embedded database answers without ever letting go of the process.
      await letOthers();
    }
  };
  /** What went wrong becomes a job, tried again as others are. */
  const look = async (courseId: string): Promise<void> => {
    if (closed) return;
    try {
      await work(courseId);
    } catch (reason) {
      if (!isOvertaken(reason)) {
        log.warn({ err: reason, course: courseId }, 'a course could not be looked at yet');
      }
      await jobs.send(courseId);
    }
  };
  /** The database did not answer a taking: a job may be this process's that it does not know of. */
  let lost = false;
  const next = async (): Promise<Job | null> => {
    if (closed) return null;
    lost = true;
    const job = await jobs.take();
    lost = false;
    return job;
  };
  const again = async (): Promise<void> => {
    if (closed) return;
    await tell();
    lost = true;
    const failed = await jobs.takeFailed();
    lost = false;
    for (const job of failed) await attempt(job);
  };
  const then = (task: () => Promise<void>): void => {
    tail = tail
      .then(task)
      .catch(reason => log.warn({ err: reason }, 'the queue of releases does not answer'));
  };
  return {
    request: courseId => {
      if (closed) return;
      // At once, also while much is under way: another process may do it.
      const sent = jobs
        .send(courseId)
        .catch(reason => log.warn({ err: reason }, 'a release could not be asked for'));
      then(() => sent);
      then(drain);
    },
    lookThrough: courseIds => {
      behind = behind.then(async () => {
        for (const courseId of courseIds) {
          if (closed) return;
          then(() => look(courseId));
          await tail;
          await letOthers();
        }
      });
    },
    retry: () => then(again),
    waiting: async () => (await jobs.count()).failed,
    failed: () => jobs.failedCourses(),
    idle: async () => {
      for (;;) {
        await tail;
        if (closed || (await jobs.count()).open === 0) return;
        then(drain);
        await pause(otherProcessMs);
      }
    },
    begin: everyMs => {
      timer = setInterval(() => then(drain), everyMs);
      timer.unref();
    },
    close: () => {
      closed = true;
      clearInterval(timer);
      return tail;
    },
  };
};
