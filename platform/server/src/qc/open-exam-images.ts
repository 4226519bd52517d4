import { appendAudit } from '../audit/chain.js';
import type { ShownImages } from '../dicomweb/dicomweb-routes.js';
import { notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { pseudonymOf } from '../release/presentation.js';
import { imagesOfExam, type ExamImages } from './exam-images.js';

/** Where a viewer finds the images of an exam. */
export interface OpenedExam {
  readonly studyInstanceUid: string;
  /** Series with images that can be shown, in the order of the QC page. */
  readonly series: {
    /** Its id on the QC page. */
    readonly series: string;
    readonly seriesInstanceUid: string;
    readonly images: number;
  }[];
}

/**
 * Opens the images of an exam for QC, an audit entry each time: nobody finds them without the UID that this gives.
 * @throws CodedError CL_NOT_FOUND alike for unknown exams and those of other trials; ArchiveError
 */
export const openExamImages = async (
  deps: ServerDeps,
  present: (exam: ExamImages) => Promise<ShownImages>,
  trialId: string,
  examId: string,
  accountId: string
): Promise<OpenedExam> => {
  const exam = await imagesOfExam(deps, examId);
  if (exam.trialId !== trialId) throw notFound();
  const { presentation } = await present(exam);
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, trialId, {
      act: 'exam.imagesOpened',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: accountId,
      details: { exam: exam.examId },
    })
  );
  return {
    studyInstanceUid: exam.studyInstanceUid,
    series: presentation.manifest.timepoints.flatMap(({ series }) =>
      series.map(({ seriesUid, instances }) => ({
        series: exam.series.find(({ series_uid: uid }) => uid === seriesUid)?.id ?? '',
        seriesInstanceUid: pseudonymOf(presentation, seriesUid),
        images: instances.length,
      }))
    ),
  };
};
