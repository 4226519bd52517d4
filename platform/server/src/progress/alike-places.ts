import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { isRead } from '../trials/timepoint-kinds.js';
import { isAwaited } from '../workflow/awaited.js';
import { adjudicatorSlot, timepointScopePrefix } from '../workflow/subject-reading.js';
import { hasPlace } from './adjudication-rows.js';
import type { PlaceFacts, StandingReadState } from './place-facts.js';
import { ownStanding, type Standing } from './standing.js';
import type { ProgressFrame } from './subject-places.js';
import type { CourseState } from '../workflow/machines/course.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';

/** Places that stand alike, of which none is late or stuck. */
export interface AlikePlaces {
  readonly site: string | null;
  /** Null for reads of a whole subject. */
  readonly timepoint: string | null;
  readonly reader: string | null;
  readonly count: number;
  readonly standing: Standing;
}

interface Row {
  site: string | null;
  timepoint: string | null;
  timepoint_state: TimepointState | null;
  kind: string | null;
  ordinal: number | null;
  imaging_end: number | null;
  slot: string | null;
  course_state: CourseState | null;
  read_state: StandingReadState | null;
  reader: string | null;
  count: number;
}

/** One of the places, with what its standing goes by alone. */
const alike = (row: Row, today: string): PlaceFacts => ({
  today,
  subjectStatus: 'enrolled',
  timepoint:
    row.timepoint === null || row.timepoint_state === null || row.ordinal === null
      ? null
      : {
          ...{ code: row.timepoint, state: row.timepoint_state, windowEnd: null },
          awaited: isAwaited(
            { kind: row.kind ?? '', state: row.timepoint_state, ordinal: row.ordinal },
            row.imaging_end
          ),
        },
  exams: [],
  slot: row.slot,
  component: 'all',
  courseState: row.course_state,
  read:
    row.read_state === null
      ? null
      : {
          ...{
            task: 'read',
            id: '',
            publicId: '',
            state: row.read_state,
            dueDate: null,
            charterVersion: 0,
          },
          opened: false,
          impactSince: null,
        },
  reader: null,
  candidates: [],
  problems: [],
  earlierUnsigned: null,
  heldFor: null,
  releaseFailed: false,
  queries: 0,
  queryOpenSince: null,
  queryAnsweredSince: null,
  discordant: false,
  meeting: null,
});

/**
 * The places of the subjects that are not unsettled, counted in the database: in a large trial nearly all of them.
 * @param unsettled ids; as values, since by the conditions behind them the database expects that no subject is left, and
 * would look through all courses for each
 */
export const alikePlaces = async (
  db: Kysely<Database>,
  frame: ProgressFrame,
  unsettled: readonly string[]
): Promise<{ readonly subjects: number; readonly groups: readonly AlikePlaces[] }> => {
  const settled = sql`subject.trial_id = ${frame.trialId} and subject.id <> all(${unsettled}::uuid[])`;
  const subjects = await sql<{ count: number }>`
    select count(*) as count from subject where ${settled}`.execute(db);
  const { rows } = await sql<Row>`
    with calm as materialized (
      select subject.id, (select site.code from subject_site join site on site.id = subject_site.site_id
        where subject_site.subject_id = subject.id order by subject_site.valid_from desc limit 1) as site
      from subject where ${settled}),
    own as materialized (select id, subject_id, slot, state from course where track_id = ${frame.trackId}),
    ended as materialized (select imaging_end.subject_id, timepoint.ordinal from imaging_end
      join timepoint on timepoint.id = imaging_end.last_timepoint_id where imaging_end.withdrawn_at is null),
    whose as materialized (
      select distinct on (read_id) read_id, account_id from (
        select read_id, account_id, assigned_at from read_assignment where ended_at is null
        union all
        select adjudication_id, account_id, assigned_at from adjudication_assignment where ended_at is null) as given
      order by read_id, assigned_at desc),
    place as (
      select calm.site, timepoint.code as timepoint, timepoint.state as timepoint_state, timepoint.kind,
        timepoint.ordinal, ended.ordinal as imaging_end, own.slot, own.state as course_state, read.id as read_id, read.state as read_state
      from calm join timepoint on timepoint.subject_id = calm.id and ${isRead}
      left join ended on ended.subject_id = calm.id left join own on own.subject_id = calm.id
      left join read on read.course_id = own.id and read.timepoint_id = timepoint.id
        and read.state not in ('superseded', 'void')
      where own.slot is distinct from ${adjudicatorSlot} or read.id is not null
      union all
      select calm.site, null, null, null, null, null, own.slot, own.state, read.id, read.state
      from calm join own on own.subject_id = calm.id join read on read.course_id = own.id
      where read.timepoint_id is null and read.state not in ('superseded', 'void')
      union all
      select calm.site, timepoint.code, timepoint.state, timepoint.kind, timepoint.ordinal, ended.ordinal, own.slot, own.state,
        adjudication.id, adjudication.state
      from calm join own on own.subject_id = calm.id join adjudication on adjudication.course_id = own.id
      left join timepoint on timepoint.subject_id = calm.id
        and adjudication.scope = ${timepointScopePrefix} || timepoint.code
      left join ended on ended.subject_id = calm.id
      where ${hasPlace})
    select place.site, place.timepoint, place.timepoint_state, place.kind, place.ordinal, place.imaging_end, place.slot,
      place.course_state, place.read_state, account.user_name as reader, count(*) as count
    from place left join whose on whose.read_id = place.read_id left join account on account.id = whose.account_id
    group by place.site, place.timepoint, place.timepoint_state, place.kind, place.ordinal, place.imaging_end, place.slot,
      place.course_state, place.read_state, account.user_name`.execute(db);
  return {
    subjects: subjects.rows[0]?.count ?? 0,
    groups: rows.map(row => ({
      ...{ site: row.site, timepoint: row.timepoint, reader: row.reader, count: row.count },
      standing: ownStanding(alike(row, frame.today)),
    })),
  };
};
