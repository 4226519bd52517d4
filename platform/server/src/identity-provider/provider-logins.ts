import type { Kysely } from 'kysely';
import { hashText } from '../audit/canonical-json.js';
import { randomToken } from '../accounts/sessions.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { LoginChecks } from './identity-provider.js';

export const loginPurposes = ['login', 'renew', 'sign'] as const;

/** Why a browser is sent to the provider; `link` binds the account of a session to a person there. */
export type LoginPurpose = (typeof loginPurposes)[number] | 'link';

export interface ProviderLogin {
  readonly purpose: LoginPurpose;
  /** Of the session from which it began; null where there was none. */
  readonly sessionHash: string | null;
  /** Of the window that waits for its end; null where the same window goes on. */
  readonly windowId: string | null;
  /** Where the browser goes afterwards, a path of this server. */
  readonly next: string;
  readonly begunAt: Date;
}

interface LoginDeps {
  readonly db: Kysely<Database>;
  readonly now: () => Date;
}

/** How long a person may take at the provider. */
export const loginMs = 10 * 60_000;

/** Keeps what a login began with, and returns the token for the browser's cookie; the database has its hash alone. */
export const keepLogin = async (
  { db, now }: LoginDeps,
  login: Omit<ProviderLogin, 'begunAt'>,
  checks: LoginChecks
): Promise<string> => {
  const token = randomToken();
  const at = now();
  await db
    .deleteFrom('provider_login')
    .where('begun_at', '<', new Date(at.getTime() - loginMs))
    .execute();
  await db
    .insertInto('provider_login')
    .values({
      ...{ id_hash: hashText(token), purpose: login.purpose, begun_at: at },
      ...{ sent_state: checks.state, nonce: checks.nonce, verifier: checks.verifier },
      ...{ session_hash: login.sessionHash, window_id: login.windowId, next: login.next },
    })
    .execute();
  return token;
};

/**
 * What a login began with, once: whoever comes with the same cookie again finds nothing.
 * @throws CodedError 401 CL_PROVIDER_LOGIN_UNKNOWN
 */
export const takeLogin = async (
  { db, now }: LoginDeps,
  token: string | undefined
): Promise<ProviderLogin & { readonly checks: LoginChecks }> => {
  const row =
    token === undefined
      ? undefined
      : await db
          .deleteFrom('provider_login')
          .where('id_hash', '=', hashText(token))
          .returningAll()
          .executeTakeFirst();
  const age = row === undefined ? Infinity : now().getTime() - row.begun_at.getTime();
  if (row === undefined || age >= loginMs) {
    throw new CodedError(
      401,
      'CL_PROVIDER_LOGIN_UNKNOWN',
      'This login was begun too long ago, or in another browser. Begin again.'
    );
  }
  const { sent_state: state, nonce, verifier } = row;
  return {
    ...{ purpose: row.purpose, sessionHash: row.session_hash, windowId: row.window_id },
    ...{ next: row.next, begunAt: row.begun_at, checks: { state, nonce, verifier } },
  };
};
