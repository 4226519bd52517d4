import type { ReviewContent } from '../audit/review-content.js';
import type { StoredVerdict } from '../audit/stored-verdict.js';
import type {
  Defaulted,
  Instant,
  Json,
  Nullable,
  NullableInstant,
  NullableJson,
} from './column-types.js';

/** The record: rows are only added. */
export interface AuditTables {
  audit_entry: {
    chain: string;
    sequence: number;
    previous_hash: string;
    hash: string;
    entry: Json<unknown>;
  };
  /** Where a chain stood, signed with a key outside the database. */
  audit_head: {
    chain: string;
    sequence: number;
    hash: string;
    signed_at: Instant;
    key_id: string;
    signature: string;
  };
  /** Heads that are kept outside the database. */
  audit_anchor: {
    chain: string;
    sequence: number;
    place: string;
    anchored_at: Instant;
  };
  audit_verification: {
    id: string;
    chain: string;
    standing: 'running' | 'done' | 'interrupted';
    from_sequence: number;
    to_sequence: number;
    /** The last entry that is verified. */
    checked: number;
    started_by: string;
    started_at: Instant;
    /** When the process that runs it was last heard of. */
    beat_at: Instant;
    finished_at: NullableInstant;
    verdict: NullableJson<StoredVerdict>;
  };
  audit_review: {
    id: string;
    trial_id: string;
    title: string;
    from_sequence: number;
    to_sequence: number;
    from_at: Nullable<string>;
    to_at: Nullable<string>;
    acts: Json<string[]>;
    reads: Json<string[]>;
    sampling: 'all' | 'every' | 'random';
    /** Every how many, or how many. */
    size: Nullable<number>;
    seed: Nullable<string>;
    /** Entries among which the sample was drawn. */
    population: number;
    due_date: string;
    notes: Defaulted<string>;
    standing: 'open' | 'signed' | 'withdrawn';
    planned_by: string;
    planned_at: Instant;
    /** Counts what was changed: what is signed is what was seen. */
    version: Defaulted<number>;
  };
  audit_review_item: {
    review_id: string;
    place: number;
    sequence: number;
    hash: string;
    outcome: Nullable<'inOrder' | 'finding' | 'notApplicable'>;
    severity: Nullable<'minor' | 'major' | 'critical'>;
    text: Nullable<string>;
    judged_by: Nullable<string>;
    judged_at: NullableInstant;
  };
  audit_review_signature: {
    review_id: string;
    account_id: string;
    request_id: string;
    printed_name: string;
    meaning: string;
    signed_at: Instant;
    zone: string;
    content: Json<ReviewContent>;
    content_hash: string;
  };
  audit_review_response: {
    id: string;
    review_id: string;
    place: number;
    kind: 'answer' | 'close' | 'reopen';
    text: string;
    written_by: string;
    written_at: Instant;
  };
  /** The keys in the installation's files, by what tells one from another and does not give it away. */
  installation_key: { name: string; fingerprint: string; since: Instant };
}
