import { appendAudit, systemChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import type { AccountIdentity } from './accounts.js';
import { refusePoorPassword } from './password-rules.js';
import { hashPassword, verifyPassword } from './password.js';
import type { AccessPolicy } from './policy.js';

/**
 * What `changePassword` would refuse of the new password; nothing is changed.
 * @throws CodedError 422 CL_PASSWORD_SHORT, CL_PASSWORD_LONG, CL_PASSWORD_NAME, CL_PASSWORD_COMMON, CL_PASSWORD_SAME.
 */
export const refuseUnfitPassword = (
  policy: AccessPolicy,
  account: AccountIdentity,
  old: string,
  fresh: string
): void => {
  refusePoorPassword(fresh, { user: account.userName, name: account.displayName }, policy);
  if (fresh !== old) return;
  throw new CodedError(
    422,
    'CL_PASSWORD_SAME',
    'The new password is the one you had; choose another.'
  );
};

/**
 * Replaces a person's own password, which they have just given. Of two that change it at once the second is refused.
 * @throws CodedError 409 CL_PASSWORD_CHANGED, and what `refuseUnfitPassword` refuses.
 */
export const changePassword = async (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone' | 'policy'>,
  account: AccountIdentity,
  old: string,
  fresh: string
): Promise<void> => {
  refuseUnfitPassword(deps.policy, account, old, fresh);
  const passwordHash = await hashPassword(fresh);
  const accountId = account.id;
  await deps.db.transaction().execute(async trx => {
    const row = await trx
      .selectFrom('account')
      .select('password_hash')
      .where('id', '=', accountId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (!(await verifyPassword(row.password_hash, old))) {
      throw new CodedError(
        409,
        'CL_PASSWORD_CHANGED',
        'The password was changed meanwhile. Log in again.'
      );
    }
    await trx
      .updateTable('account')
      .set({ password_hash: passwordHash, must_change_password: false })
      .where('id', '=', accountId)
      .execute();
    await appendAudit(trx, systemChain, {
      act: 'account.passwordChanged',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: accountId,
      details: { account: accountId },
    });
  });
};
