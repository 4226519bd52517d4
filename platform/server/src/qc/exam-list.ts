import type { ImageProblem } from '@corelab/reads';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import type { ExamState } from '../workflow/machines/exam.js';
import { seriesOfExam, type Usable } from './exam-rows.js';

export interface ExamItem {
  readonly id: string;
  readonly state: ExamState;
  readonly version: number;
  readonly subject: string;
  /** Code of the site where the subject is now. */
  readonly site: string | null;
  readonly timepoints: readonly string[];
  readonly date: string | null;
  readonly claimedBy: string | null;
  readonly series: number;
  /** Series without a role, and series with an image problem. */
  readonly withoutRole: number;
  readonly withProblem: number;
  /** Queries to the site that are not closed. */
  readonly openQueries: number;
}

export interface ExamFilter {
  readonly states: readonly ExamState[];
  readonly site: string | null;
  readonly subject: string | null;
  /** Id of the last exam of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** For a query that has `subject`: the code of the site where it is now; null while it is at none. */
export const siteOfSubject = sql<string | null>`(
  select site.code from subject_site join site on site.id = subject_site.site_id
  where subject_site.subject_id = subject.id order by subject_site.valid_from desc, site.code limit 1)`;

const examQuery = (db: Kysely<Database>, trialId: string) =>
  db
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .leftJoin('account', 'account.id', 'exam.claimed_by')
    .select(['exam.id', 'exam.state', 'exam.version', 'exam.acquisition_date'])
    .select(['subject.identifier', 'account.user_name', siteOfSubject.as('site')])
    .select(
      sql<string[]>`(
        select coalesce(json_agg(timepoint.code order by timepoint.ordinal), '[]'::json)
        from timepoint_exam join timepoint on timepoint.id = timepoint_exam.timepoint_id
        where timepoint_exam.exam_id = exam.id)`.as('timepoints')
    )
    .select(
      sql<{ all: number; role: number; problem: number }>`(
        select json_build_object('all', count(*), 'role', count(*) filter (where role is null),
          'problem', count(*) filter (where problems <> '[]'::jsonb))
        from series where series.exam_id = exam.id)`.as('counts')
    )
    .select(
      sql<number>`(select count(*) from query where query.exam_id = exam.id and query.state <> 'closed')`.as(
        'queries'
      )
    )
    .where('subject.trial_id', '=', trialId);

type ExamQueryRow = Awaited<ReturnType<ReturnType<typeof examQuery>['executeTakeFirstOrThrow']>>;

const fromRow = (row: ExamQueryRow): ExamItem => ({
  ...{ id: row.id, state: row.state, version: row.version, subject: row.identifier },
  ...{ site: row.site, timepoints: row.timepoints, date: row.acquisition_date },
  claimedBy: row.user_name,
  ...{ series: row.counts.all, withoutRole: row.counts.role, withProblem: row.counts.problem },
  openQueries: Number(row.queries),
});

/** A trial's exams in the order they arrived, a page of them. */
export const examsOf = async (
  db: Kysely<Database>,
  trialId: string,
  filter: ExamFilter
): Promise<{ readonly exams: ExamItem[]; readonly next: string | null }> => {
  const { states, site, subject, after, limit } = filter;
  let query = examQuery(db, trialId)
    .orderBy('exam.id')
    .limit(limit + 1);
  if (states.length > 0) query = query.where('exam.state', 'in', states);
  if (site !== null) query = query.where(siteOfSubject, '=', site);
  if (subject !== null) query = query.where('subject.identifier', '=', subject);
  if (after !== null) query = query.where('exam.id', '>', after);
  const rows = await query.execute();
  const exams = rows.slice(0, limit).map(fromRow);
  return { exams, next: rows.length > limit ? (exams.at(-1)?.id ?? null) : null };
};

export interface ExamView extends ExamItem {
  readonly seriesList: readonly {
    readonly id: string;
    readonly seriesUid: string;
    readonly modality: string;
    readonly role: string | null;
    readonly usable: Usable;
    readonly problems: readonly ImageProblem[];
    readonly judged: boolean;
  }[];
  readonly decisions: readonly {
    readonly act: string;
    readonly by: string | null;
    readonly at: string;
    readonly reason: string | null;
    readonly deviations: readonly {
      readonly series: string;
      readonly purpose: string;
      readonly text: string;
    }[];
  }[];
}

/** One exam with its series and what was decided of it. @throws CodedError CL_NOT_FOUND */
export const examView = async (
  db: Kysely<Database>,
  trialId: string,
  examId: string
): Promise<ExamView> => {
  const row = await examQuery(db, trialId).where('exam.id', '=', examId).executeTakeFirst();
  if (row === undefined) throw notFound();
  const series = await seriesOfExam(db, examId);
  const decisions = await db
    .selectFrom('exam_decision')
    .leftJoin('account', 'account.id', 'exam_decision.account_id')
    .select(['exam_decision.id', 'act', 'account.user_name', 'at', 'reason'])
    .where('exam_id', '=', examId)
    .orderBy('at')
    .orderBy('exam_decision.id')
    .execute();
  const deviations = await db
    .selectFrom('exam_deviation')
    .innerJoin('exam_decision', 'exam_decision.id', 'exam_deviation.decision_id')
    .selectAll('exam_deviation')
    .where('exam_decision.exam_id', '=', examId)
    .orderBy('series_id')
    .orderBy('purpose')
    .execute();
  return {
    ...fromRow(row),
    seriesList: series.map(one => ({
      ...{ id: one.id, seriesUid: one.series_uid, modality: one.modality, role: one.role },
      ...{ usable: one.usable, problems: one.problems, judged: one.judged_at !== null },
    })),
    decisions: decisions.map(({ id, act, user_name: by, at, reason }) => ({
      ...{ act, by, at: at.toISOString(), reason },
      deviations: deviations
        .filter(one => one.decision_id === id)
        .map(one => ({ series: one.series_id, purpose: one.purpose, text: one.text })),
    })),
  };
};
