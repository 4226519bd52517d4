import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRecord } from '../is-record.js';
import { applyTransition, bySystem, changeOf } from '../workflow/apply-transition.js';
import type { ExamState } from '../workflow/machines/exam.js';
import { timepointMachine, type TimepointState } from '../workflow/machines/timepoint.js';
import { standingStates } from '../workflow/signed-reads.js';
import { dateTimepoint } from './date-timepoint.js';
import type { PlannedTimepoint } from './intake-rules.js';
import { studyDate } from './match-study.js';

/** Exams in these states give a timepoint nothing. */
export const examsWithoutImages: readonly ExamState[] = [
  'quarantined',
  'refused',
  'superseded',
  'withdrawn',
  'notResupplied',
];

export interface ImagesOfTimepoint {
  /** How many exams there are. */
  readonly exams: number;
  /** Roles of the series that can be read. */
  readonly roles: ReadonlySet<string>;
}

/** What the images of a timepoint make of it: the roles that the charter asks for are there, some images are, or none. */
export const stateByImages = (
  { exams, roles }: ImagesOfTimepoint,
  required: readonly string[]
): 'expected' | 'incomplete' | 'complete' =>
  exams === 0 ? 'expected' : required.every(role => roles.has(role)) ? 'complete' : 'incomplete';

/** What became of a timepoint's images. */
export interface ImagesChange {
  /** Why images it had may be gone; null when none can be: it then never goes back. */
  readonly lost: string | null;
  /** Images came to it that it did not have. */
  readonly cameIn: boolean;
}

/**
 * What leads from where a timepoint stands to what its images make of it; null where nothing does. One that was said to be
 * not readable stays so whatever is judged of the images it had: other images, or a person, make it be read.
 */
export const actByImages = (
  from: TimepointState,
  to: 'expected' | 'incomplete' | 'complete',
  { lost, cameIn }: { readonly lost: boolean; readonly cameIn: boolean }
): 'receivePart' | 'complete' | 'losePart' | 'loseAll' | null => {
  if (to === 'complete') {
    return from === 'complete' || (from === 'notReadable' && !cameIn) ? null : 'complete';
  }
  if (to === 'incomplete') {
    if (from === 'expected' || from === 'missed') return 'receivePart';
    return from === 'complete' && lost ? 'losePart' : null;
  }
  const had = from === 'incomplete' || from === 'complete' || from === 'notReadable';
  return had && lost ? 'loseAll' : null;
};

const isReadable = (usable: unknown): boolean => isRecord(usable) && usable['read'] !== 'no';

/** Series of a timepoint's exams, as readers would see them. */
const seriesOf = (db: Kysely<Database>, timepointId: string) =>
  db
    .selectFrom('timepoint_exam')
    .innerJoin('exam', 'exam.id', 'timepoint_exam.exam_id')
    .leftJoin('series', 'series.exam_id', 'exam.id')
    .select(['exam.id as exam', 'exam.state', 'exam.acquisition_date as exam_date'])
    .select(['series.role', 'series.usable', 'series.acquisition_date'])
    .where('timepoint_exam.timepoint_id', '=', timepointId)
    .where('exam.state', 'not in', examsWithoutImages)
    .execute();

/** What was signed of it stands, and was rated by its date: that stays when its last exam leaves it. */
const isRead = async (db: Kysely<Database>, timepointId: string): Promise<boolean> =>
  (await db
    .selectFrom('read')
    .select('id')
    .where('timepoint_id', '=', timepointId)
    .where('state', 'in', standingStates)
    .executeTakeFirst()) !== undefined;

export interface TimepointImagesDeps {
  readonly trialId: string;
  readonly schedule: readonly Pick<PlannedTimepoint, 'code' | 'roles'>[];
  readonly now: () => Date;
  readonly zone: string;
}

/**
 * Dates a timepoint by its exams and moves it to where its images put it, by the roles that the charter asks for.
 */
export const followImages = async (
  trx: Transaction<Database>,
  deps: TimepointImagesDeps,
  timepointId: string,
  { lost, cameIn }: ImagesChange
): Promise<void> => {
  const {
    code,
    plan,
    state,
    date: before,
  } = await trx
    .selectFrom('timepoint')
    .select(['code', 'plan', 'state', 'date'])
    .where('id', '=', timepointId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const rows = await seriesOf(trx, timepointId);
  const date = studyDate(
    rows.map(row => ({ role: row.role, acquisitionDate: row.exam_date ?? row.acquisition_date }))
  );
  if (date !== before && (date !== null || !(await isRead(trx, timepointId)))) {
    await dateTimepoint(trx, deps, timepointId, date);
  }
  const images = {
    exams: new Set(rows.map(row => row.exam)).size,
    roles: new Set(
      rows.flatMap(({ role, usable }) => (role !== null && isReadable(usable) ? [role] : []))
    ),
  };
  const required = deps.schedule.find(planned => planned.code === (plan ?? code))?.roles ?? [];
  const act = actByImages(state, stateByImages(images, required), {
    ...{ lost: lost !== null, cameIn },
  });
  if (act === null) return;
  await applyTransition(trx, [changeOf(timepointMachine, timepointId, state, act)], {
    ...bySystem(lost),
    chain: deps.trialId,
    at: deps.now(),
    zone: deps.zone,
    details: { timepoint: timepointId },
  });
};
