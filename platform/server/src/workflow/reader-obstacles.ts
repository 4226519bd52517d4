import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { absentOn } from '../trials/absences.js';
import { roleOfSlot } from '../trials/charter-roles.js';
import { missingQualifications } from '../trials/missing-qualifications.js';
import { heldQualifications } from '../trials/qualifications.js';
import { inConflict } from '../trials/reading-conflicts.js';
import type { Assignable, SlotPlace } from './assignable.js';
import { excludedFrom, suspendedFrom } from './suspension.js';

/** What a read or an adjudication hangs on, and what its own charter asks of whoever has it. */
export interface AssignmentPlace extends SlotPlace {
  /** Today. */
  readonly day: string;
  /** Who is away today, and who was named to stand in. */
  readonly absent: ReadonlyMap<string, string | null>;
}

export const assignmentPlace = async (
  db: Kysely<Database>,
  what: Pick<Assignable, 'place'>,
  day: string
): Promise<AssignmentPlace> => {
  const place = await what.place(db);
  return { ...place, day, absent: await absentOn(db, place.trialId, day) };
};

/** Why a person may not be given a read or an adjudication. */
export interface Obstacle {
  readonly code:
    | 'CL_ACCOUNT_CLOSED'
    | 'CL_NOT_IN_ROLE'
    | 'CL_NOT_OF_SLOT'
    | 'CL_ABSENT'
    | 'CL_CONFLICT_OF_INTEREST'
    | 'CL_READER_SUSPENDED'
    | 'CL_READER_EXCLUDED'
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
 * Another slot of the track in which a person has or had the same subject: its readers and its adjudicator are different
 * people, also after one of them was replaced.
 */
const otherSlotOf = async (
  db: Kysely<Database>,
  { trackId, subjectId, courseId }: AssignmentPlace,
  accountId: string
): Promise<string | undefined> => {
  const row = await db
    .selectFrom('slot_assignment')
    .select('slot')
    .where('track_id', '=', trackId)
    .where('subject_id', '=', subjectId)
    .where('course_id', '!=', courseId)
    .where('account_id', '=', accountId)
    .orderBy('slot')
    .executeTakeFirst();
  return row?.slot;
};

/** What closes a subject's images to a person. */
const closedTo = async (db: Kysely<Database>, courseId: string, accountId: string) =>
  db
    .selectFrom('course')
    .select([inConflict(accountId).as('conflicted'), suspendedFrom(accountId).as('suspended')])
    .select(excludedFrom(accountId).as('excluded'))
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

/** All that keeps a person from being given something today, whoever gives it; none where they may have it. */
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
  const { conflicted, suspended, excluded } = await closedTo(db, place.courseId, id);
  if (conflicted) say('CL_CONFLICT_OF_INTEREST', 'has a conflict of interest with the subject');
  if (suspended) say('CL_READER_SUSPENDED', 'has seen identifying information of the subject');
  if (excluded) say('CL_READER_EXCLUDED', 'does not go on deciding on the subject');
  const other = await otherSlotOf(db, place, id);
  if (other !== undefined) say('CL_OTHER_SLOT', `has or had the subject as ${other}`);
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
