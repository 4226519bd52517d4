import type { AssessmentOutput } from '@corelab/criteria';
import type { GlobalReadState } from '../workflow/machines/global-read.js';
import type { Instant, Json, Nullable, NullableInstant } from './column-types.js';

/** A read that stands, as a signature names it. */
export interface BoundRead {
  readonly read: string;
  readonly contentHash: string;
}

/** Global reads of courses, and what was changed in them. */
export interface GlobalReadTables {
  global_read: {
    id: string;
    public_id: string;
    course_id: string;
    version: number;
    charter_version_id: string;
    state: GlobalReadState;
    manifest_id: Nullable<string>;
    due_date: Nullable<string>;
    asked_at: Instant;
    released_at: NullableInstant;
    opened_at: NullableInstant;
    /** Audit entries with which what was signed began and ended to stand. */
    from_sequence: Nullable<number>;
    to_sequence: Nullable<number>;
  };
  /** Those that were signed when it was asked. */
  global_read_read: { global_read_id: string; read_id: string; content_hash: string };
  global_read_change: {
    id: string;
    global_read_id: string;
    /** The version whose opinion was changed. */
    from_read_id: string;
    /** The version in its place. */
    to_read_id: string;
    reason: string;
    changed_by: string;
    changed_at: Instant;
  };
  global_read_assignment: {
    global_read_id: string;
    account_id: string;
    assigned_at: Instant;
    ended_at: NullableInstant;
    reason: string;
  };
  global_read_signature: {
    id: string;
    global_read_id: string;
    account_id: string;
    request_id: string;
    printed_name: string;
    meaning: string;
    signed_at: Instant;
    zone: string;
    /** The reads that stand. */
    reads: Json<readonly BoundRead[]>;
    criterion: string;
    parameter_hash: string;
    engine_version: string;
    /** Of the whole course, rated anew. */
    result: Json<AssessmentOutput>;
    content_hash: string;
  };
  /** What the trial's other criteria made of the whole course; the primary one's result is the signature's own. */
  global_read_result: {
    id: string;
    global_read_id: string;
    criterion: string;
    parameter_hash: string;
    engine_version: string;
    result: Json<AssessmentOutput>;
  };
}
