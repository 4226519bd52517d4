import type { ServerDeps } from '../http/server-deps.js';

/** A study and an image about which all is decided, so that no call changes anything about them; their ids. */
export const decidedArrivals = async (
  { db, newId, now }: ServerDeps,
  trialId: string
): Promise<{ receipt: string; arrival: string; quarantined: string }> => {
  const [receipt, arrival, quarantined] = [newId(), newId(), newId()];
  const candidates = { subjects: [], timepoints: [], proposed: null };
  await db
    .insertInto('receipt')
    .values({ id: receipt, source: 'upload', received_at: now(), trial_id: trialId })
    .execute();
  await db
    .insertInto('arrival')
    .values({
      ...{ id: arrival, trial_id: trialId, study_uid: '1.2.3', state: 'matched' },
      ...{ found: '{}', reasons: '[]', candidates: JSON.stringify(candidates) },
      ...{ arrived_at: now(), changed_at: now() },
    })
    .execute();
  await db
    .insertInto('quarantine')
    .values({
      ...{ id: quarantined, trial_id: trialId, receipt_id: receipt, state: 'refused' },
      ...{ study_uid: '1.2.3', series_uid: '1.2.3.1', sop_uid: '1.2.3.1.1', sha256: '0' },
      ...{ causes: '["otherBytes"]', attributes: '[]', arrived_at: now() },
    })
    .execute();
  return { receipt, arrival, quarantined };
};
