import type { ColumnType } from 'kysely';
import type { PresentedPolicy } from '../blinding/variant.js';
import type { SignedPictures } from '../evidence/signed-pictures.js';
import type { ImpactDecision } from '../workflow/decide-impact.js';
import type { CourseState } from '../workflow/machines/course.js';
import type { ProblemState } from '../workflow/machines/problem.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { ImpactCause } from '../workflow/read-impacts.js';
import type { UnlockRequestState } from '../workflow/machines/unlock-request.js';
import type {
  Json,
  NullableJson,
  Instant,
  NullableInstant,
  Defaulted,
  Nullable,
} from './column-types.js';

/** Courses of reads, what is shown in them, what was read, and what befell them. */
export interface ReadTables {
  track: { id: string; trial_id: string; code: string; kind: string };
  course: {
    id: string;
    track_id: string;
    subject_id: string;
    slot: string;
    subject_code: string;
    date_shift_days: number;
    state: Defaulted<CourseState>;
  };
  /** Timepoints that were released together. */
  release_batch: {
    id: string;
    track_id: string;
    kind: 'batch' | 'dataCut';
    name: Nullable<string>;
    /** Of whoever released it; null of a batch that was full. */
    reason: Nullable<string>;
    released_by: Nullable<string>;
    released_at: Instant;
    /** Its audit entry in the trial's chain. */
    sequence: number;
  };
  release_batch_timepoint: { track_id: string; timepoint_id: string; release_batch_id: string };
  read: {
    id: string;
    public_id: string;
    course_id: string;
    timepoint_id: Nullable<string>;
    component: Defaulted<string>;
    version: Defaulted<number>;
    charter_version_id: string;
    manifest_id: Nullable<string>;
    state: ReadState;
    ordinal: number;
    due_date: Nullable<string>;
    released_at: NullableInstant;
    opened_at: NullableInstant;
    /** The version before this one, whose document it begins with. */
    begins_from: Nullable<string>;
    /** Audit entry of the trial's chain with which it was signed; null while it is not. */
    from_sequence: Nullable<number>;
    /** That with which what was signed ended; null while it stands. */
    to_sequence: Nullable<number>;
  };
  read_assignment: {
    read_id: string;
    account_id: string;
    assigned_at: Instant;
    ended_at: NullableInstant;
    reason: string;
    /** Whether the read is still to be signed; the database keeps it beside the read's state. */
    to_do: ColumnType<boolean, never, never>;
  };
  image_manifest: { id: string; hash: string; content: Json<unknown>; created_at: Instant };
  /** Of a read, an adjudication or a global read. */
  presentation: {
    id: string;
    read_id: Nullable<string>;
    adjudication_id: Nullable<string>;
    global_read_id: Nullable<string>;
    consensus_id: Nullable<string>;
    manifest_id: string;
    /** Under which the images were blinded; null for those from before policies had variants. */
    policy: NullableJson<PresentedPolicy>;
    created_at: Instant;
  };
  presentation_uid: {
    presentation_id: string;
    kind: string;
    real_uid: string;
    pseudonym: string;
  };
  draft: {
    read_id: string;
    version: number;
    document: Json<unknown>;
    hash: string;
    saved_at: Instant;
    saved_by: string;
  };
  signature: {
    id: string;
    read_id: string;
    account_id: string;
    request_id: string;
    printed_name: string;
    meaning: string;
    signed_at: Instant;
    zone: string;
    document: Json<unknown>;
    document_hash: string;
    content_hash: string;
    /** What was kept of the panes; null of signatures from before pictures were taken. */
    pictures: NullableJson<SignedPictures>;
    /** Evidence of what the read showed beside its document; null of signatures from before it was kept. */
    shown_sha256: Nullable<string>;
  };
  derived_result: {
    id: string;
    read_id: string;
    criterion: string;
    parameter_hash: string;
    engine_version: string;
    result: Json<unknown>;
    created_at: Instant;
  };
  /** Of a read or of an adjudication. */
  problem: {
    id: string;
    read_id: Nullable<string>;
    adjudication_id: Nullable<string>;
    subject_id: string;
    trial_id: string;
    kind: string;
    state: ProblemState;
    text: string;
    request_id: string;
    raised_by: string;
    raised_at: Instant;
    decided_at: NullableInstant;
  };
  problem_answer: {
    id: string;
    problem_id: string;
    decision: string;
    text: string;
    answered_by: string;
    answered_at: Instant;
  };
  /** A view: who has or had what of which slot. */
  slot_assignment: {
    track_id: string;
    subject_id: string;
    course_id: string;
    slot: string;
    account_id: string;
    assigned_at: Instant;
    ended_at: NullableInstant;
    to_do: boolean;
  };
  /** Of a read or of an adjudication. */
  unlock_request: {
    id: string;
    trial_id: string;
    read_id: Nullable<string>;
    adjudication_id: Nullable<string>;
    state: UnlockRequestState;
    reason: string;
    asked_by: string;
    asked_at: Instant;
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    decision_reason: Nullable<string>;
    new_read_id: Nullable<string>;
    new_adjudication_id: Nullable<string>;
    /** Of an adjudication: whoever signed it does not decide again. */
    to_another: Defaulted<boolean>;
  };
  reader_replacement: {
    id: string;
    course_id: string;
    from_account: string;
    to_account: string;
    how: 'takeOver' | 'continue';
    reason: string;
    authorised_by: string;
    replaced_by: string;
    replaced_at: Instant;
  };
  read_impact: {
    id: string;
    trial_id: string;
    read_id: string;
    cause: ImpactCause;
    exam_id: Nullable<string>;
    timepoint_id: Nullable<string>;
    noticed_at: Instant;
    decision: Nullable<ImpactDecision>;
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    zone: Nullable<string>;
    meaning: Nullable<string>;
    reason: Nullable<string>;
    content_hash: Nullable<string>;
  };
}
