import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { logInLocally, recordRefusal } from '../accounts/local-login.js';
import type { AccessPolicy } from '../accounts/policy.js';
import { closeSession, openSession, type Session } from '../accounts/sessions.js';
import { appendAudit, systemChain } from '../audit/chain.js';
import { changeHat } from '../hats/change-hat.js';
import { providerFor } from '../identity-provider/provider-accounts.js';
import { sessionTrials } from '../trials/session-trials.js';
import { sessionCookie, sessionOf } from './access.js';
import { refusals } from './answer-schemas.js';
import { CodedError } from './coded-error.js';
import { loginLanguage, loginPage } from './login-page.js';
import { refuseCrossSite, renewSession } from './renew-session.js';
import { RecoveryCodes, SecondFactorCode } from './second-factor-schemas.js';
import type { ServerDeps } from './server-deps.js';
import { HatName, SessionView } from './session-view.js';

/** What one login, or one hat, left in the browser's cache is not for the next. */
const clearCache = { 'clear-site-data': '"cache"' };

const loginFailed = ({ lockMs, maxFailedLogins: tries }: AccessPolicy): CodedError => {
  const minutes = Math.round(lockMs / 60_000);
  return new CodedError(
    401,
    'CL_LOGIN_FAILED',
    `User name or password is wrong, or the account is locked for ${minutes} minutes after ${tries} failed logins.`,
    { minutes, tries }
  );
};

export const sessionRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    const cookie = {
      path: '/',
      httpOnly: true,
      sameSite: 'strict' as const,
      secure: deps.secureCookie,
    };

    app.get('/login', { config: { access: 'public' }, schema: { hide: true } }, (request, reply) =>
      reply
        .headers({ 'cache-control': 'no-store', vary: 'accept-language' })
        .type('text/html; charset=utf-8')
        .send(
          loginPage(
            loginLanguage(request.headers['accept-language']),
            deps.identityProvider?.name ?? null
          )
        )
    );

    app.post(
      '/login',
      {
        config: {
          access: 'public',
          rateLimit: { max: deps.policy.loginsPerMinute, timeWindow: 60_000 },
        },
        schema: {
          summary: 'Log in; the session is an HttpOnly cookie',
          body: Type.Object({
            user: Type.String({ minLength: 1, maxLength: 200 }),
            password: Type.String({ minLength: 1, maxLength: 1000 }),
            newPassword: Type.Optional(
              Type.String({
                minLength: 1,
                maxLength: 1000,
                description: 'Replaces the password; asked for where that was a one-time password.',
              })
            ),
            code: Type.Optional(SecondFactorCode),
          }),
          response: {
            200: RecoveryCodes,
            204: Type.Null(),
            ...refusals,
          },
        },
      },
      async (request, reply) => {
        refuseCrossSite(request);
        const outcome = await logInLocally(deps, request.body);
        if ('refused' in outcome) {
          const { error, details } = outcome.refused;
          await recordRefusal(deps, 'login.refused', outcome.refused);
          // Of somebody else's account, nobody is told whether it is locked, or there.
          throw 'user' in details ? loginFailed(deps.policy) : error;
        }
        const { account, secondFactor, recoveryCodes } = outcome.letIn;
        const { token } = await deps.db.transaction().execute(async trx => {
          const opened = await openSession({ ...deps, db: trx }, account.id);
          await appendAudit(trx, systemChain, {
            act: 'login',
            at: deps.now().toISOString(),
            zone: deps.zone,
            by: account.id,
            details: { hat: opened.hat ?? 'none', secondFactor },
          });
          return opened;
        });
        reply.headers(clearCache).setCookie(sessionCookie, token, cookie);
        if (recoveryCodes.length === 0) return reply.code(204).send(null);
        return reply
          .code(200)
          .header('cache-control', 'no-store')
          .send({ recoveryCodes: [...recoveryCodes] });
      }
    );

    const view = async (session: Session) => ({
      user: session.account.userName,
      name: session.account.displayName,
      hat: session.hat.worn,
      hats: [...session.hat.held],
      ...(await sessionTrials(deps.db, session)),
      provider: await providerFor(deps, session.account.id),
      csrfToken: session.csrfToken,
      expiresAt: session.expiresAt.toISOString(),
      ends: {
        inMs: Math.max(0, session.expiresAt.getTime() - deps.now().getTime()),
        by: session.endsBy,
        idleMs: deps.policy.idleMs,
        limitMs: deps.policy.absoluteMs,
      },
    });

    app.get(
      '/api/session',
      {
        config: { access: 'session', touch: 'look' },
        schema: {
          summary: 'Who is logged in and for how long; asking is no act that lengthens it',
          response: { 200: SessionView, ...refusals },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        return view(sessionOf(request));
      }
    );

    app.post(
      '/api/session/stay',
      {
        config: { access: 'session', touch: 'stay', anyHat: true },
        schema: {
          summary: 'The person is here: the idle time begins again',
          response: { 200: SessionView, ...refusals },
        },
      },
      request => view(sessionOf(request))
    );

    app.post(
      '/api/session/hat',
      {
        config: { access: 'session', anyHat: true },
        schema: {
          summary: 'Work as something else one is; other windows find it at their next request',
          body: Type.Object({ hat: HatName }),
          response: { 200: SessionView, ...refusals },
        },
      },
      async (request, reply) => {
        const session = await changeHat(deps, sessionOf(request), request.body.hat);
        return reply.headers(clearCache).send(await view(session));
      }
    );

    app.post(
      '/api/session/renew',
      {
        config: {
          access: 'public',
          rateLimit: { max: deps.policy.loginsPerMinute, timeWindow: 60_000 },
        },
        schema: {
          summary: 'Go on after a session ended: same person, new cookie and token',
          body: Type.Object({
            user: Type.String({ minLength: 1, maxLength: 200 }),
            password: Type.String({ minLength: 1, maxLength: 1000 }),
            code: Type.Optional(SecondFactorCode),
          }),
          response: { 200: SessionView, ...refusals },
        },
      },
      async (request, reply) => {
        refuseCrossSite(request);
        const { token, session } = await renewSession(deps, {
          ...request.body,
          endedToken: request.cookies[sessionCookie],
        });
        reply.setCookie(sessionCookie, token, cookie).header('cache-control', 'no-store');
        return view(session);
      }
    );

    app.post(
      '/api/logout',
      {
        config: { access: 'session', anyHat: true },
        schema: { summary: 'End the session', response: { 204: Type.Null(), ...refusals } },
      },
      async (request, reply) => {
        const session = sessionOf(request);
        await deps.db.transaction().execute(async trx => {
          await closeSession(trx, session.tokenHash);
          await appendAudit(trx, systemChain, {
            act: 'logout',
            at: deps.now().toISOString(),
            zone: deps.zone,
            by: session.account.id,
            details: {},
          });
        });
        return reply.code(204).headers(clearCache).clearCookie(sessionCookie, cookie).send(null);
      }
    );
  };
