import type { Kysely, Transaction } from 'kysely';
import { keyedDigest } from '../audit/canonical-json.js';
import type { Database } from '../database/schema.js';
import { CodedError, notFound } from '../http/coded-error.js';
import { lockAccount, recordOfAccount, type AccountDeps } from './account-rows.js';
import { endAccess, oneTimePassword, oneTimeUntil } from './manage-accounts.js';
import { hashPassword } from './password.js';
import { dropSecondFactor } from './second-factor.js';

/** How long a reset that was asked for can be confirmed. */
const openMs = 3 * 24 * 60 * 60_000;

export interface ResetView {
  readonly id: string;
  readonly user: string;
  readonly secondFactor: boolean;
  readonly reason: string;
  readonly askedBy: string | null;
  /** In place of `askedBy`: who did it on the server's machine. */
  readonly operator: string | null;
  readonly askedAt: string;
  readonly state: 'asked' | 'done' | 'refused' | 'withdrawn' | 'tooOld';
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
  readonly decisionReason: string | null;
}

const tooOld = (askedAt: Date, now: Date): boolean => now.getTime() - askedAt.getTime() >= openMs;

/** Resets that wait for a second person, and those that are decided, the newest first. */
export const accountResets = async ({
  db,
  now,
}: Pick<AccountDeps, 'db' | 'now'>): Promise<ResetView[]> => {
  const rows = await db
    .selectFrom('account_reset')
    .innerJoin('account', 'account.id', 'account_reset.account_id')
    .leftJoin('account as asker', 'asker.id', 'account_reset.asked_by')
    .leftJoin('account as decider', 'decider.id', 'account_reset.decided_by')
    .select(['account_reset.id', 'account.user_name', 'account_reset.second_factor'])
    .select(['account_reset.reason', 'asker.user_name as asker', 'account_reset.operator'])
    .select([
      'asked_at',
      'outcome',
      'decider.user_name as decider',
      'decided_at',
      'decision_reason',
    ])
    .orderBy('asked_at', 'desc')
    .orderBy('account_reset.id', 'desc')
    .limit(500)
    .execute();
  return rows.map(row => ({
    id: row.id,
    user: row.user_name,
    secondFactor: row.second_factor,
    reason: row.reason,
    askedBy: row.asker,
    operator: row.operator,
    askedAt: row.asked_at.toISOString(),
    state: row.outcome === 'asked' && tooOld(row.asked_at, now()) ? 'tooOld' : row.outcome,
    decidedBy: row.decider,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
  }));
};

const refuseClosed = ({ active, user_name }: { active: boolean; user_name: string }): void => {
  if (active) return;
  throw new CodedError(
    409,
    'CL_ACCOUNT_CLOSED',
    `The account ${user_name} is closed; open it again first.`
  );
};

/** @throws CodedError 409 CL_SECOND_ADMINISTRATOR where no two administrators beside the person could do it. */
const refuseWithoutTwo = async (trx: Kysely<Database>, personId: string): Promise<void> => {
  const others = await trx
    .selectFrom('account')
    .select('id')
    .where('administrator', '=', true)
    .where('active', '=', true)
    .where('id', '<>', personId)
    .limit(2)
    .execute();
  if (others.length === 2) return;
  throw new CodedError(
    409,
    'CL_SECOND_ADMINISTRATOR',
    'A reset needs two administrators beside the person, one who asks and one who confirms, and this installation has not two. Make another administrator, or have the operator run "npm run reset-access -- USER --operator NAME --reason TEXT" on the server\'s machine.'
  );
};

export interface ResetAsked {
  readonly user: string;
  readonly secondFactor: boolean;
  readonly reason: string;
}

/**
 * Asks that a person who lost their password, or with it their second factor, is let in anew. Nothing changes before
 * another administrator confirms it.
 * @throws CodedError 404 CL_NOT_FOUND; 409 CL_RESET_OWN, CL_ACCOUNT_CLOSED, CL_RESET_ASKED, CL_SECOND_ADMINISTRATOR.
 */
export const askReset = (
  deps: AccountDeps,
  by: string,
  asked: ResetAsked
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const row = await lockAccount(trx, asked.user);
    if (row.id === by) {
      throw new CodedError(
        409,
        'CL_RESET_OWN',
        'Nobody resets their own account. Ask another administrator, or change your password at the login.'
      );
    }
    refuseClosed(row);
    await refuseWithoutTwo(trx, row.id);
    const now = deps.now();
    await trx
      .updateTable('account_reset')
      .set({ outcome: 'withdrawn', decided_at: now })
      .where('account_id', '=', row.id)
      .where('outcome', '=', 'asked')
      .where('asked_at', '<=', new Date(now.getTime() - openMs))
      .execute();
    const id = deps.newId();
    const kept = await trx
      .insertInto('account_reset')
      .values({
        ...{ id, account_id: row.id, second_factor: asked.secondFactor, reason: asked.reason },
        ...{ asked_by: by, asked_at: now, outcome: 'asked' },
      })
      .onConflict(conflict => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (kept === undefined) {
      throw new CodedError(
        409,
        'CL_RESET_ASKED',
        `A reset of ${asked.user} was asked for already; another administrator confirms or refuses it.`
      );
    }
    await recordOfAccount(trx, deps, by, 'account.resetAsked', {
      ...{ reset: id, account: row.id, secondFactor: asked.secondFactor },
      reason: { digest: keyedDigest(deps.auditKey, asked.reason) },
    });
    return { id };
  });

/** Gives the account a one-time password and ends what let anybody in before, inside the caller's transaction. */
const letInAnew = async (
  trx: Transaction<Database>,
  deps: Pick<AccountDeps, 'now'>,
  reset: {
    readonly accountId: string;
    readonly secondFactor: boolean;
    readonly by: string | null;
    readonly passwordHash: string;
  }
): Promise<void> => {
  const { accountId, passwordHash } = reset;
  const at = deps.now();
  await trx
    .updateTable('account')
    .set({
      ...{ password_hash: passwordHash, must_change_password: true },
      ...{ one_time_until: oneTimeUntil(at), failed_logins: 0, locked_until: null },
      // Whoever the provider takes for its person is nobody here from now on.
      ...{ provider_user: null, provider_issuer: null, provider_subject: null },
      provider_auth_time: null,
    })
    .where('id', '=', accountId)
    .execute();
  if (reset.secondFactor) await dropSecondFactor(trx, accountId);
  await endAccess(trx, accountId, { id: reset.by, at });
};

const lockOpen = async (trx: Transaction<Database>, id: string) => {
  const row = await trx
    .selectFrom('account_reset')
    .innerJoin('account', 'account.id', 'account_reset.account_id')
    .select(['account_reset.account_id', 'account_reset.second_factor', 'account_reset.asked_by'])
    .select(['account_reset.asked_at', 'account_reset.outcome'])
    .select(['account.user_name', 'account.active'])
    .where('account_reset.id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw notFound();
  if (row.outcome !== 'asked') {
    throw new CodedError(409, 'CL_RESET_DECIDED', 'This reset was decided already.');
  }
  return row;
};

/**
 * A second administrator confirms a reset: the account gets a one-time password, told this once, its second factor goes where
 * that was asked, and its sessions and API tokens end.
 * @throws CodedError 404 CL_NOT_FOUND; 409 CL_RESET_DECIDED, CL_RESET_SECOND_PERSON, CL_RESET_TOO_OLD, CL_ACCOUNT_CLOSED.
 */
export const confirmReset = async (
  deps: AccountDeps,
  by: string,
  id: string
): Promise<{ user: string; oneTimePassword: string }> => {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return deps.db.transaction().execute(async trx => {
    const row = await lockOpen(trx, id);
    if (by === row.asked_by || by === row.account_id) {
      throw new CodedError(
        409,
        'CL_RESET_SECOND_PERSON',
        'A reset is confirmed by an administrator who neither asked for it nor is the person.'
      );
    }
    if (tooOld(row.asked_at, deps.now())) {
      throw new CodedError(
        409,
        'CL_RESET_TOO_OLD',
        'This reset was asked for more than three days ago; ask for it again.'
      );
    }
    refuseClosed(row);
    const { account_id: accountId, second_factor: secondFactor } = row;
    await letInAnew(trx, deps, { accountId, secondFactor, by, passwordHash });
    await trx
      .updateTable('account_reset')
      .set({ outcome: 'done', decided_by: by, decided_at: deps.now() })
      .where('id', '=', id)
      .execute();
    await recordOfAccount(trx, deps, by, 'account.passwordReset', {
      ...{ reset: id, account: accountId, secondFactor, askedBy: row.asked_by },
    });
    return { user: row.user_name, oneTimePassword: password };
  });
};

/**
 * A reset is not done: whoever asked for it takes it back, another administrator refuses it.
 * @throws CodedError 404 CL_NOT_FOUND; 409 CL_RESET_DECIDED.
 */
export const refuseReset = (
  deps: AccountDeps,
  by: string,
  { id, reason }: { readonly id: string; readonly reason: string }
): Promise<{ id: string }> =>
  deps.db.transaction().execute(async trx => {
    const row = await lockOpen(trx, id);
    const outcome = by === row.asked_by ? 'withdrawn' : 'refused';
    await trx
      .updateTable('account_reset')
      .set({ outcome, decided_by: by, decided_at: deps.now(), decision_reason: reason })
      .where('id', '=', id)
      .execute();
    const act = outcome === 'refused' ? 'account.resetRefused' : 'account.resetWithdrawn';
    await recordOfAccount(trx, deps, by, act, {
      ...{ reset: id, account: row.account_id },
      reason: { digest: keyedDigest(deps.auditKey, reason) },
    });
    return { id };
  });

/**
 * What the operator does on the server's machine where there are no two administrators: the same, with the second factor, by
 * a name and a reason in place of two accounts.
 * @throws CodedError 404 CL_NOT_FOUND, 409 CL_ACCOUNT_CLOSED.
 */
export const resetByOperator = async (
  deps: AccountDeps,
  asked: { readonly user: string; readonly operator: string; readonly reason: string }
): Promise<{ user: string; oneTimePassword: string }> => {
  const password = oneTimePassword();
  const passwordHash = await hashPassword(password);
  return deps.db.transaction().execute(async trx => {
    const row = await lockAccount(trx, asked.user);
    refuseClosed(row);
    const { operator, reason } = asked;
    const id = deps.newId();
    await letInAnew(trx, deps, {
      ...{ accountId: row.id, secondFactor: true, by: null, passwordHash },
    });
    await trx
      .insertInto('account_reset')
      .values({
        ...{ id, account_id: row.id, second_factor: true, reason, operator, outcome: 'done' },
        ...{ asked_at: deps.now(), decided_at: deps.now() },
      })
      .execute();
    await recordOfAccount(trx, deps, null, 'account.passwordReset', {
      ...{ reset: id, account: row.id, secondFactor: true, onServer: true },
      operator: { digest: keyedDigest(deps.auditKey, operator) },
      reason: { digest: keyedDigest(deps.auditKey, reason) },
    });
    return { user: row.user_name, oneTimePassword: password };
  });
};
