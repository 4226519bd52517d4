import type { ImageProblem } from '@corelab/reads';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { storedCharter } from '../trials/charter-terms.js';
import { effectiveVersion } from '../trials/trial-versions.js';
import type { ExamState } from '../workflow/machines/exam.js';
import { seriesOfExam, type Usable } from './exam-rows.js';
import { protocolOf, type ExamProtocol } from './protocol-of-exam.js';
import { readsOfExam, type ReadInQc } from './reads-in-qc.js';
import { reasonsToWait, type WaitingReason } from './waiting-reasons.js';
import { siteOfSubject } from './site-of-subject.js';

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
  readonly arrivedAt: string;
  /** Series without a role, and series with an image problem beside that. */
  readonly withoutRole: number;
  readonly withProblem: number;
  /** Queries to the site that are not closed. */
  readonly openQueries: number;
  /** Why it waits; empty when it does not. */
  readonly reasons: readonly WaitingReason[];
}

export interface ExamFilter {
  readonly states: readonly ExamState[];
  readonly site: string | null;
  /** The whole identifier. */
  readonly subject: string | null;
  /** Letters of it, in any case. */
  readonly text: string | null;
  /** Id of the last exam of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

const examQuery = (db: Kysely<Database>, trialId: string) =>
  db
    .selectFrom('exam')
    .innerJoin('subject', 'subject.id', 'exam.subject_id')
    .leftJoin('account', 'account.id', 'exam.claimed_by')
    .select(['exam.id', 'exam.state', 'exam.version', 'exam.acquisition_date'])
    .select('exam.created_at')
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
          'problem', count(*) filter (where problems @? '$[*] ? (@.code != "noRole")'))
        from series where series.exam_id = exam.id)`.as('counts')
    )
    .select(
      sql<{ open: number; answered: number }>`(
        select json_build_object('open', count(*), 'answered', count(*) filter (where state = 'answered'))
        from query where query.exam_id = exam.id and query.state <> 'closed')`.as('queries')
    )
    .select(
      sql<string | null>`(select act from exam_decision where exam_decision.exam_id = exam.id
        order by at desc, exam_decision.id desc limit 1)`.as('last_decision')
    )
    .where('subject.trial_id', '=', trialId);

type ExamQueryRow = Awaited<ReturnType<ReturnType<typeof examQuery>['executeTakeFirstOrThrow']>>;

type QcRule = ExamProtocol['qc'] | null;

const fromRow =
  (qc: QcRule) =>
  (row: ExamQueryRow): ExamItem => {
    const { state, counts, queries } = row;
    const series = { withoutRole: counts.role, withProblem: counts.problem };
    return {
      ...{ id: row.id, state, version: row.version, subject: row.identifier, site: row.site },
      ...{ timepoints: row.timepoints, date: row.acquisition_date, claimedBy: row.user_name },
      ...{ arrivedAt: row.created_at.toISOString(), series: counts.all, ...series },
      openQueries: queries.open,
      reasons: reasonsToWait({
        ...{ state, qc, ...series, answeredQueries: queries.answered },
        lastDecision: row.last_decision,
      }),
    };
  };

const charterOf = async (db: Kysely<Database>, trialId: string) => {
  const version = await effectiveVersion(db, trialId);
  return version === null ? null : storedCharter(version.resolved);
};

/** A trial's exams in the order they arrived, a page of them. */
export const examsOf = async (
  db: Kysely<Database>,
  trialId: string,
  filter: ExamFilter
): Promise<{ readonly exams: ExamItem[]; readonly next: string | null }> => {
  const { states, site, subject, text, after, limit } = filter;
  const charter = await charterOf(db, trialId);
  let query = examQuery(db, trialId)
    .orderBy('exam.id')
    .limit(limit + 1);
  if (states.length > 0) query = query.where('exam.state', 'in', states);
  if (site !== null) query = query.where(siteOfSubject, '=', site);
  if (subject !== null) query = query.where('subject.identifier', '=', subject);
  if (text !== null) {
    query = query.where(sql<boolean>`strpos(lower(subject.identifier), lower(${text})) > 0`);
  }
  if (after !== null) query = query.where('exam.id', '>', after);
  const rows = await query.execute();
  const exams = rows.slice(0, limit).map(fromRow(charter?.imagingProtocol.qc ?? null));
  return { exams, next: rows.length > limit ? (exams.at(-1)?.id ?? null) : null };
};

export interface ExamView extends ExamItem {
  /** What is asked of it; null while no version of the charter is in force. */
  readonly protocol: ExamProtocol | null;
  readonly reads: readonly ReadInQc[];
  readonly seriesList: readonly {
    readonly id: string;
    readonly seriesUid: string;
    readonly date: string | null;
    /** Images received; null where none of them is on record one by one. */
    readonly images: number | null;
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
  const charter = await charterOf(db, trialId);
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
    ...fromRow(charter?.imagingProtocol.qc ?? null)(row),
    protocol: charter === null ? null : await protocolOf(db, charter, examId),
    reads: await readsOfExam(db, examId),
    seriesList: series.map(one => ({
      ...{ date: one.acquisition_date, images: one.images },
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
