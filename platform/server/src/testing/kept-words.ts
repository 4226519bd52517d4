import { sql } from 'kysely';
import type { TestServer } from './test-server.js';

/** Tables in which a text stands, in whatever column; the audit among them. */
export const tablesWith = async (
  { deps: { db } }: Pick<TestServer, 'deps'>,
  words: string
): Promise<string[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const { rows } = await sql`
        select 1 from ${sql.table(name)} as one where position(${words} in one::text) > 0 limit 1`.execute(
        db
      );
      return rows.length > 0 ? [name] : [];
    })
  );
  return found.flat();
};
