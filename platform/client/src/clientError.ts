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

  /**
   * No answer, a gateway's word that the server is away, or an answer that is none of the server's own (a proxy's page, a
   * network's login): nobody knows whether the server did what was asked, and trying again can help.
   */
  get isOffline(): boolean {
    const foreign = this.code === 'CL_BAD_ANSWER' || this.code.startsWith('CL_HTTP_');
    return foreign || this.status === 0 || [502, 503, 504].includes(this.status);
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
