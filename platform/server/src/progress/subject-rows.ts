import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { undecidedExams } from '../qc/waiting-exams.js';
import { adjudicationRows } from './adjudication-rows.js';

/** A subject with its place in the order of the list. */
export interface SubjectRow {
  readonly id: string;
  readonly identifier: string;
  readonly status: string;
}

/** With which timepoint the imaging of a subject was declared to have ended. */
export interface ImagingEndRow {
  readonly timepoint: string;
  readonly ordinal: number;
  readonly reason: string;
  /** User name. */
  readonly declaredBy: string;
  /** ISO 8601. */
  readonly declaredAt: string;
}

/** What the tables hold of some subjects' progress in a track. */
export type SubjectTables = Awaited<ReturnType<typeof subjectTables>>;

/**
 * The ids as a table `wanted`. What hangs on them is joined laterally and behind an `offset`, so that it is looked up
 * for one after the other: the embedded database keeps no statistics, and would rather read a whole table.
 */
const wanted = (db: Kysely<Database>, ids: readonly string[]) =>
  db.selectFrom(sql<{ id: string }>`unnest(${ids}::uuid[])`.as<'wanted'>(sql`wanted(id)`));

const none = sql<number>`0`;

/** Reads as few rows as the subjects have. */
export const subjectTables = async (
  db: Kysely<Database>,
  trackId: string | null,
  subjects: readonly SubjectRow[]
) => {
  const ids = subjects.map(({ id }) => id);
  const sites = await wanted(db, ids)
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('subject_site')
          .innerJoin('site', 'site.id', 'subject_site.site_id')
          .select(['subject_site.subject_id', 'subject_site.site_id'])
          .select(['subject_site.valid_from', 'site.code'])
          .whereRef('subject_site.subject_id', '=', 'wanted.id')
          .offset(none)
          .as('site'),
      join => join.onTrue()
    )
    .select(['site.subject_id', 'site.site_id', 'site.code'])
    .orderBy('site.valid_from')
    .execute();
  const timepoints = await wanted(db, ids)
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('timepoint')
          .select(['id', 'subject_id', 'code', 'label', 'kind', 'ordinal', 'date', 'state'])
          .whereRef('subject_id', '=', 'wanted.id')
          .offset(none)
          .as('timepoint'),
      join => join.onTrue()
    )
    .selectAll('timepoint')
    .orderBy('timepoint.ordinal')
    .execute();
  const ends = await wanted(db, ids)
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('imaging_end')
          .innerJoin('timepoint', 'timepoint.id', 'imaging_end.last_timepoint_id')
          .innerJoin('account', 'account.id', 'imaging_end.declared_by')
          .select(['imaging_end.subject_id', 'timepoint.code', 'timepoint.ordinal'])
          .select(['imaging_end.reason', 'imaging_end.declared_at', 'account.user_name'])
          .whereRef('imaging_end.subject_id', '=', 'wanted.id')
          .where('imaging_end.withdrawn_at', 'is', null)
          .offset(none)
          .as('ended'),
      join => join.onTrue()
    )
    .selectAll('ended')
    .execute();
  const exams = await wanted(db, ids)
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('exam')
          .innerJoin('timepoint_exam', 'timepoint_exam.exam_id', 'exam.id')
          .select(['timepoint_exam.timepoint_id', 'exam.state', 'exam.created_at'])
          .whereRef('exam.subject_id', '=', 'wanted.id')
          .where('exam.state', 'in', undecidedExams)
          .offset(none)
          .as('exam'),
      join => join.onTrue()
    )
    .selectAll('exam')
    .execute();
  const courses = await wanted(db, trackId === null ? [] : ids)
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('course')
          .select(['id', 'subject_id', 'slot', 'state'])
          .where('track_id', '=', trackId)
          .whereRef('subject_id', '=', 'wanted.id')
          .offset(none)
          .as('course'),
      join => join.onTrue()
    )
    .selectAll('course')
    .orderBy('course.slot')
    .execute();
  const reads = await wanted(
    db,
    courses.map(({ id }) => id)
  )
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('read')
          .select(['id', 'public_id', 'opened_at', 'course_id', 'timepoint_id', 'component'])
          .select(['version', 'state'])
          .select(['charter_version_id', sql<string | null>`left(due_date, 10)`.as('due_date')])
          .whereRef('course_id', '=', 'wanted.id')
          .where('state', 'not in', ['superseded', 'void'])
          .offset(none)
          .as('read'),
      join => join.onTrue()
    )
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('read_assignment')
          .innerJoin('account', 'account.id', 'read_assignment.account_id')
          .select(['read_assignment.account_id', 'account.user_name'])
          .whereRef('read_assignment.read_id', '=', 'read.id')
          .where('read_assignment.ended_at', 'is', null)
          .orderBy('read_assignment.assigned_at', 'desc')
          .limit(1)
          .as('assignment'),
      join => join.onTrue()
    )
    .selectAll('read')
    .select(['assignment.account_id', 'assignment.user_name'])
    .select(sql<'read'>`'read'`.as('task'))
    .orderBy('read.version')
    .execute();
  const adjudications = await adjudicationRows(
    db,
    courses.map(({ id }) => id)
  );
  const had = await wanted(
    db,
    courses.map(({ id }) => id)
  )
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('slot_assignment')
          .select(['course_id', 'account_id'])
          .whereRef('course_id', '=', 'wanted.id')
          .offset(none)
          .as('had'),
      join => join.onTrue()
    )
    .selectAll('had')
    .execute();
  const problems = await wanted(db, ids)
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('problem')
          .select(sql<string>`coalesce(read_id, adjudication_id)`.as('read_id'))
          .select(['subject_id', 'kind', 'state', 'raised_at'])
          .whereRef('subject_id', '=', 'wanted.id')
          .where('state', '!=', 'resumed')
          .offset(none)
          .as('problem'),
      join => join.onTrue()
    )
    .selectAll('problem')
    .orderBy('problem.raised_at')
    .execute();
  const impacts = await wanted(
    db,
    reads.map(({ id }) => id)
  )
    .innerJoinLateral(
      eb =>
        eb
          .selectFrom('read_impact')
          .select(['read_id', 'noticed_at'])
          .whereRef('read_id', '=', 'wanted.id')
          .where('decision', 'is', null)
          .orderBy('noticed_at')
          .limit(1)
          .as('impact'),
      join => join.onTrue()
    )
    .selectAll('impact')
    .execute();
  return {
    sites,
    timepoints,
    /** By subject; one whose end of imaging is not declared is left out. */
    ends: new Map(
      ends.map((row): [string, ImagingEndRow] => [
        row.subject_id,
        {
          ...{ timepoint: row.code, ordinal: row.ordinal, reason: row.reason },
          ...{ declaredBy: row.user_name, declaredAt: row.declared_at.toISOString() },
        },
      ])
    ),
    exams: exams.map(row => ({ ...row, created_at: row.created_at.toISOString() })),
    courses,
    // Of several versions of a read the newest stands. An adjudication is read like one, at its own place.
    reads: new Map(
      [...reads, ...adjudications].map(read => [
        `${read.task} ${read.course_id} ${read.timepoint_id} ${read.component}`,
        read,
      ])
    ),
    /** By read: when the first change was noticed that nothing is decided of. */
    impacts: new Map(impacts.map(row => [row.read_id, row.noticed_at.toISOString()])),
    /** Who has or ever had something of a course. */
    had,
    problems: problems.map(row => ({ ...row, raised_at: row.raised_at.toISOString() })),
  };
};
