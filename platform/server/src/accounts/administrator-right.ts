import { keyedDigest } from '../audit/canonical-json.js';
import {
  lockAccount,
  recordOfAccount,
  viewOf,
  type AccountDeps,
  type AccountView,
} from './account-rows.js';
import { refuseLastAdministrator } from './manage-accounts.js';

/**
 * Makes an account an administrator of the installation, or takes that right from it. Does nothing, and records nothing,
 * where it already is so.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_LAST_ADMINISTRATOR.
 */
export const setAdministrator = (
  deps: AccountDeps,
  by: string,
  asked: { readonly user: string; readonly administrator: boolean; readonly reason: string }
): Promise<AccountView> =>
  deps.db.transaction().execute(async trx => {
    const { administrator, reason } = asked;
    if (!administrator) await refuseLastAdministrator(trx, asked.user);
    const row = await lockAccount(trx, asked.user);
    if (row.administrator === administrator) return viewOf(row);
    await trx.updateTable('account').set({ administrator }).where('id', '=', row.id).execute();
    const act = administrator ? 'account.administratorGiven' : 'account.administratorTaken';
    await trx
      .insertInto('account_change')
      .values({
        ...{ id: deps.newId(), account_id: row.id, act, reason },
        ...{ changed_by: by, changed_at: deps.now() },
      })
      .execute();
    await recordOfAccount(trx, deps, by, act, {
      account: row.id,
      reason: { digest: keyedDigest(deps.auditKey, reason) },
    });
    return viewOf({ ...row, administrator });
  });
