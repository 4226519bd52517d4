import type { Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database, Row } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { lockIdentities } from '../identity/destroyed-identity.js';
import { applyTransition, byPerson, changeOf } from '../workflow/apply-transition.js';
import { arrivalMachine } from '../workflow/machines/arrival.js';
import { lockImagesOf } from '../workflow/reading-locks.js';
import { lockStudy } from './admit.js';
import type { IntakeDeps } from './intake-deps.js';
import type { Match } from './match-study.js';
import { recordExam } from './record-exam.js';
import { timepointsOf } from './move-exam.js';
import { refuseBeforeBaseline } from './order-of-dates.js';
import { heldStudy } from './settle-study.js';
import { subjectOf } from './subject-place.js';
import { trialOfIntake, type TrialOfIntake } from './trial-rules.js';
import { placeFor } from './unscheduled-visit.js';

interface ByHand {
  readonly trialId: string;
  readonly accountId: string;
  /** Of the arrived study. */
  readonly id: string;
  readonly reason: string;
}

export interface HandMatch extends ByHand {
  readonly subject: string;
  /** The subject may be one that the trial does not know. */
  readonly newSubject: boolean;
  readonly timepoint: string;
  /** Null: what the study says, or else where the subject is. */
  readonly site: string | null;
  readonly authority: string;
}

const lockedRow = async (
  trx: Transaction<Database>,
  { trialId, id }: ByHand
): Promise<Row<'arrival'>> => {
  const row = await trx
    .selectFrom('arrival')
    .selectAll()
    .where('id', '=', id)
    .where('trial_id', '=', trialId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row;
};

const unknown = (code: string, message: string): CodedError => new CodedError(422, code, message);

/** The site where a subject is by the latest date. */
const siteOfSubject = async (
  trx: Transaction<Database>,
  trialId: string,
  identifier: string
): Promise<string | null> => {
  const row = await trx
    .selectFrom('subject')
    .innerJoin('subject_site', 'subject_site.subject_id', 'subject.id')
    .innerJoin('site', 'site.id', 'subject_site.site_id')
    .select('site.code')
    .where('subject.trial_id', '=', trialId)
    .where('subject.identifier', '=', identifier)
    .orderBy('subject_site.valid_from', 'desc')
    .executeTakeFirst();
  return row?.code ?? null;
};

const checkedMatch = async (
  trx: Transaction<Database>,
  { id, rules }: TrialOfIntake,
  asked: HandMatch,
  saidSite: string | null
): Promise<Match> => {
  const { subject, timepoint } = asked;
  if (!rules.isSubject(subject)) {
    throw unknown(
      'CL_SUBJECT_PATTERN',
      `${subject} is not written as the charter writes subjects.`
    );
  }
  const known = await trx
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', id)
    .where('identifier', '=', subject)
    .executeTakeFirst();
  if (known === undefined && !asked.newSubject) {
    throw unknown(
      'CL_SUBJECT_UNKNOWN',
      `The trial has no subject ${subject} yet; say that it is a new one if it is.`
    );
  }
  const isPlanned = rules.schedule.some(({ code }) => code === timepoint);
  if (!isPlanned && !(await isVisitOf(trx, known?.id, timepoint))) {
    const codes = rules.schedule.map(({ code }) => code).join(', ');
    throw unknown(
      'CL_TIMEPOINT_UNKNOWN',
      `The schedule has no timepoint ${timepoint} (it has ${codes}).`
    );
  }
  const usable = saidSite !== null && rules.sites.has(saidSite) ? saidSite : null;
  const site = asked.site ?? (await siteOfSubject(trx, id, subject)) ?? usable;
  if (site === null || !rules.sites.has(site)) {
    throw unknown(
      'CL_SITE_UNKNOWN',
      site === null ? 'Say of which site it is.' : `The charter has no site ${site}.`
    );
  }
  return { subject, site, timepoint };
};

/** Whether an unscheduled visit of a subject has a code. */
const isVisitOf = async (
  trx: Transaction<Database>,
  subjectId: string | undefined,
  code: string
): Promise<boolean> =>
  subjectId !== undefined &&
  (await trx
    .selectFrom('timepoint')
    .select('id')
    .where('subject_id', '=', subjectId)
    .where('code', '=', code)
    .where('plan', 'is not', null)
    .executeTakeFirst()) !== undefined;

/** A subject that is new has nothing that others could hold. */
const lockKnown = async (
  trx: Transaction<Database>,
  trialId: string,
  identifier: string
): Promise<void> => {
  const known = await trx
    .selectFrom('subject')
    .select('id')
    .where('trial_id', '=', trialId)
    .where('identifier', '=', identifier)
    .executeTakeFirst();
  if (known !== undefined) await lockImagesOf(trx, known.id);
};

const asAct = async (trx: Transaction<Database>, deps: IntakeDeps, asked: ByHand) => ({
  ...(await byPerson(trx, asked.trialId, asked.accountId, { reason: asked.reason })),
  ...{ chain: asked.trialId, at: deps.now(), zone: deps.zone },
});

/**
 * Puts a study that waits where a data manager says, on their authority: with an unscheduled timepoint of the charter, to a
 * new visit of its day.
 * @returns the exam
 * @throws CodedError 404 CL_NOT_FOUND; 422 CL_SUBJECT_PATTERN, CL_SUBJECT_UNKNOWN, CL_TIMEPOINT_UNKNOWN,
 * CL_SITE_UNKNOWN; 409 CL_NO_IMAGES, CL_BEFORE_BASELINE, those of `addVisit`, and 409 and 403 as its machine says; ArchiveError
 */
export const matchByHand = async (
  deps: IntakeDeps,
  asked: HandMatch
): Promise<{ exam: string }> => {
  const trial = await trialOfIntake(deps.db, asked.trialId);
  const row = await deps.db
    .selectFrom('arrival')
    .select(['study_uid', 'found'])
    .where('id', '=', asked.id)
    .where('trial_id', '=', asked.trialId)
    .executeTakeFirst();
  if (trial === null || row === undefined) throw notFound();
  // What is wrong with the request is said before the archive is asked.
  await deps.db
    .transaction()
    .execute(trx => checkedMatch(trx, trial, asked, row.found.site ?? null));
  const held = await heldStudy(deps, trial, row.study_uid);
  if (held === null) {
    throw new CodedError(
      409,
      'CL_NO_IMAGES',
      'None of its images is let in any more: decide on those that are kept apart first.'
    );
  }
  return deps.db.transaction().execute(async trx => {
    await lockIdentities(trx, trial.id, 'read');
    await lockStudy(trx, row.study_uid);
    const arrival = await lockedRow(trx, asked);
    const match = await checkedMatch(trx, trial, asked, held.found.site);
    await lockKnown(trx, trial.id, match.subject);
    const digest = (text: string) => ({ digest: keyedDigest(deps.auditKey, text) });
    await applyTransition(
      trx,
      [changeOf(arrivalMachine, arrival.id, arrival.state, 'matchByHand')],
      {
        ...(await asAct(trx, deps, asked)),
        details: {
          study: arrival.id,
          ...{ authority: digest(asked.authority), reason: digest(asked.reason) },
        },
      }
    );
    await trx
      .updateTable('arrival')
      .set({
        ...{ decided_by: asked.accountId, authority: asked.authority, reason: asked.reason },
        changed_at: deps.now(),
      })
      .where('id', '=', arrival.id)
      .execute();
    const recordDeps = { ...deps, trialId: trial.id, rules: trial.rules };
    const subjectId = await subjectOf(trx, recordDeps, match.subject);
    const images = { subjectId, code: match.timepoint, date: held.found.acquisitionDate };
    const place = { ...match, timepoint: await placeFor(trx, deps, trial, images, asked) };
    const exam = await recordExam(trx, recordDeps, row.study_uid, place, held.series);
    const placed = await timepointsOf(trx, exam);
    await refuseBeforeBaseline(
      trx,
      placed.map(({ id }) => id)
    );
    return { exam };
  });
};

/**
 * Refuses a study that waits, or takes one up again that was refused.
 * @throws CodedError 404 CL_NOT_FOUND; 409 and 403 as its machine says
 */
export const decideArrival = (
  deps: IntakeDeps,
  asked: ByHand,
  act: 'refuse' | 'takeUpAgain'
): Promise<void> =>
  deps.db.transaction().execute(async trx => {
    const arrival = await lockedRow(trx, asked);
    const reason = { digest: keyedDigest(deps.auditKey, asked.reason) };
    await applyTransition(trx, [changeOf(arrivalMachine, arrival.id, arrival.state, act)], {
      ...(await asAct(trx, deps, asked)),
      details: { study: arrival.id, reason },
    });
    await trx
      .updateTable('arrival')
      .set({ decided_by: asked.accountId, reason: asked.reason, changed_at: deps.now() })
      .where('id', '=', arrival.id)
      .execute();
  });
