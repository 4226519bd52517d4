import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { charterTerms, type CharterTerms } from '../trials/charter-terms.js';
import { inConflict } from '../trials/reading-conflicts.js';
import type { GlobalReadState } from './machines/global-read.js';
import { requireMayOpen, type OpeningCase, type OpeningDeps } from './may-open.js';
import { endedStates } from './new-read-version.js';
import { mayReadIn } from './reading-roles.js';
import { requireNotSuspended } from './suspension.js';

/** A global read with what it hangs on, for the server alone: ids and real dates are in it. */
export interface OpenGlobalRead {
  readonly id: string;
  readonly publicId: string;
  readonly state: GlobalReadState;
  readonly openedAt: Date | null;
  readonly dueDate: string | null;
  readonly trialId: string;
  readonly trialName: string;
  readonly courseId: string;
  readonly subjectId: string;
  readonly subjectCode: string;
  readonly dateShiftDays: number;
  readonly slot: string;
  readonly charter: CharterTerms;
  readonly charterVersion: number;
  readonly charterHash: string;
  readonly manifestId: string | null;
  readonly manifestHash: string | null;
  /** Whose global read it is must not read its subject. */
  readonly conflicted: boolean;
  /** What a read of it stands on has changed, and nobody has decided yet. */
  readonly impacted: boolean;
}

/** What decides whether its reader may open it. */
export const openingGlobalRead = (one: OpenGlobalRead): OpeningCase => ({
  state: one.state,
  trialId: one.trialId,
  slot: one.slot,
  charterVersion: one.charterVersion,
  required: one.charter.qualifications,
  conflicted: one.conflicted,
  // A timepoint that its reader reconsiders is looked at beside the others.
  earlierOpen: false,
  order: one.charter.order,
});

/** States in which a global read is its reader's to see. */
const releasedStates: readonly GlobalReadState[] = ['ready', 'reconsidering', 'signed'];

/** For a query that has `global_read`: true where a read of its course waits for a decision about a change. */
const courseIsImpacted = sql<boolean>`exists (
  select 1 from read left join read_impact on read_impact.read_id = read.id and read_impact.decision is null
  where read.course_id = global_read.course_id and read.state not in (${sql.join(endedStates)})
  and (read_impact.id is not null or read.state = 'impactPending'))`;

/** Those of a person who may read now, released to them. */
const globalReadQuery = (db: Kysely<Database>, accountId: string) =>
  db
    .selectFrom('global_read')
    .innerJoin('course', 'course.id', 'global_read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('trial', 'trial.id', 'subject.trial_id')
    .innerJoin('track', 'track.id', 'course.track_id')
    .innerJoin('charter_version', 'charter_version.id', 'global_read.charter_version_id')
    .innerJoin('global_read_assignment as own', 'own.global_read_id', 'global_read.id')
    .leftJoin('image_manifest', 'image_manifest.id', 'global_read.manifest_id')
    .select(['global_read.id', 'global_read.public_id', 'global_read.state'])
    .select(['global_read.opened_at', 'global_read.due_date', 'global_read.manifest_id'])
    .select(['trial.id as trial_id', 'trial.name as trial_name', 'course.id as course_id'])
    .select('track.code as track')
    .select(['course.subject_id', 'course.slot', 'course.subject_code', 'course.date_shift_days'])
    .select(['charter_version.resolved as charter', 'charter_version.version as charter_version'])
    .select(['charter_version.hash as charter_hash', 'image_manifest.hash as manifest_hash'])
    .select([inConflict(accountId).as('conflicted'), courseIsImpacted.as('impacted')])
    .where('own.account_id', '=', accountId)
    .where('own.ended_at', 'is', null)
    .where(mayReadIn(accountId))
    .where('global_read.state', 'in', releasedStates);

type Row = Awaited<ReturnType<ReturnType<typeof globalReadQuery>['executeTakeFirstOrThrow']>>;

const fromRow = (row: Row): OpenGlobalRead => {
  if (row.charter_hash === null) {
    throw new Error(`global read ${row.id} is under an unfinished charter`);
  }
  return {
    ...{ id: row.id, publicId: row.public_id, state: row.state },
    ...{ openedAt: row.opened_at, dueDate: row.due_date },
    ...{ trialId: row.trial_id, trialName: row.trial_name, courseId: row.course_id },
    ...{ subjectId: row.subject_id, subjectCode: row.subject_code, slot: row.slot },
    dateShiftDays: row.date_shift_days,
    charter: charterTerms(row.charter, row.track),
    ...{ charterVersion: row.charter_version, charterHash: row.charter_hash },
    ...{ manifestId: row.manifest_id, manifestHash: row.manifest_hash },
    ...{ conflicted: row.conflicted, impacted: row.impacted },
  };
};

/** The global reads of a person who may read now, in due order. */
export const globalReadsOf = async (
  db: Kysely<Database>,
  accountId: string
): Promise<OpenGlobalRead[]> => {
  const rows = await globalReadQuery(db, accountId)
    .orderBy('global_read.due_date')
    .orderBy('course.subject_code')
    .execute();
  return rows.map(fromRow);
};

/**
 * The global read behind a browser's id, if it is this person's, released, and they may read in its trial.
 * @throws CodedError CL_NOT_FOUND alike for unknown, unreleased and other people's, 403 CL_READER_SUSPENDED.
 */
export const globalReadFor = async (
  db: Kysely<Database>,
  accountId: string,
  publicId: string
): Promise<OpenGlobalRead> => {
  const row = await globalReadQuery(db, accountId)
    .where('global_read.public_id', '=', publicId)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  await requireNotSuspended(db, accountId, row.subject_id);
  return fromRow(row);
};

/**
 * The inner id alone, by the same rule, of one that may be opened: for its images. null where the person has none of that
 * name.
 * @throws CodedError 403 CL_READER_SUSPENDED, CL_NOT_QUALIFIED, CL_CONFLICT_OF_INTEREST.
 */
export const globalReadIdFor = async (
  deps: OpeningDeps,
  accountId: string,
  publicId: string
): Promise<string | null> => {
  const row = await globalReadQuery(deps.db, accountId)
    .where('global_read.public_id', '=', publicId)
    .executeTakeFirst();
  if (row === undefined) return null;
  await requireNotSuspended(deps.db, accountId, row.subject_id);
  const one = fromRow(row);
  await requireMayOpen(deps, openingGlobalRead(one), accountId);
  return one.id;
};

/** A read of the course waits for somebody's decision. */
export const courseImpacted = (): CodedError =>
  new CodedError(
    409,
    'CL_CASE_CHANGED',
    'Something has changed under a timepoint of this subject. The data manager decides how it goes on.'
  );

/** A timepoint that its reader reconsiders is not signed yet. */
export const readsOpen = (): CodedError =>
  new CodedError(
    409,
    'CL_READS_OPEN',
    'A timepoint that you reconsider is not signed yet: that comes before the global read.'
  );
