import { sql } from 'kysely';
import type { ServerDeps } from '../http/server-deps.js';
import { takeRecoveryCode } from './recovery-codes.js';
import { opened } from './sealed-secret.js';
import { stepOfCode } from './time-codes.js';

export type SecondFactorDeps = Pick<
  ServerDeps,
  'db' | 'now' | 'zone' | 'policy' | 'secondFactorKey'
>;

/** `none`: the account has no second factor. */
export type SecondFactorCheck =
  | { readonly kind: 'none' | 'missing' | 'wrong' | 'used' | 'locked' }
  | { readonly kind: 'ok'; readonly by: 'code' | 'recoveryCode' };

/**
 * Checks the code that is asked for after the password. As with passwords the attempt is counted before the check, in one
 * statement, and at the limit no further code is looked at for a time. A code is taken once: of two requests with the same
 * one, at whatever process, the second is refused (`used`).
 */
export const checkSecondFactor = async (
  deps: SecondFactorDeps,
  accountId: string,
  code: string | undefined
): Promise<SecondFactorCheck> => {
  const { db, policy, secondFactorKey } = deps;
  const now = deps.now();
  const factor = await db
    .selectFrom('second_factor')
    .select('secret')
    .where('account_id', '=', accountId)
    .where('secret', 'is not', null)
    .executeTakeFirst();
  if (factor === undefined) return { kind: 'none' };
  if (code === undefined) return { kind: 'missing' };
  const { maxFailedLogins, lockMs } = policy;
  const attempts = sql<number>`case when locked_until is null then failed_codes + 1 else 1 end`;
  const counted = await db
    .updateTable('second_factor')
    .set({
      failed_codes: attempts,
      locked_until: sql<Date | null>`case when ${attempts} >= ${maxFailedLogins}
        then ${new Date(now.getTime() + lockMs)}::timestamptz else null end`,
    })
    .where('account_id', '=', accountId)
    .where(where => where.or([where('locked_until', 'is', null), where('locked_until', '<=', now)]))
    .returning(['secret', 'locked_until'])
    .executeTakeFirst();
  if (counted?.secret == null) return { kind: 'locked' };
  const refused: SecondFactorCheck = {
    kind: counted.locked_until === null ? 'wrong' : 'locked',
  };
  const free = { failed_codes: 0, locked_until: null };
  const mine = db.updateTable('second_factor').where('account_id', '=', accountId);
  const digits = code.replaceAll(/[\s-]/g, '');
  if (!/^\d{6}$/.test(digits)) {
    if (!(await takeRecoveryCode(db, deps, accountId, code))) return refused;
    await mine.set(free).execute();
    return { kind: 'ok', by: 'recoveryCode' };
  }
  const step = stepOfCode(opened(secondFactorKey, accountId, counted.secret), digits, now);
  if (step === null) return refused;
  const taken = await mine
    .set({ ...free, last_step: step })
    .where(where => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
    .returning('account_id')
    .executeTakeFirst();
  if (taken !== undefined) return { kind: 'ok', by: 'code' };
  return refused.kind === 'locked' ? refused : { kind: 'used' };
};
