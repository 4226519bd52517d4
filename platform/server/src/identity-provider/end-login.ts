import type { FastifyBaseLogger } from 'fastify';
import type { Transaction } from 'kysely';
import type { AccountIdentity } from '../accounts/accounts.js';
import { recordRefusal } from '../accounts/local-login.js';
import { closeSession, openSession } from '../accounts/sessions.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import type { Database } from '../database/schema.js';
import { hatNamed } from '../hats/hat.js';
import { CodedError } from '../http/coded-error.js';
import type { ProviderEnd } from '../http/provider-pages.js';
import type { ServerDeps } from '../http/server-deps.js';
import { giveFreshLogin } from './fresh-logins.js';
import type { IdentityProvider, ProviderPerson } from './identity-provider.js';
import { digestOfPerson, freshAccount, linkAccount } from './provider-accounts.js';
import { takeLogin, type ProviderLogin } from './provider-logins.js';

interface Ended {
  /** Token of a session that was opened, for the cookie. */
  readonly session: string | null;
  /** What a waiting window signs with. */
  readonly secret: string | null;
}

const otherPerson = (): CodedError =>
  new CodedError(
    409,
    'CL_OTHER_PERSON',
    'Someone else is logged in in this browser. Log in on the login page.'
  );

/** Whose session a login began from, and in which hat. */
const beganFrom = async (trx: Transaction<Database>, sessionHash: string | null) =>
  sessionHash === null
    ? undefined
    : await trx
        .selectFrom('session')
        .innerJoin('account', 'account.id', 'session.account_id')
        .select(['account_id', 'hat', 'user_name', 'display_name'])
        .where('token_hash', '=', sessionHash)
        .executeTakeFirst();

const letIn = (deps: ServerDeps, login: ProviderLogin, person: ProviderPerson): Promise<Ended> =>
  deps.db.transaction().execute(async trx => {
    const within = { ...deps, db: trx };
    const { purpose, sessionHash } = login;
    const account = await freshAccount(trx, deps, person, login.begunAt);
    const before = await beganFrom(trx, sessionHash);
    if (before !== undefined && before.account_id !== account.id) throw otherPerson();
    const record = (act: string, details: Readonly<Record<string, unknown>>) =>
      appendAudit(trx, systemChain, {
        ...{ act, at: deps.now().toISOString(), zone: deps.zone, by: account.id },
        details: { ...details, byProvider: true, authTime: person.authTime },
      });
    if (purpose === 'sign') {
      if (before === undefined)
        throw new CodedError(401, 'CL_NOT_LOGGED_IN', 'The session ended. Log in first.');
      await record('login.fresh', {});
      return { session: null, secret: await giveFreshLogin(trx, account.id, deps.now()) };
    }
    if (purpose === 'renew' && sessionHash !== null) await closeSession(trx, sessionHash);
    const opened = await openSession(within, account.id, hatNamed(before?.hat ?? null));
    const hat = opened.hat ?? 'none';
    await (purpose === 'renew'
      ? record('session.renewed', { hat, endedSessionKnown: before !== undefined })
      : record('login', { hat }));
    return { session: opened.token, secret: null };
  });

const link = async (
  deps: ServerDeps,
  { sessionHash }: ProviderLogin,
  person: ProviderPerson
): Promise<Ended> => {
  const before = await deps.db.transaction().execute(trx => beganFrom(trx, sessionHash));
  if (before === undefined)
    throw new CodedError(401, 'CL_NOT_LOGGED_IN', 'The session ended. Log in first.');
  const account: AccountIdentity = {
    ...{ id: before.account_id, userName: before.user_name, displayName: before.display_name },
  };
  await linkAccount(deps, account, person);
  return { session: null, secret: null };
};

/**
 * The end of a way to the provider and back: a session, something to sign with, or an account bound; or a refusal, which is an
 * entry, and is told to the person.
 */
export const endLogin = async (
  deps: ServerDeps,
  provider: IdentityProvider,
  came: {
    /** Of the cookie with which it began. */
    readonly token: string | undefined;
    readonly search: string;
    readonly log: Pick<FastifyBaseLogger, 'warn'>;
  }
): Promise<{ readonly end: ProviderEnd; readonly session: string | null }> => {
  let login: ProviderLogin | null = null;
  let person: ProviderPerson | null = null;
  try {
    const taken = await takeLogin(deps, came.token);
    login = taken;
    person = await provider.finish(came.search, taken.checks);
    const { session, secret } = await (login.purpose === 'link' ? link : letIn)(
      deps,
      login,
      person
    );
    const { windowId, next } = login;
    const goTo = windowId === null ? next : null;
    return { session, end: { goTo, back: next, windowId, secret, refusal: null } };
  } catch (reason) {
    if (!(reason instanceof CodedError)) throw reason;
    const { code, message } = reason;
    came.log.warn({ code, err: reason.cause }, 'a login by the provider was refused');
    await recordRefusal(deps, login?.purpose === 'sign' ? 'signature.refused' : 'login.refused', {
      by: null,
      details: {
        ...{ byProvider: true, code, purpose: login?.purpose ?? null },
        person: person === null ? null : digestOfPerson(deps, person),
      },
    });
    const next = login?.next ?? '/';
    const back = login?.purpose === 'link' ? next : `/login?next=${encodeURIComponent(next)}`;
    const windowId = login?.windowId ?? null;
    return {
      session: null,
      end: { goTo: null, back, windowId, secret: null, refusal: { code, message } },
    };
  }
};
