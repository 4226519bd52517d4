import { isRecord } from '../is-record.js';

/** The database could not be reached when it was needed. */
export class DatabaseAwayError extends Error {
  readonly code = 'CL_DATABASE_UNAVAILABLE';

  constructor(why: string, cause: unknown) {
    super(
      `The database does not answer (${why}): see that it runs and that DATABASE_URL leads to it, then start the server again.`,
      { cause }
    );
  }
}

/** The embedded database has ended in the middle of what was asked. */
export class DatabaseGoneError extends Error {
  readonly code = '57P02';

  constructor(cause?: unknown) {
    super('the embedded database has ended, and can be opened again when its disk has space', {
      cause,
    });
  }
}

/** Whether the reason is that the disk, or what may be used of it, is full. */
export const isDiskFull = (reason: unknown): boolean =>
  isRecord(reason) && fullCodes.includes(reason['code']);

/** Of PostgreSQL, and of the system: no space, quota used up, a file that may not get longer. */
const fullCodes: readonly unknown[] = ['53100', 'ENOSPC', 'EDQUOT', 'EFBIG'];

/** What the system says of a connection that could not be made, or that ended. */
const systemCodes: readonly unknown[] = [
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'],
];

/**
 * What PostgreSQL says of itself: class 08 (connection), 57P01 to 57P05 (it ends, it has crashed, it starts, the session was
 * idle), 53300 (no connection left), 25P03 (a transaction was idle too long).
 */
const databaseCodes = /^(08[0-9A-Z]{3}|57P0[1-5]|53300|25P03)$/;

/** The driver has no codes for these. */
const driverTexts: readonly RegExp[] = [
  /^Connection terminated/,
  /^timeout exceeded when trying to connect$/,
  /^Client (has encountered a connection error|was closed) and is not queryable$/,
];

/** Whether the reason is that the database is not there, and not what was asked of it. */
export const isDatabaseAway = (reason: unknown): boolean => {
  if (!isRecord(reason)) return false;
  const { code, message } = reason;
  if (typeof code === 'string' && databaseCodes.test(code)) return true;
  // Of files such codes are not, of the archive they come as its own errors.
  if (systemCodes.includes(code)) return true;
  return typeof message === 'string' && driverTexts.some(text => text.test(message));
};
