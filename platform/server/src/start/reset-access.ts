import { join, resolve } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { resetByOperator } from '../accounts/account-resets.js';
import { policyOf } from '../accounts/policy.js';
import { openDatabase } from '../database/open.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { Cleanup } from './cleanup.js';
import { lockHome } from './home-lock.js';
import { installationKeys } from './installation-keys.js';

export interface ResetAccessOptions {
  readonly user: string;
  readonly operator: string;
  readonly reason: string;
  /** The folder of the installation. */
  readonly home: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** The tables are the server's to bring up to date. @throws CodedError 409 CL_DATABASE_OLDER. */
const requireThisVersion = async (db: Kysely<Database>): Promise<void> => {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('account_reset') is not null as there`.execute(db);
  if (rows[0]?.there === true) return;
  throw new CodedError(
    409,
    'CL_DATABASE_OLDER',
    'The database is of an older version, or empty: start this version of the server on it once, then run this again.'
  );
};

/**
 * Lets a person in anew from the server's machine, where there are no two administrators for it. The embedded database belongs
 * to one process, so the server has to be stopped; PostgreSQL may be in use.
 * @throws HomeInUseError; CodedError 404 CL_NOT_FOUND, 409 CL_ACCOUNT_CLOSED.
 */
export const resetAccess = async (
  options: ResetAccessOptions
): Promise<{ user: string; oneTimePassword: string }> => {
  const environment = options.environment ?? process.env;
  const home = resolve(options.home);
  const cleanup = new Cleanup();
  try {
    const url = environment['DATABASE_URL'];
    if (url === undefined) cleanup.add(await lockHome(home));
    const opened = await openDatabase(
      url === undefined ? { folder: join(home, 'database') } : { url }
    );
    cleanup.add(() => opened.close());
    await requireThisVersion(opened.db);
    const { user, operator, reason } = options;
    const now = (): Date => new Date();
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const keys = { db: opened.db, home, now, zone, say: () => undefined };
    const { auditKey } = await installationKeys(keys);
    return await resetByOperator(
      {
        ...{ db: opened.db, now, newId: () => uuidv7(), zone, auditKey },
        policy: policyOf(environment),
      },
      { user, operator, reason }
    );
  } finally {
    await cleanup.run();
  }
};
