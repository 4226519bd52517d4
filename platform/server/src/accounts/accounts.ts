import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { hashPassword, verifyAgainstNobody, verifyPassword } from './password.js';
import { clockSlackMs, type AccessPolicy } from './policy.js';

export interface AccountIdentity {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
}

export interface NewAccount {
  readonly userName: string;
  readonly displayName: string;
  readonly password: string;
  /** May make accounts and new trials. */
  readonly administrator?: boolean;
}

/** Creates an account of the demonstration, whose password is known, or returns the one of that user name as it is. */
export const ensureAccount = async (
  deps: { db: Kysely<Database>; now: () => Date; newId: () => string },
  account: NewAccount
): Promise<AccountIdentity> => {
  await deps.db
    .insertInto('account')
    .values({
      id: deps.newId(),
      user_name: account.userName,
      display_name: account.displayName,
      password_hash: await hashPassword(account.password),
      administrator: account.administrator ?? false,
      created_at: deps.now(),
    })
    .onConflict(conflict => conflict.column('user_name').doNothing())
    .execute();
  const row = await deps.db
    .selectFrom('account')
    .select(['id', 'user_name', 'display_name'])
    .where('user_name', '=', account.userName)
    .executeTakeFirstOrThrow();
  return { id: row.id, userName: row.user_name, displayName: row.display_name };
};

export type PasswordCheck =
  | {
      readonly ok: true;
      readonly account: AccountIdentity;
      /** It is a one-time password: nothing opens with it until it is changed. */
      readonly mustChange: boolean;
    }
  | { readonly ok: false; readonly accountId: string | null; readonly locked: boolean };

/**
 * Checks a password. The attempt is counted before the check, in one statement, so that parallel guesses
 * can't exceed the limit; success sets the count back. At the limit the account is locked for a time.
 */
export const checkPassword = async (
  deps: { db: Kysely<Database>; now: () => Date; policy: AccessPolicy },
  userName: string,
  password: string
): Promise<PasswordCheck> => {
  const now = deps.now();
  const { maxFailedLogins, lockMs } = deps.policy;
  const attempts = sql<number>`case when locked_until is null then failed_logins + 1 else 1 end`;
  const row = await deps.db
    .updateTable('account')
    .set({
      failed_logins: attempts,
      locked_until: sql<Date | null>`case when ${attempts} >= ${maxFailedLogins}
        then ${new Date(now.getTime() + lockMs)}::timestamptz else null end`,
    })
    .where('user_name', '=', userName)
    .where('active', '=', true)
    // Who logs in at the provider has no password here.
    .where('provider_user', 'is', null)
    .where('provider_subject', 'is', null)
    .where(where =>
      where.or([
        where('locked_until', 'is', null),
        where('locked_until', '<=', now),
        // By a clock that was ahead and was set back since: no lock is longer than this.
        where('locked_until', '>', new Date(now.getTime() + lockMs + clockSlackMs)),
      ])
    )
    .returning(['id', 'user_name', 'display_name', 'password_hash', 'locked_until'])
    .returning('must_change_password')
    .executeTakeFirst();
  if (row === undefined) {
    await verifyAgainstNobody(password);
    const known = await deps.db
      .selectFrom('account')
      .select(['id', 'provider_user', 'provider_subject'])
      .where('user_name', '=', userName)
      .executeTakeFirst();
    const byPassword = known?.provider_user === null && known.provider_subject === null;
    return { ok: false, accountId: known?.id ?? null, locked: byPassword };
  }
  if (!(await verifyPassword(row.password_hash, password))) {
    return { ok: false, accountId: row.id, locked: row.locked_until !== null };
  }
  await deps.db
    .updateTable('account')
    .set({ failed_logins: 0, locked_until: null })
    .where('id', '=', row.id)
    .execute();
  return {
    ok: true,
    mustChange: row.must_change_password,
    account: { id: row.id, userName: row.user_name, displayName: row.display_name },
  };
};
