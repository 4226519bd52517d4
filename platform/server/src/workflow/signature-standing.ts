import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../database/schema.js';
import { standingStates } from './signed-reads.js';

/** What became of what was signed. */
export interface SignatureStanding {
  /** `superseded`: another version took its place, or is to. */
  readonly standing: 'stands' | 'superseded' | 'void';
  /** When it ended, ISO 8601 UTC; null while it stands. */
  readonly until: string | null;
}

/** Whether what was signed in a read of this state stands. */
export const standingOfState = (state: string): SignatureStanding['standing'] => {
  if (standingStates.some(one => one === state)) return 'stands';
  return state === 'void' ? 'void' : 'superseded';
};

/** For a query that has `read`: when what was signed ended to stand, as its audit entry says. */
export const endedAt = (trialId: string) => sql<string | null>`(
  select entry ->> 'at' from audit_entry
  where chain = ${trialId} and sequence = read.to_sequence)`;

/** Of one read. */
export const readStanding = async (
  db: Kysely<Database>,
  trialId: string,
  readId: string
): Promise<SignatureStanding> => {
  const row = await db
    .selectFrom('read')
    .select(['read.state', endedAt(trialId).as('until')])
    .where('read.id', '=', readId)
    .executeTakeFirstOrThrow();
  return { standing: standingOfState(row.state), until: row.until };
};
