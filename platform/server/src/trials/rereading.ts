import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { CharterVersionRow } from './trial-versions.js';

/** States of a read that its reader has seen and that counts: under the version it began with it stays. */
export const begunStates = [
  'ready',
  'assigned',
  'draft',
  'onHold',
  'returnedToQc',
  'signed',
  'impactPending',
] as const satisfies readonly ReadState[];

/** The reads of a trial that have begun, under any version. */
export const begunReads = (db: Kysely<Database>, trialId: string) =>
  db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .where('track.trial_id', '=', trialId)
    .where('read.state', 'in', begunStates);

export interface AskedRead {
  readonly read: string;
  readonly state: ReadState;
}

/**
 * Lists the reads that a version coming into force asks for again: with the scope `allWithRereading` every read that
 * has begun. The reads themselves stay as they are.
 */
export const askForRereading = async (
  trx: Transaction<Database>,
  version: CharterVersionRow,
  at: Date
): Promise<AskedRead[]> => {
  if (version.scope !== 'allWithRereading') return [];
  const rows = await begunReads(trx, version.trial_id)
    .select(['read.id', 'read.state'])
    .orderBy('read.id')
    .execute();
  if (rows.length > 0) {
    await trx
      .insertInto('rereading')
      .values(
        rows.map(({ id, state }) => ({
          ...{ charter_version_id: version.id, read_id: id, read_state: state, asked_at: at },
        }))
      )
      .execute();
  }
  return rows.map(({ id, state }) => ({ read: id, state }));
};
