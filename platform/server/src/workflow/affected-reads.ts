import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { begunStates } from '../trials/rereading.js';
import type { QcDeps } from '../qc/qc-deps.js';
import { forgetPresentation } from '../release/forget-presentation.js';
import { markImpact } from './read-impacts.js';

export interface ChangedImages {
  readonly trialId: string;
  /** Whose images they are; null where there is no exam of them. */
  readonly examId: string | null;
  /** Series instance UIDs as received. */
  readonly seriesUids: readonly string[];
}

/**
 * Follows a correction of images into the reads that show them: one that has begun gets a decision to come and changes in
 * nothing; one that nobody has seen yet is made ready again.
 * @returns the reads that got a decision to come
 */
export const followChangedImages = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  { trialId, examId, seriesUids }: ChangedImages
): Promise<string[]> => {
  if (seriesUids.length === 0) return [];
  const shows = sql<boolean>`jsonb_path_exists(image_manifest.content,
    '$.timepoints[*].series[*] ? (@.seriesUid == $uids[*])',
    jsonb_build_object('uids', ${JSON.stringify(seriesUids)}::jsonb))`;
  const reads = await trx
    .selectFrom('read')
    .innerJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select(['read.id', 'read.state', 'read.opened_at'])
    .where('read.state', 'in', ['waiting', ...begunStates])
    .where(shows)
    .orderBy('read.id')
    .forUpdate('read')
    .execute();
  // One back from QC waits too, and goes on with the images it was begun on.
  const isUnseen = ({ state, opened_at }: (typeof reads)[number]): boolean =>
    state === 'waiting' && opened_at === null;
  for (const { id } of reads.filter(isUnseen)) await forgetPresentation(trx, id);
  const begun = reads.filter(read => !isUnseen(read));
  return markImpact(trx, deps, begun, {
    ...{ trialId, cause: 'imagesCorrected', examId, timepointId: null },
  });
};
