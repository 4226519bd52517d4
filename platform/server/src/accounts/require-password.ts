import { appendAudit, systemChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { checkPassword, type AccountIdentity } from './accounts.js';

/**
 * The password again, as every signature asks for it; a wrong one is an audit entry.
 * @throws CodedError 403 CL_PASSWORD_WRONG, CL_ACCOUNT_LOCKED
 */
export const requirePassword = async (
  deps: ServerDeps,
  account: AccountIdentity,
  password: string
): Promise<void> => {
  const check = await checkPassword(deps, account.userName, password);
  if (check.ok) return;
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, systemChain, {
      act: 'signature.refused',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: account.id,
      details: { reason: 'password', locked: check.locked },
    })
  );
  if (!check.locked) throw new CodedError(403, 'CL_PASSWORD_WRONG', 'The password is wrong.');
  // The session proves who asks: the lock is no news about somebody else's account.
  const minutes = Math.round(deps.policy.lockMs / 60_000);
  const tries = deps.policy.maxFailedLogins;
  throw new CodedError(
    403,
    'CL_ACCOUNT_LOCKED',
    `The account is locked for ${minutes} minutes after ${tries} wrong passwords.`,
    { minutes, tries }
  );
};
