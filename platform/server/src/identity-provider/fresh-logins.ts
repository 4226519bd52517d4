import type { Kysely, Transaction } from 'kysely';
import { hashText } from '../audit/canonical-json.js';
import { randomToken } from '../accounts/sessions.js';
import type { Database } from '../database/schema.js';

/** How long a person who logged in anew has to press the button. */
const freshMs = 2 * 60_000;

/** What a person who has just logged in at the provider signs with, once and soon, in place of a password. */
export const giveFreshLogin = async (
  trx: Transaction<Database>,
  accountId: string,
  now: Date
): Promise<string> => {
  const secret = randomToken();
  await trx.deleteFrom('fresh_login').where('until', '<', now).execute();
  await trx
    .insertInto('fresh_login')
    .values({
      ...{ secret_hash: hashText(secret), account_id: accountId },
      until: new Date(now.getTime() + freshMs),
    })
    .execute();
  return secret;
};

/** Whether a secret is of a fresh login of this account; it is none afterwards. */
export const takeFreshLogin = async (
  { db, now }: { readonly db: Kysely<Database>; readonly now: () => Date },
  accountId: string,
  secret: string
): Promise<boolean> => {
  const taken = await db
    .deleteFrom('fresh_login')
    .where('secret_hash', '=', hashText(secret))
    .where('account_id', '=', accountId)
    .where('until', '>', now())
    .returning('secret_hash')
    .executeTakeFirst();
  return taken !== undefined;
};
