import type { FastifyRequest } from 'fastify';
import { logInLocally, recordRefusal } from '../accounts/local-login.js';
import {
  closeSession,
  openSession,
  ownerOfSession,
  resumeSession,
  type Session,
} from '../accounts/sessions.js';
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

/**
 * Lets the person of an ended session go on in the same window: the old session is closed for good, a new one
 * opened, in the same hat if it is held still. Where the cookie is still known it must be the same person's; another one logs in on the login page.
 * A second factor is asked for as it is at login.
 * @throws CodedError 409 CL_OTHER_PERSON, 401 CL_PASSWORD_WRONG, 401 CL_ACCOUNT_LOCKED, 403 CL_PASSWORD_CHANGE_NEEDED,
 * 403 CL_SECOND_FACTOR_NEEDED, 403 CL_SECOND_FACTOR_ENROL, 401 CL_SECOND_FACTOR_WRONG.
 */
export const renewSession = async (
  deps: ServerDeps,
  asked: {
    readonly user: string;
    readonly password: string;
    readonly code?: string | undefined;
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
  const outcome = await logInLocally(deps, asked, { inPlace: true });
  if ('refused' in outcome) {
    const { error, details } = outcome.refused;
    await recordRefusal(deps, 'session.renewal-refused', outcome.refused);
    // To a browser that never held this person's session, a locked account answers like a wrong password.
    throw ended === undefined && error.code === 'CL_ACCOUNT_LOCKED' && 'user' in details
      ? new CodedError(401, 'CL_PASSWORD_WRONG', 'The password is wrong.')
      : error;
  }
  const { account, secondFactor } = outcome.letIn;
  const { token } = await deps.db.transaction().execute(async trx => {
    const within = { ...deps, db: trx };
    if (ended !== undefined) await closeSession(trx, ended.tokenHash);
    const opened = await openSession(within, account.id, ended?.hat);
    await appendAudit(trx, systemChain, {
      act: 'session.renewed',
      at: deps.now().toISOString(),
      zone: deps.zone,
      by: account.id,
      details: {
        ...{ endedSessionKnown: ended !== undefined, hat: opened.hat ?? 'none' },
        secondFactor,
      },
    });
    return opened;
  });
  const session = await resumeSession(deps, token);
  if (session === undefined) throw new Error('the session just opened is not there');
  return { token, session };
};
