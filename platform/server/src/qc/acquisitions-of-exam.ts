import { notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { inParallel } from '../release/in-parallel.js';
import { acquisitionOf, type Acquisition } from './acquisition.js';
import { seriesOfExam } from './exam-rows.js';

/** Series asked of the archive at a time. */
const width = 3;

/**
 * How the series of an exam were acquired, asked of the archive, where their images are as they are kept.
 * @throws CodedError CL_NOT_FOUND; ArchiveError
 */
export const acquisitionsOf = async (
  { db, archive }: ServerDeps,
  trialId: string,
  examId: string
): Promise<(Acquisition & { readonly series: string })[]> => {
  const exam = await db
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select('exam.id')
    .where('exam.id', '=', examId)
    .where('subject.trial_id', '=', trialId)
    .executeTakeFirst();
  if (exam === undefined) throw notFound();
  return inParallel(await seriesOfExam(db, exam.id), width, async one => ({
    series: one.id,
    ...acquisitionOf(await archive.arrival.archive.seriesMetadata(one.study_uid, one.series_uid)),
  }));
};
