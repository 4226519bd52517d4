import { sql } from 'kysely';
import type { ActServer } from './act-server.js';

/** Of sessions and logins, and what every look writes. */
const beside = ['session', 'api_token', 'account', 'schema_migration'];

/** A digest of every row of every table by its name: two alike say that nothing was written between them. */
export const everyRow = async ({ server }: ActServer): Promise<Record<string, string>> => {
  const { db } = server.deps;
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`.execute(db);
  const digests = tables
    .filter(({ name }) => !beside.includes(name))
    .map(
      ({ name }) => sql`select ${name}::text as name,
        md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as digest
        from ${sql.table(name)} as one`
    );
  const { rows } = await sql<{
    name: string;
    digest: string;
  }>`${sql.join(digests, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
};
