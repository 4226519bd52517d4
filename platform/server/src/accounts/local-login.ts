import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import { CodedError } from '../http/coded-error.js';
import type { ServerDeps } from '../http/server-deps.js';
import { checkPassword, type AccountIdentity } from './accounts.js';
import { changePassword, refuseUnfitPassword } from './change-password.js';
import { checkSecondFactor } from './check-second-factor.js';
import type { AccessPolicy } from './policy.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  secondFactorRequired,
  wrongCode,
} from './second-factor.js';
import type { TimeKey } from './time-codes.js';

/** What a person gives who logs in with an account of this installation. */
export interface LocalLogin {
  readonly user: string;
  readonly password: string;
  readonly newPassword?: string | undefined;
  /** Of the second factor: from the app, or a recovery code. */
  readonly code?: string | undefined;
}

/** How the person came in; the caller's entry says it. */
export interface LetIn {
  readonly account: AccountIdentity;
  /** By what beside the password. */
  readonly secondFactor: 'none' | 'code' | 'recoveryCode' | 'begun';
  /** Of a second factor that began with this login; told this once. */
  readonly recoveryCodes: readonly string[];
}

/** A one-time password opens nothing but the way to one of one's own. */
export const passwordChangeNeeded = ({
  passwordLength,
}: Pick<AccessPolicy, 'passwordLength'>): CodedError =>
  new CodedError(
    403,
    'CL_PASSWORD_CHANGE_NEEDED',
    'This is a one-time password. Log in on the login page and choose one of your own.',
    { least: passwordLength }
  );

const oneTimeTooLate = (): CodedError =>
  new CodedError(
    403,
    'CL_ONE_TIME_ENDED',
    'This one-time password was not used in time. Ask an administrator for another one.'
  );

const isTooLate = async (
  { db, now }: Pick<ServerDeps, 'db' | 'now'>,
  accountId: string
): Promise<boolean> => {
  const { one_time_until: until } = await db
    .selectFrom('account')
    .select('one_time_until')
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return until !== null && until <= now();
};

const codeNeeded = (): CodedError =>
  new CodedError(
    403,
    'CL_SECOND_FACTOR_NEEDED',
    'The password is right. Type the code of the authenticator app, or a recovery code.'
  );

const factorNeeded = (key: TimeKey | null): CodedError =>
  new CodedError(
    403,
    'CL_SECOND_FACTOR_ENROL',
    'This installation requires a second factor, and you have none yet. Log in on the login page, which shows the key for an authenticator app.',
    key === null ? {} : { key: key.key, picture: key.picture }
  );

/** The lock, towards who has given the right password or holds the session: no news about somebody else's account. */
export const accountLocked = ({
  lockMs,
  maxFailedLogins,
}: Pick<AccessPolicy, 'lockMs' | 'maxFailedLogins'>): CodedError => {
  const facts = { minutes: Math.round(lockMs / 60_000), tries: maxFailedLogins };
  return new CodedError(
    401,
    'CL_ACCOUNT_LOCKED',
    `The account is locked for ${facts.minutes} minutes after ${facts.tries} wrong passwords or codes.`,
    facts
  );
};

/** What a login is refused with after an entry of it. */
export interface Refused {
  readonly error: CodedError;
  /** The one whose account it is; null where there is none of that name. */
  readonly by: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

export type LoginOutcome = { readonly letIn: LetIn } | { readonly refused: Refused };

/**
 * Lets a person in by their password and, where they have one, their second factor; a one-time password is replaced, and a
 * second factor that is required and missing begins, in the same step. Nothing is changed before all that is asked for is
 * right. Where `inPlace`, neither of the two can be done, and it says where.
 */
export const logInLocally = async (
  deps: ServerDeps,
  asked: LocalLogin,
  { inPlace = false } = {}
): Promise<LoginOutcome> => {
  const { user, password, newPassword, code } = asked;
  const check = await checkPassword(deps, user, password);
  if (!check.ok) {
    const details = { locked: check.locked, user: keyedDigest(deps.auditKey, user) };
    const wrong = new CodedError(401, 'CL_PASSWORD_WRONG', 'The password is wrong.');
    const error = check.locked ? accountLocked(deps.policy) : wrong;
    return { refused: { error, by: check.accountId, details } };
  }
  const { account } = check;
  const refuse = (error: CodedError, details: Refused['details']): LoginOutcome => ({
    refused: { error, by: account.id, details },
  });
  if (check.mustChange && (await isTooLate(deps, account.id))) {
    return refuse(oneTimeTooLate(), { oneTimePassword: true, tooLate: true });
  }
  if (check.mustChange && (inPlace || newPassword === undefined)) {
    return refuse(passwordChangeNeeded(deps.policy), { oneTimePassword: true });
  }
  const replaces = inPlace ? undefined : newPassword;
  if (replaces !== undefined) refuseUnfitPassword(deps.policy, account, password, replaces);
  const factor = await checkSecondFactor(deps, account.id, code);
  const enrols =
    factor.kind === 'none' &&
    (await secondFactorRequired(deps.db, deps.policy.secondFactor, account.id));
  if (enrols && (inPlace || code === undefined)) {
    const key = inPlace ? null : await beginSecondFactor(deps, account);
    return refuse(factorNeeded(key), { secondFactor: 'notBegun' });
  }
  if (factor.kind === 'missing') return refuse(codeNeeded(), { secondFactor: 'missing' });
  if (factor.kind === 'locked') {
    return refuse(accountLocked(deps.policy), { secondFactor: 'wrong', locked: true });
  }
  if (factor.kind === 'wrong' || factor.kind === 'used') {
    return refuse(wrongCode(), { secondFactor: factor.kind, locked: false });
  }
  let recoveryCodes: readonly string[] = [];
  if (enrols) {
    try {
      recoveryCodes = await confirmSecondFactor(deps, account.id, code ?? '');
    } catch (reason) {
      if (!(reason instanceof CodedError)) throw reason;
      return refuse(reason, { secondFactor: 'wrong', locked: false });
    }
  }
  if (replaces !== undefined) await changePassword(deps, account, password, replaces);
  const secondFactor = factor.kind === 'ok' ? factor.by : enrols ? 'begun' : 'none';
  return { letIn: { account, secondFactor, recoveryCodes } };
};

/** The entry of a login that was refused. */
export const recordRefusal = (
  deps: Pick<ServerDeps, 'db' | 'now' | 'zone'>,
  act: string,
  { by, details }: Pick<Refused, 'by' | 'details'>
): Promise<unknown> =>
  deps.db.transaction().execute(trx =>
    appendAudit(trx, systemChain, {
      ...{ act, at: deps.now().toISOString(), zone: deps.zone },
      ...{ by, details },
    })
  );
