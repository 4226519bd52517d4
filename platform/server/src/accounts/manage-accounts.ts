import { randomBytes } from 'node:crypto';
import { sql, type Kysely, type Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { actsAsAdministrator } from '../hats/acting.js';
import { CodedError } from '../http/coded-error.js';
import {
  accountColumns,
  lockAccount,
  recordOfAccount,
  viewOf,
  type AccountDeps,
  type AccountView,
} from './account-rows.js';
import type { AccountIdentity } from './accounts.js';
import { endApiTokens } from './api-tokens.js';
import { refusePoorPassword } from './password-rules.js';
import { hashPassword } from './password.js';

/** An account and the password it was given; null when the caller chose it and need not be told. */
export interface GivenPassword {
  readonly account: AccountView;
  readonly oneTimePassword: string | null;
}

/** @throws CodedError 403 CL_NOT_ADMINISTRATOR for whoever may not make accounts and trials. */
export const requireAdministrator = async (
  db: Kysely<Database>,
  accountId: string
): Promise<void> => {
  const row = await db
    .selectFrom('account')
    .select('administrator')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  if (row.administrator && actsAsAdministrator(accountId)) return;
  throw new CodedError(
    403,
    'CL_NOT_ADMINISTRATOR',
    'Only an administrator of this installation may do this.'
  );
};

/** How long a one-time password waits for its person. */
const oneTimeMs = 7 * 24 * 60 * 60_000;

export const oneTimeUntil = (now: Date): Date => new Date(now.getTime() + oneTimeMs);

/** 120 random bits, in characters that can be read out. */
export const oneTimePassword = (): string => randomBytes(15).toString('base64url');

/** Every account, also those that are not active, by user name. */
export const accounts = async (db: Kysely<Database>): Promise<AccountView[]> => {
  const rows = await db.selectFrom('account').select(accountColumns).orderBy('user_name').execute();
  return rows.map(viewOf);
};

/** @throws CodedError 409 CL_PROVIDER_TAKEN */
const refuseKnownPerson = async (
  trx: Transaction<Database>,
  providerUser: string
): Promise<void> => {
  const known = await trx
    .selectFrom('account')
    .select('user_name')
    .where('provider_user', '=', providerUser)
    .executeTakeFirst();
  if (known === undefined) return;
  throw new CodedError(
    409,
    'CL_PROVIDER_TAKEN',
    `The account ${known.user_name} is for that person of the organisation’s login already.`
  );
};

/**
 * Makes an account with a one-time password: the given one or a random one. `by` is null for the first of an
 * installation alone.
 * @throws CodedError 409 CL_USER_EXISTS (also for a name in another case, or of a deactivated account),
 * and what `refusePoorPassword` refuses.
 */
export const createAccount = async (
  deps: AccountDeps,
  by: string | null,
  asked: {
    readonly user: string;
    readonly name: string;
    readonly administrator: boolean;
    readonly password?: string | undefined;
    /** What the provider's claim calls the person: they log in there, and have no password here. */
    readonly providerUser?: string | undefined;
  }
): Promise<GivenPassword> => {
  const { providerUser = null } = asked;
  const password = asked.password ?? oneTimePassword();
  refusePoorPassword(password, asked, deps.policy);
  const passwordHash = await hashPassword(password);
  return deps.db.transaction().execute(async trx => {
    if (providerUser !== null) await refuseKnownPerson(trx, providerUser);
    const row = await trx
      .insertInto('account')
      .values({
        id: deps.newId(),
        user_name: asked.user,
        display_name: asked.name,
        password_hash: passwordHash,
        administrator: asked.administrator,
        must_change_password: providerUser === null,
        one_time_until: providerUser === null ? oneTimeUntil(deps.now()) : null,
        provider_user: providerUser,
        created_at: deps.now(),
      })
      .onConflict(conflict => conflict.doNothing())
      .returning(accountColumns)
      .executeTakeFirst();
    if (row === undefined) {
      throw new CodedError(
        409,
        'CL_USER_EXISTS',
        `There is or was an account ${asked.user}; a user name is never given to another person.`
      );
    }
    await recordOfAccount(trx, deps, by, 'account.created', {
      account: row.id,
      administrator: row.administrator,
      byProvider: providerUser !== null,
    });
    return {
      account: viewOf(row),
      oneTimePassword: asked.password === undefined && providerUser === null ? password : null,
    };
  });
};

/** What a person was let in with before must not let anybody in again. */
export const endAccess = async (
  trx: Transaction<Database>,
  accountId: string,
  by: { readonly id: string | null; readonly at: Date }
): Promise<void> => {
  await trx.deleteFrom('session').where('account_id', '=', accountId).execute();
  await endApiTokens(trx, accountId, by);
};

/**
 * Of several who end each other's right at once one is left: asked before any other account is locked, this locks all
 * that have it, in one order.
 * @throws CodedError 409 CL_LAST_ADMINISTRATOR when nobody else could make accounts any more.
 */
export const refuseLastAdministrator = async (
  trx: Transaction<Database>,
  userName: string
): Promise<void> => {
  const rows = await trx
    .selectFrom('account')
    .select('user_name')
    .where('administrator', '=', true)
    .where('active', '=', true)
    .orderBy('id')
    .forUpdate()
    .execute();
  const [first, ...more] = rows;
  if (more.length > 0 || first?.user_name !== userName) return;
  throw new CodedError(
    409,
    'CL_LAST_ADMINISTRATOR',
    'This is the last active administrator of the installation; make another one first.'
  );
};

/**
 * Closes an account, or opens it again; what it signed and was granted stays. Closing ends its sessions and API tokens
 * for good. Does nothing, and records nothing, where it already is so.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_LAST_ADMINISTRATOR.
 */
export const setActive = async (
  deps: AccountDeps,
  by: string,
  asked: { readonly user: string; readonly active: boolean; readonly reason: string }
): Promise<AccountView> =>
  deps.db.transaction().execute(async trx => {
    if (!asked.active) await refuseLastAdministrator(trx, asked.user);
    const row = await lockAccount(trx, asked.user);
    if (row.active === asked.active) return viewOf(row);
    await trx
      .updateTable('account')
      .set({ active: asked.active })
      .where('id', '=', row.id)
      .execute();
    if (!asked.active) await endAccess(trx, row.id, { id: by, at: deps.now() });
    const act = asked.active ? 'account.reactivated' : 'account.deactivated';
    await trx
      .insertInto('account_change')
      .values({
        id: deps.newId(),
        account_id: row.id,
        act,
        reason: asked.reason,
        changed_by: by,
        changed_at: deps.now(),
      })
      .execute();
    await recordOfAccount(trx, deps, by, act, {
      account: row.id,
      reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
    });
    return viewOf({ ...row, active: asked.active });
  });

/**
 * The first account of an empty installation: its administrator, with a one-time password. Null where there are accounts.
 * Several processes that start together make one.
 */
export const firstAdministrator = async (
  deps: AccountDeps,
  userName: string
): Promise<{ identity: AccountIdentity; oneTimePassword: string } | null> => {
  const any = await deps.db
    .selectFrom('account')
    .select(sql<number>`1`.as('one'))
    .limit(1)
    .executeTakeFirst();
  if (any !== undefined) return null;
  try {
    const displayName = 'Administrator';
    const { oneTimePassword: password } = await createAccount(deps, null, {
      ...{ user: userName, name: displayName, administrator: true },
    });
    const { id } = await deps.db
      .selectFrom('account')
      .select('id')
      .where('user_name', '=', userName)
      .executeTakeFirstOrThrow();
    return password === null
      ? null
      : { identity: { id, userName, displayName }, oneTimePassword: password };
  } catch (reason) {
    if (reason instanceof CodedError && reason.code === 'CL_USER_EXISTS') return null;
    throw reason;
  }
};
