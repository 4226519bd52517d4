import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

export interface CorrectionView {
  id: string;
  exam: string;
  series: string | null;
  attribute: string;
  old: string | null;
  new: string;
  authority: string;
  reason: string;
  by: string;
  at: string;
}

/** The corrections of a trial, or of one exam, in the order they were made. */
export const correctionsOf = async (
  db: Kysely<Database>,
  trialId: string,
  asked: { readonly exam: string | null; readonly after: string | null; readonly limit: number }
): Promise<CorrectionView[]> => {
  let query = db
    .selectFrom('correction')
    .innerJoin('account', 'account.id', 'correction.corrected_by')
    .selectAll('correction')
    .select('account.user_name')
    .where('correction.trial_id', '=', trialId)
    .orderBy('correction.id')
    .limit(asked.limit);
  if (asked.exam !== null) query = query.where('correction.exam_id', '=', asked.exam);
  if (asked.after !== null) query = query.where('correction.id', '>', asked.after);
  return (await query.execute()).map(row => ({
    ...{ id: row.id, exam: row.exam_id, series: row.series_id, attribute: row.attribute },
    ...{ old: row.old_value, new: row.new_value, authority: row.authority, reason: row.reason },
    ...{ by: row.user_name, at: row.corrected_at.toISOString() },
  }));
};
