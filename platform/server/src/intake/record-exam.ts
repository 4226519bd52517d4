import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { qcOnArrival } from '../qc/automatic-qc.js';
import { applyTransition, bySystem, changeOf } from '../workflow/apply-transition.js';
import { examMachine, type ExamState } from '../workflow/machines/exam.js';
import { lockImagesOf } from '../workflow/reading-locks.js';
import type { IntakeDeps } from './intake-deps.js';
import type { IntakeRules } from './intake-rules.js';
import { studyDate, type Match } from './match-study.js';
import type { ReceivedSeries } from './received-study.js';
import { placeAtSite, subjectOf } from './subject-place.js';
import { followImages } from './timepoint-images.js';

type Db = Transaction<Database>;

export interface RecordDeps extends Pick<IntakeDeps, 'auditKey' | 'trialKey'> {
  readonly trialId: string;
  readonly rules: IntakeRules;
  readonly now: () => Date;
  readonly newId: () => string;
  /** IANA zone written beside instants. */
  readonly zone: string;
}

/** Exams that nobody has begun to check: what belongs to the same procedure joins them. */
const joinable: readonly ExamState[] = ['received', 'matched'];

/** The exam of a timepoint that a study of that day belongs to, by the charter; null where it begins one. */
const examToJoin = async (
  trx: Db,
  rules: IntakeRules,
  timepointId: string,
  date: string | null
): Promise<string | null> => {
  if (rules.exam === 'study' || date === null) return null;
  const known = await trx
    .selectFrom('timepoint_exam')
    .innerJoin('exam', 'exam.id', 'timepoint_exam.exam_id')
    .select('exam.id')
    .where('timepoint_exam.timepoint_id', '=', timepointId)
    .where('exam.acquisition_date', '=', date)
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      or([
        eb('exam.state', 'in', joinable),
        // By rule it passes as soon as it is there.
        and([
          eb.val(rules.qc === 'automatic'),
          eb('exam.state', 'in', ['inQc', 'passed']),
          eb('exam.claimed_by', 'is', null),
          not(
            exists(
              selectFrom('exam_decision')
                .select('id')
                .whereRef('exam_decision.exam_id', '=', 'exam.id')
            )
          ),
        ]),
      ])
    )
    .orderBy('exam.id')
    .executeTakeFirst();
  return known?.id ?? null;
};

/** Writes the series of an exam's study. What is known of a series stays; its role, once it has one, too. */
export const recordSeries = async (
  trx: Db,
  deps: Pick<RecordDeps, 'newId'>,
  examId: string,
  studyUid: string,
  series: readonly ReceivedSeries[]
): Promise<void> => {
  for (const one of series) {
    const row = {
      modality: one.modality,
      acquisition_date: one.acquisitionDate,
      usable: JSON.stringify(one.usable),
      problems: JSON.stringify(one.problems),
    };
    await trx
      .insertInto('series')
      .values({
        ...{ id: deps.newId(), exam_id: examId, study_uid: studyUid, series_uid: one.seriesUid },
        ...{ role: one.role, ...row },
      })
      .onConflict(conflict =>
        conflict
          .column('series_uid')
          .doUpdateSet({ ...row, role: sql`coalesce(series.role, excluded.role)` })
      )
      .execute();
  }
};

/** The earliest date of its series with a role dates an exam, unless its date was corrected. */
export const dateExam = async (trx: Db, examId: string): Promise<string | null> => {
  const exam = await trx
    .selectFrom('exam')
    .select(['acquisition_date', 'date_source'])
    .where('id', '=', examId)
    .executeTakeFirstOrThrow();
  if (exam.date_source === 'correction') return exam.acquisition_date;
  const rows = await trx
    .selectFrom('series')
    .select(['acquisition_date as acquisitionDate', 'role'])
    .where('exam_id', '=', examId)
    .execute();
  const date = studyDate(rows);
  await trx.updateTable('exam').set({ acquisition_date: date }).where('id', '=', examId).execute();
  return date;
};

/** The subject's first baseline of the schedule becomes the one that later timepoints are compared with. */
export const assignBaseline = async (
  trx: Db,
  deps: Pick<RecordDeps, 'newId'>,
  subjectId: string,
  timepointId: string
): Promise<void> => {
  await trx
    .insertInto('baseline')
    .values({
      ...{ id: deps.newId(), subject_id: subjectId, period: 'main', timepoint_id: timepointId },
      ...{ version: 1, reason: 'schedule' },
    })
    .onConflict(conflict => conflict.columns(['subject_id', 'period', 'version']).doNothing())
    .execute();
};

/** Begins an exam with a matched study, or lets the study join one; returns its id. Runs in the caller's transaction. */
export const recordExam = async (
  trx: Db,
  deps: RecordDeps,
  studyUid: string,
  match: Match,
  series: readonly ReceivedSeries[]
): Promise<string> => {
  const subjectId = await subjectOf(trx, deps, match.subject);
  await lockImagesOf(trx, subjectId);
  const timepoint = await trx
    .selectFrom('timepoint')
    .select(['id', 'kind'])
    .where('subject_id', '=', subjectId)
    .where('code', '=', match.timepoint)
    .executeTakeFirstOrThrow();
  const joined = await examToJoin(trx, deps.rules, timepoint.id, studyDate(series));
  const examId = joined ?? deps.newId();
  if (joined === null) {
    await trx
      .insertInto('exam')
      .values({ id: examId, subject_id: subjectId, state: 'received', created_at: deps.now() })
      .execute();
    await trx
      .insertInto('timepoint_exam')
      .values({ timepoint_id: timepoint.id, exam_id: examId })
      .execute();
  }
  await trx.insertInto('exam_study').values({ exam_id: examId, study_uid: studyUid }).execute();
  await recordSeries(trx, deps, examId, studyUid, series);
  const date = await dateExam(trx, examId);
  const from = date ?? deps.now().toISOString().slice(0, 10);
  await placeAtSite(trx, deps, subjectId, match.site, from);
  if (timepoint.kind === 'baseline') await assignBaseline(trx, deps, subjectId, timepoint.id);
  if (joined === null) {
    await applyTransition(trx, [changeOf(examMachine, examId, 'received', 'match')], {
      ...bySystem(),
      chain: deps.trialId,
      at: deps.now(),
      zone: deps.zone,
      details: { exam: examId, timepoint: timepoint.id },
    });
  }
  await followImages(trx, followDeps(deps), timepoint.id, imagesCame);
  await arrived(trx, deps, subjectId, examId);
  return examId;
};

const imagesCame = { lost: null, cameIn: true } as const;

const followDeps = ({ trialId, rules, now, zone }: RecordDeps) => ({
  ...{ trialId, schedule: rules.schedule, now, zone },
});

const arrived = (trx: Db, deps: RecordDeps, subjectId: string, examId: string): Promise<void> =>
  qcOnArrival(trx, deps, { trialId: deps.trialId, subjectId, examId, qc: deps.rules.qc });

/** More of a study that belongs to an exam already: its series, its date, and what they make of its timepoints. */
export const extendExam = async (
  trx: Db,
  deps: RecordDeps,
  examId: string,
  studyUid: string,
  series: readonly ReceivedSeries[]
): Promise<void> => {
  const { subject_id: subjectId } = await trx
    .selectFrom('exam')
    .select('subject_id')
    .where('id', '=', examId)
    .executeTakeFirstOrThrow();
  await lockImagesOf(trx, subjectId);
  await recordSeries(trx, deps, examId, studyUid, series);
  await dateExam(trx, examId);
  const timepoints = await trx
    .selectFrom('timepoint_exam')
    .select('timepoint_id')
    .where('exam_id', '=', examId)
    .execute();
  for (const { timepoint_id: id } of timepoints) {
    await followImages(trx, followDeps(deps), id, imagesCame);
  }
  await arrived(trx, deps, subjectId, examId);
};
