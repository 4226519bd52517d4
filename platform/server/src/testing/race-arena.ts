import type { Kysely } from 'kysely';
import { openDatabase, type OpenedDatabase } from '../database/open.js';
import { migratedSnapshot } from './migrated-snapshot.js';
import type { Database } from '../database/schema.js';
import { postgresqlServer } from './postgresql.js';
import { databaseOfRun } from './test-database.js';

/** Where two server processes race for one thing. */
export interface Arena {
  /** What two server processes would have open. */
  readonly databases: readonly [Kysely<Database>, Kysely<Database>];
  /** The same as they were opened. */
  readonly opened: readonly [OpenedDatabase, OpenedDatabase];
  /** Whether transactions can be open at the same time: the embedded database has one connection. */
  readonly concurrent: boolean;
  close(): Promise<void>;
}

const embedded = async (): Promise<Arena> => {
  const opened = await openDatabase({ snapshot: await migratedSnapshot() });
  return {
    databases: [opened.db, opened.db],
    opened: [opened, opened],
    concurrent: false,
    close: () => opened.close(),
  };
};

/** On the server of the run, or on one of its own. */
const postgresqlDatabase = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const made = await databaseOfRun();
  return made === null ? postgresqlServer() : { url: made.url, stop: () => made.drop() };
};

const server = async (): Promise<Arena> => {
  const { url, stop } = await postgresqlDatabase();
  const [one, two] = [await openDatabase({ url }), await openDatabase({ url })];
  return {
    databases: [one.db, two.db],
    opened: [one, two],
    concurrent: true,
    close: async () => {
      await one.close();
      await two.close();
      await stop();
    },
  };
};

/** Both kinds of database, each by name. */
export const arenas: [string, () => Promise<Arena>][] = [
  ['the embedded database', embedded],
  ['two connections to PostgreSQL', server],
];

/** Resolves for everybody when `parties` have come. */
export const barrier = (parties: number): (() => Promise<void>) => {
  let open = (): void => undefined;
  const opened = new Promise<void>(resolve => (open = resolve));
  let come = 0;
  return () => {
    come += 1;
    if (come === parties) open();
    return opened;
  };
};
