import type { Comparison } from '@corelab/adjudication';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
import { inConflict } from '../trials/reading-conflicts.js';
import type { AdjudicationState } from './machines/adjudication.js';
import { requiredIn, requireMayOpen, type OpeningCase, type OpeningDeps } from './may-open.js';
import { readerSuspended } from './read-refusals.js';
import { mayAdjudicateIn } from './reading-roles.js';
import { subjectScope } from './subject-reading.js';
import { requireNotSuspended, suspendedFrom } from './suspension.js';
import { labelsTold } from './told-time.js';

/** An adjudication with what it hangs on, for the server alone: ids and who read what are in it. */
export interface OpenAdjudication {
  readonly id: string;
  readonly publicId: string;
  readonly state: AdjudicationState;
  readonly openedAt: Date | null;
  readonly dueDate: string | null;
  readonly trialId: string;
  readonly trialName: string;
  readonly trackId: string;
  readonly courseId: string;
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  readonly slot: string;
  readonly swap: boolean;
  readonly comparison: Comparison;
  /** What it calls its timepoint, or those of its period; empty where it is of the whole subject. */
  readonly timepointLabel: string;
  readonly charter: CharterTerms;
  readonly charterVersion: number;
  readonly charterHash: string;
  readonly manifestHash: string | null;
  /** Whose adjudication it is must not read its subject. */
  readonly conflicted: boolean;
}

/** What decides whether its adjudicator may open it. */
export const openingAdjudication = (one: OpenAdjudication): OpeningCase => ({
  state: one.state,
  trialId: one.trialId,
  slot: one.slot,
  charterVersion: one.charterVersion,
  required: one.charter.qualifications,
  conflicted: one.conflicted,
  // A case of reads that were opened again is no longer there to be opened.
  earlierOpen: false,
  order: one.charter.order,
});

/** States in which an adjudication is its adjudicator's to see. */
const releasedStates: readonly AdjudicationState[] = [
  'ready',
  'draft',
  'onHold',
  'signed',
  'impactPending',
];

/** What its adjudicator is told of its state: that something it rests on changed would tell of a read. */
export const shownCaseState = (state: AdjudicationState): AdjudicationState =>
  state === 'impactPending' ? 'signed' : state;

/** Those of a person who may read now, released to them. */
const adjudicationQuery = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom('adjudication')
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('trial', 'trial.id', 'subject.trial_id')
    .innerJoin('track', 'track.id', 'adjudication.track_id')
    .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
    .innerJoin('adjudication_assignment as own', 'own.adjudication_id', 'adjudication.id')
    .leftJoin('image_manifest', 'image_manifest.id', 'adjudication.manifest_id')
    .select(['adjudication.id', 'adjudication.public_id', 'adjudication.state'])
    .select(['adjudication.opened_at', 'adjudication.due_date', 'adjudication.track_id'])
    .select('track.code as track')
    .select(['adjudication.swap', 'adjudication.comparison', 'trial.name as trial_name'])
    .select(['trial.id as trial_id', 'course.id as course_id', 'course.subject_id', 'course.slot'])
    .select(['course.subject_code', 'course.date_shift_days', 'course.state as course_state'])
    .select(
      sql<{ label: string; date: string | null }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('label', label, 'date', date) order by ordinal) from timepoint
        where timepoint.subject_id = course.subject_id and adjudication.scope <> ${subjectScope}
        and adjudication.comparison -> 'timepoints' @> to_jsonb(timepoint.code)), '[]'::jsonb)`.as(
        'timepoints'
      )
    )
    .select(
      sql<string | null>`(select date from timepoint where timepoint.subject_id = course.subject_id
        and timepoint.kind = 'baseline' limit 1)`.as('baseline_date')
    )
    .select(['charter_version.resolved as charter', 'charter_version.version as charter_version'])
    .select(['charter_version.hash as charter_hash', 'image_manifest.hash as manifest_hash'])
    .select(inConflict(accountId).as('conflicted'))
    .where('own.account_id', '=', accountId)
    .where('own.ended_at', 'is', null)
    .where(mayAdjudicateIn(accountId))
    .where('adjudication.state', 'in', releasedStates);

type AdjudicationRow = Awaited<
  ReturnType<ReturnType<typeof adjudicationQuery>['executeTakeFirstOrThrow']>
>;

/** Whoever reads anew sees neither read before all of theirs are signed: also of timepoints that came earlier. */
const isToBeSeen = (row: Pick<AdjudicationRow, 'charter' | 'track' | 'course_state'>): boolean =>
  charterTerms(row.charter, row.track).rules.mode !== 'thirdRead' || row.course_state === 'final';

const fromRow = (row: AdjudicationRow): OpenAdjudication => {
  if (row.charter_hash === null) {
    throw new Error(`adjudication ${row.id} is under an unfinished charter`);
  }
  const charter = charterTerms(row.charter, row.track);
  return {
    ...{ id: row.id, publicId: row.public_id, state: row.state },
    ...{ openedAt: row.opened_at, dueDate: row.due_date },
    ...{ trialId: row.trial_id, trialName: row.trial_name, trackId: row.track_id },
    ...{ courseId: row.course_id, subjectId: row.subject_id, subjectCode: row.subject_code },
    ...{ dateShiftDays: row.date_shift_days, slot: row.slot, swap: row.swap },
    comparison: row.comparison,
    timepointLabel: labelsTold({ charter }, row.timepoints, row.baseline_date),
    charter,
    charterVersion: row.charter_version,
    charterHash: row.charter_hash,
    manifestHash: row.manifest_hash,
    conflicted: row.conflicted,
  };
};

/** The adjudications of a person who may read now, in due order. */
export const adjudicationsOf = async (
  db: Kysely<Database>,
  accountId: string
): Promise<OpenAdjudication[]> => {
  const rows = await adjudicationQuery(db, accountId)
    .orderBy('adjudication.due_date')
    .orderBy('course.subject_code')
    .execute();
  return rows.filter(isToBeSeen).map(row => fromRow(row));
};

/**
 * The adjudication behind a browser's id, if it is this person's, released, and they may read in its trial.
 * @throws CodedError CL_NOT_FOUND alike for unknown, unreleased and other people's, 403 CL_READER_SUSPENDED.
 */
export const adjudicationFor = async (
  db: Kysely<Database>,
  accountId: string,
  publicId: string
): Promise<OpenAdjudication> => {
  const row = await adjudicationQuery(db, accountId)
    .where('adjudication.public_id', '=', publicId)
    .executeTakeFirst();
  if (row === undefined || !isToBeSeen(row)) throw notFound();
  await requireNotSuspended(db, accountId, row.subject_id);
  return fromRow(row);
};

/**
 * The inner id alone, by the same rule, of one that may be opened: for its images. null where the person has none of that
 * name.
 * @throws CodedError 403 CL_READER_SUSPENDED, CL_NOT_QUALIFIED, CL_CONFLICT_OF_INTEREST.
 */
export const adjudicationIdFor = async (
  deps: OpeningDeps,
  accountId: string,
  publicId: string
): Promise<string | null> => {
  const row = await deps.db
    .selectFrom('adjudication')
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
    .innerJoin('adjudication_assignment as own', 'own.adjudication_id', 'adjudication.id')
    .select(['adjudication.id', 'adjudication.state', 'course.slot'])
    .select(['charter_version.trial_id', 'charter_version.version', requiredIn.as('required')])
    .select([suspendedFrom(accountId).as('suspended'), inConflict(accountId).as('conflicted')])
    .where('adjudication.public_id', '=', publicId)
    .where('own.account_id', '=', accountId)
    .where('own.ended_at', 'is', null)
    .where(mayAdjudicateIn(accountId))
    .where('adjudication.state', 'in', releasedStates)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.suspended) throw readerSuspended();
  const { state, slot, required, conflicted, trial_id: trialId, version: charterVersion } = row;
  await requireMayOpen(
    deps,
    {
      ...{ state, slot, trialId, charterVersion, required, conflicted },
      // A case is of the whole subject whatever the order of its reads.
      ...{ earlierOpen: false, order: 'allAtOnce' },
    },
    accountId
  );
  return row.id;
};
