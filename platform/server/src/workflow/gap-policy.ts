import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { waitingExams } from '../qc/waiting-exams.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { bySystem } from './apply-transition.js';
import type { ReadPlace } from './charter-to-follow.js';
import { dependentAdjudications, dependentConsensus } from './dependents-of-read.js';
import type { ReadState } from './machines/read.js';
import type { TimepointState } from './machines/timepoint.js';
import { markDependents } from './mark-dependents.js';
import { readAgain } from './read-again.js';
import { markImpact } from './read-impacts.js';
import { lockAdjudicationsOfSubject } from './reading-locks.js';

const readAgainPolicy = 'readAgainFromInserted';

type GapPolicy = CharterTerms['gapPolicy'];

/**
 * The timepoints that are to be read, in order, under a gap policy: only `hold` waits for one that is not there while a
 * later one is. Nothing is ever read without its baseline.
 */
export const withoutGaps = <
  T extends { readonly state: TimepointState; readonly kind: string; readonly isAnew?: boolean },
>(
  timepoints: readonly T[],
  policy: GapPolicy
): T[] =>
  policy === 'hold'
    ? [...timepoints]
    : timepoints.filter(
        ({ state, kind, isAnew = false }, index) =>
          state === 'complete' ||
          isAnew ||
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
  if (policy === readAgainPolicy) {
    await endAdjudicationsOf(trx, deps, place, later);
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

/** What was to be decided, or was, of reads that are made again ends: their comparison says whether there is another. */
const endAdjudicationsOf = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  place: ReadPlace,
  later: readonly { readonly id: string }[]
): Promise<void> => {
  const { trialId, courseId, subjectId, trackId } = place;
  await lockAdjudicationsOfSubject(trx, { trackId, subjectId });
  const act = { ...bySystem(readAgainPolicy), chain: trialId, at: deps.now(), zone: deps.zone };
  for (const { id, ordinal } of await ordinalsOf(trx, later)) {
    const read = { id, trialId, courseId, trackId, subjectId, ordinal };
    const ended = [
      ...(await dependentAdjudications(trx, read)),
      ...(await dependentConsensus(trx, read)),
    ];
    const at = { id, trialId, timepointId: place.timepointId };
    await markDependents(trx, deps, at, ended, act);
  }
};

const ordinalsOf = async (
  trx: Transaction<Database>,
  reads: readonly { readonly id: string }[]
): Promise<{ id: string; ordinal: number }[]> =>
  trx
    .selectFrom('read')
    .select(['id', 'ordinal'])
    .where(
      'id',
      'in',
      reads.map(({ id }) => id)
    )
    .orderBy('ordinal')
    .execute();
