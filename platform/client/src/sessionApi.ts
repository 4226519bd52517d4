import { createCaller, type Fetch } from './httpCaller.js';
import type { Session } from './wire.js';

/** How long a session has, counted from the answer: the server's clock, so that a wrong one here does no harm. */
export interface SessionEnds {
  inMs: number;
  /** Which limit comes first: doing nothing, or the longest time of any session. */
  by: 'idle' | 'limit';
  idleMs: number;
  limitMs: number;
}

export interface SessionLife extends Session {
  ends: SessionEnds;
}

export interface SessionApi {
  /** Asking is no act: it does not lengthen the session. */
  look(): Promise<SessionLife>;
  stay(): Promise<SessionLife>;
  /** `code`: of the second factor, where the server asks for it. */
  renew(user: string, password: string, code?: string): Promise<SessionLife>;
}

/** The calls about the session itself; their 401 is an answer, not an event. */
export function createSessionApi(options: { fetch: Fetch; baseUrl?: string }): SessionApi {
  const quiet = { limitMs: 30_000, ...options, onSessionEnded: () => undefined };
  // A new caller each time: a token kept from before another person's login must not be sent in their name.
  const look = async (): Promise<SessionLife> =>
    (await createCaller(quiet).send({ method: 'GET', path: '/api/session' })).body as SessionLife;
  return {
    look,
    async stay() {
      const call = { method: 'POST', path: '/api/session/stay', body: {} } as const;
      return (await createCaller(quiet).change(call)).body as SessionLife;
    },
    async renew(user, password, code) {
      const answer = await createCaller(quiet).send({
        method: 'POST',
        path: '/api/session/renew',
        body: { user, password, ...(code === undefined ? {} : { code }) },
        withoutToken: true,
      });
      return answer.body as SessionLife;
    },
  };
}
