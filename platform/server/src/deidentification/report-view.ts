import type { OptionName, ReportEntry } from '@corelab/deidentification';
import dcmjs from 'dcmjs';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { trialOfIntake } from '../intake/trial-rules.js';
import { reportsOfExam } from './reports.js';

const keywords = new Map(
  Object.entries(dcmjs.data.DicomMetaDictionary.nameMap).flatMap(([keyword, entry]) => {
    const tag = entry?.tag.replaceAll(/[(),]/g, '').toUpperCase() ?? '';
    return /^[0-9A-F]{8}$/.test(tag) ? [[tag, keyword] as const] : [];
  })
);

/** The keywords of a path, the tag where PS3.6 has none: `ReferencedStudySequence/00091001`. */
const nameOf = (path: string): string =>
  path
    .split('/')
    .map(tag => keywords.get(tag) ?? tag)
    .join('/');

export interface DeidentificationView {
  /** Why the charter in force has images kept as they come; null: they are de-identified. */
  off: string | null;
  /** Images of the exam that were let in. */
  images: number;
  /** By the plan under which they came, the latest first; images in none of them are kept as they came. */
  reports: {
    plan: string;
    edition: string;
    options: OptionName[];
    images: number;
    firstAt: string;
    lastAt: string;
    entries: (ReportEntry & { name: string })[];
  }[];
}

/** What was done to the images of an exam. @throws CodedError 404 CL_NOT_FOUND */
export const deidentificationOf = async (
  db: Kysely<Database>,
  trialId: string,
  examId: string
): Promise<DeidentificationView> => {
  const exam = await db
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .select('exam.id')
    .where('exam.id', '=', examId)
    .where('subject.trial_id', '=', trialId)
    .executeTakeFirst();
  if (exam === undefined) throw notFound();
  const { images } = await db
    .selectFrom('instance')
    .innerJoin('exam_study', 'exam_study.study_uid', 'instance.study_uid')
    .select(eb => eb.fn.countAll<number>().as('images'))
    .where('exam_study.exam_id', '=', examId)
    .where('instance.trial_id', '=', trialId)
    .where('instance.stored', '=', true)
    .executeTakeFirstOrThrow();
  const trial = await trialOfIntake(db, trialId);
  const reports = await reportsOfExam(db, trialId, examId);
  return {
    off: trial?.rules.deidentification.off ?? null,
    images: Number(images),
    reports: reports.map(({ plan, report, firstAt, lastAt, images: said }) => ({
      ...{ plan, edition: report.edition, options: [...report.options], images: said },
      ...{ firstAt: firstAt.toISOString(), lastAt: lastAt.toISOString() },
      entries: report.entries.map(entry => ({ ...entry, name: nameOf(entry.path) })),
    })),
  };
};
