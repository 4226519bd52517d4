import { sql, type Transaction } from 'kysely';
import { appendAudit } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { absentOn } from '../trials/absences.js';
import { calendarDay } from '../trials/calendar-day.js';
import { roleOfSlot } from '../trials/charter-roles.js';
import { missingQualifications } from '../trials/missing-qualifications.js';
import { heldQualifications } from '../trials/qualifications.js';
import { inConflict } from '../trials/reading-conflicts.js';
import type { Assignable, SlotPlace } from './assignable.js';
import { lockSubject } from './lock-subject.js';

/** What is to get its person: a read its reader, an adjudication its adjudicator. */
export interface ReaderWanted {
  readonly what: Assignable;
  /** User names of the slot's readers, by the newest charter. */
  readonly readers: readonly string[];
  /** User names of those who stand in for them. */
  readonly backups: readonly string[];
}

/** Where it is, and who is away. */
interface AssignmentPlan extends ReaderWanted, SlotPlace {
  /** Today. */
  readonly day: string;
  /** Who is away today, and who was named to stand in. */
  readonly absent: ReadonlyMap<string, string | null>;
}

interface Candidate {
  readonly id: string;
  readonly user_name: string;
}

/** Those who have the slot's role in the trial and an open account, the fewest open reads first. */
const inRole = (trx: Transaction<Database>, plan: AssignmentPlan) =>
  trx
    .selectFrom('account')
    .innerJoin('trial_role', 'trial_role.account_id', 'account.id')
    .select(['account.id', 'account.user_name'])
    .where('trial_role.trial_id', '=', plan.trialId)
    .where('trial_role.role', '=', roleOfSlot(plan.slot) ?? '')
    .where('account.active', '=', true)
    .orderBy(
      sql`(select count(*) from slot_assignment where slot_assignment.account_id = account.id
        and slot_assignment.ended_at is null and slot_assignment.to_do)`
    )
    .orderBy('account.user_name');

/** Who of some people may be given the read now, and who of them is away or must not read its subject. */
interface Sifted {
  readonly fit: string | undefined;
  readonly away: readonly string[];
}

/** The first of some people who may have the read: there today, without conflict, qualified, in no other of its slots. */
const sift = async (
  trx: Transaction<Database>,
  plan: AssignmentPlan,
  candidates: readonly Candidate[]
): Promise<Sifted> => {
  const role = roleOfSlot(plan.slot);
  if (role === null) return { fit: undefined, away: [] };
  const { charterVersion, day, absent } = plan;
  const others = await inOtherSlots(trx, plan);
  const away: string[] = [];
  for (const { id } of candidates) {
    if (absent.has(id) || (await isInConflict(trx, plan, id))) {
      away.push(id);
      continue;
    }
    if (others.has(id)) continue;
    const held = await heldQualifications(trx, plan.trialId, id);
    const missing = missingQualifications(plan.required, held, { role, charterVersion, day });
    if (missing.length === 0) return { fit: id, away };
  }
  return { fit: undefined, away };
};

const isInConflict = async (
  trx: Transaction<Database>,
  { courseId }: AssignmentPlan,
  accountId: string
): Promise<boolean> => {
  const row = await trx
    .selectFrom('course')
    .select(inConflict(accountId).as('conflicted'))
    .where('course.id', '=', courseId)
    .executeTakeFirstOrThrow();
  return row.conflicted;
};

/**
 * Who has or had the same subject in another slot of the track: its readers and its adjudicator are different people, also
 * after one of them was replaced.
 */
const inOtherSlots = async (
  trx: Transaction<Database>,
  plan: AssignmentPlan
): Promise<ReadonlySet<string>> => {
  const rows = await trx
    .selectFrom('slot_assignment')
    .select('account_id')
    .where('track_id', '=', plan.trackId)
    .where('subject_id', '=', plan.subjectId)
    .where('course_id', '!=', plan.courseId)
    .execute();
  return new Set(rows.map(row => row.account_id));
};

/** The course's reader, who reads on; undefined where it has none yet. */
const readerBefore = async (
  trx: Transaction<Database>,
  plan: AssignmentPlan
): Promise<string | undefined> => {
  const row = await trx
    .selectFrom('slot_assignment')
    .select('account_id')
    .where('course_id', '=', plan.courseId)
    .where('ended_at', 'is', null)
    .orderBy('assigned_at', 'desc')
    .executeTakeFirst();
  return row?.account_id;
};

const choose = async (
  trx: Transaction<Database>,
  plan: AssignmentPlan
): Promise<string | undefined> => {
  const before = await readerBefore(trx, plan);
  if (before !== undefined) {
    const same = await inRole(trx, plan).where('account.id', '=', before).execute();
    return (await sift(trx, plan, same)).fit;
  }
  if (plan.readers.length === 0) return undefined;
  const readers = await inRole(trx, plan).where('account.user_name', 'in', plan.readers).execute();
  const { fit, away } = await sift(trx, plan, readers);
  return fit ?? (away.length === 0 ? undefined : standIn(trx, plan, away));
};

/** Who stands in for readers who are away: first whom their absences name, then the charter's backups of the slot. */
const standIn = async (
  trx: Transaction<Database>,
  plan: AssignmentPlan,
  away: readonly string[]
): Promise<string | undefined> => {
  const named = away.flatMap(id => plan.absent.get(id) ?? []);
  if (named.length > 0) {
    const people = await inRole(trx, plan).where('account.id', 'in', named).execute();
    const { fit } = await sift(trx, plan, people);
    if (fit !== undefined) return fit;
  }
  if (plan.backups.length === 0) return undefined;
  const backups = await inRole(trx, plan).where('account.user_name', 'in', plan.backups).execute();
  return (await sift(trx, plan, backups)).fit;
};

/**
 * Gives a read or an adjudication that is nobody's to the course's reader or, in a new course, to the one of the slot's
 * readers who may have it and has the fewest open ones, or to who stands in where these are away. Where nobody may, it
 * stays nobody's until `requestUnassigned` asks again: a reader is replaced by an act with a reason, never in passing.
 * Takes the subject, so that its slots are filled one after the other: callers take no course or read of it before.
 */
export const assignReader = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  wanted: ReaderWanted
): Promise<void> => {
  const { what } = wanted;
  const place = await what.place(trx);
  await lockSubject(trx, place.subjectId);
  if (await what.isAssigned(trx)) return;
  const day = calendarDay(deps.now(), deps.zone);
  const absent = await absentOn(trx, place.trialId, day);
  const accountId = await choose(trx, { ...wanted, ...place, day, absent });
  if (accountId === undefined) return;
  const at = deps.now();
  await what.assign(trx, accountId, at);
  await appendAudit(trx, place.trialId, {
    act: `${what.thing}.assigned`,
    at: at.toISOString(),
    zone: deps.zone,
    by: null,
    details: { [what.thing]: what.id, to: accountId },
  });
};
