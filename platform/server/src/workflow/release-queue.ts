import { setTimeout as pause } from 'node:timers/promises';
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
  let timer: NodeJS.Timeout | undefined;

  const attempt = async (job: Job): Promise<void> => {
    const { courseId } = job;
    try {
      await releaseFullBatch(deps, courseId);
      await releaseNext(deps, courseId);
      await prepareAhead(deps, courseId);
      await settleSubject(deps, courseId);
      await jobs.done(job);
    } catch (reason) {
      if (isOvertaken(reason)) {
        await jobs.send(courseId);
        await jobs.done(job);
        return;
      }
      log.warn({ err: reason, course: courseId }, 'release failed and will be tried again');
      await jobs.failed(job, reason);
    }
  };
  const drain = async (): Promise<void> => {
    for (let job = await next(); job !== null; job = await next()) await attempt(job);
  };
  const next = async (): Promise<Job | null> => (closed ? null : jobs.take());
  const again = async (): Promise<void> => {
    if (closed) return;
    for (const job of await jobs.takeFailed()) await attempt(job);
  };
  const then = (task: () => Promise<void>, what: string): void => {
    tail = tail.then(task).catch(reason => log.warn({ err: reason }, what));
  };
  return {
    request: courseId => {
      if (closed) return;
      then(() => jobs.send(courseId), 'a release could not be asked for');
      then(drain, 'the queue of releases does not answer');
    },
    retry: () => then(again, 'the queue of releases does not answer'),
    waiting: async () => (await jobs.count()).failed,
    failed: () => jobs.failedCourses(),
    idle: async () => {
      for (;;) {
        await tail;
        if (closed || (await jobs.count()).open === 0) return;
        then(drain, 'the queue of releases does not answer');
        await pause(otherProcessMs);
      }
    },
    begin: everyMs => {
      timer = setInterval(() => then(drain, 'the queue of releases does not answer'), everyMs);
      timer.unref();
    },
    close: () => {
      closed = true;
      clearInterval(timer);
      return tail;
    },
  };
};
