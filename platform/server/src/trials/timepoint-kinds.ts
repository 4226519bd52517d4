import { sql } from 'kysely';

/** Imaged before the baseline, and shown beside it: efficacy is read from the baseline on. */
const beforeBaseline = ['screening', 'historical'];

export const isBeforeBaseline = (kind: string): boolean => beforeBaseline.includes(kind);

/** Whether timepoints of a kind are read; the others are shown beside those that are. */
export const isReadKind = (kind: string): boolean => !isBeforeBaseline(kind);

/** For a query that has `timepoint`: those of kinds that are read. */
export const isRead = sql<boolean>`timepoint.kind not in (${sql.join(beforeBaseline)})`;

/** Kinds of visits of which a schedule does not say when they are, or whether: what a reader must not be told. */
const unforeseen = ['unscheduled', 'end-of-treatment'];

export const isUnforeseen = (kind: string): boolean => unforeseen.includes(kind);
