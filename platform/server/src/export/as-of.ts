import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { isRecord } from '../is-record.js';
import type { TrialHandle } from '../trials/roles.js';

/** Which entry of the audit chain an export is made as of; the last one unless said. */
export interface AskedAsOf {
  readonly asOf?: number;
  /** The name of a data cut: as of the entry that declared it. */
  readonly dataCut?: string;
}

/** A track of a trial, as of an entry of its audit chain. */
export interface TrackAsOf {
  readonly trialId: string;
  /** Null of one that nobody has read in. */
  readonly trackId: string | null;
  readonly sequence: number;
}

/** An entry of a trial's audit chain, as an export names it. */
export interface AsOf {
  readonly sequence: number;
  readonly hash: string;
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
}

/** Whether a row's version stood right after an entry: begun with it or before, and not ended with it or before. */
export const stood = (
  table: 'final' | 'global_read' | 'read' | 'site_assessment' | 'timepoint_date',
  sequence: number
): RawBuilder<boolean> => sql<boolean>`
  (${sql.ref(`${table}.from_sequence`)} <= ${sequence}
    and (${sql.ref(`${table}.to_sequence`)} is null or ${sql.ref(`${table}.to_sequence`)} > ${sequence}))`;

/**
 * The entry that an export is made as of. All that an entry tells of is there once the entry is, so what is read after
 * this is whole up to it, whatever is done meanwhile.
 * @throws CodedError 422 CL_AS_OF_UNKNOWN where the chain has no such entry, CL_AS_OF_TOO_EARLY where what was there then
 * was not kept, CL_AS_OF_TWICE; 404 CL_DATA_CUT_UNKNOWN
 */
export const entryAsOf = async (
  db: Kysely<Database>,
  trial: TrialHandle,
  asked: AskedAsOf
): Promise<AsOf> => {
  const { as_of_from: from } = await db
    .selectFrom('trial')
    .select('as_of_from')
    .where('id', '=', trial.id)
    .executeTakeFirstOrThrow();
  const head = await db
    .selectFrom('audit_entry')
    .select('sequence')
    .where('chain', '=', trial.id)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const [first, last] = [Number(from), Number(head.sequence)];
  const sequence = await askedSequence(db, trial, asked, last);
  if (sequence < 1 || sequence > last) {
    throw new CodedError(
      422,
      'CL_AS_OF_UNKNOWN',
      `The audit trail of ${trial.code} has entries 1 to ${last}: it has no entry ${sequence}.`,
      { first, last }
    );
  }
  if (sequence < first) {
    throw new CodedError(
      422,
      'CL_AS_OF_TOO_EARLY',
      `${trial.code} can be exported as of entries ${first} to ${last} of its audit trail: what stood at ${sequence} was not kept.`,
      { first, last }
    );
  }
  const row = await db
    .selectFrom('audit_entry')
    .select(['hash', 'entry'])
    .where('chain', '=', trial.id)
    .where('sequence', '=', sequence)
    .executeTakeFirstOrThrow();
  const at = isRecord(row.entry) ? row.entry['at'] : undefined;
  if (typeof at !== 'string') throw new Error(`audit entry ${sequence} of ${trial.id} has no time`);
  return { sequence, hash: row.hash, at };
};

const askedSequence = async (
  db: Kysely<Database>,
  trial: TrialHandle,
  { asOf, dataCut }: AskedAsOf,
  last: number
): Promise<number> => {
  if (dataCut === undefined) return asOf ?? last;
  if (asOf !== undefined) {
    const message = 'An export is as of an audit entry or of a data cut: give one of them.';
    throw new CodedError(422, 'CL_AS_OF_TWICE', message);
  }
  const cut = await db
    .selectFrom('release_batch')
    .innerJoin('track', 'track.id', 'release_batch.track_id')
    .select('release_batch.sequence')
    .where('track.trial_id', '=', trial.id)
    .where('release_batch.kind', '=', 'dataCut')
    .where('release_batch.name', '=', dataCut)
    .executeTakeFirst();
  if (cut === undefined) {
    const message = `${trial.code} has no data cut named ${dataCut}.`;
    throw new CodedError(404, 'CL_DATA_CUT_UNKNOWN', message);
  }
  return Number(cut.sequence);
};
