import { appendAudit, systemChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { refuseShortPassword } from './accounts.js';
import { hashPassword, verifyPassword } from './password.js';

/**
 * Replaces a person's own password, which they have just given. Of two that change it at once the second is refused.
 * @throws CodedError 422 CL_PASSWORD_SHORT, 422 CL_PASSWORD_SAME, 409 CL_PASSWORD_CHANGED.
 */
export const changePassword = async (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone'>,
  accountId: string,
  old: string,
  fresh: string
): Promise<void> => {
  refuseShortPassword(fresh);
  if (fresh === old) {
    throw new CodedError(
      422,
      'CL_PASSWORD_SAME',
      'The new password is the one you had; choose another.'
    );
  }
  const passwordHash = await hashPassword(fresh);
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
