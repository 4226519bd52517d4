import { setImmediate as letOthers } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { OpenedDatabase } from './open.js';
import type { Database } from './schema.js';

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
  let ended = false;
  const gather = async (): Promise<void> => {
    // One table after the other: the embedded database answers nobody meanwhile.
    for (const table of await tablesOf(db)) {
      if (ended) return;
      await sql`analyze ${sql.table(table)}`.execute(db);
      await letOthers();
    }
  };
  const tried = (): Promise<void> => gather().catch(failed);
  let going = tried();
  const timer = setInterval(() => {
    going = going.then(tried);
  }, everyMs);
  timer.unref();
  return () => {
    ended = true;
    clearInterval(timer);
    return going;
  };
};

const tablesOf = async (db: Kysely<Database>): Promise<string[]> => {
  const { rows } = await sql<{ name: string }>`
    select schemaname || '.' || tablename as name from pg_tables
      where schemaname in ('public', 'pgboss') order by schemaname, tablename`.execute(db);
  return rows.map(({ name }) => name);
};
