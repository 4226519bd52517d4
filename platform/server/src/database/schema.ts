import type { Comparison, Decision, DecisionDocument, Final } from '@corelab/adjudication';
import type { ImageProblem } from '@corelab/reads';
import type { ColumnType, Selectable } from 'kysely';
import type { FileOutcome, QuarantineCause } from '../intake/admission.js';
import type { Candidates } from '../intake/candidates.js';
import type { CorrectedAttribute } from '../intake/correct.js';
import type { FoundInStudy } from '../intake/match-study.js';
import type { Scope } from '../trials/scope.js';
import type { AdjudicationState } from '../workflow/machines/adjudication.js';
import type { ArrivalState } from '../workflow/machines/arrival.js';
import type { CharterVersionState } from '../workflow/machines/charter-version.js';
import type { ImpactDecision } from '../workflow/decide-impact.js';
import type { CourseState } from '../workflow/machines/course.js';
import type { ExamState } from '../workflow/machines/exam.js';
import type { ProblemState } from '../workflow/machines/problem.js';
import type { QuarantineState } from '../workflow/machines/quarantine.js';
import type { QueryState } from '../workflow/machines/query.js';
import type { ReadState } from '../workflow/machines/read.js';
import type { ImpactCause } from '../workflow/read-impacts.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';
import type { UnlockRequestState } from '../workflow/machines/unlock-request.js';

/** jsonb: parsed when read; written as JSON text, because the two drivers serialise arrays differently. */
export type Json<T> = ColumnType<T, string, string>;
/** timestamptz: a Date when read; a Date when written. */
export type Instant = ColumnType<Date, Date, Date>;
type NullableInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** A column with a default in the database. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;
/** A nullable column: may be left out when inserting. */
type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** The tables of the migrations; ids are UUIDv7 text, calendar dates ISO 8601 text. */
export interface Database {
  account: {
    id: string;
    user_name: string;
    display_name: string;
    password_hash: string;
    active: Defaulted<boolean>;
    administrator: Defaulted<boolean>;
    must_change_password: Defaulted<boolean>;
    failed_logins: Defaulted<number>;
    locked_until: NullableInstant;
    created_at: Instant;
  };
  account_change: {
    id: string;
    account_id: string;
    act: string;
    reason: string;
    changed_by: string;
    changed_at: Instant;
  };
  session: {
    token_hash: string;
    account_id: string;
    csrf_token: string;
    created_at: Instant;
    last_seen_at: Instant;
    expires_at: Instant;
  };
  preference: { account_id: string; language: string; theme: string; changed_at: Instant };
  api_token: {
    id: Defaulted<string>;
    token_hash: string;
    account_id: string;
    name: string;
    created_at: Instant;
    created_by: Nullable<string>;
    last_used_at: NullableInstant;
    revoked_at: NullableInstant;
    revoked_by: Nullable<string>;
  };
  trial: {
    id: string;
    code: string;
    name: string;
    phase: Nullable<string>;
    area: string;
    demo: Defaulted<boolean>;
    created_at: Instant;
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
  subject_site: { subject_id: string; site_id: string; valid_from: string };
  receipt: {
    id: string;
    source: string;
    received_at: Instant;
    trial_id: Nullable<string>;
    account_id: Nullable<string>;
  };
  receipt_instance: {
    receipt_id: string;
    /** From 1, in the order the files came. */
    ordinal: number;
    study_uid: Nullable<string>;
    series_uid: Nullable<string>;
    sop_uid: Nullable<string>;
    sha256: string;
    outcome: FileOutcome;
    reason: Nullable<string>;
  };
  /** What the archive may show. */
  instance: {
    sop_uid: string;
    trial_id: string;
    study_uid: string;
    series_uid: string;
    /** Null when it is not known or empty. */
    patient_id: Nullable<string>;
    sha256: string;
    /** The archive's own id. */
    archive_id: Nullable<string>;
    /** False until the archive holds it. */
    stored: boolean;
    /** Its study was matched, or put to wait, with it. */
    settled: boolean;
    receipt_id: string;
  };
  quarantine: {
    id: string;
    trial_id: string;
    receipt_id: string;
    study_uid: string;
    series_uid: string;
    sop_uid: string;
    patient_id: Nullable<string>;
    sha256: string;
    causes: Json<QuarantineCause[]>;
    /** Keywords of the attributes that identify a person. */
    attributes: Json<string[]>;
    state: QuarantineState;
    arrived_at: Instant;
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    authority: Nullable<string>;
    reason: Nullable<string>;
  };
  arrival: {
    id: string;
    trial_id: string;
    study_uid: string;
    state: ArrivalState;
    found: Json<FoundInStudy>;
    reasons: Json<string[]>;
    candidates: Json<Candidates>;
    arrived_at: Instant;
    changed_at: Instant;
    decided_by: Nullable<string>;
    authority: Nullable<string>;
    reason: Nullable<string>;
  };
  correction: {
    id: string;
    trial_id: string;
    exam_id: string;
    /** Of a series; null for its exam. */
    series_id: Nullable<string>;
    attribute: CorrectedAttribute;
    old_value: Nullable<string>;
    new_value: string;
    authority: string;
    reason: string;
    corrected_by: string;
    corrected_at: Instant;
  };
  archive_feed: { name: string; sequence: number; read_at: Instant };
  stray_study: {
    archive_id: string;
    study_uid: string;
    protocol: Nullable<string>;
    seen_at: Instant;
  };
  exam: {
    id: string;
    subject_id: string;
    version: Defaulted<number>;
    state: ExamState;
    acquisition_date: Nullable<string>;
    date_source: Defaulted<string>;
    created_at: Instant;
    /** Who looks at it in QC. */
    claimed_by: Nullable<string>;
    claimed_at: NullableInstant;
  };
  exam_study: { exam_id: string; study_uid: string };
  series: {
    id: string;
    exam_id: string;
    study_uid: string;
    series_uid: string;
    modality: string;
    role: Nullable<string>;
    acquisition_date: Nullable<string>;
    usable: Json<unknown>;
    problems: Json<ImageProblem[]>;
    /** Who judged it in QC, of the images it has now; null when nobody has. */
    judged_by: Nullable<string>;
    judged_at: NullableInstant;
  };
  series_judgement: {
    id: string;
    series_id: string;
    role: Nullable<string>;
    usable: Json<unknown>;
    judged_by: string;
    judged_at: Instant;
  };
  exam_decision: {
    id: string;
    exam_id: string;
    act: string;
    account_id: Nullable<string>;
    at: Instant;
    reason: Nullable<string>;
  };
  exam_deviation: { decision_id: string; series_id: string; purpose: string; text: string };
  timepoint: {
    id: string;
    subject_id: string;
    code: string;
    label: string;
    kind: string;
    ordinal: number;
    date: Nullable<string>;
    state: TimepointState;
  };
  timepoint_exam: { timepoint_id: string; exam_id: string; version: Defaulted<number> };
  baseline: {
    id: string;
    subject_id: string;
    period: string;
    timepoint_id: string;
    version: number;
    reason: string;
  };
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
  /** Of a read or of an adjudication. */
  presentation: {
    id: string;
    read_id: Nullable<string>;
    adjudication_id: Nullable<string>;
    manifest_id: string;
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
  problem: {
    id: string;
    read_id: string;
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
  imaging_end: {
    id: string;
    subject_id: string;
    /** Timepoints after it that have no images are not awaited. */
    last_timepoint_id: string;
    reason: string;
    declared_by: string;
    declared_at: Instant;
  };
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
  final: {
    id: string;
    track_id: string;
    subject_id: string;
    scope: string;
    criterion: string;
    version: number;
    charter_version_id: string;
    adjudication_id: Nullable<string>;
    outcome: Json<Final>;
    engine_version: string;
    made_at: Instant;
    /** Audit entry of the trial's chain with which it began. */
    from_sequence: number;
    superseded_at: NullableInstant;
    to_sequence: Nullable<number>;
  };
  final_read: { final_id: string; read_id: string };
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
  unlock_request: {
    id: string;
    trial_id: string;
    read_id: string;
    state: UnlockRequestState;
    reason: string;
    asked_by: string;
    asked_at: Instant;
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    decision_reason: Nullable<string>;
    new_read_id: Nullable<string>;
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
  query: {
    id: string;
    trial_id: string;
    site_id: string;
    subject_id: string;
    exam_id: Nullable<string>;
    series_id: Nullable<string>;
    rule: Nullable<string>;
    state: QueryState;
    due_date: string;
    asked_by: Nullable<string>;
    asked_at: Instant;
  };
  query_message: {
    id: string;
    query_id: string;
    act: string;
    text: string;
    written_by: Nullable<string>;
    written_at: Instant;
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
  audit_entry: {
    chain: string;
    sequence: number;
    previous_hash: string;
    hash: string;
    entry: Json<unknown>;
  };
  schema_migration: { name: string; applied_at: Instant };
}

/** A row as it is read. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
