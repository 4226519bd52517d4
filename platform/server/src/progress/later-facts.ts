import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import type { AdjudicationState } from '../workflow/machines/adjudication.js';
import type { QueryState } from '../workflow/machines/query.js';
import { subjectScope } from '../workflow/subject-reading.js';

/** A fact about timepoints that a table of another part of the workflow gives. */
export interface TimepointFact<T> {
  /** In a track, by timepoint id; a timepoint without the fact is left out. */
  readonly load: (
    db: Kysely<Database>,
    timepointIds: readonly string[],
    trackId: string | null
  ) => Promise<ReadonlyMap<string, T>>;
  /** For a query that has `subject`: true at least where one of its timepoints has the fact. */
  readonly somewhere: RawBuilder<boolean>;
}

/** Queries that somebody has still to answer or to close. */
const unsettled: readonly QueryState[] = ['open', 'answered', 'reopened'];

/** The queries to the site about the exams of a timepoint that are not settled. */
export interface OpenQueries {
  readonly count: number;
  /** When the first was asked that the site has to answer, ISO 8601; null where there is none. */
  readonly openSince: string | null;
  /** The same of those whose answer is to be looked at. */
  readonly answeredSince: string | null;
}

export const openQueries: TimepointFact<OpenQueries> = {
  load: async (db, timepointIds) => {
    if (timepointIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('query')
      .innerJoin('timepoint_exam', 'timepoint_exam.exam_id', 'query.exam_id')
      .select(['timepoint_exam.timepoint_id as timepoint', 'query.state', 'query.asked_at'])
      .where('timepoint_exam.timepoint_id', 'in', timepointIds)
      .where('query.state', 'in', unsettled)
      .orderBy('query.asked_at')
      .execute();
    const found = new Map<string, OpenQueries>();
    for (const { timepoint, state, asked_at: asked } of rows) {
      const before = found.get(timepoint) ?? { count: 0, openSince: null, answeredSince: null };
      const since = asked.toISOString();
      found.set(timepoint, {
        count: before.count + 1,
        openSince: before.openSince ?? (state === 'answered' ? null : since),
        answeredSince: before.answeredSince ?? (state === 'answered' ? since : null),
      });
    }
    return found;
  },
  somewhere: sql<boolean>`subject.id in (
    select exam.subject_id from query join exam on exam.id = query.exam_id where query.state <> 'closed')`,
};

/** Adjudications that are still to be decided. */
const undecided: readonly AdjudicationState[] = ['waiting', 'ready', 'reading', 'draft', 'onHold'];

/** The timepoints on which the slots differ and nobody has decided yet, where the charter adjudicates by timepoint or period. */
export const undecidedDifferences: TimepointFact<true> = {
  load: async (db, timepointIds, trackId) => {
    if (timepointIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('adjudication')
      .innerJoin('timepoint', 'timepoint.subject_id', 'adjudication.subject_id')
      .select('timepoint.id')
      .where('timepoint.id', 'in', timepointIds)
      .where('adjudication.track_id', '=', trackId)
      .where('adjudication.state', 'in', undecided)
      .where(
        sql<boolean>`adjudication.scope <> ${subjectScope}
          and adjudication.comparison -> 'timepoints' @> to_jsonb(timepoint.code)`
      )
      .execute();
    return new Map(rows.map(({ id }) => [id, true]));
  },
  somewhere: sql<boolean>`subject.id in (
    select subject_id from adjudication where state in (${sql.join(undecided)}))`,
};

/** Readers of a subject who meet, and have not agreed. */
export interface OpenMeeting {
  /** Its images are not ready yet. */
  readonly isWaiting: boolean;
  /** When they were called, ISO 8601. */
  readonly since: string;
  /** How often they did not agree to what was put forward. */
  readonly sentBack: number;
  /** YYYY-MM-DD. */
  readonly dueDate: string | null;
}

/** The timepoints on which the readers of a subject differ who meet; all of them where only what they come to differs. */
export const openMeetings: TimepointFact<OpenMeeting> = {
  load: async (db, timepointIds, trackId) => {
    if (timepointIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('consensus')
      .innerJoin('timepoint', 'timepoint.subject_id', 'consensus.subject_id')
      .select(['timepoint.id', 'timepoint.code', 'consensus.state', 'consensus.comparison'])
      .select(['consensus.created_at', 'consensus.due_date'])
      .select(
        sql<number>`(select count(*) from consensus_proposal where consensus_id = consensus.id)`.as(
          'proposals'
        )
      )
      .where('timepoint.id', 'in', timepointIds)
      .where('consensus.track_id', '=', trackId)
      .where('consensus.state', 'in', ['waiting', 'open', 'proposed'])
      .execute();
    return new Map(
      rows
        .filter(({ code, comparison: { differing, timepoints } }) =>
          (differing.length > 0 ? differing : timepoints).includes(code)
        )
        .map(row => [
          row.id,
          {
            isWaiting: row.state === 'waiting',
            ...{ since: row.created_at.toISOString(), dueDate: row.due_date },
            sentBack: Number(row.proposals) - (row.state === 'proposed' ? 1 : 0),
          },
        ])
    );
  },
  somewhere: sql<boolean>`subject.id in (
    select subject_id from consensus where state in ('waiting', 'open', 'proposed'))`,
};
