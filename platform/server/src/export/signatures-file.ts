import { toCsv } from '@corelab/exchange';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { storedCharter } from '../trials/charter-terms.js';
import { timepointScopePrefix } from '../workflow/subject-reading.js';
import { stood, type TrackAsOf } from './as-of.js';
import { readerRole } from './reader-role.js';

/** One row a signature. */
const columns = [
  ...['STUDYID', 'SUBJID', 'VISIT', 'KIND', 'READER', 'VERSION'],
  ...['SIGNEDBY', 'MEANING', 'SIGNEDAT', 'ZONE', 'SIGNATURE', 'STANDING', 'AUDITENTRY'],
] as const;

interface Signed {
  readonly resolved: unknown;
  readonly identifier: string;
  /** Empty of the whole subject. */
  readonly visit: string;
  readonly kind: 'read' | 'adjudication' | 'global read' | 'consensus vote';
  readonly slot: string;
  readonly version: number;
  readonly printed_name: string;
  readonly meaning: string;
  readonly signed_at: Date;
  readonly zone: string;
  readonly content_hash: string;
  /** Entry of the audit chain with which it was signed. */
  readonly sequence: number;
  readonly stands: boolean;
}

const bySubject = (one: Signed, other: Signed): number =>
  one.identifier < other.identifier
    ? -1
    : one.identifier > other.identifier
      ? 1
      : one.sequence - other.sequence;

/** By its own entry: `from_sequence` of what was signed before that column was there is of the day it came. */
const ofReads = async (
  db: Kysely<Database>,
  { trialId, trackId, sequence }: TrackAsOf
): Promise<Signed[]> => {
  const rows = await db
    .selectFrom('read')
    .innerJoin('signature', 'signature.read_id', 'read.id')
    .innerJoin('course', 'course.id', 'read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('timepoint', 'timepoint.id', 'read.timepoint_id')
    .innerJoin('charter_version', 'charter_version.id', 'read.charter_version_id')
    .innerJoin('audit_entry', join =>
      join
        .on('audit_entry.chain', '=', trialId)
        .on(sql<boolean>`audit_entry.entry -> 'details' ->> 'read' = read.id::text`)
        .on(sql<boolean>`audit_entry.entry -> 'details' ->> 'contentHash' = signature.content_hash`)
    )
    .select(['read.version', 'audit_entry.sequence', 'course.slot', 'subject.identifier'])
    .select(['timepoint.code', 'charter_version.resolved', 'signature.printed_name'])
    .select(['signature.meaning', 'signature.signed_at', 'signature.zone'])
    .select('signature.content_hash')
    .select(stood('read', sequence).as('stands'))
    .where('course.track_id', '=', trackId)
    .where('audit_entry.sequence', '<=', sequence)
    .execute();
  return rows.map(({ code, sequence: at, ...row }) => ({
    ...row,
    ...{ kind: 'read', visit: code, sequence: Number(at) },
  }));
};

const ofGlobalReads = async (
  db: Kysely<Database>,
  { trackId, sequence }: TrackAsOf
): Promise<Signed[]> => {
  const rows = await db
    .selectFrom('global_read')
    .innerJoin('global_read_signature as signature', 'signature.global_read_id', 'global_read.id')
    .innerJoin('course', 'course.id', 'global_read.course_id')
    .innerJoin('subject', 'subject.id', 'course.subject_id')
    .innerJoin('charter_version', 'charter_version.id', 'global_read.charter_version_id')
    .select(['global_read.version', 'global_read.from_sequence', 'course.slot'])
    .select(['subject.identifier', 'charter_version.resolved', 'signature.printed_name'])
    .select(['signature.meaning', 'signature.signed_at', 'signature.zone'])
    .select('signature.content_hash')
    .select(stood('global_read', sequence).as('stands'))
    .where('course.track_id', '=', trackId)
    .where('global_read.from_sequence', '<=', sequence)
    .execute();
  return rows.map(({ from_sequence: from, ...row }) => ({
    ...row,
    ...{ kind: 'global read', visit: '', sequence: Number(from) },
  }));
};

/** Where a decision began to stand and ended: its own row does not say, its entries do. */
const ofAdjudications = async (
  db: Kysely<Database>,
  { trialId, trackId, sequence }: TrackAsOf
): Promise<Signed[]> => {
  const rows = await db
    .selectFrom('adjudication')
    .innerJoin(
      'adjudication_signature as signature',
      'signature.adjudication_id',
      'adjudication.id'
    )
    .innerJoin('course', 'course.id', 'adjudication.course_id')
    .innerJoin('subject', 'subject.id', 'adjudication.subject_id')
    .innerJoin('charter_version', 'charter_version.id', 'adjudication.charter_version_id')
    .innerJoin('audit_entry', join =>
      join
        .on('audit_entry.chain', '=', trialId)
        .on(sql<boolean>`audit_entry.entry -> 'details' ->> 'adjudication' = adjudication.id::text`)
        .on(sql<boolean>`audit_entry.entry -> 'details' ->> 'contentHash' = signature.content_hash`)
    )
    .select(['adjudication.id', 'adjudication.version', 'adjudication.scope', 'course.slot'])
    .select(['subject.identifier', 'charter_version.resolved', 'signature.printed_name'])
    .select(['signature.meaning', 'signature.signed_at', 'signature.zone'])
    .select(['signature.content_hash', 'audit_entry.sequence'])
    .where('adjudication.track_id', '=', trackId)
    .where('audit_entry.sequence', '<=', sequence)
    .execute();
  if (rows.length === 0) return [];
  const { rows: ended } = await sql<{ id: string }>`
    select distinct change.id from audit_entry,
      jsonb_to_recordset(entry -> 'details' -> 'transitions') as change (id text, thing text, "to" text)
    where chain = ${trialId} and sequence <= ${sequence} and change."to" in ('superseded', 'void')
      and change.id in (${sql.join(rows.map(({ id }) => id))})`.execute(db);
  return rows.map(({ id, scope, sequence: at, ...row }) => ({
    ...row,
    ...{ kind: 'adjudication', sequence: Number(at) },
    visit: scope.startsWith(timepointScopePrefix) ? scope.slice(timepointScopePrefix.length) : '',
    stands: !ended.some(one => one.id === id),
  }));
};

const ofMeetings = async (
  db: Kysely<Database>,
  { trackId, sequence }: TrackAsOf
): Promise<Signed[]> => {
  const meetings = await db
    .selectFrom('consensus')
    .innerJoin('subject', 'subject.id', 'consensus.subject_id')
    .innerJoin('charter_version', 'charter_version.id', 'consensus.charter_version_id')
    .select(['consensus.id', 'consensus.version', 'subject.identifier', 'charter_version.resolved'])
    .select('consensus.to_sequence')
    .where('consensus.track_id', '=', trackId)
    .execute();
  if (meetings.length === 0) return [];
  const ids = meetings.map(({ id }) => id);
  const votes = await db
    .selectFrom('consensus_vote as vote')
    .innerJoin('consensus_proposal', 'consensus_proposal.id', 'vote.proposal_id')
    .select(['consensus_proposal.consensus_id', 'vote.slot', 'vote.printed_name', 'vote.meaning'])
    .select(['vote.voted_at', 'vote.zone', 'vote.content_hash', 'vote.sequence'])
    .where('consensus_proposal.consensus_id', 'in', ids)
    .where('vote.sequence', '<=', sequence)
    .execute();
  return votes.flatMap(({ consensus_id: of, voted_at: signed_at, ...vote }) => {
    const meeting = meetings.find(({ id }) => id === of);
    if (meeting === undefined) return [];
    const { to_sequence: to, version, identifier, resolved } = meeting;
    const stands = to === null || Number(to) > sequence;
    const kind = 'consensus vote' as const;
    const at = Number(vote.sequence);
    return [
      { ...vote, signed_at, version, identifier, resolved, kind, visit: '', sequence: at, stands },
    ];
  });
};

/**
 * `signatures.csv`: every signature that was made as of an entry of the audit chain on reads, decisions, global reads and
 * votes of a track, with its meaning, its moment and zone and its hash, and whether it stood then. No file where there was none.
 */
export const signaturesFile = async (
  db: Kysely<Database>,
  of: TrackAsOf
): Promise<{ name: string; content: string }[]> => {
  const signed = [
    ...(await ofReads(db, of)),
    ...(await ofAdjudications(db, of)),
    ...(await ofGlobalReads(db, of)),
    ...(await ofMeetings(db, of)),
  ].toSorted(bySubject);
  if (signed.length === 0) return [];
  const rows = signed.map(one => ({
    STUDYID: storedCharter(one.resolved).export.studyId,
    ...{ SUBJID: one.identifier, VISIT: one.visit, KIND: one.kind },
    ...{ READER: readerRole(one.slot), VERSION: String(one.version) },
    ...{ SIGNEDBY: one.printed_name, MEANING: one.meaning },
    ...{ SIGNEDAT: one.signed_at.toISOString(), ZONE: one.zone, SIGNATURE: one.content_hash },
    STANDING: one.stands ? 'stands' : 'superseded',
    AUDITENTRY: String(one.sequence),
  }));
  return [{ name: 'signatures.csv', content: toCsv(rows, columns) }];
};
