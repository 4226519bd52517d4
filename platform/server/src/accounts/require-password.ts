import { appendAudit, systemChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { takeFreshLogin } from '../identity-provider/fresh-logins.js';
import { isOfProvider } from '../identity-provider/provider-accounts.js';
import { checkPassword, type AccountIdentity } from './accounts.js';

/** The session proves who asks: the lock is no news about somebody else's account. */
const locked = ({ policy }: Pick<ServerDeps, 'policy'>): CodedError => {
  const minutes = Math.round(policy.lockMs / 60_000);
  const tries = policy.maxFailedLogins;
  return new CodedError(
    403,
    'CL_ACCOUNT_LOCKED',
    `The account is locked for ${minutes} minutes after ${tries} wrong passwords.`,
    { minutes, tries }
  );
};

const freshLoginNeeded = (): CodedError =>
  new CodedError(
    403,
    'CL_FRESH_LOGIN_NEEDED',
    'Who logs in with the organisation’s login signs by logging in there again; that login was more than two minutes ago, or was used already. Log in again.'
  );

/**
 * The password again, as every signature asks for it, or of who logs in at the provider, a fresh login there; a wrong one is an
 * audit entry.
 * @throws CodedError 403 CL_PASSWORD_WRONG, CL_ACCOUNT_LOCKED, CL_FRESH_LOGIN_NEEDED
 */
export const requirePassword = async (
  deps: ServerDeps,
  account: AccountIdentity,
  password: string
): Promise<void> => {
  const refused = async (
    details: Readonly<Record<string, unknown>>,
    error: CodedError
  ): Promise<never> => {
    await deps.db.transaction().execute(trx =>
      appendAudit(trx, systemChain, {
        act: 'signature.refused',
        at: deps.now().toISOString(),
        zone: deps.zone,
        by: account.id,
        details,
      })
    );
    throw error;
  };
  if (await isOfProvider(deps.db, account.id)) {
    if (await takeFreshLogin(deps, account.id, password)) return;
    return refused({ reason: 'freshLogin' }, freshLoginNeeded());
  }
  const check = await checkPassword(deps, account.userName, password);
  if (check.ok) return;
  return refused(
    { reason: 'password', locked: check.locked },
    check.locked ? locked(deps) : new CodedError(403, 'CL_PASSWORD_WRONG', 'The password is wrong.')
  );
};
