import { hash } from '@node-rs/argon2';
import type { AccountIdentity, NewAccount } from '../accounts/accounts.js';
import type { ServerDeps } from '../http/server-deps.js';
import { password } from './http-client.js';

/**
 * A hash says itself what checking it costs: this one little, and it is made once. What a real one costs is
 * password.test.ts's.
 */
const hashed = hash(password, { memoryCost: 1024, timeCost: 1, parallelism: 1 });

/** Makes a person who logs in with `password`. */
export const testAccount = async (
  { db, newId, now }: Pick<ServerDeps, 'db' | 'newId' | 'now'>,
  { userName, displayName, administrator = false }: Omit<NewAccount, 'password'>
): Promise<AccountIdentity> => {
  const id = newId();
  await db
    .insertInto('account')
    .values({
      ...{ id, user_name: userName, display_name: displayName, administrator },
      ...{ password_hash: await hashed, created_at: now() },
    })
    .execute();
  return { id, userName, displayName };
};
