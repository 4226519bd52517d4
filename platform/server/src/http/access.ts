import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccountIdentity } from '../accounts/accounts.js';
import { accountOfApiToken } from '../accounts/api-tokens.js';
import { resumeSession, type Session, type Touch } from '../accounts/sessions.js';
import { actIn } from '../hats/acting.js';
import { hatEnded, settleHat } from '../hats/change-hat.js';
import { administers } from '../hats/hat.js';
import { CodedError } from './coded-error.js';
import type { ImageGrants } from './image-grants.js';
import type { ServerDeps } from './server-deps.js';

/**
 * Who may call a route: anyone; a logged-in person (cookie, and the CSRF header when it changes something); `staff`: a
 * logged-in person in the same way, or a program with an API token (Bearer). What a person may see beyond that is the
 * route's own check, which in a session finds the roles of the hat that is worn and no other (`rolesActing`).
 */
export type Access = 'public' | 'session' | 'staff';

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** What a call does to the session's idle time; an act unless said otherwise. */
    touch?: Touch;
    /** It is about oneself, whatever hat one wears. */
    anyHat?: boolean;
  }
  interface FastifyRequest {
    session: Session | null;
    staff: AccountIdentity | null;
  }
}

export const sessionCookie = 'corelab_session';

/** Everything under them is for a logged-in person; which read or exam, the routes ask themselves. */
const imageRoots: readonly string[] = ['/reads/', '/replays/', '/qc/exams/'];

const isOfImages = (url: string): boolean => imageRoots.some(root => url.startsWith(root));

/** The session of a request on a `session` route. */
export const sessionOf = (request: FastifyRequest): Session => {
  if (request.session === null) throw notLoggedIn();
  return request.session;
};

/** Whose session or token came with a request on a `staff` route. */
export const staffOf = (request: FastifyRequest): AccountIdentity => {
  if (request.staff === null) throw loginOrToken();
  return request.staff;
};

const notLoggedIn = (): CodedError => new CodedError(401, 'CL_NOT_LOGGED_IN', 'Log in first.');
const tokenNeeded = (): CodedError =>
  new CodedError(
    401,
    'CL_TOKEN_NEEDED',
    'The API token is not valid (Authorization: Bearer).',
    {},
    { 'www-authenticate': 'Bearer' }
  );
const loginOrToken = (): CodedError =>
  new CodedError(
    401,
    'CL_NOT_LOGGED_IN',
    'Log in first, or send an API token (Authorization: Bearer).',
    {},
    { 'www-authenticate': 'Bearer' }
  );

const same = (given: string, expected: string): boolean => {
  const left = Buffer.from(given);
  const right = Buffer.from(expected);
  return left.length === right.length && timingSafeEqual(left, right);
};

/**
 * Refuses at start a route that does not say who may call it, and at each request who may not. Register it
 * before any route.
 */
export const enforceAccess = (
  app: FastifyInstance,
  deps: ServerDeps,
  grants: ImageGrants
): void => {
  app.decorateRequest('session', null);
  app.decorateRequest('staff', null);
  app.addHook('onRoute', route => {
    if (route.config?.access === undefined && isOfImages(route.url)) {
      route.config = { ...route.config, access: 'session' };
    }
    if (route.config?.access === undefined) {
      throw new Error(`route ${String(route.method)} ${route.url} does not say who may call it`);
    }
  });
  app.addHook('onSend', async request => {
    if (request.method !== 'GET' && request.method !== 'HEAD') grants.clear();
  });
  const byToken = async (request: FastifyRequest, authorization: string): Promise<void> => {
    const given = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(authorization)?.[1];
    request.staff = given === undefined ? null : ((await accountOfApiToken(deps, given)) ?? null);
    if (request.staff === null) throw tokenNeeded();
  };
  const bySession = async (request: FastifyRequest): Promise<Session | null> => {
    const token = request.cookies[sessionCookie];
    if (token === undefined) return null;
    const { touch } = request.routeOptions.config;
    const { url } = request.routeOptions;
    const resume = async () => {
      const session = await resumeSession(deps, token, touch);
      if (session !== undefined) await settleHat(deps, session);
      return session;
    };
    const ofImages = request.method === 'GET' && url !== undefined && isOfImages(url);
    return (await (ofImages ? grants.get(`session ${token}`, resume) : resume())) ?? null;
  };
  app.addHook('onRequest', async request => {
    if (request.is404) return;
    const access = request.routeOptions.config.access;
    if (access === 'public') return;
    const { authorization } = request.headers;
    if (access === 'staff' && authorization !== undefined) return byToken(request, authorization);
    request.session = await bySession(request);
    if (request.session === null) throw access === 'staff' ? loginOrToken() : notLoggedIn();
    if (access === 'staff') request.staff = request.session.account;
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const csrf = request.headers['x-csrf-token'];
    if (typeof csrf !== 'string' || !same(csrf, request.session.csrfToken)) {
      throw new CodedError(
        403,
        'CL_CSRF',
        'The header x-csrf-token is missing or is not the one GET /api/session gave.'
      );
    }
    const ended = request.session.hat.replaced?.hat ?? null;
    if (ended !== null && request.routeOptions.config.anyHat !== true) throw hatEnded(ended);
  });
  const inHat = (request: FastifyRequest, done: () => void): void => {
    if (request.session === null) return done();
    const { account, hat } = request.session;
    const { worn, closed } = hat;
    return actIn(
      { accountId: account.id, hat: worn, administers: administers(worn), closed },
      done
    );
  };
  app.addHook('onRequest', (request, _reply, done) => inHat(request, done));
  // A body comes by the events of its stream, which know nothing of the request's hat.
  app.addHook('preValidation', (request, _reply, done) => inHat(request, done));
};
