import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import { queryMachine, type QueryState } from '../workflow/machines/query.js';

/** A fact about timepoints that a table of another part of the workflow gives. */
export interface TimepointFact<T> {
  /** By timepoint id; a timepoint without the fact is left out. */
  readonly load: (
    db: Kysely<Database>,
    timepointIds: readonly string[]
  ) => Promise<ReadonlyMap<string, T>>;
  /** For a query that has `subject`: true at least where one of its timepoints has the fact. */
  readonly somewhere: RawBuilder<boolean>;
}

/** While there is no table for it. */
const nowhere = <T>(): TimepointFact<T> => ({
  load: async () => new Map(),
  somewhere: sql<boolean>`false`,
});

/** Queries that somebody has still to answer or to close. */
const unsettled = (Object.keys(queryMachine.states) as QueryState[]).filter(
  state => state !== 'closed'
);

/** The queries to the site about the exams of a timepoint that are not settled. */
export interface OpenQueries {
  /** Open, answered or reopened. */
  readonly count: number;
  /** When the first of them was asked, ISO 8601. */
  readonly since: string;
  /** The site has to answer one of them: not all of them wait for who asked. */
  readonly awaitsSite: boolean;
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
      const before = found.get(timepoint);
      found.set(timepoint, {
        count: (before?.count ?? 0) + 1,
        since: before?.since ?? asked.toISOString(),
        awaitsSite: before?.awaitsSite === true || state !== 'answered',
      });
    }
    return found;
  },
  somewhere: sql<boolean>`exists (
    select 1 from query where query.subject_id = subject.id and query.exam_id is not null
    and query.state <> 'closed')`,
};

/** The timepoints on which the slots differ and nobody has decided yet, where the charter adjudicates by timepoint. */
export const undecidedDifferences: TimepointFact<true> = nowhere();
