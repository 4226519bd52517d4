export type EndpointErrorCode =
  /** The shape of the input. */
  | 'CL_ENDPOINT_INPUT'
  | 'CL_ENDPOINT_OPTION'
  /** A date that does not exist. */
  | 'CL_DATE'
  /** Dates that contradict each other. */
  | 'CL_ENDPOINT_DATES'
  /** Subjects rated by different criteria or parameters. */
  | 'CL_CRITERION_MISMATCH'
  | 'CL_RESPONSE_UNKNOWN'
  | 'CL_SUBJECT_DUPLICATE';

/** Input that no endpoint can be drawn from. `path` is a JSON pointer into the document that was given. */
export class EndpointError extends Error {
  readonly code: EndpointErrorCode;
  readonly path: string;
  /** The subject's id where there is one. */
  readonly subject: string | null;

  constructor(code: EndpointErrorCode, path: string, message: string, subject: string | null) {
    super(subject === null ? message : `subject ${subject}: ${message}`);
    this.name = 'EndpointError';
    this.code = code;
    this.path = path;
    this.subject = subject;
  }
}
