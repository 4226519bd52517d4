import type { DestroyedIdentity } from '../identity/destroyed-identity.js';
import type { Instant, Nullable, NullableInstant } from './column-types.js';
import type { ColumnType } from 'kysely';

/** Identities of subjects that were destroyed, or are to be. */
export interface IdentityTables {
  identity_destruction: {
    id: string;
    trial_id: string;
    subject_id: string;
    reason: string;
    asked_by: string;
    asked_at: Instant;
    outcome: 'asked' | 'done' | 'refused' | 'withdrawn';
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    decision_reason: Nullable<string>;
    /** What was destroyed, by kind. */
    destroyed: ColumnType<DestroyedIdentity | null, string | null | undefined, string | null>;
  };
  /** Keyed digests of what the subject was called. */
  destroyed_identifier: { trial_id: string; digest: string; subject_id: string };
}
