import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** Names that some reads give to images: real UID (or timepoint id) by pseudonym. No two presentations share a pseudonym. */
export const realNames = async (
  db: Kysely<Database>,
  readIds: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  if (readIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('presentation_uid')
    .innerJoin('presentation', 'presentation.id', 'presentation_uid.presentation_id')
    .select(['presentation_uid.pseudonym', 'presentation_uid.real_uid'])
    .where('presentation.read_id', 'in', readIds)
    .execute();
  return new Map(rows.map(row => [row.pseudonym, row.real_uid]));
};

/** Names that an adjudication, a global read or a meeting gives to images: pseudonym by real UID (or timepoint id). */
export const namesGiven = async (
  db: Kysely<Database>,
  id: string
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('presentation_uid')
    .innerJoin('presentation', 'presentation.id', 'presentation_uid.presentation_id')
    .select(['presentation_uid.pseudonym', 'presentation_uid.real_uid'])
    .where(({ or, eb }) =>
      or([
        eb('presentation.adjudication_id', '=', id),
        eb('presentation.global_read_id', '=', id),
        eb('presentation.consensus_id', '=', id),
      ])
    )
    .execute();
  return new Map(rows.map(row => [row.real_uid, row.pseudonym]));
};

/** The received study of each of some series, by real UID. */
export const studiesOfSeries = async (
  db: Kysely<Database>,
  seriesUids: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  if (seriesUids.length === 0) return new Map();
  const rows = await db
    .selectFrom('series')
    .select(['series_uid', 'study_uid'])
    .where('series_uid', 'in', seriesUids)
    .execute();
  return new Map(rows.map(row => [row.series_uid, row.study_uid]));
};
