import type { Charter } from '@corelab/charter';
import type { Transaction } from 'kysely';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import { charterRoles, type CharterRole } from './charter-roles.js';
import { checkRole, giveRole, type PersonOfTrial, type RoleDeps } from './role-grants.js';
import { roleWords } from './role-words.js';

/** What a charter makes of one account. */
export type NamedPerson = Pick<CharterRole, 'role' | 'sites'> & { readonly person: PersonOfTrial };

/**
 * The accounts that a charter names, by what it makes them.
 * @throws CodedError 422 CL_READER_UNKNOWN, CL_ACCOUNT_UNKNOWN
 */
export const peopleOf = async (
  trx: Transaction<Database>,
  charter: Charter
): Promise<NamedPerson[]> => {
  const named = charterRoles(charter);
  const users = [...new Set(named.map(({ user }) => user))];
  if (users.length === 0) return [];
  const rows = await trx
    .selectFrom('account')
    .select(['id', 'user_name'])
    .where('user_name', 'in', users)
    .execute();
  const found = new Map(rows.map(row => [row.user_name, { id: row.id, userName: row.user_name }]));
  return named.map(({ user, role, sites }) => {
    const person = found.get(user);
    if (person !== undefined) return { person, role, sites };
    throw new CodedError(
      422,
      role === 'reader' ? 'CL_READER_UNKNOWN' : 'CL_ACCOUNT_UNKNOWN',
      `The charter names the ${roleWords[role]} ${user}, who has no account.`,
      { user }
    );
  });
};

/**
 * Refuses the people of a charter whom `grantPeople` would refuse now, and writes nothing. Roles that one charter names
 * do not unblind each other: its loader sees to that.
 * @throws CodedError 409 CL_ROLES_UNBLIND
 */
export const checkPeople = async (
  trx: Transaction<Database>,
  trialId: string,
  people: readonly NamedPerson[]
): Promise<void> => {
  for (const { person, role } of people) await checkRole(trx, { trialId, person, role });
};

/** Why somebody has a role that a version of the charter gives. */
export const namedBy = (version: number): string => `named by version ${version} of the charter`;

/**
 * Gives the people of a charter their roles; nobody loses one.
 * @throws CodedError 409 CL_ROLES_UNBLIND
 */
export const grantPeople = async (
  trx: Transaction<Database>,
  deps: RoleDeps,
  people: readonly NamedPerson[],
  grant: { readonly trialId: string; readonly by: string; readonly reason: string }
): Promise<void> => {
  for (const named of people) await giveRole(trx, deps, { ...grant, ...named });
};
