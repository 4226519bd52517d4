import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ExamState } from '../workflow/machines/exam.js';

/** States of an exam that may be read. */
export const readableExams: readonly ExamState[] = ['passed', 'passedWithDeviation'];

/** States of an exam about which nothing is decided yet, or not any more. */
export const undecidedExams: readonly ExamState[] = [
  'received',
  'quarantined',
  'matched',
  'inQc',
  'queried',
];

/** The exams of some timepoints that keep a read of them from being released: they are not through QC. */
export const waitingExams = async (
  db: Kysely<Database>,
  timepointIds: readonly string[]
): Promise<string[]> => {
  if (timepointIds.length === 0) return [];
  const rows = await db
    .selectFrom('timepoint_exam')
    .innerJoin('exam', 'exam.id', 'timepoint_exam.exam_id')
    .select('exam.id')
    .distinct()
    .where('timepoint_exam.timepoint_id', 'in', timepointIds)
    .where('exam.state', 'in', undecidedExams)
    .orderBy('exam.id')
    .execute();
  return rows.map(({ id }) => id);
};
