import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashText } from '../audit/canonical-json.js';
import { endLogin } from '../identity-provider/end-login.js';
import type { IdentityProvider, LoginChecks } from '../identity-provider/identity-provider.js';
import { keepLogin, loginMs, loginPurposes } from '../identity-provider/provider-logins.js';
import { sessionCookie, sessionOf } from './access.js';
import { refusals } from './answer-schemas.js';
import { CodedError, notFound } from './coded-error.js';
import {
  providerEndPage,
  type ProviderEnd,
  providerScript,
  providerScriptPath,
} from './provider-pages.js';
import { requireBoth } from './require-both.js';
import { SecondFactorCode } from './second-factor-schemas.js';
import type { ServerDeps } from './server-deps.js';

const loginCookie = 'corelab_provider_login';

/** A path of this server and nothing else: neither another site nor what a browser takes for one. */
const localPath = (given: string | undefined): string =>
  given !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(given) ? given : '/';

/** The page of an end; a refusal that no window waits for is said on the login page. */
const answered = (request: FastifyRequest, reply: FastifyReply, end: ProviderEnd): FastifyReply => {
  const { refusal, windowId, back } = end;
  if (refusal !== null && windowId === null && back.startsWith('/login?'))
    return reply.redirect(`${back}&refused=${refusal.code}`, 303);
  return reply
    .code(refusal === null ? 200 : 403)
    .type('text/html; charset=utf-8')
    .send(providerEndPage(end, request.headers['accept-language']));
};

/** Logging in, going on and signing at the organisation's own provider (OpenID Connect). */
export const providerRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    const rateLimit = { max: deps.policy.loginsPerMinute, timeWindow: 60_000 };
    const provider = (): IdentityProvider => {
      if (deps.identityProvider === undefined) throw notFound();
      return deps.identityProvider;
    };
    // The way back begins at another site, from which a browser sends no stricter cookie.
    const wayBack = {
      ...{ path: '/login/provider', httpOnly: true, sameSite: 'lax' as const },
      ...{ secure: deps.secureCookie, maxAge: loginMs / 1000 },
    };
    const kept = (
      login: Omit<Parameters<typeof keepLogin>[1], 'next'> & { readonly next?: string | undefined },
      checks: LoginChecks
    ): Promise<string> => keepLogin(deps, { ...login, next: localPath(login.next) }, checks);

    app.get(
      '/login/provider',
      {
        config: { access: 'public', rateLimit },
        schema: {
          hide: true,
          querystring: Type.Object({
            for: Type.Optional(Type.Union(loginPurposes.map(one => Type.Literal(one)))),
            window: Type.Optional(Type.String({ pattern: '^[0-9a-f-]{36}$' })),
            next: Type.Optional(Type.String({ maxLength: 2000 })),
          }),
        },
      },
      async (request, reply) => {
        const { for: purpose = 'login', window, next } = request.query;
        const session = request.cookies[sessionCookie];
        const windowId = window ?? null;
        const from = provider();
        const begun = {
          ...{ purpose, windowId, next },
          sessionHash: purpose === 'login' || session === undefined ? null : hashText(session),
        };
        reply.headers({ 'cache-control': 'no-store', vary: 'accept-language' });
        try {
          const { url, checks } = await from.begin();
          return await reply
            .setCookie(loginCookie, await kept(begun, checks), wayBack)
            .redirect(url, 303);
        } catch (reason) {
          if (!(reason instanceof CodedError)) throw reason;
          request.log.warn({ err: reason.cause }, 'the identity provider does not answer');
          const { code, message } = reason;
          const back = `/login?next=${encodeURIComponent(localPath(next))}`;
          const end = { goTo: null, back, windowId, secret: null, refusal: { code, message } };
          return answered(request, reply, end);
        }
      }
    );

    app.get(
      '/login/provider/callback',
      { config: { access: 'public', rateLimit }, schema: { hide: true } },
      async (request, reply) => {
        const at = request.url.indexOf('?');
        const { end, session } = await endLogin(deps, provider(), {
          token: request.cookies[loginCookie],
          search: at === -1 ? '' : request.url.slice(at),
          log: request.log,
        });
        reply
          .headers({ 'cache-control': 'no-store', vary: 'accept-language' })
          .clearCookie(loginCookie, { path: wayBack.path });
        if (session !== null) {
          reply.header('clear-site-data', '"cache"').setCookie(sessionCookie, session, {
            ...{ path: '/', httpOnly: true, sameSite: 'strict', secure: deps.secureCookie },
          });
        }
        return answered(request, reply, end);
      }
    );

    app.get(
      providerScriptPath,
      { config: { access: 'public' }, schema: { hide: true } },
      (_request, reply) => reply.type('text/javascript; charset=utf-8').send(providerScript)
    );

    app.post(
      '/api/session/provider',
      {
        config: { access: 'session', anyHat: true, rateLimit },
        schema: {
          summary: 'Bind one’s account to the organisation’s login: where the browser goes for it',
          body: Type.Object({
            password: Type.String({ minLength: 1, maxLength: 1000 }),
            code: Type.Optional(SecondFactorCode),
          }),
          response: { 200: Type.Object({ url: Type.String() }), ...refusals },
        },
      },
      async (request, reply) => {
        const session = sessionOf(request);
        const begins = provider();
        await requireBoth(deps, session, request.body, { mayHaveNone: true });
        const { url, checks } = await begins.begin();
        const login = { purpose: 'link' as const, sessionHash: session.tokenHash, windowId: null };
        reply.setCookie(loginCookie, await kept(login, checks), wayBack);
        return { url };
      }
    );
  };
