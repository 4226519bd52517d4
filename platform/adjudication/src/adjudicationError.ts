export type AdjudicationErrorCode =
  /** A read whose output is not of its input, or a value of a timepoint that it does not have. */
  | 'CL_COURSE'
  /** Two reads that can't be compared: other criterion, parameters or facts of the subject. */
  | 'CL_COURSES_DIFFER'
  /** The charter's rules of adjudication. */
  | 'CL_ADJUDICATION_RULES'
  /** A timepoint that no read has. */
  | 'CL_ADJUDICATION_SCOPE'
  /** A difference that is not one of these two reads. */
  | 'CL_DIFFERENCE'
  /** A decision that the rules do not allow, or that names a read that is not there. */
  | 'CL_DECISION';

/** Input that can't be adjudicated. `path` is a JSON pointer into the argument that is wrong. */
export class AdjudicationError extends Error {
  readonly code: AdjudicationErrorCode;
  readonly path: string;

  constructor(code: AdjudicationErrorCode, path: string, message: string) {
    super(message);
    this.name = 'AdjudicationError';
    this.code = code;
    this.path = path;
  }
}
