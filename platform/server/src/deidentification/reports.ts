import { mergeReports, type DeidentificationReport } from '@corelab/deidentification';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { MadeReport } from './deidentify-image.js';

/** What was done to files of one study, by one plan. */
export interface StudyReport extends MadeReport {
  readonly studyUid: string;
}

/** Reports of a delivery, merged as they come: each file's is as large as its header. */
export interface CollectedReports {
  add(studyUid: string, made: MadeReport): void;
  /** Files since it was taken last. */
  readonly files: number;
  /** What was collected, which begins anew. */
  take(): StudyReport[];
}

export const collectReports = (): CollectedReports => {
  let collected = new Map<string, StudyReport>();
  let files = 0;
  return {
    add: (studyUid, made) => {
      const key = `${studyUid} ${made.plan}`;
      const known = collected.get(key);
      const report = known === undefined ? made.report : mergeReports([known.report, made.report]);
      collected.set(key, { studyUid, plan: made.plan, report });
      files += 1;
    },
    get files() {
      return files;
    },
    take: () => {
      const taken = [...collected.values()];
      collected = new Map();
      files = 0;
      return taken;
    },
  };
};

/** Joins reports to what is kept of their studies, in the order in which all who write take the rows. */
export const writeReports = async (
  trx: Transaction<Database>,
  trialId: string,
  at: Date,
  reports: readonly StudyReport[]
): Promise<void> => {
  const keyOf = ({ studyUid, plan }: StudyReport): string => `${studyUid} ${plan}`;
  const ordered = [...reports].sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  for (const { studyUid, plan, report } of ordered) {
    const row = { trial_id: trialId, study_uid: studyUid, plan };
    const inserted = await trx
      .insertInto('deidentification_report')
      .values({
        ...{ ...row, report: JSON.stringify(report), images: report.instances },
        ...{ first_at: at, last_at: at },
      })
      .onConflict(conflict => conflict.columns(['trial_id', 'study_uid', 'plan']).doNothing())
      .returning('plan')
      .executeTakeFirst();
    if (inserted !== undefined) continue;
    const known = await trx
      .selectFrom('deidentification_report')
      .select('report')
      .where('trial_id', '=', trialId)
      .where('study_uid', '=', studyUid)
      .where('plan', '=', plan)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const merged = mergeReports([known.report, report]);
    await trx
      .updateTable('deidentification_report')
      .set({ report: JSON.stringify(merged), images: merged.instances, last_at: at })
      .where('trial_id', '=', trialId)
      .where('study_uid', '=', studyUid)
      .where('plan', '=', plan)
      .execute();
  }
};

/** What was done to the images of an exam, by each plan they came under. */
export interface ExamReport {
  /** SHA-256 of the plan. */
  readonly plan: string;
  readonly images: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly report: DeidentificationReport;
}

/** The reports of an exam, the latest plan first; none where its images are kept as they came. */
export const reportsOfExam = async (
  db: Kysely<Database>,
  trialId: string,
  examId: string
): Promise<ExamReport[]> => {
  const rows = await db
    .selectFrom('exam_study')
    .innerJoin(
      'deidentification_report',
      'deidentification_report.study_uid',
      'exam_study.study_uid'
    )
    .selectAll('deidentification_report')
    .where('exam_study.exam_id', '=', examId)
    .where('deidentification_report.trial_id', '=', trialId)
    .orderBy('deidentification_report.last_at', 'desc')
    .orderBy('deidentification_report.study_uid')
    .execute();
  const byPlan = new Map<string, ExamReport>();
  for (const row of rows) {
    const known = byPlan.get(row.plan);
    const one = { firstAt: row.first_at, lastAt: row.last_at, report: row.report };
    byPlan.set(row.plan, {
      plan: row.plan,
      images: row.images + (known?.images ?? 0),
      firstAt: known !== undefined && known.firstAt < one.firstAt ? known.firstAt : one.firstAt,
      lastAt: known?.lastAt ?? one.lastAt,
      report: known === undefined ? one.report : mergeReports([known.report, one.report]),
    });
  }
  return [...byPlan.values()];
};
