import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { notFound } from '../http/coded-error.js';
import { trialFor, type Role } from '../trials/roles.js';
import { signedReadBehind, type OpenRead } from '../workflow/open-read.js';

/** Who looks at signed reads as they were, without being their reader. None of them reads in the trial. */
export const replaying: readonly Role[] = ['admin', 'dataManager', 'auditor'];

/**
 * The signed read behind a browser's id, whether or not it stands, for who replays reads of its trial.
 * @throws CodedError CL_NOT_FOUND alike for an unknown read, one that is not signed and one of another trial.
 */
export const signedReadFor = async (
  db: Kysely<Database>,
  accountId: string,
  publicId: string
): Promise<OpenRead> => {
  const read = await signedReadBehind(db, accountId, publicId);
  if (read === null) throw notFound();
  await trialFor(db, accountId, read.trialId, replaying);
  return read;
};
