import type { DeidentificationReport } from '@corelab/deidentification';
import type { ImageProblem } from '@corelab/reads';
import type { FileOutcome, QuarantineCause } from '../intake/admission.js';
import type { Candidates } from '../intake/candidates.js';
import type { CorrectedAttribute } from '../intake/correct.js';
import type { FoundInImage } from '../intake/found-in-image.js';
import type { FoundInStudy } from '../intake/match-study.js';
import type { ArrivalState } from '../workflow/machines/arrival.js';
import type { ExamState } from '../workflow/machines/exam.js';
import type { QuarantineState } from '../workflow/machines/quarantine.js';
import type { QueryState } from '../workflow/machines/query.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';
import type { ColumnType } from 'kysely';
import type { Json, Instant, NullableInstant, Defaulted, Nullable } from './column-types.js';

/** Images as they came, what they belong to, and what QC says of them. */
export interface ImageTables {
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
  /** In the archive, which gave no usable answer about it; its own id. */
  unread_study: { archive_id: string; reason: string; since: Instant };
  /** What the archive may show. */
  instance: {
    sop_uid: string;
    trial_id: string;
    study_uid: string;
    series_uid: string;
    /** Null when it is not known or empty. */
    patient_id: Nullable<string>;
    /** Of the file as received. */
    sha256: string;
    /** Of what the archive holds in its place; null: the file as received. */
    kept_sha256: Nullable<string>;
    /** What was found in the file as received; null where it is kept so. */
    found: ColumnType<FoundInImage | null, string | null | undefined, string | null>;
    /** Its bytes are in the folder of what arrives, and until then one process brings them into the archive. */
    arriving_until: NullableInstant;
    /** The archive's own id; of what it gives way to while that is still there. */
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
    /** Of its bytes, where it was de-identified and in the archive before; null: they are as received. */
    kept_sha256: Nullable<string>;
    found: ColumnType<FoundInImage | null, string | null | undefined, string | null>;
    /** Why it could not be de-identified. */
    refusal: Nullable<string>;
    causes: Json<QuarantineCause[]>;
    /** Keywords of the attributes that identify a person. */
    attributes: Json<string[]>;
    state: QuarantineState;
    arrived_at: Instant;
    decided_by: Nullable<string>;
    decided_at: NullableInstant;
    authority: Nullable<string>;
    reason: Nullable<string>;
    /** Its bytes went with the identity of its subject. */
    destroyed_at: NullableInstant;
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
  /** What was done to the images of a study, by one plan; no value is in it. */
  deidentification_report: {
    trial_id: string;
    study_uid: string;
    plan: string;
    report: Json<DeidentificationReport>;
    images: number;
    first_at: Instant;
    last_at: Instant;
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
    /** Of the charter's schedule, where it is an unscheduled visit; the schedule has its own code otherwise. */
    plan: Nullable<string>;
    /** What an export calls VISITNUM: given once. */
    visit_number: number;
    /** Its place by date. */
    ordinal: number;
    date: Nullable<string>;
    state: TimepointState;
  };
  /** Every date it had, from audit entry to audit entry of the trial's chain; `timepoint.date` is the last. */
  timepoint_date: {
    timepoint_id: string;
    date: Nullable<string>;
    from_sequence: number;
    to_sequence: Nullable<number>;
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
  imaging_end: {
    id: string;
    subject_id: string;
    /** Timepoints after it that have no images are not awaited. */
    last_timepoint_id: string;
    reason: string;
    declared_by: string;
    declared_at: Instant;
    /** Declared by mistake: it counts no more. */
    withdrawn_by: Nullable<string>;
    withdrawn_at: NullableInstant;
    withdrawal_reason: Nullable<string>;
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
}
