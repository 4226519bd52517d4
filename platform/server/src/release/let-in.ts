import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

/** What was let in of some studies and is in the archive. */
export interface LetIn {
  /** By SOP instance UID: SHA-256 of the file as received. */
  readonly sha256: ReadonlyMap<string, string>;
  /** SOP instance UIDs by series. */
  readonly ofSeries: ReadonlyMap<string, readonly string[]>;
}

export const letIn = async (db: Kysely<Database>, studyUids: readonly string[]): Promise<LetIn> => {
  if (studyUids.length === 0) return { sha256: new Map(), ofSeries: new Map() };
  const rows = await db
    .selectFrom('instance')
    .select(['sop_uid', 'sha256', 'series_uid'])
    .where('study_uid', 'in', [...new Set(studyUids)])
    .where('stored', '=', true)
    .execute();
  const ofSeries = new Map<string, string[]>();
  for (const { series_uid: series, sop_uid: uid } of rows) {
    const others = ofSeries.get(series);
    if (others === undefined) ofSeries.set(series, [uid]);
    else others.push(uid);
  }
  return { sha256: new Map(rows.map(row => [row.sop_uid, row.sha256])), ofSeries };
};
