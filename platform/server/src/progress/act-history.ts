import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** What an audit entry tells of: reads, adjudications and timepoints by id. */
export interface Told {
  readonly chain: string;
  readonly reads: readonly string[];
  readonly adjudications: readonly string[];
  readonly timepoints: readonly string[];
}

export interface ActView {
  at: string;
  /** The act of the audit entry: a key of words, never a sentence. */
  act: string;
  /** User name; null where the server acted by itself. */
  by: string | null;
  /** Of a read or an adjudication. */
  readId: string | null;
  timepointId: string | null;
  /** States that changed by it. */
  changes: { thing: string; from: string | null; to: string }[];
  /** How often in a row of the same person it was done, and when last; once, and null, for most acts. */
  times: number;
  until: string | null;
  params: Record<string, string>;
}

/** Done over and over: told once for each read and person. */
const repeated = [
  ...['draft.saved', 'read.opened', 'read.replayed', 'read.reported'],
  ...['adjudication.saved', 'adjudication.opened'],
];

/** The newest acts of this many are told. */
const most = 500;

interface Row {
  at: string;
  act: string;
  by: string | null;
  read: string | null;
  timepoint: string | null;
  transitions: { thing: string; from: string | null; to: string }[] | null;
  times: number;
  until: string | null;
  kind: string | null;
  decision: string | null;
  assigned: string | null;
}

/** Entries of a read or an adjudication, or of a timepoint without a read, by their indexes. Without ids there are none. */
const entries = ({ chain, reads, adjudications, timepoints }: Told) => {
  const listed = (ids: readonly string[]) => (ids.length === 0 ? sql`null` : sql.join(ids));
  return sql`(
    select * from audit_entry where chain = ${chain} and entry -> 'details' ->> 'read' in (${listed(reads)})
    union all
    select * from audit_entry where chain = ${chain}
      and entry -> 'details' ->> 'adjudication' in (${listed(adjudications)})
    union all
    select * from audit_entry where chain = ${chain} and entry -> 'details' ->> 'timepoint' in (${listed(timepoints)})
      and entry -> 'details' ->> 'read' is null) as told`;
};

const ofRead = sql`coalesce(entry -> 'details' ->> 'read', entry -> 'details' ->> 'adjudication')`;

/**
 * What the audit chain tells of reads, adjudications and timepoints, the oldest first: who did what and when, with no text, value or
 * image in it.
 */
export const actHistory = async (db: Kysely<Database>, told: Told): Promise<ActView[]> => {
  const single = await sql<Row>`
    select entry ->> 'at' as at, entry ->> 'act' as act, person.user_name as by,
      ${ofRead} as read, entry -> 'details' ->> 'timepoint' as timepoint,
      entry -> 'details' -> 'transitions' as transitions, 1 as times, null as until,
      entry -> 'details' ->> 'kind' as kind, entry -> 'details' ->> 'decision' as decision,
      assigned.user_name as assigned
    from ${entries(told)}
    left join account person on person.id = (entry ->> 'by')::uuid
    left join account assigned on entry ->> 'act' in ('read.assigned', 'adjudication.assigned')
      and assigned.id::text = entry -> 'details' ->> 'to'
    where entry ->> 'act' not in (${sql.join(repeated)})
    order by sequence desc limit ${most}`.execute(db);
  const often = await sql<Row>`
    select min(entry ->> 'at') as at, entry ->> 'act' as act, person.user_name as by,
      ${ofRead} as read, null as timepoint, null as transitions,
      count(*)::int as times, case when count(*) > 1 then max(entry ->> 'at') end as until,
      null as kind, null as decision, null as assigned
    from ${entries({ ...told, timepoints: [] })}
    left join account person on person.id = (entry ->> 'by')::uuid
    where entry ->> 'act' in (${sql.join(repeated)})
    group by entry ->> 'act', person.user_name, ${ofRead}`.execute(db);
  return [...single.rows.reverse(), ...often.rows]
    .map(row => ({
      ...{ at: row.at, act: row.act, by: row.by, readId: row.read, timepointId: row.timepoint },
      changes: (row.transitions ?? []).map(({ thing, from, to }) => ({ thing, from, to })),
      ...{ times: row.times, until: row.until },
      params: Object.fromEntries(
        Object.entries({ kind: row.kind, decision: row.decision, user: row.assigned }).flatMap(
          ([name, value]) => (value === null ? [] : [[name, value]])
        )
      ),
    }))
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
};

/**
 * By id of a read, adjudication or timepoint: since when it is in its state, ISO 8601. A thing that is as it was planned has none, since
 * planning is no act of its own.
 */
export const inStateSince = async (
  db: Kysely<Database>,
  told: Told
): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; at: string }>`
    select distinct on (change.id) change.id, entry ->> 'at' as at
    from ${entries(told)}, jsonb_to_recordset(entry -> 'details' -> 'transitions')
      as change (id text, "from" text, "to" text)
    where change."from" is distinct from change."to"
    order by change.id, sequence desc`.execute(db);
  return new Map(rows.map(({ id, at }) => [id, at]));
};
