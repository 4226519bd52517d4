import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { dateTold, dayTold, labelTold, type Telling } from './told-time.js';

/** A timepoint as its readers are told it. */
export interface TimepointTold {
  readonly label: string;
  /** Days from the baseline; null where none are told, or a date is not known. */
  readonly day: number | null;
  /** ISO 8601; empty where no date is told, or none is known. */
  readonly date: string;
}

/** The timepoints of a subject as a reader is told them, by code; one that the subject has not is called by its code. */
export const timepointsTold = async (
  db: Kysely<Database>,
  read: Telling & { readonly subjectId: string }
): Promise<(code: string) => TimepointTold> => {
  const rows = await db
    .selectFrom('timepoint')
    .select(['code', 'label', 'kind', 'date'])
    .where('subject_id', '=', read.subjectId)
    .execute();
  const baseline = rows.find(({ kind }) => kind === 'baseline')?.date ?? null;
  const told = new Map(
    rows.map(({ code, label, date }) => {
      const day = dayTold(read, baseline, date);
      return [code, { label: labelTold(read, label, day), day, date: dateTold(read, date) }];
    })
  );
  return code => told.get(code) ?? { label: code, day: null, date: '' };
};
