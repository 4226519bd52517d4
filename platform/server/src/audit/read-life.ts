import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { isRecord } from '../is-record.js';
import type { AuditScope } from './audit-scope.js';
import { anyWord } from './entry-filter.js';
import { entryRows, textOf, type EntryRow, type StoredEntry } from './entry-list.js';
import { idsIn } from './named-things.js';
import { saidTexts } from './said-texts.js';

/** An entry of a read's life, with all of its differences. */
export interface LifeEvent extends EntryRow {
  /** The meaning of a signature. */
  readonly meaning: string | null;
  /** What was said with it, where it is kept: each is what its digest in the entry says. */
  readonly words: readonly string[];
}

export interface ReadLife {
  readonly read: {
    readonly id: string;
    readonly subject: { readonly id: string; readonly identifier: string };
    readonly timepoint: string | null;
    readonly track: string;
    readonly slot: string;
    readonly version: number;
    readonly state: string;
  };
  /** Its other versions, by number. */
  readonly versions: readonly { readonly id: string; readonly version: number }[];
  readonly events: readonly LifeEvent[];
  /** There are more than are told. */
  readonly cut: boolean;
}

/** A read whose changes are more is told to here. */
const mostEvents = 5_000;

const readOf = async (db: Kysely<Database>, trialId: string | null, id: string) => {
  if (trialId === null) throw notFound();
  const row = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .leftJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'read.version', 'read.state', 'read.course_id', 'read.timepoint_id'])
    .select(['read.component', 'read.from_sequence', 'read.to_sequence'])
    .select(['track.code as track', 'course.slot', 'timepoint.label'])
    .select(['subject.id as subject_id', 'subject.identifier'])
    .where('read.id', '=', id)
    .where('track.trial_id', '=', trialId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

type ReadRow = Awaited<ReturnType<typeof readOf>>;

/** What entries of its life name: the read, its images on their way, its course, and what was decided over it. */
const idsOfRead = async (db: Kysely<Database>, read: ReadRow): Promise<string[]> => {
  const { id, timepoint_id: timepoint } = read;
  const exams = sql`(select exam_id from timepoint_exam where timepoint_id = ${timepoint}::uuid)`;
  const studies = sql`(select study_uid from exam_study where exam_id in ${exams})`;
  const { rows } = await sql<{ id: string }>`
    select ${id}::uuid as id
    union select ${timepoint}::uuid where ${timepoint}::uuid is not null
    union select exam_id from timepoint_exam where timepoint_id = ${timepoint}::uuid
    union select arrival.id from arrival join subject on subject.trial_id = arrival.trial_id
      where subject.id = ${read.subject_id} and arrival.study_uid in ${studies}
    union select receipt_id from receipt_instance where study_uid in ${studies}
    union select query.id from query where exam_id in ${exams}
    union select ${read.course_id}::uuid
    union select adjudication_id from adjudication_read where read_id = ${id}
    union select consensus_id from consensus_read where read_id = ${id}
    union select global_read_id from global_read_read where read_id = ${id}
    union select final_id from final_read where read_id = ${id}
    union select id from unlock_request where read_id = ${id}
    union select id from problem where read_id = ${id}
    union select id from release_batch where exists (select from release_batch_timepoint
      where release_batch_id = release_batch.id and timepoint_id = ${timepoint}::uuid)`.execute(db);
  return rows.map(row => row.id);
};

/** Entries of another read of the same timepoint or course, which name what this one's also name. */
const isOfAnother = (details: unknown, id: string): boolean => {
  const read = textOf(details, 'read');
  return read !== null && read !== id;
};

/** Exports as of an entry at which its signature stood. */
const exportsOf = async (
  db: Kysely<Database>,
  chain: string,
  { from_sequence: from, to_sequence: to }: ReadRow
): Promise<StoredEntry[]> => {
  if (from === null) return [];
  const { rows } = await sql<StoredEntry>`
    select sequence, previous_hash, hash, entry from audit_entry
    where chain = ${chain} and entry ->> 'act' = 'trial.exported'
      and (entry -> 'details' ->> 'asOf')::bigint >= ${from}
      and (${to}::bigint is null or (entry -> 'details' ->> 'asOf')::bigint < ${to}::bigint)
    order by sequence limit ${mostEvents}`.execute(db);
  return rows;
};

/**
 * All that the record says of one read, the oldest first: from the arrival of its images to what it went into.
 * @throws CodedError 404 CL_NOT_FOUND for a read that the trial does not have
 */
export const readLife = async (
  deps: Pick<ServerDeps, 'db' | 'auditKey' | 'installation'>,
  scope: AuditScope,
  id: string
): Promise<ReadLife> => {
  const { db } = deps;
  const read = await readOf(db, scope.trialId, id);
  const ids = await idsOfRead(db, read);
  const { rows } = await sql<StoredEntry>`
    select sequence, previous_hash, hash, entry from audit_entry
    where chain = ${scope.chain} and audit_words(entry) @@ ${anyWord(ids)}
    order by sequence limit ${mostEvents + 1}`.execute(db);
  const own = rows.filter(({ entry }) => !isOfAnother(isRecord(entry) ? entry['details'] : {}, id));
  const exported = await exportsOf(db, scope.chain, read);
  const stored = [...new Map([...own, ...exported].map(one => [one.sequence, one])).values()]
    .sort((a, b) => a.sequence - b.sequence)
    .slice(0, mostEvents);
  const listed = await entryRows(db, scope.trialId, stored, Number.POSITIVE_INFINITY);
  const events: LifeEvent[] = [];
  for (const [at, row] of listed.entries()) {
    const entry = stored[at]?.entry;
    const details = isRecord(entry) ? entry['details'] : undefined;
    // A change says its comments by digest, and their words are in the read itself.
    const texts =
      row.act === 'draft.saved' ? [] : await saidTexts(deps, scope.trialId, details, idsIn(entry));
    events.push({
      ...row,
      meaning: textOf(details, 'meaning'),
      words: texts.flatMap(({ text }) => (text === null ? [] : [text])),
    });
  }
  const versions = await db
    .selectFrom('read')
    .select(['id', 'version'])
    .where('course_id', '=', read.course_id)
    .where('timepoint_id', read.timepoint_id === null ? 'is' : '=', read.timepoint_id)
    .where('component', '=', read.component)
    .orderBy('version')
    .execute();
  return {
    read: {
      ...{ id, subject: { id: read.subject_id, identifier: read.identifier } },
      ...{ timepoint: read.label, track: read.track, slot: read.slot },
      ...{ version: read.version, state: read.state },
    },
    versions,
    events,
    cut: rows.length > mostEvents,
  };
};
