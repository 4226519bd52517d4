import type { Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { orderTimepoints } from './order-timepoints.js';

/**
 * Gives a timepoint another date, and with it its place among the others of its subject, which is taken with its reads. The
 * one before is kept; the audit entry tells when, and never a date.
 */
export const dateTimepoint = async (
  trx: Transaction<Database>,
  deps: { readonly trialId: string; readonly now: () => Date; readonly zone: string },
  timepointId: string,
  date: string | null
): Promise<void> => {
  const { sequence } = await appendAudit(trx, deps.trialId, {
    ...{ act: 'timepoint.dated', at: deps.now().toISOString(), zone: deps.zone, by: null },
    details: { timepoint: timepointId },
  });
  const { subject_id: subjectId } = await trx
    .updateTable('timepoint')
    .set({ date })
    .where('id', '=', timepointId)
    .returning('subject_id')
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('timepoint_date')
    .set({ to_sequence: sequence })
    .where('timepoint_id', '=', timepointId)
    .where('to_sequence', 'is', null)
    .execute();
  await trx
    .insertInto('timepoint_date')
    .values({ timepoint_id: timepointId, date, from_sequence: sequence })
    .execute();
  await orderTimepoints(trx, deps.trialId, subjectId);
};
