import { hash } from '@node-rs/argon2';
import type { AccountIdentity, NewAccount } from '../accounts/accounts.js';
import type { ServerDeps } from '../http/server-deps.js';
import { password } from './http-client.js';

/**
 * A hash says itself what checking it costs: this one little, and it is made once. What a real one costs is
 * password.test.ts's.
 */
const hashed = hash(password, { memoryCost: 1024, timeCost: 1, parallelism: 1 });

/** Makes a person who logs in with `password`, or returns who has that user name, like `ensureAccount`. */
export const testAccount = async (
  { db, newId, now }: Pick<ServerDeps, 'db' | 'newId' | 'now'>,
  { userName, displayName, administrator = false }: Omit<NewAccount, 'password'>
): Promise<AccountIdentity> => {
  await db
    .insertInto('account')
    .values({
      ...{ id: newId(), user_name: userName, display_name: displayName, administrator },
      ...{ password_hash: await hashed, created_at: now() },
    })
    .onConflict(conflict => conflict.column('user_name').doNothing())
    .execute();
  return db
    .selectFrom('account')
    .select(['id', 'user_name as userName', 'display_name as displayName'])
    .where('user_name', '=', userName)
    .executeTakeFirstOrThrow();
};
