import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
} from 'kysely';
import { PGliteConnection } from './pglite-connection.js';

export type SqlRow = Record<string, unknown>;

/** Runs SQL as it stands, for a library that brings its own. */
export type RunSql = (text: string, values?: readonly unknown[]) => Promise<{ rows: SqlRow[] }>;

/** A FIFO lock: PGlite has one connection, so a transaction must hold it alone. */
export class Turn {
  #tail: Promise<void> = Promise.resolve();
  #release: (() => void) | undefined;

  async take(): Promise<void> {
    const before = this.#tail;
    let release = (): void => undefined;
    this.#tail = new Promise(resolve => (release = resolve));
    await before;
    this.#release = release;
  }

  give(): void {
    const release = this.#release;
    this.#release = undefined;
    release?.();
  }
}

class PGliteDriver implements Driver {
  readonly #turn: Turn;

  readonly connection: PGliteConnection;

  constructor(connection: PGliteConnection, turn: Turn) {
    this.connection = connection;
    this.#turn = turn;
  }

  async init(): Promise<void> {
    await this.connection.client.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turn.take();
    try {
      await this.connection.mend();
    } catch (reason) {
      this.#turn.give();
      throw reason;
    }
    return this.connection;
  }

  async beginTransaction(): Promise<void> {
    await this.connection.run(client => client.exec('begin'));
  }

  async commitTransaction(): Promise<void> {
    await this.connection.run(client => client.exec('commit'));
  }

  async rollbackTransaction(): Promise<void> {
    // With the database went the transaction.
    if (!this.connection.isGone) await this.connection.run(client => client.exec('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#turn.give();
  }

  async destroy(): Promise<void> {
    if (!this.connection.isGone) await this.connection.client.close();
  }
}

/**
 * Kysely over PGlite. One connection: code inside a transaction must use the transaction's handle alone, or
 * it waits for itself for ever.
 */
export const pgliteDialect = (connection: PGliteConnection, turn: Turn): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PGliteDriver(connection, turn),
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

const changesTables = /\b(create|alter|drop)\b/i;

/**
 * SQL outside Kysely on the same one connection, in its turn. Without values the text may be several statements; the
 * rows are the last one's.
 */
export const pgliteSql =
  (connection: PGliteConnection, turn: Turn): RunSql =>
  async (text, values) => {
    await turn.take();
    try {
      await connection.mend();
      if (changesTables.test(text)) await connection.forget();
      if (values !== undefined && values.length > 0) {
        return await connection.run(client => client.query<SqlRow>(text, [...values]));
      }
      const results = await connection.run(client => client.exec(text));
      return { rows: (results.at(-1)?.rows ?? []) as SqlRow[] };
    } catch (reason) {
      // A transaction that the text began itself would stay open, and fail whoever comes next.
      if (!connection.isGone) await connection.run(client => client.exec('rollback'));
      throw reason;
    } finally {
      turn.give();
    }
  };
