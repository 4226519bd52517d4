import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';

const count = 10;
/** Without those that are taken for one another when written down (Crockford's base 32). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 random bits in four groups. */
const newCode = (): string =>
  [...randomBytes(16)]
    .map(byte => letters[byte & 31] ?? '')
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');

/** A code as it is kept: typed in whatever case, with or without its hyphens. */
const digestOf = (key: string, accountId: string, code: string): string =>
  keyedDigest(key, `${accountId}:${code.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')}`);

export interface RecoveryDeps {
  readonly secondFactorKey: string;
  readonly now: () => Date;
}

/** Replaces the recovery codes of an account, and returns the new ones, which are not kept. */
export const makeRecoveryCodes = async (
  trx: Transaction<Database>,
  { secondFactorKey, now }: RecoveryDeps,
  accountId: string
): Promise<string[]> => {
  const codes = Array.from({ length: count }, newCode);
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  await trx
    .insertInto('recovery_code')
    .values(
      codes.map(code => ({
        ...{ account_id: accountId, code_digest: digestOf(secondFactorKey, accountId, code) },
        made_at: now(),
      }))
    )
    .execute();
  return codes;
};

/** Takes a recovery code, once; false where it is none, or was used. */
export const takeRecoveryCode = async (
  db: Kysely<Database>,
  { secondFactorKey, now }: RecoveryDeps,
  accountId: string,
  code: string
): Promise<boolean> => {
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: now() })
    .where('account_id', '=', accountId)
    .where('code_digest', '=', digestOf(secondFactorKey, accountId, code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst();
  return used !== undefined;
};

/** How many are left. */
export const recoveryCodesLeft = async (
  db: Kysely<Database>,
  accountId: string
): Promise<number> => {
  const { left } = await db
    .selectFrom('recovery_code')
    .select(eb => eb.fn.countAll<number>().as('left'))
    .where('account_id', '=', accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(left);
};
