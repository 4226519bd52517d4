import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { migrateAll, migratedSnapshot } from './migrated-snapshot.js';

/** An empty database of one test file. */
export interface TestDatabase extends OpenedDatabase {
  /** The same database as further server processes open it: none where it can have one alone. */
  readonly others: readonly OpenedDatabase[];
}

/** Connection string of a PostgreSQL server on which databases may be made; without it the embedded one is used. */
const serverUrl = (): string | undefined => process.env['CORELAB_TEST_POSTGRESQL'];
/** How many server processes a test server is; more than one on PostgreSQL alone. */
const processes = (): number => Number(process.env['CORELAB_TEST_PROCESSES'] ?? '1');

const template = 'migrated';

const urlOf = (server: string, database: string): string => {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
};

/** Makes, once on a server, the migrated database that the others are copies of; whoever comes meanwhile waits. */
const ensureTemplate = (server: OpenedDatabase, url: string): Promise<void> =>
  server.db.connection().execute(async db => {
    await sql`select pg_advisory_lock(1)`.execute(db);
    try {
      const { rows } = await sql`select from pg_database where datname = ${template}`.execute(db);
      if (rows.length > 0) return;
      const unfinished = `${template}_unfinished`;
      await sql`drop database if exists ${sql.id(unfinished)}`.execute(db);
      await sql`create database ${sql.id(unfinished)}`.execute(db);
      const opened = await openDatabase({ url: urlOf(url, unfinished) });
      await migrateAll(opened).finally(() => opened.close());
      await sql`alter database ${sql.id(unfinished)} rename to ${sql.id(template)}`.execute(db);
    } finally {
      await sql`select pg_advisory_unlock(1)`.execute(db);
    }
  });

/** A migrated database on a PostgreSQL server. */
export interface NewDatabase {
  readonly url: string;
  /** Once nobody has it open. */
  drop(): Promise<void>;
}

/** Makes a database on the PostgreSQL server of the run, migrated unless it is to be empty; null where the run has none. */
export const databaseOfRun = async (
  begins: 'migrated' | 'empty' = 'migrated'
): Promise<NewDatabase | null> => {
  const url = serverUrl();
  if (url === undefined) return null;
  const name = `test_${randomBytes(8).toString('hex')}`;
  const server = await openDatabase({ url });
  if (begins === 'migrated') await ensureTemplate(server, url);
  const from = begins === 'migrated' ? template : 'template1';
  await sql`create database ${sql.id(name)} template ${sql.id(from)}`.execute(server.db);
  return {
    url: urlOf(url, name),
    drop: async () => {
      await sql`drop database ${sql.id(name)}`.execute(server.db);
      await server.close();
    },
  };
};

const onPostgresql = async ({ url, drop }: NewDatabase, count: number): Promise<TestDatabase> => {
  const opened = await Promise.all(Array.from({ length: count }, () => openDatabase({ url })));
  const [first, ...others] = opened;
  if (first === undefined) throw new Error('CORELAB_TEST_PROCESSES must be at least 1');
  return {
    ...first,
    others,
    close: async () => {
      for (const one of opened) await one.close();
      await drop();
    },
  };
};

const embedded = async (): Promise<TestDatabase> => ({
  ...(await openDatabase({ snapshot: await migratedSnapshot() })),
  others: [],
});

/**
 * The database that the run is about: embedded, or a new one of a PostgreSQL server (`npm test`).
 * @param count how many server processes have it open, where it can be several
 */
export const testDatabase = async (count = processes()): Promise<TestDatabase> => {
  const made = await databaseOfRun();
  return made === null ? embedded() : onPostgresql(made, count);
};
