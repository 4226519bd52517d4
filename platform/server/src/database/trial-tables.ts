import type { ColumnType } from 'kysely';
import type { Scope } from '../trials/scope.js';
import type { CharterVersionState } from '../workflow/machines/charter-version.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { Instant, NullableInstant, Defaulted, Nullable } from './column-types.js';

/** A trial, its charter, its people, its sites and subjects. */
export interface TrialTables {
  trial: {
    id: string;
    code: string;
    name: string;
    phase: Nullable<string>;
    area: string;
    demo: Defaulted<boolean>;
    created_at: Instant;
    /** The first audit entry as of which it can be exported. */
    as_of_from: Defaulted<number>;
  };
  role_grant: {
    id: Defaulted<string>;
    trial_id: string;
    account_id: string;
    role: string;
    granted_by: Nullable<string>;
    granted_at: Instant;
    reason: Nullable<string>;
    ended_at: NullableInstant;
    ended_by: Nullable<string>;
    end_reason: Nullable<string>;
  };
  role_grant_site: { grant_id: string; site_id: string };
  /** A view: the grants that are in force. */
  trial_role: {
    trial_id: string;
    account_id: string;
    role: string;
    granted_by: Nullable<string>;
    granted_at: Instant;
  };
  absence: {
    id: string;
    trial_id: string;
    account_id: string;
    from_day: string;
    to_day: string;
    backup_id: Nullable<string>;
    recorded_by: string;
    recorded_at: Instant;
    cancelled_at: NullableInstant;
    cancelled_by: Nullable<string>;
  };
  reading_conflict: {
    id: string;
    trial_id: string;
    account_id: string;
    subject_id: Nullable<string>;
    site_id: Nullable<string>;
    reason: string;
    recorded_by: string;
    recorded_at: Instant;
    ended_at: NullableInstant;
    ended_by: Nullable<string>;
    end_reason: Nullable<string>;
  };
  qualification: {
    id: string;
    trial_id: string;
    account_id: string;
    charter_version: Nullable<number>;
    kind: string;
    document_hash: Nullable<string>;
    date: string;
    expiry: Nullable<string>;
    granted_by: string;
    granted_at: Instant;
    withdrawn_at: NullableInstant;
    withdrawn_by: Nullable<string>;
    withdraw_reason: Nullable<string>;
  };
  charter_version: {
    id: string;
    trial_id: string;
    version: number;
    state: CharterVersionState;
    /** Null while the text has defects, which only a draft may. */
    hash: Nullable<string>;
    resolved: ColumnType<unknown, string | null, string | null>;
    source: string;
    author: Nullable<string>;
    approver: Nullable<string>;
    approved_at: NullableInstant;
    /** When it came into force; null when it never did. */
    effective_from: NullableInstant;
    /** The version that was in force when this one was sent for approval. */
    sent_against: Nullable<string>;
    reason: string;
    scope: Scope;
    created_at: Instant;
  };
  charter_decision: {
    id: string;
    charter_version_id: string;
    act: string;
    account_id: string;
    at: Instant;
    zone: string;
    reason: Nullable<string>;
    /** Of an approval: what the signature means, and the hash of all that it binds. */
    meaning: Nullable<string>;
    content_hash: Nullable<string>;
  };
  rereading: {
    charter_version_id: string;
    read_id: string;
    read_state: ReadState;
    asked_at: Instant;
  };
  site: { id: string; trial_id: string; code: string };
  subject: {
    id: string;
    trial_id: string;
    identifier: string;
    status: Defaulted<string>;
    /** Counts what changes the subject's images. */
    image_revision: Defaulted<number>;
  };
  subject_site: {
    subject_id: string;
    site_id: string;
    valid_from: string;
    /** Audit entry of the trial's chain with which it was known. */
    from_sequence: number;
  };
}
