import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { absentOn } from '../trials/absences.js';
import { roleOfSlot } from '../trials/charter-roles.js';
import {
  missingQualifications,
  type RequiredQualifications,
} from '../trials/missing-qualifications.js';
import { heldQualifications } from '../trials/qualifications.js';
import { inConflict } from '../trials/reading-conflicts.js';
import { requiredIn } from './may-open.js';
import { suspendedFrom } from './suspension.js';

/** What a read hangs on, and what its own charter asks of its reader. */
export interface AssignmentPlace {
  readonly readId: string;
  readonly courseId: string;
  readonly subjectId: string;
  readonly trialId: string;
  readonly slot: string;
  readonly charterVersion: number;
  readonly required: RequiredQualifications;
  /** Today. */
  readonly day: string;
  /** Who is away today, and who was named to stand in. */
  readonly absent: ReadonlyMap<string, string | null>;
}

export const placeOfRead = async (
  db: Kysely<Database>,
  readId: string,
  day: string
): Promise<AssignmentPlace> => {
  const row = await db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select(['course.id', 'course.slot', 'course.subject_id'])
    .select(['charter_version.trial_id', 'charter_version.version', requiredIn.as('required')])
    .where('read.id', '=', readId)
    .executeTakeFirstOrThrow();
  const { trial_id: trialId, version: charterVersion, slot, required } = row;
  return {
    ...{ readId, courseId: row.id, subjectId: row.subject_id, trialId, slot },
    ...{ charterVersion, required, day, absent: await absentOn(db, trialId, day) },
  };
};

/** Why a person may not be given a read. */
export interface Obstacle {
  readonly code:
    | 'CL_ACCOUNT_CLOSED'
    | 'CL_NOT_IN_ROLE'
    | 'CL_NOT_OF_SLOT'
    | 'CL_ABSENT'
    | 'CL_CONFLICT_OF_INTEREST'
    | 'CL_READER_SUSPENDED'
    | 'CL_OTHER_SLOT'
    | 'CL_NOT_QUALIFIED';
  /** Half a sentence about the person: "is away on 2026-03-01". */
  readonly message: string;
}

export interface Candidate {
  readonly id: string;
  readonly user_name: string;
  readonly active: boolean;
}

/**
 * Who reads the same subject in another slot of the track, or did so and opened a read there: the readers of a subject are
 * different people.
 */
const otherSlotOf = async (
  db: Kysely<Database>,
  place: AssignmentPlace,
  accountId: string
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('read_assignment as given')
    .innerJoin('read', 'read.id', 'given.read_id')
    .innerJoin('course as other', 'other.id', 'read.course_id')
    .innerJoin('course as own', 'own.track_id', 'other.track_id')
    .select('other.slot')
    .where('own.id', '=', place.courseId)
    .whereRef('other.subject_id', '=', 'own.subject_id')
    .where('other.id', '!=', place.courseId)
    .where('given.account_id', '=', accountId)
    .where(({ or, and, eb, ref }) =>
      or([
        eb('given.ended_at', 'is', null),
        and([
          eb('read.opened_at', '>=', ref('given.assigned_at')),
          eb('read.opened_at', '<=', ref('given.ended_at')),
        ]),
      ])
    )
    .orderBy('other.slot')
    .executeTakeFirst();
  return row?.slot;
};

/** What closes a subject's images to a person. */
const closedTo = async (db: Kysely<Database>, courseId: string, accountId: string) =>
  db
    .selectFrom('course')
    .select([inConflict(accountId).as('conflicted'), suspendedFrom(accountId).as('suspended')])
    .where('course.id', '=', courseId)
    .executeTakeFirstOrThrow();

/** Whether a person has the role of a slot in the trial; unblinded support reads nothing, with whatever other role. */
const hasRole = async (
  db: Kysely<Database>,
  { trialId, slot }: AssignmentPlace,
  accountId: string
): Promise<boolean> => {
  const { has } = await db
    .selectFrom('trial_role')
    .select(
      sql<boolean>`coalesce(bool_or(role = ${roleOfSlot(slot) ?? ''}) and not bool_or(role = 'unblindedSupport'), false)`.as(
        'has'
      )
    )
    .where('trial_id', '=', trialId)
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return has;
};

/** All that keeps a person from being given a read today, whoever gives it; none where they may have it. */
export const obstaclesOf = async (
  db: Kysely<Database>,
  place: AssignmentPlace,
  { id, active }: Candidate
): Promise<Obstacle[]> => {
  const { slot, trialId, charterVersion, day, required } = place;
  const found: Obstacle[] = [];
  const say = (code: Obstacle['code'], message: string): void => void found.push({ code, message });
  const role = roleOfSlot(slot);
  if (!active) say('CL_ACCOUNT_CLOSED', 'has a closed account');
  if (role === null || !(await hasRole(db, place, id)))
    say('CL_NOT_IN_ROLE', `has not the role ${role ?? 'of a reader'} in this trial`);
  if (place.absent.has(id)) say('CL_ABSENT', `is away on ${day}`);
  const { conflicted, suspended } = await closedTo(db, place.courseId, id);
  if (conflicted) say('CL_CONFLICT_OF_INTEREST', 'has a conflict of interest with the subject');
  if (suspended) say('CL_READER_SUSPENDED', 'has seen identifying information of the subject');
  const other = await otherSlotOf(db, place, id);
  if (other !== undefined) say('CL_OTHER_SLOT', `reads the subject as ${other}`);
  if (role === null) return found;
  const held = await heldQualifications(db, trialId, id);
  const missing = missingQualifications(required, held, { role, charterVersion, day });
  if (missing.length > 0) {
    const kinds = missing.map(({ kind, expired }) =>
      expired === null ? kind : `${kind} (expired on ${expired})`
    );
    say('CL_NOT_QUALIFIED', `lacks under charter version ${charterVersion}: ${kinds.join(', ')}`);
  }
  return found;
};
