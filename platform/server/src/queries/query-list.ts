import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import type { QueryState } from '../workflow/machines/query.js';
import { mayRead } from './query-rows.js';

export interface QueryItem {
  readonly id: string;
  readonly state: QueryState;
  readonly site: string;
  readonly subject: string;
  readonly exam: string | null;
  /** Codes of the timepoints of its exam. */
  readonly timepoints: readonly string[];
  readonly series: string | null;
  readonly seriesModality: string | null;
  readonly seriesRole: string | null;
  readonly rule: string | null;
  /** The question. */
  readonly text: string;
  readonly dueDate: string;
  /** The site has not answered, and the day is past. */
  readonly overdue: boolean;
  readonly askedAt: string;
  /** When the last thing was said in it. */
  readonly saidAt: string;
}

export interface QueryFilter {
  readonly states: readonly QueryState[];
  readonly overdue: boolean;
  readonly site: string | null;
  /** The whole identifier. */
  readonly subject: string | null;
  /** Letters of it, in any case. */
  readonly text: string | null;
  readonly exam: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** States in which the site has to answer. */
const unanswered: readonly QueryState[] = ['open', 'reopened'];

const listQuery = (db: Kysely<Database>, trialId: string, accountId: string) =>
  db
    .selectFrom('query')
    .innerJoin('site', 'site.id', 'query.site_id')
    .innerJoin('subject', 'subject.id', 'query.subject_id')
    .leftJoin('series', 'series.id', 'query.series_id')
    .select(['query.id', 'query.state', 'query.exam_id', 'query.series_id', 'query.rule'])
    .select(['query.due_date', 'query.asked_at', 'site.code', 'subject.identifier'])
    .select(['series.modality', 'series.role'])
    .select(
      sql<string[]>`(
        select coalesce(json_agg(timepoint.code order by timepoint.ordinal), '[]'::json)
        from timepoint_exam join timepoint on timepoint.id = timepoint_exam.timepoint_id
        where timepoint_exam.exam_id = query.exam_id)`.as('timepoints')
    )
    .select(eb =>
      eb
        .selectFrom('query_message')
        .select(({ fn }) => fn.max('query_message.written_at').as('said_at'))
        .whereRef('query_message.query_id', '=', 'query.id')
        .as('said_at')
    )
    .select(eb =>
      eb
        .selectFrom('query_message')
        .select('query_message.text')
        .whereRef('query_message.query_id', '=', 'query.id')
        .orderBy('query_message.written_at')
        .orderBy('query_message.id')
        .limit(1)
        .as('text')
    )
    .where('query.trial_id', '=', trialId)
    .where(mayRead(accountId));

type ListRow = Awaited<ReturnType<ReturnType<typeof listQuery>['executeTakeFirstOrThrow']>>;

const fromRow =
  (today: string) =>
  (row: ListRow): QueryItem => ({
    ...{ id: row.id, state: row.state, site: row.code, subject: row.identifier },
    ...{ exam: row.exam_id, series: row.series_id, rule: row.rule, text: row.text ?? '' },
    ...{ timepoints: row.timepoints, seriesModality: row.modality, seriesRole: row.role },
    dueDate: row.due_date,
    overdue: unanswered.includes(row.state) && row.due_date < today,
    askedAt: row.asked_at.toISOString(),
    saidAt: (row.said_at ?? row.asked_at).toISOString(),
  });

/** The queries of a trial that a person may see, in the order they were asked, a page of them. `today` is a day. */
export const queriesOf = async (
  db: Kysely<Database>,
  who: { readonly trialId: string; readonly accountId: string; readonly today: string },
  filter: QueryFilter
): Promise<{ readonly queries: QueryItem[]; readonly next: string | null }> => {
  const { states, site, subject, text, exam, after, limit } = filter;
  let query = listQuery(db, who.trialId, who.accountId)
    .orderBy('query.id')
    .limit(limit + 1);
  if (states.length > 0) query = query.where('query.state', 'in', states);
  if (filter.overdue) {
    query = query.where('query.state', 'in', unanswered).where('query.due_date', '<', who.today);
  }
  if (site !== null) query = query.where('site.code', '=', site);
  if (subject !== null) query = query.where('subject.identifier', '=', subject);
  if (text !== null) {
    query = query.where(sql<boolean>`strpos(lower(subject.identifier), lower(${text})) > 0`);
  }
  if (exam !== null) query = query.where('query.exam_id', '=', exam);
  if (after !== null) query = query.where('query.id', '>', after);
  const rows = await query.execute();
  const queries = rows.slice(0, limit).map(fromRow(who.today));
  return { queries, next: rows.length > limit ? (queries.at(-1)?.id ?? null) : null };
};

export interface QueryView extends QueryItem {
  readonly thread: readonly {
    readonly act: string;
    readonly text: string;
    readonly by: string | null;
    readonly at: string;
  }[];
}

/** One query with its thread. @throws CodedError CL_NOT_FOUND as `lockQuery` */
export const queryView = async (
  db: Kysely<Database>,
  who: { readonly trialId: string; readonly accountId: string; readonly today: string },
  queryId: string
): Promise<QueryView> => {
  const row = await listQuery(db, who.trialId, who.accountId)
    .where('query.id', '=', queryId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  const thread = await db
    .selectFrom('query_message')
    .leftJoin('account', 'account.id', 'query_message.written_by')
    .select(['act', 'text', 'account.user_name', 'written_at'])
    .where('query_id', '=', queryId)
    .orderBy('written_at')
    .orderBy('query_message.id')
    .execute();
  return {
    ...fromRow(who.today)(row),
    thread: thread.map(({ act, text, user_name: by, written_at: at }) => ({
      ...{ act, text, by, at: at.toISOString() },
    })),
  };
};

/** Codes of the sites about whose queries a person may know, sorted. */
export const sitesOfQueries = async (
  db: Kysely<Database>,
  who: { readonly trialId: string; readonly accountId: string }
): Promise<string[]> => {
  const rows = await db
    .selectFrom('query')
    .innerJoin('site', 'site.id', 'query.site_id')
    .select('site.code')
    .distinct()
    .where('query.trial_id', '=', who.trialId)
    .where(mayRead(who.accountId))
    .orderBy('site.code')
    .execute();
  return rows.map(({ code }) => code);
};
