import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { AuditScope } from './audit-scope.js';

/** What a chain can be narrowed to, and where it stands. */
export interface EntryFacets {
  readonly entries: number;
  readonly lastHash: string | null;
  readonly acts: readonly string[];
  /** Whoever did something in it, by user name. */
  readonly people: readonly { readonly id: string; readonly user: string; readonly name: string }[];
  readonly head: { readonly sequence: number; readonly at: string } | null;
  readonly anchored: { readonly sequence: number; readonly at: string } | null;
}

/** The values of a key in a chain, from one to the next by its index: no entry beside is looked at. */
const valuesOf = async (
  db: Kysely<Database>,
  chain: string,
  key: 'act' | 'by'
): Promise<string[]> => {
  const value = sql`entry ->> ${sql.lit(key)}`;
  const { rows } = await sql<{ value: string }>`
    with recursive found(value) as (
      (select ${value} from audit_entry where chain = ${chain} and ${value} is not null
        order by ${value} limit 1)
      union all
      select (select ${value} from audit_entry where chain = ${chain} and ${value} > found.value
        order by ${value} limit 1)
      from found where found.value is not null)
    select value from found where value is not null`.execute(db);
  return rows.map(row => row.value);
};

export const entryFacets = async (
  db: Kysely<Database>,
  { chain }: AuditScope
): Promise<EntryFacets> => {
  const acts = await valuesOf(db, chain, 'act');
  const by = await valuesOf(db, chain, 'by');
  const people =
    by.length === 0
      ? []
      : await db
          .selectFrom('account')
          .select(['id', 'user_name', 'display_name'])
          .where('id', 'in', by)
          .orderBy('user_name')
          .execute();
  const { rows } = await sql<{ sequence: number; hash: string }>`
    select sequence, hash from audit_entry where chain = ${chain} order by sequence desc limit 1`.execute(
    db
  );
  const head = await db
    .selectFrom('audit_head')
    .select(['sequence', 'signed_at'])
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  const anchored = await db
    .selectFrom('audit_anchor')
    .select(['sequence', 'anchored_at'])
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return {
    entries: rows[0]?.sequence ?? 0,
    lastHash: rows[0]?.hash ?? null,
    acts,
    people: people.map(({ id, user_name: user, display_name: name }) => ({ id, user, name })),
    head: head === undefined ? null : { sequence: head.sequence, at: head.signed_at.toISOString() },
    anchored:
      anchored === undefined
        ? null
        : { sequence: anchored.sequence, at: anchored.anchored_at.toISOString() },
  };
};
