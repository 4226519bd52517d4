import type { Charter } from '@corelab/charter';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { grantRole } from './roles.js';

/** Accounts that a charter names, by what it makes them. */
export interface CharterPeople {
  readonly readers: readonly string[];
  readonly admins: readonly string[];
}

/**
 * The ids of the accounts that a charter names.
 * @throws CodedError 422 CL_READER_UNKNOWN, CL_ADMIN_UNKNOWN
 */
export const peopleOf = async (
  trx: Transaction<Database>,
  charter: Charter
): Promise<CharterPeople> => {
  const readers = new Set(charter.tracks.flatMap(track => Object.values(track.readers).flat()));
  const admins = new Set(charter.roles.admin ?? []);
  const users = [...new Set([...readers, ...admins])];
  if (users.length === 0) return { readers: [], admins: [] };
  const rows = await trx
    .selectFrom('account')
    .select(['id', 'user_name'])
    .where('user_name', 'in', users)
    .execute();
  const idOf = new Map(rows.map(row => [row.user_name, row.id]));
  const missing = users.find(user => !idOf.has(user));
  if (missing !== undefined) {
    const [what, code] = readers.has(missing)
      ? ['reader', 'CL_READER_UNKNOWN']
      : ['admin', 'CL_ADMIN_UNKNOWN'];
    throw new CodedError(
      422,
      code,
      `The charter names the ${what} ${missing}, who has no account.`,
      { user: missing }
    );
  }
  const ids = (names: ReadonlySet<string>): string[] =>
    rows.filter(row => names.has(row.user_name)).map(row => row.id);
  return { readers: ids(readers), admins: ids(admins) };
};

/** Gives the people of a charter their roles; nobody loses one. */
export const grantPeople = async (
  trx: Transaction<Database>,
  people: Partial<CharterPeople>,
  grant: { readonly trialId: string; readonly grantedBy: string; readonly at: Date }
): Promise<void> => {
  for (const accountId of people.admins ?? []) {
    await grantRole(trx, { ...grant, accountId, role: 'admin' });
  }
  for (const accountId of people.readers ?? []) {
    await grantRole(trx, { ...grant, accountId, role: 'reader' });
  }
};
