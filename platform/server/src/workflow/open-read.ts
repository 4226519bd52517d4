import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
import { inConflict } from '../trials/reading-conflicts.js';
import type { ReadState } from './machines/read.js';
import {
  earlierReadIsOpen,
  orderIn,
  requiredIn,
  requireMayOpen,
  type OpeningCase,
  type OpeningDeps,
} from './may-open.js';
import { readerSuspended } from './read-refusals.js';
import { mayReadIn } from './reading-roles.js';
import { requireNotSuspended, suspendedFrom } from './suspension.js';

/** A read with what it hangs on, for the server alone: ids and real dates are in it. */
export interface OpenRead {
  readonly id: string;
  readonly publicId: string;
  readonly state: ReadState;
  readonly ordinal: number;
  readonly openedAt: Date | null;
  /** The version before this one, whose document it begins with. */
  readonly beginsFrom: string | null;
  readonly dueDate: string | null;
  readonly trialId: string;
  readonly trialCode: string;
  readonly trialName: string;
  readonly courseId: string;
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  readonly slot: string;
  readonly timepointId: string;
  readonly timepointCode: string;
  readonly timepointDate: string | null;
  readonly timepointKind: string;
  readonly baseline: boolean;
  readonly charter: CharterTerms;
  readonly charterVersionId: string;
  readonly charterVersion: number;
  readonly charterHash: string;
  readonly manifestHash: string | null;
  /** Whose read it is must not read its subject. */
  readonly conflicted: boolean;
  /** An earlier read of the course was opened again and is not signed. */
  readonly earlierOpen: boolean;
}

/** What decides whether its reader may open it. */
export const openingCase = (read: OpenRead): OpeningCase => ({
  state: read.state,
  trialId: read.trialId,
  slot: read.slot,
  charterVersion: read.charterVersion,
  required: read.charter.qualifications,
  conflicted: read.conflicted,
  earlierOpen: read.earlierOpen,
  order: read.charter.order,
});

/** States in which a read is its reader's to see. */
const releasedStates: readonly ReadState[] = [
  'ready',
  'assigned',
  'draft',
  'onHold',
  'signed',
  'impactPending',
];

/**
 * What a read's own reader is told of its state. Every read they see is theirs, so that is no news; that something came later
 * and is not decided would tell of later timepoints.
 */
export const shownState = (state: ReadState): ReadState => {
  if (state === 'assigned') return 'ready';
  return state === 'impactPending' ? 'signed' : state;
};

const readQuery = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('trial', 'trial.id', 'subject.trial_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .leftJoin('image_manifest', 'image_manifest.id', 'read.manifest_id')
    .select([
      'read.id',
      'read.public_id',
      'read.state',
      'read.ordinal',
      'read.opened_at',
      'read.begins_from',
      'read.due_date',
      'trial.id as trial_id',
      'trial.code as trial_code',
      'trial.name as trial_name',
      'track.code as track',
      'course.id as course_id',
      'course.subject_id',
      'course.subject_code',
      'course.date_shift_days',
      'course.slot',
      'timepoint.id as timepoint_id',
      'timepoint.code as timepoint_code',
      'timepoint.date as timepoint_date',
      'timepoint.kind as timepoint_kind',
      'charter_version.resolved as charter',
      'charter_version.id as charter_version_id',
      'charter_version.version as charter_version',
      'charter_version.hash as charter_hash',
      'charter_version.version as charter_version',
      'image_manifest.hash as manifest_hash',
    ])
    .select([inConflict(accountId).as('conflicted'), earlierReadIsOpen.as('earlier_open')]);

type ReadRow = Awaited<ReturnType<ReturnType<typeof readQuery>['executeTakeFirstOrThrow']>>;

/** A version that a read is under was in force, so it is whole. */
const hashOf = (row: ReadRow): string => {
  if (row.charter_hash === null) throw new Error(`read ${row.id} is under an unfinished charter`);
  return row.charter_hash;
};

const fromRow = (row: ReadRow): OpenRead => ({
  id: row.id,
  publicId: row.public_id,
  state: row.state,
  ordinal: row.ordinal,
  openedAt: row.opened_at,
  beginsFrom: row.begins_from,
  dueDate: row.due_date,
  trialId: row.trial_id,
  trialCode: row.trial_code,
  trialName: row.trial_name,
  courseId: row.course_id,
  subjectId: row.subject_id,
  subjectCode: row.subject_code,
  dateShiftDays: row.date_shift_days,
  slot: row.slot,
  timepointId: row.timepoint_id,
  timepointCode: row.timepoint_code,
  timepointDate: row.timepoint_date,
  timepointKind: row.timepoint_kind,
  baseline: row.timepoint_kind === 'baseline',
  charter: charterTerms(row.charter, row.track),
  charterVersionId: row.charter_version_id,
  charterVersion: row.charter_version,
  charterHash: hashOf(row),
  manifestHash: row.manifest_hash,
  conflicted: row.conflicted,
  earlierOpen: row.earlier_open,
});

/**
 * The read behind a browser's id, if it is this person's, released, and they may read in its trial.
 * @throws CodedError CL_NOT_FOUND alike for unknown, unreleased and other people's reads, 403 CL_READER_SUSPENDED.
 */
export const readFor = async (
  db: Kysely<Database>,
  accountId: string,
  publicId: string
): Promise<OpenRead> => {
  const row = await readQuery(db, accountId)
    .innerJoin('read_assignment', 'read_assignment.read_id', 'read.id')
    .where('read.public_id', '=', publicId)
    .where('read_assignment.account_id', '=', accountId)
    .where('read_assignment.ended_at', 'is', null)
    .where(mayReadIn(accountId))
    .where('read.state', 'in', releasedStates)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  await requireNotSuspended(db, accountId, row.subject_id);
  return fromRow(row);
};

/** The read behind a browser's id if it was ever signed, whoever it is of and whatever became of it; null otherwise. */
export const signedReadBehind = async (
  db: Kysely<Database>,
  accountId: string,
  publicId: string
): Promise<OpenRead | null> => {
  const row = await readQuery(db, accountId)
    .innerJoin('signature', 'signature.read_id', 'read.id')
    .where('read.public_id', '=', publicId)
    .executeTakeFirst();
  return row === undefined ? null : fromRow(row);
};

/**
 * The inner id alone, by the same rule as `readFor`, of a read that may be opened: asked at every image request, so it is
 * one small query, and another where the charter asks for qualifications.
 * @throws CodedError CL_NOT_FOUND, 403 CL_READER_SUSPENDED, 403 CL_NOT_QUALIFIED, 403 CL_CONFLICT_OF_INTEREST.
 */
export const readIdFor = async (
  deps: OpeningDeps,
  accountId: string,
  publicId: string
): Promise<string> => {
  const row = await deps.db
    .selectFrom('read')
    .innerJoin('read_assignment', 'read_assignment.read_id', 'read.id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .select(['read.id', 'read.state', 'course.slot', suspendedFrom(accountId).as('suspended')])
    .select(['charter_version.trial_id', 'charter_version.version', requiredIn.as('required')])
    .select([inConflict(accountId).as('conflicted'), earlierReadIsOpen.as('earlier_open')])
    .select(orderIn.as('order'))
    .where('read.public_id', '=', publicId)
    .where('read_assignment.account_id', '=', accountId)
    .where('read_assignment.ended_at', 'is', null)
    .where(mayReadIn(accountId))
    .where('read.state', 'in', releasedStates)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  if (row.suspended) throw readerSuspended();
  const { state, slot, required, conflicted, trial_id: trialId, version: charterVersion } = row;
  const { earlier_open: earlierOpen, order } = row;
  await requireMayOpen(
    deps,
    { state, slot, trialId, charterVersion, required, conflicted, earlierOpen, order },
    accountId
  );
  return row.id;
};
