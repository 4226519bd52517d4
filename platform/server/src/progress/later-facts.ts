import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';

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

/** How many queries to the site are open, answered or reopened about the exams of a timepoint. */
export const openQueries: TimepointFact<number> = nowhere();

/** The timepoints on which the slots differ and nobody has decided yet, where the charter adjudicates by timepoint. */
export const undecidedDifferences: TimepointFact<true> = nowhere();
