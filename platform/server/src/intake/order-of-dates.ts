import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { isRead } from '../trials/timepoint-kinds.js';

/**
 * A course can't be assessed with a timepoint before its baseline: what would date one so is refused, for all timepoints
 * of the subjects to which these belong. Those of kinds before it are not assessed, wherever they lie.
 * @throws CodedError 409 CL_BEFORE_BASELINE, naming both with their dates
 */
export const refuseBeforeBaseline = async (
  trx: Transaction<Database>,
  timepointIds: readonly string[]
): Promise<void> => {
  if (timepointIds.length === 0) return;
  const early = await trx
    .selectFrom('timepoint')
    .innerJoin('timepoint as baseline', join =>
      join
        .onRef('baseline.subject_id', '=', 'timepoint.subject_id')
        .on('baseline.kind', '=', 'baseline')
    )
    .select(['timepoint.label', 'timepoint.date', 'baseline.label as first'])
    .select('baseline.date as begun')
    .where(isRead)
    .where('timepoint.state', '!=', 'missed')
    .where(sql<boolean>`timepoint.date < baseline.date`)
    .where('timepoint.subject_id', 'in', eb =>
      eb
        .selectFrom('timepoint as touched')
        .select('touched.subject_id')
        .where('touched.id', 'in', timepointIds)
    )
    .orderBy('timepoint.ordinal')
    .executeTakeFirst();
  if (early === undefined) return;
  throw new CodedError(
    409,
    'CL_BEFORE_BASELINE',
    `${early.label} would be of ${early.date}, before ${early.first} of ${early.begun}: correct that one first, or move the exam to another timepoint.`
  );
};
