import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { waitingExams } from '../qc/waiting-exams.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { bySystem } from './apply-transition.js';
import type { ReadPlace } from './charter-to-follow.js';
import type { ReadState } from './machines/read.js';
import type { TimepointState } from './machines/timepoint.js';
import { readAgain } from './read-again.js';
import { markImpact } from './read-impacts.js';

type GapPolicy = CharterTerms['gapPolicy'];

/**
 * The timepoints that are to be read, in order, under a gap policy: only `hold` waits for one that is not there while a
 * later one is. Nothing is ever read without its baseline.
 */
export const withoutGaps = <T extends { readonly state: TimepointState; readonly kind: string }>(
  timepoints: readonly T[],
  policy: GapPolicy
): T[] =>
  policy === 'hold'
    ? [...timepoints]
    : timepoints.filter(
        ({ state, kind }, index) =>
          state === 'complete' ||
          kind === 'baseline' ||
          !timepoints.slice(index + 1).some(later => later.state === 'complete')
      );

/**
 * What a timepoint that turned up after later ones were begun does to these, once its exams are through QC. `hold`: a
 * person decides of each of them, signed, before it is read. `readAgainFromInserted`: each is read again after it.
 * `readAndContinue`: nothing. Returns whether it may be read now.
 */
export const mayInsert = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  place: ReadPlace,
  later: readonly { readonly id: string; readonly state: ReadState }[],
  policy: GapPolicy
): Promise<boolean> => {
  const { trialId, timepointId } = place;
  if ((await waitingExams(trx, [timepointId])).length > 0) return false;
  if (policy === 'readAndContinue') return true;
  if (policy === 'readAgainFromInserted') {
    for (const read of later) {
      const details = { read: read.id, gapPolicy: policy, inserted: timepointId };
      const act = { ...bySystem(policy), chain: trialId, at: deps.now(), zone: deps.zone, details };
      await readAgain(trx, deps, read, act, 'insertedTimepoint');
    }
    return true;
  }
  const known = await trx
    .selectFrom('read_impact')
    .select(['read_id', 'decision'])
    .where('cause', '=', 'insertedTimepoint')
    .where('timepoint_id', '=', timepointId)
    .where(
      'read_id',
      'in',
      later.map(({ id }) => id)
    )
    .execute();
  const unasked = later.filter(({ id }) => known.every(row => row.read_id !== id));
  await markImpact(trx, deps, unasked, {
    ...{ trialId, cause: 'insertedTimepoint', examId: null, timepointId },
  });
  return unasked.length === 0 && known.every(({ decision }) => decision !== null);
};
