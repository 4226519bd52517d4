import type { ServerDeps } from '../http/server-deps.js';
import { prepareAhead, releaseNext } from './sequence.js';
import { settleSubject } from './settle-subject.js';

/** Releases and settles in the background, one course after the other; what fails is tried again at the next `retry`. */
export interface ReleaseQueue {
  request(courseId: string): void;
  /** Tries again what failed, for example because the archive did not answer. */
  retry(): void;
  /** How many courses' last attempt failed. */
  waiting(): number;
  /** Ids of the courses whose last attempt in this process failed. */
  failed(): readonly string[];
  /** Resolves when nothing is under way. */
  idle(): Promise<void>;
  /** Takes nothing more and waits for what is under way. */
  close(): Promise<void>;
}

export const createReleaseQueue = (
  deps: ServerDeps,
  log: { warn(fields: object, text: string): void }
): ReleaseQueue => {
  const failed = new Set<string>();
  let closed = false;
  let tail: Promise<void> = Promise.resolve();

  const attempt = async (courseId: string): Promise<void> => {
    if (closed) return;
    try {
      await releaseNext(deps, courseId);
      await prepareAhead(deps, courseId);
      await settleSubject(deps, courseId);
      failed.delete(courseId);
    } catch (reason) {
      failed.add(courseId);
      log.warn({ err: reason, course: courseId }, 'release failed and will be tried again');
    }
  };

  const request = (courseId: string): void => {
    tail = tail.then(() => attempt(courseId));
  };
  return {
    request,
    retry: () => [...failed].forEach(request),
    waiting: () => failed.size,
    failed: () => [...failed],
    idle: () => tail,
    close: () => {
      closed = true;
      return tail;
    },
  };
};
