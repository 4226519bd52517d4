import { sql } from 'kysely';
import type { OpenedDatabase } from '../database/open.js';

/**
 * Deletes what there is, without asking what refers to it; truncating would make every file of every table and index anew.
 */
export const emptyDatabase = async ({ db, runSql }: OpenedDatabase): Promise<void> => {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`.execute(
    db
  );
  if (tables.length === 0) return;
  const asked = tables.map(
    ({ name }) => sql`select ${name}::text as name where exists (select from ${sql.table(name)})`
  );
  const { rows: filled } = await sql<{
    name: string;
  }>`${sql.join(asked, sql` union all `)}`.execute(db);
  if (filled.length === 0) return;
  const deletions = filled.map(({ name }) => `delete from "${name}";`).join(' ');
  await runSql(`begin; set local session_replication_role = replica; ${deletions} commit;`);
};
