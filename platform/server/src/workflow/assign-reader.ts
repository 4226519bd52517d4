import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ServerDeps } from '../http/server-deps.js';
import { calendarDay } from '../trials/calendar-day.js';
import { roleOfSlot } from '../trials/charter-roles.js';
import { peopleOfSlot, type AssignmentRule, type CharterTerms } from '../trials/charter-terms.js';
import type { Assignable } from './assignable.js';
import { lockSubject } from './lock-subject.js';
import { loads } from './reader-load.js';
import {
  assignmentPlace,
  obstaclesOf,
  type AssignmentPlace,
  type Candidate,
  type Obstacle,
} from './reader-obstacles.js';
import { adjudicatorSlot } from './subject-reading.js';
import { excludedFrom } from './suspension.js';

/** What is to get its person: a read its reader, an adjudication its adjudicator. */
export interface ReaderWanted {
  readonly what: Assignable;
  /** User names of the slot's readers, by the newest charter. */
  readonly readers: readonly string[];
  /** User names of those who stand in for them. */
  readonly backups: readonly string[];
  readonly rule: AssignmentRule;
}

/** Whom the charter names for a slot, and its rule. */
export const readersWanted = (terms: CharterTerms, slot: string): Omit<ReaderWanted, 'what'> => {
  const { readers = [], backups = [] } = peopleOfSlot(terms, slot) ?? {};
  return { readers, backups, rule: terms.assignment };
};

/**
 * The same of whoever decides: reads of readers alone are given by hand, and whoever decided on a subject decides on it
 * again.
 */
export const adjudicatorWanted = (terms: CharterTerms): Omit<ReaderWanted, 'what'> => ({
  ...readersWanted(terms, adjudicatorSlot),
  rule: { ...terms.assignment, how: 'rule', sameReader: true },
});

type AssignmentPlan = ReaderWanted & AssignmentPlace;

/** Those who have the slot's role in the trial and an open account, the least load first. */
const inRole = (trx: Transaction<Database>, plan: AssignmentPlan) =>
  trx
    .selectFrom('account')
    .innerJoin('trial_role', 'trial_role.account_id', 'account.id')
    .select(['account.id', 'account.user_name', 'account.active'])
    .where('trial_role.trial_id', '=', plan.trialId)
    .where('trial_role.role', '=', roleOfSlot(plan.slot) ?? '')
    .where('account.active', '=', true)
    .orderBy(loads[plan.rule.load](plan.trialId))
    .orderBy('account.user_name');

/** Who of some people may be given the read now, and who of them is away or must not read its subject. */
interface Sifted {
  readonly fit: string | undefined;
  readonly away: readonly string[];
}

/** Somebody stands in for whom these keep from the read. */
const keepsAway: readonly Obstacle['code'][] = [
  'CL_ABSENT',
  'CL_CONFLICT_OF_INTEREST',
  'CL_READER_SUSPENDED',
  'CL_READER_EXCLUDED',
];

/** The first of some people who may have the read. */
const sift = async (
  trx: Transaction<Database>,
  plan: AssignmentPlan,
  candidates: readonly Candidate[]
): Promise<Sifted> => {
  const away: string[] = [];
  for (const candidate of candidates) {
    const obstacles = await obstaclesOf(trx, plan, candidate);
    if (obstacles.length === 0) return { fit: candidate.id, away };
    if (obstacles.some(({ code }) => keepsAway.includes(code))) away.push(candidate.id);
  }
  return { fit: undefined, away };
};

/** Who was put in the place of a course's reader last. */
const successor = (trx: Transaction<Database>, courseId: string) =>
  trx
    .selectFrom('reader_replacement')
    .select(['to_account', 'replaced_at'])
    .where('course_id', '=', courseId)
    .orderBy('replaced_at', 'desc')
    .executeTakeFirst();

/** The course's reader, who reads on; undefined where it has none yet. */
export const readerBefore = async (
  trx: Transaction<Database>,
  courseId: string
): Promise<string | undefined> => {
  const given = await trx
    .selectFrom('slot_assignment')
    .select(['account_id', 'assigned_at'])
    .where('course_id', '=', courseId)
    .where('ended_at', 'is', null)
    .orderBy('assigned_at', 'desc')
    .executeTakeFirst();
  const replaced = await successor(trx, courseId);
  return replaced !== undefined &&
    (given === undefined || given.assigned_at <= replaced.replaced_at)
    ? replaced.to_account
    : given?.account_id;
};

/** Somebody else is to decide. */
const isExcluded = async (
  trx: Transaction<Database>,
  courseId: string,
  accountId: string
): Promise<boolean> => {
  const { excluded } = await trx
    .selectFrom('course')
    .select(excludedFrom(accountId).as('excluded'))
    .where('course.id', '=', courseId)
    .executeTakeFirstOrThrow();
  return excluded;
};

const choose = async (
  trx: Transaction<Database>,
  plan: AssignmentPlan
): Promise<string | undefined> => {
  const { courseId } = plan;
  const before = plan.rule.sameReader
    ? await readerBefore(trx, courseId)
    : (await successor(trx, courseId))?.to_account;
  if (before !== undefined && !(await isExcluded(trx, courseId, before))) {
    const same = await inRole(trx, plan).where('account.id', '=', before).execute();
    return (await sift(trx, plan, same)).fit;
  }
  if (plan.rule.how === 'byHand' || plan.readers.length === 0) return undefined;
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
 * readers who may have it and has the least load, or to who stands in where these are away. Where nobody may, or the
 * charter leaves it to the data manager, it stays nobody's until `requestUnassigned` asks again or somebody gives it: a
 * reader is replaced by an act with a reason, never in passing. Takes the subject, so that its slots are filled one after
 * the other: callers take no course or read of it before.
 */
export const assignReader = async (
  trx: Transaction<Database>,
  deps: ServerDeps,
  wanted: ReaderWanted
): Promise<void> => {
  const { what } = wanted;
  const place = await assignmentPlace(trx, what, calendarDay(deps.now(), deps.zone));
  await lockSubject(trx, place.subjectId);
  if (await what.isAssigned(trx)) return;
  const accountId = await choose(trx, { ...wanted, ...place });
  if (accountId !== undefined) await what.give(trx, deps, accountId);
};
