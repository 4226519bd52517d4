import { sql, type Kysely } from 'kysely';
import { openJobQueue } from '../jobs/job-queue.js';
import { migrate } from './migrate.js';
import { openDatabase } from './open.js';
import type { Database } from './schema.js';

/** Tables that are only added to. */
export const recordTables = ['audit_entry', 'audit_head', 'audit_anchor'] as const;

/** Schema of the job queue. */
const jobSchema = 'pgboss';

export interface OwnerOptions {
  /** Connection string of the role that owns the tables. */
  readonly ownerUrl: string;
  /** The role that the program works as. */
  readonly role: string;
  readonly now: () => Date;
  readonly onError: (reason: unknown) => void;
}

/**
 * Brings the schema up to date as the role that owns it, and gives the program's role what it works with: reading and adding
 * everywhere, changing and deleting everywhere but in the record. Safe to repeat.
 * @throws what the database refuses; Error where both are one role
 */
export const prepareAsOwner = async (options: OwnerOptions): Promise<void> => {
  const { ownerUrl, role, now, onError } = options;
  const owner = await openDatabase({ url: ownerUrl });
  try {
    if ((await roleOf(owner.db)) === role)
      throw new Error(
        `DATABASE_ADMIN_URL and DATABASE_URL both connect as ${role}: the program must be another role than the owner of the record`
      );
    await migrate(owner.db, now);
    const jobs = await openJobQueue(owner, { upkeep: false, onError });
    await jobs.stop();
    await owner.db.transaction().execute(async trx => {
      await sql`select pg_advisory_xact_lock(7302020)`.execute(trx);
      const to = sql.id(role);
      for (const schema of ['public', jobSchema]) {
        const all = sql.id(schema);
        await sql`grant usage on schema ${all} to ${to}`.execute(trx);
        await sql`grant select, insert, update, delete on all tables in schema ${all} to ${to}`.execute(
          trx
        );
        await sql`grant usage, select on all sequences in schema ${all} to ${to}`.execute(trx);
      }
      for (const table of recordTables)
        await sql`revoke update, delete, truncate, references, trigger on ${sql.table(table)} from ${to}`.execute(
          trx
        );
      await sql`revoke insert, update, delete on schema_migration from ${to}`.execute(trx);
    });
  } finally {
    await owner.close();
  }
};

/** The role that a connection acts as. */
export const roleOf = async (db: Kysely<Database>): Promise<string> => {
  const { rows } = await sql<{ role: string }>`select current_user::text as role`.execute(db);
  return rows[0]?.role ?? '';
};

/** Whether the role of this connection could change what the record says, by itself or by what it owns. */
export const couldChangeRecord = async (db: Kysely<Database>): Promise<boolean> => {
  const { rows } = await sql<{ could: boolean }>`
    select bool_or(pg_has_role(current_user, pg_class.relowner, 'usage')
      or has_table_privilege(current_user, pg_class.oid, 'update')
      or has_table_privilege(current_user, pg_class.oid, 'delete')
      or has_table_privilege(current_user, pg_class.oid, 'truncate')) as could
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname in (${sql.join([...recordTables])})`.execute(db);
  return rows[0]?.could !== false;
};
