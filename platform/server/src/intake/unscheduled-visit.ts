import type { Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { timepointMachine } from '../workflow/machines/timepoint.js';
import { lockImagesOf } from '../workflow/reading-locks.js';
import { inDateOrder, visitNumberAfter } from './date-order.js';
import { dateTimepoint } from './date-timepoint.js';
import type { IntakeDeps } from './intake-deps.js';
import type { PlannedTimepoint } from './intake-rules.js';
import { refuseBeforeBaseline } from './order-of-dates.js';
import { plannedTimepoints } from './order-timepoints.js';
import { trialOfIntake, type TrialOfIntake } from './trial-rules.js';
import { daysBetween } from './visit-window.js';

type Db = Transaction<Database>;

/** Who says that there was an unscheduled visit, and why. */
export interface SaidOfVisit {
  readonly accountId: string;
  readonly reason: string;
}

/** The unscheduled timepoint of the schedule that a code names; undefined where it names none. */
export const unscheduledOf = (
  schedule: readonly PlannedTimepoint[],
  code: string
): PlannedTimepoint | undefined =>
  schedule.find(one => one.code === code && one.kind === 'unscheduled');

/** Of a subject's visits of one plan. */
const visitsOf = (trx: Db, subjectId: string, plan: string) =>
  trx
    .selectFrom('timepoint')
    .select(['code', 'date'])
    .where('subject_id', '=', subjectId)
    .where('plan', '=', plan)
    .execute();

/** Its number: after the last visit before it by date, as SDTM numbers what was not planned. */
const numberOf = async (
  trx: Db,
  trialId: string,
  subjectId: string,
  date: string
): Promise<number> => {
  const known = await plannedTimepoints(trx, trialId, subjectId);
  const others = known?.timepoints ?? [];
  const added = { kind: 'unscheduled', date, day: null, visitNumber: Infinity };
  const ordered = inDateOrder([...others, added]);
  const at = ordered.indexOf(added);
  return visitNumberAfter(
    ordered[at - 1]?.visitNumber ?? 0,
    ordered[at + 1]?.visitNumber ?? null,
    new Set(others.map(({ visitNumber }) => visitNumber))
  );
};

/**
 * Adds an unscheduled visit of a day to a subject, which is taken with its reads; returns its code.
 * @throws CodedError 409 CL_VISIT_UNDATED, CL_VISIT_KNOWN where there is one of that day, CL_BEFORE_BASELINE; 403 as its
 * machine says
 */
export const addVisit = async (
  trx: Db,
  deps: Pick<IntakeDeps, 'newId' | 'now' | 'zone' | 'auditKey'>,
  trial: TrialOfIntake,
  visit: {
    readonly subjectId: string;
    readonly plan: PlannedTimepoint;
    readonly date: string | null;
  },
  said: SaidOfVisit
): Promise<string> => {
  const { subjectId, plan, date } = visit;
  if (date === null || daysBetween(date, date) === null) {
    throw new CodedError(
      409,
      'CL_VISIT_UNDATED',
      'An unscheduled visit is of a day, and the acquisition date of these images is not known: correct it first.'
    );
  }
  const visits = await visitsOf(trx, subjectId, plan.code);
  const known = visits.find(one => one.date === date);
  if (known !== undefined) {
    throw new CodedError(
      409,
      'CL_VISIT_KNOWN',
      `${known.code} is the unscheduled visit of ${date}: put them there.`
    );
  }
  const [id, code] = [deps.newId(), `${plan.code}-${visits.length + 1}`];
  const { count } = await trx
    .selectFrom('timepoint')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('subject_id', '=', subjectId)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto('timepoint')
    .values({
      ...{ id, subject_id: subjectId, code, label: code, kind: plan.kind, plan: plan.code },
      visit_number: await numberOf(trx, trial.id, subjectId, date),
      ...{ ordinal: Number(count), state: 'expected' as const },
    })
    .execute();
  await applyTransition(trx, [changeOf(timepointMachine, id, null, 'addVisit')], {
    ...(await byPerson(trx, trial.id, said.accountId, { reason: said.reason })),
    ...{ chain: trial.id, at: deps.now(), zone: deps.zone },
    details: {
      ...{ timepoint: id, subject: subjectId },
      reason: { digest: keyedDigest(deps.auditKey, said.reason) },
    },
  });
  await dateTimepoint(trx, { ...deps, trialId: trial.id }, id, date);
  await refuseBeforeBaseline(trx, [id]);
  return code;
};

/**
 * Where images go that a person puts to a timepoint of the charter: to that one, or, where it is unscheduled, to a new visit
 * of the day of the images.
 */
export const placeFor = async (
  trx: Db,
  deps: Pick<IntakeDeps, 'newId' | 'now' | 'zone' | 'auditKey'>,
  trial: TrialOfIntake,
  images: { readonly subjectId: string; readonly code: string; readonly date: string | null },
  said: SaidOfVisit
): Promise<string> => {
  const { subjectId, code, date } = images;
  const plan = unscheduledOf(trial.rules.schedule, code);
  if (plan === undefined) return code;
  await lockImagesOf(trx, subjectId);
  return addVisit(trx, deps, trial, { subjectId, plan, date }, said);
};

export interface VisitAsked extends SaidOfVisit {
  readonly trialId: string;
  /** Identifier. */
  readonly subject: string;
  /** Code of the schedule. */
  readonly timepoint: string;
  readonly date: string;
}

/**
 * Adds an unscheduled visit that images are expected of, or of which there are some in another place.
 * @throws CodedError 404 CL_NOT_FOUND; 422 CL_TIMEPOINT_UNKNOWN; those of `addVisit`
 */
export const addUnscheduled = async (
  deps: IntakeDeps,
  { trialId, subject, timepoint, date, ...said }: VisitAsked
): Promise<{ readonly timepoint: string }> => {
  const trial = await trialOfIntake(deps.db, trialId);
  if (trial === null) throw notFound();
  const plan = unscheduledOf(trial.rules.schedule, timepoint);
  if (plan === undefined) {
    throw new CodedError(
      422,
      'CL_TIMEPOINT_UNKNOWN',
      `The schedule has no unscheduled timepoint ${timepoint}.`
    );
  }
  return deps.db.transaction().execute(async trx => {
    const known = await trx
      .selectFrom('subject')
      .select('id')
      .where('trial_id', '=', trialId)
      .where('identifier', '=', subject)
      .executeTakeFirst();
    if (known === undefined) throw notFound();
    await lockImagesOf(trx, known.id);
    const visit = { subjectId: known.id, plan, date };
    return { timepoint: await addVisit(trx, deps, trial, visit, said) };
  });
};
