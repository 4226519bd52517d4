import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { timepointScopePrefix } from '../workflow/subject-reading.js';
import {
  endedAt,
  standingOfState,
  type SignatureStanding,
} from '../workflow/signature-standing.js';

/** A signature about a subject, whether or not it stands. */
export interface SubjectSignature extends SignatureStanding {
  readonly kind: 'read' | 'adjudication' | 'globalRead';
  /** Towards browsers, of a read; null of what is not replayed. */
  readonly readId: string | null;
  /** Null of the whole subject. */
  readonly timepoint: string | null;
  readonly slot: string;
  readonly version: number;
  readonly by: string;
  readonly name: string;
  readonly meaning: string;
  readonly at: string;
  readonly zone: string;
  readonly hash: string;
}

interface OfSubject {
  readonly trialId: string;
  readonly trackId: string | null;
  readonly subjectId: string;
}

interface Row {
  readonly state: string;
  readonly version: number;
  readonly slot: string;
  readonly user_name: string;
  readonly printed_name: string;
  readonly meaning: string;
  readonly signed_at: Date;
  readonly zone: string;
  readonly content_hash: string;
}

const signed = (
  row: Row,
  more: Pick<SubjectSignature, 'kind' | 'readId' | 'timepoint' | 'until'>
): SubjectSignature => ({
  ...more,
  ...{ slot: row.slot, version: row.version, by: row.user_name, name: row.printed_name },
  ...{ meaning: row.meaning, at: row.signed_at.toISOString(), zone: row.zone },
  ...{ hash: row.content_hash, standing: standingOfState(row.state) },
});

const ofReads = async (db: Kysely<Database>, of: OfSubject): Promise<SubjectSignature[]> => {
  const rows = await db
    .selectFrom('signature')
    .innerJoin('read', 'read.id', 'signature.read_id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('account', 'account.id', 'signature.account_id')
    .select(['read.public_id', 'read.version', 'read.state', 'course.slot', 'timepoint.code'])
    .select(['account.user_name', 'signature.printed_name', 'signature.meaning'])
    .select(['signature.signed_at', 'signature.zone', 'signature.content_hash'])
    .select(endedAt(of.trialId).as('until'))
    .where('course.subject_id', '=', of.subjectId)
    .where('course.track_id', '=', of.trackId)
    .execute();
  return rows.map(row =>
    signed(row, {
      ...{ kind: 'read', readId: row.public_id, timepoint: row.code, until: row.until },
    })
  );
};

const ofAdjudications = async (db: Kysely<Database>, of: OfSubject) => {
  const rows = await db
    .selectFrom('adjudication_signature as signature')
    .innerJoin('adjudication', 'adjudication.id', 'signature.adjudication_id')
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .innerJoin('account', 'account.id', 'signature.account_id')
    .select(['adjudication.version', 'adjudication.state', 'adjudication.scope', 'course.slot'])
    .select(['account.user_name', 'signature.printed_name', 'signature.meaning'])
    .select(['signature.signed_at', 'signature.zone', 'signature.content_hash'])
    .where('adjudication.subject_id', '=', of.subjectId)
    .where('adjudication.track_id', '=', of.trackId)
    .execute();
  return rows.map(row => {
    const timepoint = row.scope.startsWith(timepointScopePrefix)
      ? row.scope.slice(timepointScopePrefix.length)
      : null;
    return signed(row, { kind: 'adjudication', readId: null, timepoint, until: null });
  });
};

const ofGlobalReads = async (db: Kysely<Database>, of: OfSubject) => {
  const rows = await db
    .selectFrom('global_read_signature as signature')
    .innerJoin('global_read', 'global_read.id', 'signature.global_read_id')
    .innerJoin('course', 'course.id', 'global_read.course_id')
    .innerJoin('account', 'account.id', 'signature.account_id')
    .select(['global_read.version', 'global_read.state', 'course.slot'])
    .select(['account.user_name', 'signature.printed_name', 'signature.meaning'])
    .select(['signature.signed_at', 'signature.zone', 'signature.content_hash'])
    .select(
      sql<string | null>`(select entry ->> 'at' from audit_entry
        where chain = ${of.trialId} and sequence = global_read.to_sequence)`.as('until')
    )
    .where('course.subject_id', '=', of.subjectId)
    .where('course.track_id', '=', of.trackId)
    .execute();
  return rows.map(row =>
    signed(row, { kind: 'globalRead', readId: null, timepoint: null, until: row.until })
  );
};

/** Every signature about a subject in a track, in the order in which they were made. */
export const subjectSignatures = async (
  db: Kysely<Database>,
  of: OfSubject
): Promise<SubjectSignature[]> =>
  [
    ...(await ofReads(db, of)),
    ...(await ofAdjudications(db, of)),
    ...(await ofGlobalReads(db, of)),
  ].toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
