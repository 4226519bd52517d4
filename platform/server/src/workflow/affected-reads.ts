import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { applyTransition, bySystem, changeOf } from './apply-transition.js';
import { readMachine } from './machines/read.js';

export interface ChangedImages {
  readonly trialId: string;
  /** Series instance UIDs as received. */
  readonly seriesUids: readonly string[];
  /** What changed, in words without an identifying value. */
  readonly reason: string;
  readonly at: Date;
  readonly zone: string;
}

/**
 * Follows a change of images into the reads that show them: a signed read is marked, so that a person decides about it,
 * and changes in nothing; one that nobody has seen yet is made ready again; an open one goes on with what it shows.
 * @returns the reads that were marked
 */
export const followChangedImages = async (
  trx: Transaction<Database>,
  changed: ChangedImages
): Promise<string[]> => {
  if (changed.seriesUids.length === 0) return [];
  const shows = sql<boolean>`jsonb_path_exists(image_manifest.content,
    '$.timepoints[*].series[*] ? (@.seriesUid == $uids[*])',
    jsonb_build_object('uids', ${JSON.stringify(changed.seriesUids)}::jsonb))`;
  const reads = await trx
    .selectFrom('read')
    .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select(['read.id', 'read.state'])
    .where('read.state', 'in', ['waiting', 'signed'])
    .where(shows)
    .orderBy('read.id')
    .forUpdate('read')
    .execute();
  const unseen = reads.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  if (unseen.length > 0) await prepareAgain(trx, unseen);
  const signed = reads.filter(({ state }) => state === 'signed').map(({ id }) => id);
  if (signed.length > 0) {
    await applyTransition(
      trx,
      signed.map(id => changeOf(readMachine, id, 'signed', 'markImpact')),
      {
        ...bySystem(changed.reason),
        ...{ chain: changed.trialId, at: changed.at, zone: changed.zone },
        details: { reads: signed, because: changed.reason },
      }
    );
  }
  return signed;
};

/** Takes back what was made ready of reads that nobody has seen. */
const prepareAgain = async (
  trx: Transaction<Database>,
  readIds: readonly string[]
): Promise<void> => {
  const shown = trx.selectFrom('presentation').select('id').where('read_id', 'in', readIds);
  await trx.deleteFrom('presentation_uid').where('presentation_id', 'in', shown).execute();
  await trx.deleteFrom('presentation').where('read_id', 'in', readIds).execute();
  await trx
    .updateTable('read')
    .set({ manifest_id: null, released_at: null })
    .where('id', 'in', readIds)
    .where('state', '=', 'waiting')
    .execute();
};
