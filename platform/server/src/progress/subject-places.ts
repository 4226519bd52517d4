import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { peopleOfSlot } from '../trials/charter-terms.js';
import { isReadKind } from '../trials/timepoint-kinds.js';
import { shiftDate } from '../workflow/calendar.js';
import { isAwaited } from '../workflow/awaited.js';
import type { CourseState } from '../workflow/machines/course.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';
import { adjudicatorSlot } from '../workflow/subject-reading.js';
import { heldTimepoints } from './held-timepoints.js';
import { openMeetings, openQueries, undecidedDifferences } from './later-facts.js';
import type { PersonAtPlace, PlaceFacts, StandingReadState } from './place-facts.js';
import {
  subjectTables,
  type ImagingEndRow,
  type SubjectRow,
  type SubjectTables,
} from './subject-rows.js';
import { personAt, type TrialPeople } from './trial-people.js';
import type { TrialPlan } from './trial-plan.js';

/** What is the same for all subjects of one answer. */
export interface ProgressFrame {
  readonly trialId: string;
  /** Null while the trial has no course in the track. */
  readonly trackId: string | null;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly plan: TrialPlan;
  /** Timepoints that wait for a batch; null where nobody asked how many. */
  readonly gathered: number | null;
  readonly people: TrialPeople;
  /** Ids of courses whose last release did not succeed. */
  readonly failedCourses: ReadonlySet<string>;
}

export interface TimepointPlaces {
  readonly id: string;
  readonly timepoint: string;
  readonly label: string;
  readonly kind: string;
  readonly state: TimepointState;
  /** Last day of its visit window. */
  readonly windowEnd: string | null;
  /** False also after a declared end of imaging, where nothing came. */
  readonly awaited: boolean;
  readonly places: readonly PlaceFacts[];
}

export interface SubjectProgress {
  readonly subject: SubjectRow;
  /** Null while the end of its imaging is not declared. */
  readonly imagingEnd: ImagingEndRow | null;
  /** Code of the site it is at; null where it was put to none. */
  readonly site: string | null;
  readonly timepoints: readonly TimepointPlaces[];
  /** Reads of the subject as a whole. */
  readonly whole: readonly PlaceFacts[];
  readonly courses: readonly { readonly slot: string; readonly state: CourseState }[];
}

type Read = SubjectTables['reads'] extends Map<string, infer R> ? R : never;
type Timepoint = SubjectTables['timepoints'][number];

const by = <Row, Key>(rows: Iterable<Row>, keyOf: (row: Row) => Key): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
};

/** Reads count as done for what comes after them from their signature on. */
const isDone = (read: Read | undefined): boolean =>
  read?.state === 'signed' || read?.state === 'impactPending';

/** The readers differ on the subject as a whole, and nobody has decided. */
const isUndecided = ({ task, state }: Read): boolean =>
  task === 'adjudication' && state !== 'signed' && state !== 'impactPending';

/** Who could get a read that is nobody's, as the assignment goes: the reader of its course alone, where it has one. */
const candidatesFor = (
  read: Read,
  before: Read | undefined,
  slot: string,
  { plan, people }: ProgressFrame,
  at: (accountId: string | null, user: string) => PersonAtPlace
): PersonAtPlace[] => {
  if (before?.account_id != null) return [at(before.account_id, before.user_name ?? '')];
  const version = plan.versions.get(read.charter_version_id);
  const named = version === undefined ? undefined : peopleOfSlot(version, slot);
  const users = [...new Set([...(named?.readers ?? []), ...(named?.backups ?? [])])];
  return users.map(user => at(people.byUser.get(user)?.id ?? null, user));
};

/**
 * The facts of every place of some subjects, in the order of the subjects and of their timepoints: one query per table,
 * whatever the size of the trial.
 */
export const subjectPlaces = async (
  db: Kysely<Database>,
  frame: ProgressFrame,
  subjects: readonly SubjectRow[]
): Promise<SubjectProgress[]> => {
  if (subjects.length === 0) return [];
  const tables = await subjectTables(db, frame.trackId, subjects);
  const timepointIds = tables.timepoints.map(({ id }) => id);
  const queries = await openQueries.load(db, timepointIds, frame.trackId);
  const held = await heldTimepoints(db, frame, timepointIds);
  const differences = await undecidedDifferences.load(db, timepointIds, frame.trackId);
  const meetings = await openMeetings.load(db, timepointIds, frame.trackId);
  const sites = by(tables.sites, row => row.subject_id);
  const timepoints = by(tables.timepoints, row => row.subject_id);
  const exams = by(tables.exams, row => row.timepoint_id);
  const courses = by(tables.courses, row => row.subject_id);
  const reads = by(tables.reads.values(), row => row.course_id);
  const had = by(tables.had, row => row.course_id);
  const problems = by(tables.problems, row => row.read_id);
  const lastDays = new Map(
    frame.plan.columns.map(({ timepoint, lastDay }) => [timepoint, lastDay])
  );

  return subjects.map(subject => {
    const own = timepoints.get(subject.id) ?? [];
    const baseline = own.find(({ kind }) => kind === 'baseline')?.date ?? null;
    const imagingEnd = tables.ends.get(subject.id) ?? null;
    const awaited = (timepoint: Timepoint): boolean =>
      isAwaited(timepoint, imagingEnd?.ordinal ?? null);
    const slots = courses.get(subject.id) ?? [];
    const siteRows = sites.get(subject.id) ?? [];
    const shared = { today: frame.today, subjectStatus: subject.status };

    const windowEnd = ({ code }: Timepoint): string | null => {
      const lastDay = lastDays.get(code) ?? null;
      return lastDay === null ? null : shiftDate(baseline, lastDay);
    };
    const factsOf = (timepoint: Timepoint) => ({
      ...shared,
      timepoint: {
        ...{ code: timepoint.code, state: timepoint.state, windowEnd: windowEnd(timepoint) },
        awaited: awaited(timepoint),
      },
      exams: (exams.get(timepoint.id) ?? []).map(exam => ({
        ...{ state: exam.state, since: exam.created_at },
      })),
      queries: queries.get(timepoint.id)?.count ?? 0,
      queryOpenSince: queries.get(timepoint.id)?.openSince ?? null,
      queryAnsweredSince: queries.get(timepoint.id)?.answeredSince ?? null,
      discordant: differences.has(timepoint.id) || meetings.has(timepoint.id),
      meeting: meetings.get(timepoint.id) ?? null,
      heldFor: subject.status === 'enrolled' ? (held.get(timepoint.id) ?? null) : null,
    });
    type TimepointFacts = ReturnType<typeof factsOf>;
    const nothingRead = {
      ...{ component: 'all', courseState: null, read: null, reader: null, candidates: [] },
      ...{ problems: [], earlierUnsigned: null, releaseFailed: false },
    };

    const ofCourse = (course: (typeof slots)[number]) => {
      const all = reads.get(course.id) ?? [];
      const before = all.findLast(({ account_id: id }) => id !== null);
      const inOtherSlots = new Set(
        slots
          .filter(({ id }) => id !== course.id)
          .flatMap(({ id }) => had.get(id) ?? [])
          .map(({ account_id: id }) => id)
      );
      const firstUnsigned = own.find(
        timepoint =>
          awaited(timepoint) && !isDone(all.find(({ timepoint_id: id }) => id === timepoint.id))
      );
      const of = (read: Read | null) => {
        const charter =
          read === null ? undefined : frame.plan.versions.get(read.charter_version_id);
        const at = (accountId: string | null, user: string): PersonAtPlace => {
          const person = accountId === null ? undefined : frame.people.byId.get(accountId);
          return personAt(person, user, {
            ...{ day: frame.today, slot: course.slot, subjectId: subject.id, inOtherSlots },
            siteIds: siteRows.map(row => row.site_id),
            charter: charter ?? { version: 0, qualifications: {}, slots: [], adjudicator: null },
          });
        };
        const taken = read !== null && read.account_id !== null;
        return {
          slot: course.slot,
          component: read?.component ?? 'all',
          courseState: course.state,
          read:
            read === null
              ? null
              : {
                  ...{ task: read.task, id: read.id, state: read.state as StandingReadState },
                  ...{ publicId: read.public_id, opened: read.opened_at !== null },
                  ...{ dueDate: read.due_date, charterVersion: charter?.version ?? 0 },
                  impactSince: tables.impacts.get(read.id) ?? null,
                },
          reader: taken ? at(read.account_id, read.user_name ?? '') : null,
          candidates:
            read === null || taken ? [] : candidatesFor(read, before, course.slot, frame, at),
          problems: (read === null ? [] : (problems.get(read.id) ?? [])).map(problem => ({
            ...{ kind: problem.kind, state: problem.state, since: problem.raised_at },
          })),
          releaseFailed: frame.failedCourses.has(course.id),
        };
      };
      return {
        at: (timepoint: Timepoint, facts: TimepointFacts): PlaceFacts[] => {
          const here = all.filter(({ timepoint_id: id }) => id === timepoint.id);
          const earlierUnsigned =
            firstUnsigned !== undefined && firstUnsigned.ordinal < timepoint.ordinal
              ? firstUnsigned.code
              : null;
          // Nothing is planned for an adjudicator: what they read anew is there, and no more to wait for.
          const planned = course.slot === adjudicatorSlot ? [] : [null];
          return (here.length === 0 ? planned : here).map(read => ({
            ...facts,
            ...of(read),
            // An adjudication waits for no other one.
            earlierUnsigned: read?.task === 'adjudication' ? null : earlierUnsigned,
          }));
        },
        whole: all
          .filter(({ timepoint_id: id }) => id === null)
          .map((read): PlaceFacts => ({
            ...{ ...shared, timepoint: null, exams: [], discordant: isUndecided(read) },
            ...{ heldFor: null, meeting: null },
            ...{ queries: 0, queryOpenSince: null, queryAnsweredSince: null },
            ...{ ...of(read), earlierUnsigned: null },
          })),
      };
    };

    const made = slots.map(ofCourse);
    const placesAt = (timepoint: Timepoint): PlaceFacts[] => {
      const facts = factsOf(timepoint);
      const images = (): PlaceFacts[] => [{ ...facts, slot: null, ...nothingRead }];
      // Of what nobody reads there is only QC to wait for.
      if (!isReadKind(timepoint.kind)) return exams.has(timepoint.id) ? images() : [];
      return made.length === 0 ? images() : made.flatMap(({ at }) => at(timepoint, facts));
    };
    return {
      ...{ subject, imagingEnd },
      site: siteRows.at(-1)?.code ?? null,
      timepoints: own.map(timepoint => ({
        ...{ id: timepoint.id, timepoint: timepoint.code },
        ...{ label: timepoint.label, kind: timepoint.kind },
        ...{ state: timepoint.state, windowEnd: windowEnd(timepoint) },
        awaited: awaited(timepoint),
        places: placesAt(timepoint),
      })),
      whole: made.flatMap(({ whole }) => whole),
      courses: slots.map(({ slot, state }) => ({ slot, state })),
    };
  });
};
