import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** A table as the database has it. */
export interface TableShape {
  readonly name: string;
  /** In the order of the table; what the database makes by itself is left out. */
  readonly columns: readonly string[];
  /** Of its primary key; all columns where it has none. */
  readonly key: readonly string[];
  /** Columns that refer to the table itself, with what they refer to. */
  readonly self: readonly { readonly column: string; readonly to: string }[];
  /** Columns that name an account. */
  readonly people: readonly string[];
  /** It has a column of bytes: a row may be megabytes. */
  readonly hasBytes: boolean;
}

interface ForeignKey {
  readonly table: string;
  readonly to: string;
  readonly columns: readonly string[];
  readonly toColumns: readonly string[];
}

const foreignKeys = async (db: Kysely<Database>): Promise<ForeignKey[]> => {
  const { rows } = await sql<{
    table: string;
    to: string;
    columns: string[];
    toColumns: string[];
  }>`
    select own.relname as table, other.relname as to,
      (select json_agg(attname order by place) from unnest(conkey) with ordinality as k(number, place)
        join pg_attribute on attrelid = conrelid and attnum = number) as columns,
      (select json_agg(attname order by place) from unnest(confkey) with ordinality as k(number, place)
        join pg_attribute on attrelid = confrelid and attnum = number) as "toColumns"
    from pg_constraint join pg_class own on own.oid = conrelid join pg_class other on other.oid = confrelid
    where contype = 'f' and own.relnamespace = 'public'::regnamespace`.execute(db);
  return rows;
};

/**
 * Every table with rows, each after those that it refers to.
 * @throws Error where tables refer to each other in a circle
 */
export const tableShapes = async (db: Kysely<Database>): Promise<readonly TableShape[]> => {
  const { rows: tables } = await sql<{
    name: string;
    columns: string[];
    key: string[] | null;
    has_bytes: boolean;
  }>`
    select relname as name,
      (select json_agg(attname order by attnum) from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select json_agg(attname order by place) from pg_constraint
        cross join unnest(conkey) with ordinality as k(number, place)
        join pg_attribute on attrelid = conrelid and attnum = number
        where conrelid = pg_class.oid and contype = 'p') as key,
      exists (select from pg_attribute
        where attrelid = pg_class.oid and attnum > 0 and not attisdropped and atttypid = 'bytea'::regtype) as has_bytes
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by relname`.execute(db);
  const keys = await foreignKeys(db);
  const placed = new Set<string>();
  const ordered: TableShape[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ name }) =>
      keys.every(({ table, to }) => table !== name || to === name || placed.has(to))
    );
    if (ready.length === 0)
      throw new Error(`tables refer to each other: ${waiting.map(({ name }) => name).join(', ')}`);
    for (const { name, columns, key, has_bytes: hasBytes } of ready) {
      const of = keys.filter(({ table }) => table === name);
      placed.add(name);
      ordered.push({
        ...{ name, columns, key: key ?? columns, hasBytes },
        self: of
          .filter(({ to }) => to === name)
          .map(one => ({ column: one.columns[0] ?? '', to: one.toColumns[0] ?? '' })),
        people: of.filter(({ to }) => to === 'account').map(one => one.columns[0] ?? ''),
      });
    }
    waiting = waiting.filter(({ name }) => !placed.has(name));
  }
  return ordered;
};
