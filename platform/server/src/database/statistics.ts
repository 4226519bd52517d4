import { sql } from 'kysely';
import type { OpenedDatabase } from './open.js';

/**
 * Statistics of the embedded database, by which it chooses how to look for what is asked: gathered now and every so often.
 * A server gathers its own.
 * @param failed hears why they could not be gathered; what is asked is answered all the same, in a large trial slowly
 * @returns ends it, after what is under way
 */
export const keepStatistics = (
  { db, kind }: Pick<OpenedDatabase, 'db' | 'kind'>,
  everyMs: number,
  failed: (reason: unknown) => void
): (() => Promise<void>) => {
  if (kind !== 'pglite') return () => Promise.resolve();
  const gather = (): Promise<void> => sql`analyze`.execute(db).then(() => undefined, failed);
  let going = gather();
  const timer = setInterval(() => {
    going = going.then(gather);
  }, everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
    return going;
  };
};
