import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { readMachine, type ReadState } from '../workflow/machines/read.js';
import { allows } from '../workflow/machines/transition.js';
import { endedStates } from '../workflow/new-read-version.js';
import { siteOfSubject } from './site-of-subject.js';
import { undecidedExams } from './waiting-exams.js';

/** A read as QC sees it: where it stands, and nothing of what its reader wrote. */
export interface ReadInQc {
  /** The read's id towards browsers. */
  readonly readId: string;
  readonly timepoint: string;
  readonly slot: string;
  readonly component: string;
  readonly version: number;
  readonly state: ReadState;
  /** It is unsigned, so it can be taken back to QC. */
  readonly returnable: boolean;
}

const readsQuery = (db: Kysely<Database>) =>
  db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'read.public_id', 'read.component', 'read.version', 'read.state'])
    .select(['course.slot', 'timepoint.code', 'read.timepoint_id']);

type ReadsRow = Awaited<ReturnType<ReturnType<typeof readsQuery>['executeTakeFirstOrThrow']>>;

const fromRow = (row: ReadsRow): ReadInQc => ({
  ...{ readId: row.public_id, timepoint: row.code, slot: row.slot, component: row.component },
  ...{ version: row.version, state: row.state },
  returnable: allows(readMachine, row.state, 'returnToQc'),
});

/** The reads of an exam's timepoints that have not ended. */
export const readsOfExam = async (db: Kysely<Database>, examId: string): Promise<ReadInQc[]> => {
  const rows = await readsQuery(db)
    .innerJoin('timepoint_exam', 'timepoint_exam.timepoint_id', 'timepoint.id')
    .where('timepoint_exam.exam_id', '=', examId)
    .where('read.state', 'not in', endedStates)
    .orderBy('timepoint.ordinal')
    .orderBy('course.slot')
    .orderBy('read.component')
    .execute();
  return rows.map(fromRow);
};

export interface ReturnedRead extends ReadInQc {
  readonly subject: string;
  readonly site: string | null;
  /** Exams of its timepoint, and how many of them are not through QC. */
  readonly exams: number;
  readonly examsInQc: number;
  /** A problem that its reader flagged is not decided: that comes first. */
  readonly problemOpen: boolean;
}

/** The reads of a trial that are back in QC, in the order they were made, a page of them. */
export const returnedReads = async (
  db: Kysely<Database>,
  trialId: string,
  page: { readonly after: string | null; readonly limit: number }
): Promise<{ readonly reads: ReturnedRead[]; readonly next: string | null }> => {
  let query = readsQuery(db)
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .select(['subject.identifier', siteOfSubject.as('site')])
    .select(
      sql<{ all: number; waiting: number }>`(
        select json_build_object('all', count(*),
          'waiting', count(*) filter (where exam.state in (${sql.join(undecidedExams)})))
        from timepoint_exam join exam on exam.id = timepoint_exam.exam_id
        where timepoint_exam.timepoint_id = read.timepoint_id)`.as('exams')
    )
    .select(
      sql<boolean>`exists (select 1 from problem
        where problem.read_id = read.id and problem.state <> 'resumed')`.as('problem_open')
    )
    .where('subject.trial_id', '=', trialId)
    .where('read.state', '=', 'returnedToQc')
    .orderBy('read.id')
    .limit(page.limit + 1);
  if (page.after !== null) query = query.where('read.id', '>', page.after);
  const rows = await query.execute();
  const shown = rows.slice(0, page.limit);
  return {
    reads: shown.map(row => ({
      ...{ ...fromRow(row), subject: row.identifier, site: row.site },
      ...{ exams: row.exams.all, examsInQc: row.exams.waiting, problemOpen: row.problem_open },
    })),
    next: rows.length > page.limit ? (shown.at(-1)?.id ?? null) : null,
  };
};
