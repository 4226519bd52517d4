import { appendAudit } from '../audit/chain.js';
import { CodedError, notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { centralResults } from './central-results.js';
import { isRecipient, type ResultReader } from './result-readers.js';
import { resultPlace } from './result-subjects.js';
import type { ResultTrack } from './result-tracks.js';

/** Which result somebody has seen. */
export interface SeenResult {
  /** The subject's identifier. */
  readonly subject: string;
  /** Code of the timepoint. */
  readonly timepoint: string;
  /** Id of the result that was shown. */
  readonly result: string;
}

/**
 * A recipient says that they have seen a result, which is kept with the time; saying it again changes nothing.
 * @throws CodedError 404 CL_NOT_FOUND where the person is told nothing of that visit, 409 CL_RESULT_CHANGED where it is not this
 * result that stands
 */
export const acknowledgeResult = async (
  deps: ServerDeps,
  reader: ResultReader,
  track: ResultTrack,
  seen: SeenResult
): Promise<void> => {
  const { id: trackId, trialId } = track;
  if (trackId === null || !isRecipient(reader, track)) throw notFound();
  await deps.db.transaction().execute(async trx => {
    const place = await resultPlace(trx, reader.scope, seen);
    if (place === null) throw notFound();
    const found = await centralResults(trx, trackId, [place.subjectId]);
    const result = found.get(place.timepointId);
    if (result?.id !== seen.result) {
      const message = `The result of ${place.label} of ${place.subject} is another now: look at it first.`;
      throw new CodedError(409, 'CL_RESULT_CHANGED', message);
    }
    const at = deps.now();
    const added = await trx
      .insertInto('result_acknowledgement')
      .values({
        ...{ result_id: result.id, account_id: reader.accountId, track_id: trackId },
        acknowledged_at: at,
      })
      .onConflict(conflict => conflict.columns(['result_id', 'account_id']).doNothing())
      .returning('result_id')
      .executeTakeFirst();
    if (added === undefined) return;
    await appendAudit(trx, trialId, {
      ...{ act: 'result.acknowledged', at: at.toISOString(), zone: deps.zone },
      by: reader.accountId,
      details: { result: result.id, timepoint: place.timepointId },
    });
  });
};
