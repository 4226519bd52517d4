import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { undecidedExams } from '../qc/waiting-exams.js';
import { isReadKind } from '../trials/timepoint-kinds.js';
import { shiftDate } from '../workflow/calendar.js';
import { isUndecided } from './adjudication-rows.js';
import { openMeetings, openQueries, undecidedDifferences } from './later-facts.js';
import type { MatrixFilter } from './row-filter.js';
import type { Standing } from './standing.js';
import type { ProgressFrame } from './subject-places.js';
import type { SubjectRow } from './subject-rows.js';
import { hinderedPeople } from './trial-people.js';

type Condition = RawBuilder<boolean>;

/** Subjects with a read; each condition is about `read`. The course is looked up for the reads that are found alone. */
const withRead = (condition: RawBuilder<unknown>): Condition => sql<boolean>`subject.id in (
  select (select course.subject_id from course where course.id = read.course_id) from read where ${condition})`;

const open = sql`read.state not in ('signed', 'superseded', 'void', 'impactPending')`;
const toDo = sql`read.state not in ('signed', 'superseded', 'void')`;

const lateRead = (today: string): Condition =>
  withRead(sql`read.due_date is not null and ${open} and read.due_date < ${today}`);

/** Subjects with an adjudication; each condition is about `adjudication`. */
const withAdjudication = (condition: RawBuilder<unknown>): Condition =>
  sql<boolean>`subject.id in (select adjudication.subject_id from adjudication where ${condition})`;

const lateAdjudication = (today: string): Condition =>
  withAdjudication(sql`adjudication.due_date < ${today} and ${isUndecided}`);

const heldAdjudication = withAdjudication(sql`adjudication.state in ('onHold', 'impactPending')`);

const givenTo = (people: readonly string[]) => sql`adjudication.id in (
  select assignment.adjudication_id from adjudication_assignment assignment
  where assignment.ended_at is null and assignment.account_id in (${sql.join(people)}))`;

/** The end of its imaging, declared with a timepoint before `timepoint`. */
const earlierEnd = sql`select 1 from imaging_end join timepoint final on final.id = imaging_end.last_timepoint_id
  where imaging_end.withdrawn_at is null and imaging_end.subject_id = timepoint.subject_id and final.ordinal < timepoint.ordinal`;

/** Images that should be there: the baseline lies further back than the last day of the visit's window. */
const overdueImages = ({ plan, today }: ProgressFrame): Condition => {
  const ends = plan.columns.flatMap(({ timepoint, kind, lastDay }) => {
    const before = lastDay === null || !isReadKind(kind) ? null : shiftDate(today, -lastDay);
    return before === null ? [] : [sql`(${timepoint}::text, ${before}::text)`];
  });
  if (ends.length === 0) return sql<boolean>`false`;
  return sql<boolean>`subject.id in (
    select timepoint.subject_id from timepoint
    join (values ${sql.join(ends)}) as planned (code, before) on planned.code = timepoint.code
    join timepoint baseline on baseline.subject_id = timepoint.subject_id and baseline.kind = 'baseline'
    where timepoint.state in ('expected', 'incomplete') and baseline.date < planned.before
    and not (timepoint.state = 'expected' and exists (${earlierEnd})))`;
};

const undecidedProblem = sql<boolean>`subject.id in (select subject_id from problem where state <> 'resumed')`;

/** Whatever its timepoint's state: no read of it is released before the exam is through QC. */
const awaitedExam = sql<boolean>`subject.id in (
  select subject_id from exam where state in (${sql.join(undecidedExams)}))`;

/** Also of a read that was signed since, and is `signed`. */
const undecidedImpact = sql<boolean>`subject.id in (
  select course.subject_id from read_impact join read on read.id = read_impact.read_id
  join course on course.id = read.course_id
  where read_impact.decision is null and read.state not in ('superseded', 'void'))`;

const differing = (trackId: string | null): Condition => sql<boolean>`subject.id in (
  select subject_id from course where track_id = ${trackId} and state in ('discordant', 'inAdjudication'))`;

const either = (conditions: readonly Condition[]): Condition =>
  sql<boolean>`(${sql.join(conditions, sql` or `)})`;

const late = (frame: ProgressFrame): Condition =>
  either([lateRead(frame.today), lateAdjudication(frame.today), overdueImages(frame)]);

/** Everything that a rule with `stuck` may be about. */
const stuck = (frame: ProgressFrame): Condition => {
  const { people, plan, today, failedCourses } = frame;
  const hindered = hinderedPeople(people, plan.versions.values(), today);
  const failed = [...failedCourses];
  return either([
    undecidedProblem,
    awaitedExam,
    undecidedImpact,
    openQueries.somewhere,
    openMeetings.somewhere,
    overdueImages(frame),
    withRead(sql`${toDo} and read.state in ('onHold', 'returnedToQc', 'impactPending')`),
    withRead(sql`${toDo} and read.state in ('waiting', 'ready') and not exists (
      select 1 from read_assignment where read_assignment.read_id = read.id and read_assignment.ended_at is null)`),
    heldAdjudication,
    withAdjudication(sql`adjudication.state = 'waiting' and not exists (
      select 1 from adjudication_assignment assignment
      where assignment.adjudication_id = adjudication.id and assignment.ended_at is null)`),
    ...(hindered.length === 0
      ? []
      : [
          withAdjudication(sql`${isUndecided} and ${givenTo(hindered)}`),
          withRead(sql`read.id in (select read_assignment.read_id from read_assignment
            where read_assignment.ended_at is null and read_assignment.to_do
            and read_assignment.account_id in (${sql.join(hindered)}))`),
        ]),
    ...(failed.length === 0
      ? []
      : [
          sql<boolean>`subject.id in (select subject_id from course where id in (${sql.join(failed)}))`,
        ]),
  ]);
};

/**
 * By state: where to look for its subjects. It never leaves one out that the evaluation would find; without an entry
 * every subject is looked at.
 */
const candidates: Readonly<Partial<Record<Standing, (frame: ProgressFrame) => Condition>>> = {
  late,
  problem: () =>
    either([
      undecidedProblem,
      withRead(sql`${toDo} and read.state in ('onHold', 'impactPending')`),
      heldAdjudication,
    ]),
  discordant: ({ trackId }) => either([differing(trackId), undecidedDifferences.somewhere]),
  query: () => openQueries.somewhere,
  notExpected: () => sql<boolean>`subject.id in (
    select subject_id from imaging_end where withdrawn_at is null)`,
  draft: () => withRead(sql`${toDo} and read.state = 'draft'`),
};

/** Ids of the subjects of which a place may be late or stuck, or stand otherwise than its read and its images do. */
export const unsettledSubjects = async (
  db: Kysely<Database>,
  frame: ProgressFrame
): Promise<string[]> => {
  const rows = await db
    .selectFrom('subject')
    .select('subject.id')
    .where('subject.trial_id', '=', frame.trialId)
    .where(either([late(frame), stuck(frame), undecidedDifferences.somewhere]))
    .execute();
  return rows.map(({ id }) => id);
};

const refused = (message: string): CodedError => new CodedError(422, 'CL_FILTER', message);

const atSite = async (db: Kysely<Database>, trialId: string, code: string): Promise<Condition> => {
  const site = await db
    .selectFrom('site')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('code', '=', code)
    .executeTakeFirst();
  if (site === undefined) throw refused(`site: the trial has no site ${code}.`);
  return sql<boolean>`subject.id in (select here.subject_id from subject_site here where here.site_id = ${site.id}
    and not exists (select 1 from subject_site later where later.subject_id = here.subject_id
      and later.valid_from > here.valid_from))`;
};

const readBy = async (db: Kysely<Database>, user: string): Promise<Condition> => {
  const account = await db
    .selectFrom('account')
    .select('id')
    .where('user_name', '=', user)
    .executeTakeFirst();
  if (account === undefined) throw refused(`reader: nobody is called ${user}.`);
  return either([
    withRead(sql`read.id in (select read_assignment.read_id from read_assignment
      where read_assignment.account_id = ${account.id} and read_assignment.ended_at is null)`),
    withAdjudication(givenTo([account.id])),
  ]);
};

/**
 * What the subjects of a filter have in the database; where it needs more than that, they are candidates.
 * @throws CodedError 422 CL_FILTER for a site or person that is not there
 */
const conditionsOf = async (
  db: Kysely<Database>,
  frame: ProgressFrame,
  filter: MatrixFilter
): Promise<Condition[]> => {
  const { site, reader, state, text } = filter;
  const ofState = state === undefined ? undefined : candidates[state]?.(frame);
  return [
    ...(site === undefined ? [] : [await atSite(db, frame.trialId, site)]),
    ...(reader === undefined ? [] : [await readBy(db, reader)]),
    ...(ofState === undefined ? [] : [ofState]),
    ...(filter.late ? [late(frame)] : []),
    ...(filter.stuck ? [stuck(frame)] : []),
    ...(text === undefined
      ? []
      : [sql<boolean>`strpos(lower(subject.identifier), lower(${text})) > 0`]),
  ];
};

/** Walks the subjects of a trial in the order of their identifiers, those after one that was seen, some at a time. */
export type SubjectWalk = (after: string | null, limit: number) => Promise<SubjectRow[]>;

/** The walk over the subjects for which everything holds. */
export const walkWhere =
  (db: Kysely<Database>, trialId: string, conditions: readonly Condition[]): SubjectWalk =>
  (after, limit) => {
    // Said as a range of the index, so that it is walked: without statistics a trial is taken for a few subjects to sort.
    let query = db
      .selectFrom('subject')
      .select(['subject.id', 'subject.identifier', 'subject.status'])
      .where(
        sql<boolean>`(subject.trial_id, subject.identifier) > (${trialId}::uuid, ${after ?? ''})`
      )
      .where('subject.trial_id', '<=', trialId)
      .orderBy('subject.trial_id')
      .orderBy('subject.identifier')
      .limit(limit);
    for (const condition of conditions) query = query.where(condition);
    return query.execute();
  };

/**
 * The walk over the subjects, or candidates, of a filter.
 * @throws CodedError 422 CL_FILTER for a site or person that is not there
 */
export const subjectWalk = async (
  db: Kysely<Database>,
  frame: ProgressFrame,
  filter: MatrixFilter
): Promise<SubjectWalk> => walkWhere(db, frame.trialId, await conditionsOf(db, frame, filter));
