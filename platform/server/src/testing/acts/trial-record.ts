import type { Kysely } from 'kysely';
import type { Database } from '../../database/schema.js';

/** A trial's record, looked at in its database. */
export interface TrialRecord {
  readonly on: { readonly server: { readonly deps: { readonly db: Kysely<Database> } } };
  readonly trialId: string;
}
