import { setTimeout as pause } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ArchiveWork } from './archive-work.js';

/** The demonstration could not be made usable in time. */
export class DemoNotReadyError extends Error {
  readonly code = 'CL_DEMO_NOT_READY';
}

/** A read that its reader can open. */
export const hasReleasedReads = async (db: Kysely<Database>): Promise<boolean> =>
  (await db
    .selectFrom('read')
    .select('id')
    .where('state', '!=', 'waiting')
    .limit(1)
    .executeTakeFirst()) !== undefined;

export interface DemoWait {
  readonly db: Kysely<Database>;
  readonly work: ArchiveWork;
  readonly limitMs: number;
  /** Milliseconds between two rounds. */
  readonly retryMs: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/**
 * Resolves when the demonstration keeps its promise: its images are in and its first reads are released. One that
 * was ready before is ready without the archive too.
 * @throws DemoNotReadyError after `limitMs`; the signal's reason.
 */
export const demoReady = async (wait: DemoWait): Promise<void> => {
  const minutes = Math.round(wait.limitMs / 60_000);
  const until = performance.now() + wait.limitMs;
  const readyBefore = await hasReleasedReads(wait.db);
  let said = false;
  for (;;) {
    const done = await wait.work.round();
    wait.signal.throwIfAborted();
    if ((done || readyBefore) && (await hasReleasedReads(wait.db))) return;
    if (performance.now() + wait.retryMs > until) {
      throw new DemoNotReadyError(
        `The demonstration is not ready after ${minutes} minutes: no read could be released, for the reasons in the lines above. Start again when they are gone; what was done is kept.`
      );
    }
    if (!said) {
      wait.say(
        `The demonstration waits for its first reads; it gives up after ${minutes} minutes.`
      );
    }
    said = true;
    await pause(wait.retryMs, undefined, { signal: wait.signal });
  }
};
