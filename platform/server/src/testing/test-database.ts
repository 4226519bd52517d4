import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { migratedSnapshot } from './migrated-snapshot.js';

/** An empty database of one test file. */
export interface TestDatabase extends OpenedDatabase {
  /** The same database as further server processes open it: none where it can have one alone. */
  readonly others: readonly OpenedDatabase[];
}

/** Connection string of a PostgreSQL server on which databases may be made; without it the embedded one is used. */
const serverUrl = (): string | undefined => process.env['CORELAB_TEST_POSTGRESQL'];
/** How many server processes a test server is; more than one on PostgreSQL alone. */
const processes = (): number => Number(process.env['CORELAB_TEST_PROCESSES'] ?? '1');

const onPostgresql = async (url: string): Promise<TestDatabase> => {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const server = await openDatabase({ url });
  await sql`create database ${sql.id(name)}`.execute(server.db);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const opened = await Promise.all(
    Array.from({ length: processes() }, () => openDatabase({ url: own.href }))
  );
  const [first, ...others] = opened;
  if (first === undefined) throw new Error('CORELAB_TEST_PROCESSES must be at least 1');
  return {
    ...first,
    others,
    close: async () => {
      for (const one of opened) await one.close();
      await sql`drop database ${sql.id(name)} with (force)`.execute(server.db);
      await server.close();
    },
  };
};

const embedded = async (): Promise<TestDatabase> => ({
  ...(await openDatabase({ snapshot: await migratedSnapshot() })),
  others: [],
});

/** The database that the run is about: embedded, or a new one of a PostgreSQL server (`npm run verify:databases`). */
export const testDatabase = async (): Promise<TestDatabase> => {
  const url = serverUrl();
  return url === undefined ? embedded() : onPostgresql(url);
};
