import { sql, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { belongings, copiedTables } from './table-belongings.js';
import type { TableShape } from './table-shape.js';

/** In memory at once, of tables without and with columns of bytes. */
const rowsAtOnce = { small: 500, withBytes: 4 } as const;
/** A part of a copy has about so many bytes: it is held in memory whole. */
const partBytes = 1024 * 1024;

/** Rows of a table as JSON lines, in the order of its key. */
export interface RowsPart {
  readonly text: string;
  readonly rows: number;
}

/** All rows of a table that a condition names, in parts. The transaction says as of when. */
export async function* rowsOf(
  trx: Transaction<Database>,
  { name, columns, key, hasBytes }: TableShape,
  condition: RawBuilder<boolean> | null = null
): AsyncGenerator<RowsPart> {
  const atOnce = hasBytes ? rowsAtOnce.withBytes : rowsAtOnce.small;
  const own = (column: string) => sql.ref(`${name}.${column}`);
  const where = condition === null ? sql`` : sql`where ${condition}`;
  // An alias that no column has: it would be taken for the column.
  await sql`declare copied no scroll cursor for
    select row_to_json("the row")::text as line from (
      select ${sql.join(columns.map(own))} from ${sql.table(name)} ${where}
      order by ${sql.join(key.map(own))}) as "the row"`.execute(trx);
  let lines: string[] = [];
  let length = 0;
  const part = (): RowsPart => {
    const made = { text: `${lines.join('\n')}\n`, rows: lines.length };
    lines = [];
    length = 0;
    return made;
  };
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(atOnce)} from copied`.execute(trx);
    for (const { line } of rows) {
      lines.push(line);
      length += line.length;
      if (length >= partBytes) yield part();
    }
    if (rows.length < atOnce) break;
  }
  if (lines.length > 0) yield part();
  await sql`close copied`.execute(trx);
}

const isByContent = (name: string): boolean =>
  copiedTables.some(table => table === name && belongings[table].byContent === true);

/**
 * Adds rows that `rowsOf` read. Rows that refer to one of their own table wait for it.
 * @throws what the database refuses; Error in `end` where a row refers to none
 */
export const rowAdder = (trx: Transaction<Database>, { name, columns, self }: TableShape) => {
  const there = new Set<unknown>();
  let waiting: Record<string, unknown>[] = [];
  let added = 0;
  const names = sql.join(columns.map(column => sql.ref(column)));
  const known = isByContent(name) ? sql`on conflict do nothing` : sql``;
  const insert = async (json: string): Promise<void> => {
    const { rows } = await sql<{ count: number }>`
      with added as (
        insert into ${sql.table(name)} (${names})
        select ${names} from json_populate_recordset(null::${sql.table(name)}, ${json}::json)
        ${known} returning 1)
      select count(*) as count from added`.execute(trx);
    added += Number(rows[0]?.count);
  };
  const isReady = (row: Record<string, unknown>): boolean =>
    self.every(({ column }) => row[column] === null || there.has(row[column]));
  const addReady = async (rows: readonly Record<string, unknown>[]): Promise<void> => {
    let ready = rows.filter(isReady);
    waiting = rows.filter(row => !isReady(row));
    while (ready.length > 0) {
      await insert(JSON.stringify(ready));
      for (const row of ready) for (const { to } of self) there.add(row[to]);
      ready = waiting.filter(isReady);
      waiting = waiting.filter(row => !isReady(row));
    }
  };
  return {
    /** Each line one row as JSON. */
    add: async (text: string): Promise<void> => {
      const lines = text.trimEnd().split('\n');
      // What does not refer to itself goes on as text, so that no number is read and written anew.
      if (self.length === 0) return insert(`[${lines.join(',')}]`);
      return addReady([
        ...waiting,
        ...lines.map(line => JSON.parse(line) as Record<string, unknown>),
      ]);
    },
    /** How many were added; those that were there by their content are not among them. */
    end: (): number => {
      const [left] = waiting;
      if (left === undefined) return added;
      throw new Error(`a row of ${name} refers to one that is not there: ${JSON.stringify(left)}`);
    },
  };
};
