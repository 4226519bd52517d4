import type { BestResponse, TimepointOutput } from '@corelab/criteria';
import type { ReadDocument } from '@corelab/reads';

/** What a criterion makes of a read. */
export interface DerivedResponse {
  /** Its id; RSCAT is its name. */
  criterion: string;
  /** The engine's result for this timepoint. */
  derived: TimepointOutput;
  /** On the last read of a course only. */
  bestOverallResponse?: BestResponse;
}

/** One signed read with the true subject and dates, as an export takes it. */
export interface SignedRead extends DerivedResponse {
  studyId: string;
  /** Unique within the study; USUBJID is `studyId-subjectId`. */
  subjectId: string;
  siteId: string;
  slot: string;
  /** TUEVALID and its like, such as `READER 1`. */
  readerRole: string;
  timepoint: { id: string; visitNum: number };
  /** ISO 8601 date of the exam; reduced precision allowed. */
  examDate: string;
  /** CDISC METHOD, such as `CT SCAN`; left empty when not given. */
  method?: string;
  document: ReadDocument;
  /** What the trial's other criteria make of the same marks; the read's own is the primary one. */
  others?: readonly DerivedResponse[];
  /** Whether it stands, where several readers read the subject; absent where there is one. */
  accepted?: boolean;
  /** Whether the whole course stands, and its best response with it. */
  courseAccepted?: boolean;
}

/** A best response that is no reader's: of timepoints that stand from both reads. */
export interface ComposedBest {
  /** Who decided or agreed which reads stand. */
  evaluator: 'ADJUDICATOR' | 'CONSENSUS';
  studyId: string;
  subjectId: string;
  criterion: string;
  best: BestResponse;
}

/** Reads that can't be exported; `read` names the one at fault. */
export class ExportError extends Error {
  override readonly name = 'ExportError';

  readonly code: 'CL_EXPORT_DUPLICATE_READ' | 'CL_EXPORT_DERIVED' | 'CL_EXPORT_UNREAD_LESION';
  readonly read: string;

  constructor(
    code: 'CL_EXPORT_DUPLICATE_READ' | 'CL_EXPORT_DERIVED' | 'CL_EXPORT_UNREAD_LESION',
    read: string,
    message: string
  ) {
    super(message);
    this.code = code;
    this.read = read;
  }
}
