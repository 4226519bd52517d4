import { CodedError } from '../http/coded-error.js';

export type ArchiveErrorCode =
  | 'CL_ARCHIVE_UNAVAILABLE'
  | 'CL_ARCHIVE_REFUSED'
  | 'CL_ARCHIVE_ANSWER'
  | 'CL_ARCHIVE_CHANGED'
  | 'CL_ARCHIVE_NOT_FOUND';

/** Seconds after which a caller may ask again: the server itself looks for the archive that often. */
export const archiveRetrySeconds = 5;

/**
 * What the archive could not do: 503 with Retry-After when it does not answer, 502 otherwise. `details` stay on
 * the server's side (they may hold real UIDs) and never join the answer's body.
 */
export class ArchiveError extends CodedError {
  readonly details: { readonly resource: string; readonly reason: string };

  constructor(
    code: ArchiveErrorCode,
    message: string,
    details: { readonly resource: string; readonly reason: string },
    cause?: unknown
  ) {
    const unavailable = code === 'CL_ARCHIVE_UNAVAILABLE';
    super(
      unavailable ? 503 : 502,
      code,
      message,
      {},
      unavailable ? { 'retry-after': String(archiveRetrySeconds) } : {}
    );
    this.details = details;
    this.name = 'ArchiveError';
    if (cause !== undefined) this.cause = cause;
  }
}

/** What is wrong is the archive's answer about one study, and no reason to leave the others alone. */
export const isOfOneStudy = (reason: unknown): reason is ArchiveError =>
  reason instanceof ArchiveError && reason.code === 'CL_ARCHIVE_ANSWER';
