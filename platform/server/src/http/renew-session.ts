import type { FastifyRequest } from 'fastify';
import { checkPassword } from '../accounts/accounts.js';
import {
  closeSession,
  openSession,
  ownerOfSession,
  resumeSession,
  type Session,
} from '../accounts/sessions.js';
import { keyedDigest } from '../audit/canonical-json.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import { CodedError } from './coded-error.js';
import type { ServerDeps } from './server-deps.js';

/** Without a session there is no token to ask for, so the browser's word about the calling page has to do. */
export const refuseCrossSite = (request: FastifyRequest): void => {
  const fetchSite = request.headers['sec-fetch-site'];
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') {
    throw new CodedError(403, 'CL_CROSS_SITE', 'Logging in works from this site alone.');
  }
};

/** A one-time password opens nothing but the way to one of one's own. */
export const passwordChangeNeeded = (): CodedError =>
  new CodedError(
    403,
    'CL_PASSWORD_CHANGE_NEEDED',
    'This is a one-time password. Log in on the login page and choose one of your own.'
  );

/**
 * Lets the person of an ended session go on in the same window: the old session is closed for good, a new one
 * opened, in the same hat if it is held still. Where the cookie is still known it must be the same person's; another one logs in on the login page.
 * @throws CodedError 409 CL_OTHER_PERSON, 401 CL_PASSWORD_WRONG, 401 CL_ACCOUNT_LOCKED,
 * 403 CL_PASSWORD_CHANGE_NEEDED.
 */
export const renewSession = async (
  deps: ServerDeps,
  asked: {
    readonly user: string;
    readonly password: string;
    readonly endedToken: string | undefined;
  }
): Promise<{ token: string; session: Session }> => {
  const ended =
    asked.endedToken === undefined ? undefined : await ownerOfSession(deps.db, asked.endedToken);
  const owner =
    ended === undefined
      ? undefined
      : await deps.db
          .selectFrom('account')
          .select('user_name')
          .where('id', '=', ended.accountId)
          .executeTakeFirstOrThrow();
  if (owner !== undefined && owner.user_name !== asked.user) {
    throw new CodedError(
      409,
      'CL_OTHER_PERSON',
      'Someone else logged in in this browser. Log in on the login page.'
    );
  }
  const check = await checkPassword(deps, asked.user, asked.password);
  const opens = check.ok && !check.mustChange;
  if (opens && ended !== undefined) await closeSession(deps.db, ended.tokenHash);
  const opened = opens ? await openSession(deps, check.account.id, ended?.hat) : null;
  await deps.db.transaction().execute(trx =>
    appendAudit(trx, systemChain, {
      act: opened === null ? 'session.renewal-refused' : 'session.renewed',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: check.ok ? check.account.id : check.accountId,
      details: check.ok
        ? {
            endedSessionKnown: ended !== undefined,
            ...(opened === null ? {} : { hat: opened.hat ?? 'none' }),
          }
        : { locked: check.locked, user: keyedDigest(deps.auditKey, asked.user) },
    })
  );
  if (!check.ok) {
    // To a browser that never held this person's session, a locked account answers like a wrong password.
    throw check.locked && ended !== undefined
      ? new CodedError(
          401,
          'CL_ACCOUNT_LOCKED',
          `The account is locked for ${Math.round(deps.policy.lockMs / 60_000)} minutes after ${deps.policy.maxFailedLogins} wrong passwords.`,
          { minutes: Math.round(deps.policy.lockMs / 60_000), tries: deps.policy.maxFailedLogins }
        )
      : new CodedError(401, 'CL_PASSWORD_WRONG', 'The password is wrong.');
  }
  if (opened === null) throw passwordChangeNeeded();
  const session = await resumeSession(deps, opened.token);
  if (session === undefined) throw new Error('the session just opened is not there');
  return { token: opened.token, session };
};
