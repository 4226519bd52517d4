import type { Comparison, Decision, DecisionDocument, Final } from '@corelab/adjudication';
import type { AdjudicationState } from '../workflow/machines/adjudication.js';
import type { Json, Instant, NullableInstant, Defaulted, Nullable } from './column-types.js';

/** Adjudications and finals. */
export interface AdjudicationTables {
  adjudication: {
    id: string;
    public_id: string;
    track_id: string;
    subject_id: string;
    /** The ADJ slot's. */
    course_id: string;
    scope: string;
    version: Defaulted<number>;
    charter_version_id: string;
    state: AdjudicationState;
    /** Drawn once: whether read A is that of R2. */
    swap: boolean;
    /** What fired, with R1 as read A and true dates. */
    comparison: Json<Comparison>;
    engine_version: string;
    manifest_id: Nullable<string>;
    due_date: Nullable<string>;
    created_at: Instant;
    released_at: NullableInstant;
    opened_at: NullableInstant;
  };
  adjudication_read: { adjudication_id: string; read_id: string; content_hash: string };
  adjudication_assignment: {
    adjudication_id: string;
    account_id: string;
    assigned_at: Instant;
    ended_at: NullableInstant;
    reason: string;
  };
  adjudication_draft: {
    adjudication_id: string;
    version: number;
    document: Json<DecisionDocument>;
    hash: string;
    saved_at: Instant;
    saved_by: string;
  };
  adjudication_signature: {
    id: string;
    adjudication_id: string;
    account_id: string;
    request_id: string;
    printed_name: string;
    meaning: string;
    signed_at: Instant;
    zone: string;
    document: Json<DecisionDocument>;
    /** The document by slots. */
    decision: Json<Decision>;
    document_hash: string;
    content_hash: string;
  };
  /** A read of a signed decision was marked; whether the decision stands is decided once the read is. */
  adjudication_impact: {
    id: string;
    trial_id: string;
    adjudication_id: string;
    read_id: string;
    noticed_at: Instant;
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    zone: Nullable<string>;
    meaning: Nullable<string>;
    reason: Nullable<string>;
    content_hash: Nullable<string>;
  };
  final: {
    id: string;
    track_id: string;
    subject_id: string;
    scope: string;
    criterion: string;
    version: number;
    charter_version_id: string;
    adjudication_id: Nullable<string>;
    /** The agreement of its readers, where they met. */
    consensus_id: Nullable<string>;
    outcome: Json<Final>;
    engine_version: string;
    made_at: Instant;
    /** Audit entry of the trial's chain with which it began. */
    from_sequence: number;
    superseded_at: NullableInstant;
    to_sequence: Nullable<number>;
  };
  final_read: { final_id: string; read_id: string };
  /** The reads of both readers that it was made of. */
  final_compared: { final_id: string; read_id: string };
}
