import { hashJson, keyedDigest } from '../audit/canonical-json.js';
import { notFound } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { readableModalities } from '../intake/modalities.js';
import { letIn } from '../release/let-in.js';
import { seriesOfExam, type SeriesRow } from './exam-rows.js';

/** The images of an exam as they are on record, under their real names: for the server alone. */
export interface ExamImages {
  readonly examId: string;
  readonly trialId: string;
  readonly subject: string;
  /** Acquisition date, ISO 8601. */
  readonly date: string | null;
  /** Those that a viewer can show, in the order of the QC page. */
  readonly series: readonly SeriesRow[];
  /** What was let in, by SOP instance UID: SHA-256 of the file as received. */
  readonly admitted: ReadonlyMap<string, string>;
  /** The same SOP instance UIDs by series. */
  readonly ofSeries: ReadonlyMap<string, readonly string[]>;
  /** The name of the whole: another one when its images, its subject or its date have changed. */
  readonly studyInstanceUid: string;
  /** The name of a series, image or frame of reference of it. */
  readonly pseudonym: (realUid: string) => string;
}

/**
 * A UID under 2.25 (PS3.5 annex B.2) that only who has the key can make, the same each time: nothing has to be kept, and
 * every process of an installation names alike.
 */
const uidOf = (key: string, ...of: readonly string[]): string =>
  `2.25.${BigInt(`0x${keyedDigest(key, JSON.stringify(['image of an exam', ...of])).slice(0, 32)}`)}`;

/**
 * An exam with the images of it that were let in.
 * @throws CodedError CL_NOT_FOUND for an unknown exam
 */
export const imagesOfExam = async (
  { db, auditKey }: Pick<ServerDeps, 'db' | 'auditKey'>,
  examId: string
): Promise<ExamImages> => {
  const exam = await db
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select(['exam.id', 'exam.acquisition_date', 'subject.identifier', 'subject.trial_id'])
    .where('exam.id', '=', examId)
    .executeTakeFirst();
  if (exam === undefined) throw notFound();
  const series = (await seriesOfExam(db, exam.id)).filter(({ modality }) =>
    readableModalities.includes(modality)
  );
  const { sha256: admitted, ofSeries } = await letIn(
    db,
    series.map(({ study_uid: uid }) => uid)
  );
  const { acquisition_date: date, identifier: subject } = exam;
  const revision = hashJson({
    ...{ subject, date, series: series.map(({ series_uid: uid }) => uid) },
    images: [...admitted].sort(([one], [other]) => (one < other ? -1 : 1)),
  });
  return {
    ...{ examId: exam.id, trialId: exam.trial_id, subject, date, series, admitted, ofSeries },
    studyInstanceUid: uidOf(auditKey, exam.id, revision),
    pseudonym: real => uidOf(auditKey, exam.id, real, admitted.get(real) ?? ''),
  };
};
