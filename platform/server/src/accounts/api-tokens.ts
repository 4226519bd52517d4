import type { Kysely, Transaction } from 'kysely';
import { hashText } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { lockAccount, recordOfAccount, type AccountDeps } from './account-rows.js';
import type { AccountIdentity } from './accounts.js';
import { randomToken } from './sessions.js';

/** What is known of a token: never the token, of which the database has the hash alone. */
export interface ApiTokenView {
  readonly id: string;
  /** What it is for, in the words of whoever made it. */
  readonly name: string;
  readonly createdAt: string;
  /** The user name of whoever made it; null for those of the server itself. */
  readonly createdBy: string | null;
  /** To the minute; null while it was never used. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
}

export interface GivenToken {
  readonly id: string;
  /** Said this once. */
  readonly token: string;
}

/** How stale `last_used_at` may be, ms: writing at every call would cost more than it tells. */
const usedEveryMs = 60_000;

/** A token of the server's own making, for its own command line. @returns the token */
export const issueApiToken = async (
  deps: { db: Kysely<Database>; now: () => Date },
  accountId: string
): Promise<string> => {
  const token = randomToken();
  await deps.db
    .insertInto('api_token')
    .values({
      ...{ token_hash: hashText(token), account_id: accountId, created_at: deps.now() },
      name: 'command line of the server',
    })
    .execute();
  return token;
};

/** The active account of an API token that is not revoked. */
export const accountOfApiToken = async (
  deps: { readonly db: Kysely<Database>; readonly now: () => Date },
  token: string
): Promise<AccountIdentity | undefined> => {
  const row = await deps.db
    .selectFrom('api_token')
    .innerJoin('account', 'account.id', 'api_token.account_id')
    .select(['account.id', 'account.user_name', 'account.display_name'])
    .select(['api_token.id as token_id', 'api_token.last_used_at'])
    .where('token_hash', '=', hashText(token))
    .where('revoked_at', 'is', null)
    .where('account.active', '=', true)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const now = deps.now();
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() >= usedEveryMs) {
    await deps.db
      .updateTable('api_token')
      .set({ last_used_at: now })
      .where('id', '=', row.token_id)
      .execute();
  }
  return { id: row.id, userName: row.user_name, displayName: row.display_name };
};

/** The id of the account that tokens are asked of. @throws CodedError 404 CL_NOT_FOUND. */
const ownerNamed = async (db: Kysely<Database>, user: string): Promise<string> => {
  const row = await db
    .selectFrom('account')
    .select('id')
    .where('user_name', '=', user)
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  return row.id;
};

/** All tokens that an account has or had, the oldest first. @throws CodedError 404 CL_NOT_FOUND. */
export const apiTokensOf = async (db: Kysely<Database>, user: string): Promise<ApiTokenView[]> => {
  const owner = await ownerNamed(db, user);
  const rows = await db
    .selectFrom('api_token')
    .leftJoin('account as maker', 'maker.id', 'api_token.created_by')
    .select(['api_token.id', 'api_token.name', 'api_token.created_at', 'api_token.last_used_at'])
    .select(['api_token.revoked_at', 'maker.user_name as maker'])
    .where('api_token.account_id', '=', owner)
    .orderBy('api_token.created_at')
    .orderBy('api_token.id')
    .execute();
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    createdBy: row.maker,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
};

/**
 * Makes a token with which a program acts as its person.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_ACCOUNT_CLOSED.
 */
export const giveApiToken = (
  deps: AccountDeps,
  by: string,
  asked: { readonly user: string; readonly name: string }
): Promise<GivenToken> =>
  deps.db.transaction().execute(async trx => {
    const owner = await lockAccount(trx, asked.user);
    if (!owner.active) {
      throw new CodedError(409, 'CL_ACCOUNT_CLOSED', `The account ${asked.user} is closed.`);
    }
    const token = randomToken();
    const id = deps.newId();
    await trx
      .insertInto('api_token')
      .values({
        ...{ id, token_hash: hashText(token), account_id: owner.id, name: asked.name },
        ...{ created_at: deps.now(), created_by: by },
      })
      .execute();
    await recordOfAccount(trx, deps, by, 'token.given', { token: id, account: owner.id });
    return { id, token };
  });

/**
 * Ends a token for good.
 * @throws CodedError 404 CL_NOT_FOUND, also for a token of another account; 409 CL_TOKEN_REVOKED.
 */
export const revokeApiToken = (
  deps: AccountDeps,
  by: string,
  asked: { readonly user: string; readonly id: string }
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const owner = await ownerNamed(trx, asked.user);
    const row = await trx
      .selectFrom('api_token')
      .select('revoked_at')
      .where('id', '=', asked.id)
      .where('account_id', '=', owner)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) throw notFound();
    if (row.revoked_at !== null) {
      throw new CodedError(409, 'CL_TOKEN_REVOKED', 'This token was revoked already.');
    }
    await trx
      .updateTable('api_token')
      .set({ revoked_at: deps.now(), revoked_by: by })
      .where('id', '=', asked.id)
      .execute();
    await recordOfAccount(trx, deps, by, 'token.revoked', { token: asked.id, account: owner });
    return { id: asked.id };
  });

/** Ends all tokens of an account; the act that brings it about is the entry. */
export const endApiTokens = async (
  trx: Transaction<Database>,
  accountId: string,
  by: { readonly id: string | null; readonly at: Date }
): Promise<void> => {
  await trx
    .updateTable('api_token')
    .set({ revoked_at: by.at, revoked_by: by.id })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute();
};
