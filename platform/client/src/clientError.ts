/** What went wrong at the server or on the way to it; `code` is stable and is what texts and branches are chosen by. */
export class ClientError extends Error {
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  /** The whole JSON body of the refusal, or null. */
  readonly body: unknown;

  constructor(code: string, status: number, message: string, body: unknown = null) {
    super(message);
    this.name = 'ClientError';
    this.code = code;
    this.status = status;
    this.body = body;
  }

  /** No answer, or a gateway's word that the server is away: trying again can help. */
  get isOffline(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

/** Any thrown value as a ClientError; what is not one already is a defect of ours and says so. */
export function toClientError(reason: unknown): ClientError {
  if (reason instanceof ClientError) {
    return reason;
  }
  const message = reason instanceof Error ? reason.message : String(reason);
  return new ClientError('CL_CLIENT_DEFECT', -1, message);
}
