import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { qcOnArrival } from '../qc/automatic-qc.js';
import { applyTransition, bySystem, changeOf, type Change } from '../workflow/apply-transition.js';
import { examMachine } from '../workflow/machines/exam.js';
import { timepointMachine } from '../workflow/machines/timepoint.js';
import type { IntakeRules } from './intake-rules.js';
import type { ReceivedSeries } from './received-study.js';

type Db = Transaction<Database>;

export interface RecordDeps {
  readonly trialId: string;
  readonly rules: IntakeRules;
  readonly now: () => Date;
  readonly newId: () => string;
  /** IANA zone written beside instants. */
  readonly zone: string;
}

const subjectOf = async (trx: Db, deps: RecordDeps, identifier: string): Promise<string> => {
  const known = await trx
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', deps.trialId)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  const id = deps.newId();
  await trx.insertInto('subject').values({ id, trial_id: deps.trialId, identifier }).execute();
  for (const [ordinal, planned] of deps.rules.schedule.entries()) {
    await trx
      .insertInto('timepoint')
      .values({
        id: deps.newId(),
        subject_id: id,
        code: planned.code,
        label: planned.label,
        kind: planned.kind,
        ordinal,
        state: 'expected',
      })
      .execute();
  }
  return id;
};

const placeAtSite = async (
  trx: Db,
  deps: RecordDeps,
  subjectId: string,
  code: string,
  from: string
): Promise<void> => {
  await trx
    .insertInto('site')
    .values({ id: deps.newId(), trial_id: deps.trialId, code })
    .onConflict(conflict => conflict.columns(['trial_id', 'code']).doNothing())
    .execute();
  const site = await trx
    .selectFrom('site')
    .select('id')
    .where('trial_id', '=', deps.trialId)
    .where('code', '=', code)
    .executeTakeFirstOrThrow();
  const placed = await trx
    .selectFrom('subject_site')
    .select('site_id')
    .where('subject_id', '=', subjectId)
    .where('site_id', '=', site.id)
    .executeTakeFirst();
  if (placed === undefined) {
    await trx
      .insertInto('subject_site')
      .values({ subject_id: subjectId, site_id: site.id, valid_from: from })
      .execute();
  }
};

/** The timepoint's exam; a timepoint has one in this round, and studies that come later join it. */
const examOf = async (
  trx: Db,
  deps: RecordDeps,
  subjectId: string,
  timepointId: string
): Promise<{ readonly id: string; readonly begun: boolean }> => {
  const known = await trx
    .selectFrom('timepoint_exam')
    .select('exam_id')
    .where('timepoint_id', '=', timepointId)
    .executeTakeFirst();
  if (known !== undefined) return { id: known.exam_id, begun: false };
  const id = deps.newId();
  await trx
    .insertInto('exam')
    .values({ id, subject_id: subjectId, state: 'received', created_at: deps.now() })
    .execute();
  await trx
    .insertInto('timepoint_exam')
    .values({ timepoint_id: timepointId, exam_id: id })
    .execute();
  return { id, begun: true };
};

/** The earliest date of the exam's readable series dates exam and timepoint. */
const dateExam = async (trx: Db, examId: string, timepointId: string): Promise<string | null> => {
  const rows = await trx
    .selectFrom('series')
    .select(['acquisition_date', 'role'])
    .where('exam_id', '=', examId)
    .execute();
  const dates = rows
    .flatMap(row => (row.acquisition_date === null ? [] : [row]))
    .sort((a, b) => ((a.acquisition_date ?? '') < (b.acquisition_date ?? '') ? -1 : 1));
  const date = (dates.find(row => row.role !== null) ?? dates[0])?.acquisition_date ?? null;
  await trx.updateTable('exam').set({ acquisition_date: date }).where('id', '=', examId).execute();
  await trx.updateTable('timepoint').set({ date }).where('id', '=', timepointId).execute();
  return date;
};

/** Writes one matched study into the trial's tables; repeating it changes nothing. Runs in the caller's transaction. */
export const recordExam = async (
  trx: Db,
  deps: RecordDeps,
  studyUid: string,
  match: { readonly subject: string; readonly site: string; readonly timepoint: string },
  series: readonly ReceivedSeries[]
): Promise<void> => {
  const subjectId = await subjectOf(trx, deps, match.subject);
  const timepoint = await trx
    .selectFrom('timepoint')
    .select(['id', 'kind', 'state'])
    .where('subject_id', '=', subjectId)
    .where('code', '=', match.timepoint)
    // Studies of one timepoint that are taken in at the same time follow each other.
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const { id: examId, begun } = await examOf(trx, deps, subjectId, timepoint.id);
  await trx
    .insertInto('exam_study')
    .values({ exam_id: examId, study_uid: studyUid })
    .onConflict(conflict => conflict.columns(['exam_id', 'study_uid']).doNothing())
    .execute();
  for (const one of series) {
    const row = {
      modality: one.modality,
      role: one.role,
      acquisition_date: one.acquisitionDate,
      usable: JSON.stringify(one.usable),
      problems: JSON.stringify(one.problems),
    };
    await trx
      .insertInto('series')
      .values({
        id: deps.newId(),
        exam_id: examId,
        study_uid: studyUid,
        series_uid: one.seriesUid,
        ...row,
      })
      .onConflict(conflict => conflict.column('series_uid').doUpdateSet(row))
      .execute();
  }
  const date = await dateExam(trx, examId, timepoint.id);
  await placeAtSite(
    trx,
    deps,
    subjectId,
    match.site,
    date ?? deps.now().toISOString().slice(0, 10)
  );
  if (timepoint.kind === 'baseline') {
    await trx
      .insertInto('baseline')
      .values({
        id: deps.newId(),
        subject_id: subjectId,
        period: 'main',
        timepoint_id: timepoint.id,
        version: 1,
        reason: 'schedule',
      })
      .onConflict(conflict => conflict.columns(['subject_id', 'period', 'version']).doNothing())
      .execute();
  }
  const changes: Change[] = [
    ...(begun ? [changeOf(examMachine, examId, 'received', 'match')] : []),
    ...(timepoint.state === 'complete'
      ? []
      : [changeOf(timepointMachine, timepoint.id, timepoint.state, 'complete')]),
  ];
  for (const change of changes) {
    await applyTransition(trx, [change], {
      ...bySystem(),
      chain: deps.trialId,
      at: deps.now(),
      zone: deps.zone,
      details: { exam: examId, timepoint: timepoint.id },
    });
  }
  const { trialId, rules } = deps;
  await qcOnArrival(trx, deps, { trialId, subjectId, examId, qc: rules.qc });
};
