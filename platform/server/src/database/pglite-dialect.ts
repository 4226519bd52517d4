import type { PGlite } from '@electric-sql/pglite';
import {
  CompiledQuery,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
} from 'kysely';

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

class PGliteConnection implements DatabaseConnection {
  constructor(readonly client: PGlite) {}

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await this.client.query<R>(query.sql, [...query.parameters]);
    return {
      rows: result.rows,
      ...(result.affectedRows === undefined
        ? {}
        : { numAffectedRows: BigInt(result.affectedRows) }),
    };
  }

  streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite has no cursors here; read the rows at once');
  }
}

class PGliteDriver implements Driver {
  readonly #turn: Turn;
  readonly #connection: PGliteConnection;

  constructor(
    readonly client: PGlite,
    turn: Turn
  ) {
    this.#turn = turn;
    this.#connection = new PGliteConnection(client);
  }

  async init(): Promise<void> {
    await this.client.waitReady;
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turn.take();
    return this.#connection;
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#turn.give();
  }

  async destroy(): Promise<void> {
    await this.client.close();
  }
}

/**
 * Kysely over PGlite. One connection: code inside a transaction must use the transaction's handle alone, or
 * it waits for itself for ever.
 */
export const pgliteDialect = (client: PGlite, turn: Turn): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new PGliteDriver(client, turn),
  createIntrospector: db => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

/**
 * SQL outside Kysely on the same one connection, in its turn. Without values the text may be several statements; the
 * rows are the last one's.
 */
export const pgliteSql =
  (client: PGlite, turn: Turn): RunSql =>
  async (text, values) => {
    await turn.take();
    try {
      if (values !== undefined && values.length > 0) {
        return { rows: (await client.query<SqlRow>(text, [...values])).rows };
      }
      const results = await client.exec(text);
      return { rows: (results.at(-1)?.rows ?? []) as SqlRow[] };
    } catch (reason) {
      // A transaction that the text began itself would stay open, and fail whoever comes next.
      await client.exec('rollback');
      throw reason;
    } finally {
      turn.give();
    }
  };
