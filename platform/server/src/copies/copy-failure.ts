import { ArchiveError } from '../archive/archive-error.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';

/** What a copy that could not be finished says of it; what was not foreseen is in the log alone. */
export const failureOf =
  ({ logger }: Pick<ServerDeps, 'logger'>) =>
  (reason: unknown): { readonly code: string; readonly message: string } => {
    if (reason instanceof CodedError || reason instanceof ArchiveError)
      return { code: reason.code, message: reason.message };
    if (logger !== false) logger.error({ err: reason }, 'a copy could not be finished');
    return { code: 'CL_INTERNAL', message: 'the log of the server has the reason' };
  };
