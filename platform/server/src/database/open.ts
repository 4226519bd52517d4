import { PGlite, types as pgliteTypes } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PGliteConnection } from './pglite-connection.js';
import { pgliteDialect, pgliteSql, Turn, type RunSql } from './pglite-dialect.js';
import type { Database } from './schema.js';

export interface OpenOptions {
  /** A PostgreSQL connection string (15 or later). Wins over `folder`. */
  readonly url?: string;
  /** PGlite's data folder; without it and without `url` the database lives in memory. */
  readonly folder?: string;
  /** What a server calls this process. */
  readonly name?: string;
  /** What a new embedded database begins with: the dump of another one. */
  readonly snapshot?: Blob | null;
  /** Milliseconds between two tries to open an embedded database that has ended. */
  readonly reopenMs?: number;
}

export interface OpenedDatabase {
  readonly db: Kysely<Database>;
  readonly kind: 'postgresql' | 'pglite';
  /** SQL of a library that brings its own; never inside a transaction of `db`. */
  readonly runSql: RunSql;
  /** A copy of the whole embedded database, for another to begin with; a server has none. */
  readonly dump?: () => Promise<Blob>;
  close(): Promise<void>;
}

/** int8 becomes a number (sequences and counts stay far below 2^53); beyond that it is refused, not rounded. */
const parseInt8 = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) {
    throw new RangeError(`int8 ${text} is beyond what a number holds exactly`);
  }
  return value;
};
/** So long a request waits for a connection; then it is told that the database does not answer. */
const connectionLimitMs = 10_000;

/** Calendar dates stay text: a Date would move them with the time zone. */
const keepText = (text: string): string => text;

/**
 * Opens the database. The two drivers' own parsers differ for int8 and date, so both get these.
 * @throws what the driver throws when the folder or server can't be opened.
 */
export const openDatabase = async (options: OpenOptions = {}): Promise<OpenedDatabase> => {
  if (options.url !== undefined) {
    const pool = new pg.Pool({
      connectionString: options.url,
      ...(options.name === undefined ? {} : { application_name: options.name }),
      connectionTimeoutMillis: connectionLimitMs,
      // A database whose machine is gone says nothing more: without this a query would wait for hours.
      keepAlive: true,
      // Lists ask for little with long conditions: compiling those takes longer than the answer. Said after the start
      // of the connection: poolers between refuse options of the start that they do not know.
      onConnect: async client => {
        // Also told to whoever waits for an answer. Without a listener the process ends: the pool listens to those alone
        // that nobody uses.
        client.on('error', () => undefined);
        await client.query('set jit = off');
      },
      types: {
        getTypeParser: (oid, format) => {
          if (oid === pg.types.builtins.INT8) return parseInt8;
          if (oid === pg.types.builtins.DATE) return keepText;
          return pg.types.getTypeParser(oid, format);
        },
      },
    });
    // A connection lost while nobody used it: the next query takes a new one, but without a listener the process ends.
    pool.on('error', ({ message }) =>
      process.emitWarning(`An idle connection to the database was lost: ${message}`)
    );
    const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
    const runSql: RunSql = async (text, values) => {
      const client = await pool.connect();
      // A connection on which not even that is possible is not given to anybody again.
      let broken: Error | undefined;
      try {
        // Several statements at once give several results.
        const results = [await client.query(text, values === undefined ? undefined : [...values])];
        return { rows: results.flat().at(-1)?.rows ?? [] };
      } catch (reason) {
        // A transaction that the text began itself would stay open, and fail whoever gets the connection next.
        await client.query('rollback').catch((failed: Error) => (broken = failed));
        throw reason;
      } finally {
        client.release(broken);
      }
    };
    return { db, kind: 'postgresql', runSql, close: () => db.destroy() };
  }
  const parsers = { [pgliteTypes.INT8]: parseInt8, [pgliteTypes.DATE]: keepText };
  const { folder } = options;
  const client = await PGlite.create({
    parsers,
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(options.snapshot == null ? {} : { loadDataDir: options.snapshot }),
  });
  const reopen = folder === undefined ? null : () => PGlite.create({ parsers, dataDir: folder });
  // What lives in memory survives nothing: its log need not be written at each commit.
  if (options.folder === undefined) await client.exec('set synchronous_commit = off');
  const turn = new Turn();
  const connection = new PGliteConnection(client, reopen, options.reopenMs);
  const db = new Kysely<Database>({ dialect: pgliteDialect(connection, turn) });
  const runSql = pgliteSql(connection, turn);
  const dump = async (): Promise<Blob> => {
    await turn.take();
    try {
      return await connection.run(async one => {
        // What is in memory alone goes to the files that are copied.
        await one.exec('checkpoint');
        return one.dumpDataDir('none');
      });
    } finally {
      turn.give();
    }
  };
  const close = async (): Promise<void> => {
    await db.destroy();
    // Kysely has not opened what nobody asked, and leaves it.
    if (!connection.isGone && !connection.client.closed) await connection.client.close();
  };
  return { db, kind: 'pglite', runSql, dump, close };
};
