import { protocol, type PGlite } from '@electric-sql/pglite';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { DatabaseGoneError } from './database-away.js';
import { endWithProgram } from './pglite-end.js';
import { wireText } from './wire-text.js';

/** Statements that are kept planned; the one not used for longest makes room. */
const keptAtMost = 400;

const { serialize } = protocol;

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** Reads and writes of rows; anything else may change tables, and what was planned on them. */
const ofRows = /^\s*(select|insert|update|delete|with)\b/i;
const countedRows = /^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/;

type Row = InstanceType<typeof protocol.messages.DataRowMessage>;
type Columns = InstanceType<typeof protocol.messages.RowDescriptionMessage>;
type Completed = InstanceType<typeof protocol.messages.CommandCompleteMessage>;
type Message = Awaited<ReturnType<PGlite['execProtocol']>>['messages'][number];

const isError = (message: Message): message is Message & Error => message.name === 'error';

/**
 * The one connection to PGlite. A query is one message to the database, not five, and one that was asked before is not
 * parsed and planned again: that is most of what a query costs here. Values go as text whose type the statement says,
 * as the PostgreSQL driver sends them.
 */
export class PGliteConnection implements DatabaseConnection {
  /** By SQL: the name it is prepared under, or null where it was asked once; the last used is last. */
  readonly #known = new Map<string, string | null>();
  #named = 0;

  #client: PGlite;
  /** Whether it has ended: what it holds in memory is lost, and it answers nothing any more. */
  #hasEnded: () => boolean;
  readonly #reopen: (() => Promise<PGlite>) | null;
  readonly #reopenMs: number;
  /** Why it could not be opened again, and when that was tried. */
  #failed: { readonly cause: unknown; readonly at: number } | null = null;

  /**
   * @param reopen opens the same database anew; null where it is in memory alone
   * @param reopenMs between two tries of it, milliseconds: each takes the process for the better part of a second
   */
  constructor(client: PGlite, reopen: (() => Promise<PGlite>) | null = null, reopenMs = 2_000) {
    this.#client = client;
    this.#hasEnded = endWithProgram(client);
    this.#reopen = reopen;
    this.#reopenMs = reopenMs;
  }

  get client(): PGlite {
    return this.#client;
  }

  get isGone(): boolean {
    return this.#hasEnded();
  }

  /**
   * Opens the database again where it has ended, as after the end of a process: what was committed is there. For whoever
   * has the connection's turn.
   * @throws DatabaseGoneError where that is not possible now; the next one tries again
   */
  async mend(): Promise<void> {
    if (!this.isGone) return;
    if (this.#reopen === null) throw new DatabaseGoneError();
    const now = performance.now();
    if (this.#failed !== null && now - this.#failed.at < this.#reopenMs)
      throw new DatabaseGoneError(this.#failed.cause);
    try {
      this.#client = await this.#reopen();
    } catch (cause) {
      this.#failed = { cause, at: performance.now() };
      throw new DatabaseGoneError(cause);
    }
    this.#failed = null;
    this.#hasEnded = endWithProgram(this.#client);
    this.#known.clear();
  }

  /** @throws DatabaseGoneError where it has ended, or ends by the work; whether that was done is not known then */
  async run<T>(work: (client: PGlite) => Promise<T>): Promise<T> {
    if (this.isGone) throw new DatabaseGoneError();
    return work(this.#client);
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { sql } = query;
    if (!ofRows.test(sql)) {
      const result = await this.run(client => client.query<R>(sql, [...query.parameters]));
      await this.forget();
      return { rows: result.rows };
    }
    const values = query.parameters.map(wireText);
    const known = this.#known.get(sql);
    const isPrepared = typeof known === 'string';
    const name = isPrepared ? known : known === null ? `s${(this.#named += 1)}` : '';
    const message = joined([
      ...(isPrepared ? [] : [serialize.parse({ name, text: sql })]),
      serialize.bind({ statement: name, values }),
      serialize.describe({ type: 'P' }),
      serialize.execute({}),
      serialize.sync(),
    ]);
    const { messages } = await this.run(client =>
      client.execProtocol(message, { throwOnError: false })
    );
    if (isPrepared || messages.some(message => message.name === 'parseComplete')) {
      await this.#note(sql, name === '' ? null : name);
    }
    const failure = messages.find(isError);
    if (failure !== undefined) throw failure;
    return this.#resultOf<R>(messages);
  }

  // oxlint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite has no cursors here; read the rows at once');
  }

  /** Prepared statements go: the tables may be others now. Not in a transaction that failed. */
  async forget(): Promise<void> {
    if (this.#known.size === 0) return;
    this.#known.clear();
    await this.run(client => client.exec('deallocate all'));
  }

  async #note(sql: string, name: string | null): Promise<void> {
    this.#known.delete(sql);
    this.#known.set(sql, name);
    if (this.#known.size <= keptAtMost) return;
    const [[oldest, oldName] = ['', null]] = this.#known;
    this.#known.delete(oldest);
    if (oldName === null) return;
    const close = joined([serialize.close({ type: 'S', name: oldName }), serialize.sync()]);
    await this.run(client => client.execProtocol(close));
  }

  #resultOf<R>(messages: readonly Message[]): QueryResult<R> {
    const rows: R[] = [];
    let columns: { readonly name: string; readonly parse: (text: string) => unknown }[] = [];
    let affected: bigint | undefined;
    for (const message of messages) {
      if (message.name === 'rowDescription') {
        const { fields } = message as Columns;
        columns = fields.map(({ name, dataTypeID }) => {
          const parser = this.client.parsers[dataTypeID];
          return {
            name,
            parse: parser === undefined ? text => text : text => parser(text, dataTypeID),
          };
        });
      } else if (message.name === 'dataRow') {
        const { fields } = message as Row;
        const row: Record<string, unknown> = {};
        columns.forEach(({ name, parse }, index) => {
          const text = fields[index] ?? null;
          row[name] = text === null ? null : parse(text);
        });
        rows.push(row as R);
      } else if (message.name === 'commandComplete') {
        const count = countedRows.exec((message as Completed).text);
        if (count?.[1] !== undefined) affected = BigInt(count[1]);
      }
    }
    return { rows, ...(affected === undefined ? {} : { numAffectedRows: affected }) };
  }
}
