import type { ReadDocument } from '@corelab/reads';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { ReadState } from './machines/read.js';
import { signedDocument } from './signed-document.js';

/**
 * States of what was signed and stands. Of one place in a course one version has such a state: the database holds that the
 * others are superseded or void. A read counts as it was signed until it is decided what a change means for it.
 */
export const standingStates = ['signed', 'impactPending'] as const satisfies readonly ReadState[];

/** A signed read of a subject, with real dates: for the server alone. */
export interface SignedReadOf {
  readonly id: string;
  readonly courseId: string;
  readonly slot: string;
  readonly ordinal: number;
  readonly timepointId: string;
  readonly code: string;
  readonly kind: string;
  /** Real; null without a full acquisition date. */
  readonly date: string | null;
  readonly document: ReadDocument;
  readonly contentHash: string;
  readonly charterVersionId: string;
}

/**
 * The signed reads of some courses that stand, the newest version of each place, in course and timepoint order. One whose
 * impact is undecided is not among them: its course is not settled before.
 */
export const signedReadsOf = async (
  db: Kysely<Database>,
  courseIds: readonly string[]
): Promise<SignedReadOf[]> => {
  if (courseIds.length === 0) return [];
  const rows = await signedQuery(db)
    .where('read.course_id', 'in', courseIds)
    .where('read.state', '=', 'signed')
    .execute();
  return rows.map(asSigned);
};

/** Reads that were signed, by id, whether or not they stand; in timepoint order. */
export const readsAsSigned = async (
  db: Kysely<Database>,
  ids: readonly string[]
): Promise<SignedReadOf[]> =>
  ids.length === 0
    ? []
    : (await signedQuery(db).where('read.id', 'in', ids).execute()).map(asSigned);

const signedQuery = (db: Kysely<Database>) =>
  db
    .selectFrom('read')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('signature', 'signature.read_id', 'read.id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .select(['read.id', 'read.course_id', 'read.ordinal', 'read.charter_version_id'])
    .select(['course.slot', 'signature.document', 'signature.content_hash'])
    .select(['timepoint.id as timepoint_id', 'timepoint.code', 'timepoint.kind', 'timepoint.date'])
    .orderBy('course.slot')
    .orderBy('read.ordinal');

type SignedRow = Awaited<ReturnType<ReturnType<typeof signedQuery>['executeTakeFirstOrThrow']>>;

const asSigned = (row: SignedRow): SignedReadOf => ({
  ...{ id: row.id, courseId: row.course_id, slot: row.slot, ordinal: row.ordinal },
  ...{ timepointId: row.timepoint_id, code: row.code, kind: row.kind, date: row.date },
  document: signedDocument(row.document),
  contentHash: row.content_hash,
  charterVersionId: row.charter_version_id,
});
