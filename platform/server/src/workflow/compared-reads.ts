import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';

/** A read that was compared, as it is now. */
interface ComparedRow {
  readonly id: string;
  readonly state: string;
  readonly content_hash: string;
  readonly signed_hash: string | null;
}

export interface ComparedRead {
  read: string;
  contentHash: string;
}

/** @throws CodedError 409 CL_CASE_CHANGED when one of them is no longer what was compared. */
const unchanged = (rows: readonly ComparedRow[]): ComparedRead[] => {
  const changed = rows.some(
    ({ state, content_hash, signed_hash }) => state !== 'signed' || content_hash !== signed_hash
  );
  if (changed || rows.length === 0) {
    throw new CodedError(
      409,
      'CL_CASE_CHANGED',
      'A read of this case has changed since it was given to you. The data manager decides how it goes on.'
    );
  }
  return rows.map(row => ({ read: row.id, contentHash: row.content_hash }));
};

/**
 * The signed reads that an adjudication was made for, with the hashes of what was signed.
 * @throws CodedError 409 CL_CASE_CHANGED when one of them is no longer what was compared.
 */
export const comparedReads = async (
  db: Kysely<Database>,
  adjudicationId: string
): Promise<ComparedRead[]> =>
  unchanged(
    await db
      .selectFrom('adjudication_read')
      .innerJoin('read', 'read.id', 'adjudication_read.read_id')
      .leftJoin('signature', 'signature.read_id', 'read.id')
      .select(['read.id', 'read.state', 'adjudication_read.content_hash'])
      .select('signature.content_hash as signed_hash')
      .where('adjudication_read.adjudication_id', '=', adjudicationId)
      .orderBy('read.id')
      .execute()
  );

/**
 * The same of what readers meet over.
 * @throws CodedError 409 CL_CASE_CHANGED when one of them is no longer what was compared.
 */
export const readsMetOver = async (
  db: Kysely<Database>,
  consensusId: string
): Promise<ComparedRead[]> =>
  unchanged(
    await db
      .selectFrom('consensus_read')
      .innerJoin('read', 'read.id', 'consensus_read.read_id')
      .leftJoin('signature', 'signature.read_id', 'read.id')
      .select(['read.id', 'read.state', 'consensus_read.content_hash'])
      .select('signature.content_hash as signed_hash')
      .where('consensus_read.consensus_id', '=', consensusId)
      .orderBy('read.id')
      .execute()
  );
