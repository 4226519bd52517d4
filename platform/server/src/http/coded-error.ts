/**
 * A refusal that the caller can act on. `status` is the HTTP status, `code` stable (`CL_...`), `details`
 * join the answer's body beside code and message.
 */
export class CodedError extends Error {
  readonly status: number;
  readonly code: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    body: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {}
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.body = body;
    this.headers = headers;
    this.name = 'CodedError';
  }
}

/** The same answer for what does not exist and for what this caller may not see. */
export const notFound = (): CodedError =>
  new CodedError(404, 'CL_NOT_FOUND', 'There is nothing here, or it is not yours to see.');
