import { checkSecondFactor } from '../accounts/check-second-factor.js';
import { accountLocked, recordRefusal } from '../accounts/local-login.js';
import { requirePassword } from '../accounts/require-password.js';
import { wrongCode } from '../accounts/second-factor.js';
import type { Session } from '../accounts/sessions.js';
import { CodedError } from './coded-error.js';
import type { ServerDeps } from './server-deps.js';

/**
 * What changes how a person is let in: what may be done with a password alone where there is no second factor, needs a code of it
 * where there is one.
 * @throws CodedError as `requirePassword`; 409 CL_SECOND_FACTOR_NONE; 422 CL_SECOND_FACTOR_NEEDED, CL_SECOND_FACTOR_WRONG,
 * CL_ACCOUNT_LOCKED
 */
export const requireBoth = async (
  deps: ServerDeps,
  { account }: Session,
  given: { readonly password: string; readonly code?: string | undefined },
  { mayHaveNone }: { readonly mayHaveNone: boolean }
): Promise<void> => {
  await requirePassword(deps, account, given.password);
  const { kind } = await checkSecondFactor(deps, account.id, given.code);
  if (kind === 'ok' || (kind === 'none' && mayHaveNone)) return;
  if (kind === 'none') {
    throw new CodedError(409, 'CL_SECOND_FACTOR_NONE', 'You have no second factor.');
  }
  await recordRefusal(deps, 'secondFactor.refused', {
    by: account.id,
    details: { secondFactor: kind },
  });
  if (kind === 'missing') {
    throw new CodedError(
      422,
      'CL_SECOND_FACTOR_NEEDED',
      'Type a code of the second factor that you have, or a recovery code.'
    );
  }
  const refusal = kind === 'locked' ? accountLocked(deps.policy) : wrongCode();
  // 401 would say that the session ended.
  throw new CodedError(422, refusal.code, refusal.message, refusal.body);
};
