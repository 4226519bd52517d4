import type { Kysely, Transaction } from 'kysely';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { CodedError } from '../http/coded-error.js';
import type { AccountIdentity } from './accounts.js';
import type { SecondFactorDeps } from './check-second-factor.js';
import type { SecondFactorRule } from './policy.js';
import { makeRecoveryCodes, recoveryCodesLeft } from './recovery-codes.js';
import { opened, sealed } from './sealed-secret.js';
import { newTimeSecret, stepOfCode, timeKeyOf, type TimeKey } from './time-codes.js';

/** How long a key that was shown waits for its first code. */
const pendingMs = 60 * 60_000;

/** What apps show above the code. */
const issuer = 'Corelab';

export const wrongCode = (): CodedError =>
  new CodedError(
    401,
    'CL_SECOND_FACTOR_WRONG',
    'The code is not right. It changes every 30 seconds; if none is taken, see that the clock of the device is right.'
  );

/** Whether the installation requires a second factor of an account. */
export const secondFactorRequired = async (
  db: Kysely<Database>,
  rule: SecondFactorRule,
  accountId: string
): Promise<boolean> => {
  if (rule !== 'administrators') return rule === 'everybody';
  const row = await db
    .selectFrom('account')
    .select(eb =>
      eb
        .or([
          eb('administrator', '=', true),
          eb.exists(
            eb
              .selectFrom('trial_role')
              .select('trial_role.account_id')
              .whereRef('trial_role.account_id', '=', 'account.id')
              .where('trial_role.role', '=', 'admin')
          ),
        ])
        .as('required')
    )
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Boolean(row.required);
};

export interface SecondFactorState {
  /** Since when it is asked for at login; null where there is none. */
  readonly since: string | null;
  readonly required: boolean;
  readonly recoveryCodesLeft: number;
}

export const secondFactorOf = async (
  { db, policy }: Pick<SecondFactorDeps, 'db' | 'policy'>,
  accountId: string
): Promise<SecondFactorState> => {
  const row = await db
    .selectFrom('second_factor')
    .select('confirmed_at')
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return {
    since: row?.confirmed_at?.toISOString() ?? null,
    required: await secondFactorRequired(db, policy.secondFactor, accountId),
    recoveryCodesLeft: await recoveryCodesLeft(db, accountId),
  };
};

const record = (
  trx: Transaction<Database>,
  deps: SecondFactorDeps,
  accountId: string,
  act: string
) =>
  appendAudit(trx, systemChain, {
    act,
    at: deps.now().toISOString(),
    zone: deps.zone,
    by: accountId,
    details: { account: accountId },
  });

/**
 * Makes a key for an account and tells it this once. It is asked for from its first code on; a second factor that the account
 * has goes on until then.
 */
export const beginSecondFactor = (
  deps: SecondFactorDeps,
  account: Pick<AccountIdentity, 'id' | 'userName'>
): Promise<TimeKey> =>
  deps.db.transaction().execute(async trx => {
    const secret = newTimeSecret();
    const pending = {
      pending_secret: sealed(deps.secondFactorKey, account.id, secret),
      pending_at: deps.now(),
    };
    await trx
      .insertInto('second_factor')
      .values({ account_id: account.id, ...pending })
      .onConflict(conflict => conflict.column('account_id').doUpdateSet(pending))
      .execute();
    await record(trx, deps, account.id, 'secondFactor.keyShown');
    return timeKeyOf(secret, account.userName, issuer);
  });

/**
 * The first code of a key that was shown: from now on the login asks for it. Returns the recovery codes, told this once.
 * @throws CodedError 409 CL_SECOND_FACTOR_NOT_BEGUN, 401 CL_SECOND_FACTOR_WRONG.
 */
export const confirmSecondFactor = (
  deps: SecondFactorDeps,
  accountId: string,
  code: string
): Promise<string[]> =>
  deps.db.transaction().execute(async trx => {
    const now = deps.now();
    const row = await trx
      .selectFrom('second_factor')
      .select(['pending_secret', 'pending_at', 'confirmed_at'])
      .where('account_id', '=', accountId)
      .forUpdate()
      .executeTakeFirst();
    const begun = row?.pending_at?.getTime() ?? 0;
    if (row?.pending_secret == null || now.getTime() - begun >= pendingMs) {
      throw new CodedError(
        409,
        'CL_SECOND_FACTOR_NOT_BEGUN',
        'No key waits for its first code (one waits an hour). Have a new key shown and scan it.'
      );
    }
    const secret = opened(deps.secondFactorKey, accountId, row.pending_secret);
    const step = stepOfCode(secret, code.replaceAll(/[\s-]/g, ''), now);
    if (step === null) throw wrongCode();
    await trx
      .updateTable('second_factor')
      .set({
        ...{ secret: row.pending_secret, confirmed_at: now, last_step: step },
        ...{ pending_secret: null, pending_at: null, failed_codes: 0, locked_until: null },
      })
      .where('account_id', '=', accountId)
      .execute();
    await record(
      trx,
      deps,
      accountId,
      row.confirmed_at === null ? 'secondFactor.begun' : 'secondFactor.replaced'
    );
    return makeRecoveryCodes(trx, deps, accountId);
  });

/** Makes the recovery codes of an account that has a second factor anew; the old ones are nothing. */
export const renewRecoveryCodes = (deps: SecondFactorDeps, accountId: string): Promise<string[]> =>
  deps.db.transaction().execute(async trx => {
    await record(trx, deps, accountId, 'secondFactor.recoveryCodesMade');
    return makeRecoveryCodes(trx, deps, accountId);
  });

/** Takes the second factor of an account away, in the transaction of the act that brings it about; whether there was one. */
export const dropSecondFactor = async (
  trx: Transaction<Database>,
  accountId: string
): Promise<boolean> => {
  await trx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  const gone = await trx
    .deleteFrom('second_factor')
    .where('account_id', '=', accountId)
    .returning('confirmed_at')
    .executeTakeFirst();
  return gone !== undefined && gone.confirmed_at !== null;
};

/**
 * A person ends their own second factor.
 * @throws CodedError 409 CL_SECOND_FACTOR_REQUIRED where the installation requires it of them.
 */
export const endSecondFactor = async (deps: SecondFactorDeps, accountId: string): Promise<void> => {
  if (await secondFactorRequired(deps.db, deps.policy.secondFactor, accountId)) {
    throw new CodedError(
      409,
      'CL_SECOND_FACTOR_REQUIRED',
      'This installation requires a second factor of you. You can replace it by another one.'
    );
  }
  await deps.db.transaction().execute(async trx => {
    await dropSecondFactor(trx, accountId);
    await record(trx, deps, accountId, 'secondFactor.ended');
  });
};
