import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { followImages } from '../intake/timepoint-images.js';
import { storedCharter } from '../trials/charter-terms.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import type { QcDeps } from './qc-deps.js';

/**
 * Puts the timepoints of an exam where its exams now put them, by the rule of arrival: QC may have given series other roles,
 * or an exam may count no more.
 * @param exam.left whether the exam went out of them; what was complete stays so otherwise
 */
export const settleTimepoints = async (
  trx: Transaction<Database>,
  deps: QcDeps,
  exam: { readonly id: string; readonly trialId: string; readonly left: boolean }
): Promise<void> => {
  const { trialId } = exam;
  const version = await effectiveVersion(trx, trialId);
  if (version === null) return;
  const schedule = storedCharter(version.resolved).timepoints.map(({ id, roles }) => ({
    code: id,
    roles,
  }));
  const timepoints = await trx
    .selectFrom('timepoint_exam')
    .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
    .select('timepoint.id')
    .where('timepoint_exam.exam_id', '=', exam.id)
    .orderBy('timepoint.ordinal')
    .execute();
  const lost = exam.left ? 'QC took an exam out of it' : null;
  for (const { id } of timepoints) {
    await followImages(trx, { ...deps, trialId, schedule }, id, { lost, cameIn: false });
  }
};
