import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRecord } from '../is-record.js';
import { kindOfAct } from './acts.js';
import type { AuditScope } from './audit-scope.js';
import { entryCondition, type EntryCondition, type EntryFilter } from './entry-filter.js';
import { idsIn, nameThings, type NamedThing } from './named-things.js';
import { differencesOf, withNames, type Difference } from './shown-differences.js';

/** An entry with what its ids are called. */
export interface EntryRow {
  readonly sequence: number;
  readonly at: string;
  /** IANA zone that its writer worked in. */
  readonly zone: string;
  readonly act: string;
  readonly kind: string | null;
  /** Null where the server acted by itself. */
  readonly by: { readonly id: string; readonly user: string | null } | null;
  readonly roles: readonly string[];
  readonly subject: { readonly id: string; readonly identifier: string } | null;
  /** What it is about, by the closest thing that it names. */
  readonly about: { readonly kind: string; readonly name: string } | null;
  readonly readId: string | null;
  /** The first few, and how many there are. */
  readonly differences: readonly Difference[];
  readonly changed: number;
  readonly hash: string;
}

/** As the table has it. */
export interface StoredEntry {
  sequence: number;
  previous_hash: string;
  hash: string;
  entry: unknown;
}

const fewDifferences = 3;
/** Longer details are not sent with a list. */
const longDetails = 20_000;

export const textOf = (value: unknown, key: string): string | null => {
  const found = isRecord(value) ? value[key] : undefined;
  return typeof found === 'string' ? found : null;
};

/** In which order of its ids an entry says what it is about. */
const closest = ['read', 'adjudication', 'globalRead', 'consensus', 'exam', 'timepoint', 'query'];

const aboutOf = (
  details: unknown,
  names: ReadonlyMap<string, NamedThing>
): { about: NamedThing | null; subject: EntryRow['subject'] } => {
  const direct = closest.flatMap(key => names.get(textOf(details, key) ?? '') ?? []);
  const all = [...idsIn(details)].flatMap(id => names.get(id) ?? []);
  const about = direct[0] ?? all.find(one => one.kind !== 'person' && one.kind !== 'subject');
  const named = [...direct, ...all].find(({ subject }) => subject !== null);
  return { about: about ?? null, subject: named?.subject ?? null };
};

/** Entries as rows of a list, each with the first of its differences. */
export const entryRows = async (
  db: Kysely<Database>,
  trialId: string | null,
  entries: readonly StoredEntry[],
  mostDifferences = fewDifferences
): Promise<EntryRow[]> => {
  const ids = new Set(entries.flatMap(({ entry }) => [...idsIn(entry)]));
  const names = await nameThings(db, trialId, ids);
  return entries.map(({ sequence, hash, entry }) => {
    const details = isRecord(entry) ? entry['details'] : undefined;
    const by = textOf(entry, 'by');
    const act = textOf(entry, 'act') ?? '';
    const roles = isRecord(entry) && Array.isArray(entry['roles']) ? entry['roles'] : [];
    const { about, subject } = aboutOf(details, names);
    const differences = withNames(differencesOf(details), names);
    const read = textOf(details, 'read');
    return {
      ...{ sequence, hash, act, kind: kindOfAct(act) },
      ...{ at: textOf(entry, 'at') ?? '', zone: textOf(entry, 'zone') ?? '' },
      by: by === null ? null : { id: by, user: names.get(by)?.name ?? null },
      roles: roles.filter(role => typeof role === 'string'),
      ...{ subject, readId: read !== null && names.get(read)?.kind === 'read' ? read : null },
      about: about === null ? null : { kind: about.kind, name: about.name },
      differences: differences.slice(0, mostDifferences),
      changed: differences.length,
    };
  });
};

export interface PageAsked {
  /** Number of the last entry of the page before. */
  readonly after: number | null;
  readonly limit: number;
  readonly oldestFirst: boolean;
}

const beyond = (chain: string, { byInstant }: EntryCondition, asked: PageAsked) => {
  if (asked.after === null) return sql`true`;
  const than = sql.raw(asked.oldestFirst ? '>' : '<');
  return byInstant
    ? sql`(entry ->> 'at', sequence) ${than} (
        (select mark.entry ->> 'at' from audit_entry as mark
          where mark.chain = ${chain} and mark.sequence = ${asked.after}), ${asked.after}::bigint)`
    : sql`sequence ${than} ${asked.after}`;
};

/** Entries of a condition, as they are stored, in their order. */
export const storedEntries = async (
  db: Kysely<Database>,
  chain: string,
  condition: EntryCondition,
  asked: PageAsked,
  columns = sql`entry`
): Promise<StoredEntry[]> => {
  const way = sql.raw(asked.oldestFirst ? 'asc' : 'desc');
  const order = condition.byInstant
    ? sql`entry ->> 'at' ${way}, sequence ${way}`
    : sql`sequence ${way}`;
  const { rows } = await sql<StoredEntry>`
    select sequence, previous_hash, hash, ${columns} as entry from audit_entry
    where ${condition.where} and ${beyond(chain, condition, asked)}
    order by ${order} limit ${asked.limit}`.execute(db);
  return rows;
};

/** A page of a chain, the newest first unless asked otherwise. @throws as `entryCondition` */
export const entryPage = async (
  db: Kysely<Database>,
  scope: AuditScope,
  filter: EntryFilter,
  asked: PageAsked
): Promise<{ readonly entries: EntryRow[]; readonly next: number | null }> => {
  const condition = await entryCondition(db, scope, filter);
  const found = await storedEntries(
    db,
    scope.chain,
    condition,
    { ...asked, limit: asked.limit + 1 },
    sql`case when length(entry::text) < ${longDetails} then entry
      else jsonb_set(entry #- '{details,changes}' #- '{details,conflict}', '{details,changes}',
        coalesce(jsonb_path_query_array(entry, '$.details.changes[0 to 99]'), '[]')) end`
  );
  const shown = found.slice(0, asked.limit);
  const last = shown.at(-1);
  return {
    entries: await entryRows(db, scope.trialId, shown),
    next: found.length > asked.limit && last !== undefined ? last.sequence : null,
  };
};
