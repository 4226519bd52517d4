import { ClientError } from './clientError.js';
import { announceSessionEnded } from './sessionEvents.js';
import type { Session } from './wire.js';

/** The part of `fetch` used here, so that tests and other hosts can bring their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface Answer {
  body: unknown;
  etag: string | null;
}

export interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
  ifMatch?: string;
  /** Login comes before a session exists, so it carries no token. */
  withoutToken?: boolean;
  /** Gives up the waiting for an answer; the server may do what was asked all the same. */
  signal?: AbortSignal;
}

export function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
}

/** The version an answer is of. @throws ClientError CL_BAD_ANSWER when it names none. */
export function requiredEtag(answer: Answer, what: string): string {
  if (answer.etag === null) {
    throw new ClientError('CL_BAD_ANSWER', 200, `The answer to ${what} has no ETag.`);
  }
  return answer.etag;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch (reason) {
    if (!response.ok) {
      return null;
    }
    throw new ClientError(
      'CL_BAD_ANSWER',
      response.status,
      `The server's answer is not JSON: ${String(reason)}`
    );
  }
}

function refusal(response: Response, body: unknown): ClientError {
  const fields = record(body);
  const code = typeof fields?.['code'] === 'string' ? fields['code'] : `CL_HTTP_${response.status}`;
  const message =
    typeof fields?.['message'] === 'string'
      ? fields['message']
      : `The server answered with status ${response.status}.`;
  return new ClientError(code, response.status, message, body);
}

export interface Caller {
  session(): Promise<Session>;
  /** Sends as it is, with the token where the method changes something. */
  send(call: Call): Promise<Answer>;
  /** Sends once more with a new token when the server no longer takes the one at hand. */
  change(call: Call): Promise<Answer>;
  /** For a login or logout: the next change fetches its token anew, whoever it then belongs to. */
  forget(): void;
}

export interface CallerOptions {
  fetch: Fetch;
  baseUrl?: string;
  /** Told of every 401; the page's session guard unless given. */
  onSessionEnded?: () => void;
  /** Longest wait for an answer, ms; a connection that died unnoticed answers never. Without it, as long as the browser waits. */
  limitMs?: number;
}

/**
 * How every call goes out: cookie, anti-forgery token, one error type. The token belongs to one person: when a new one
 * comes for another, someone else logged in in this browser, and nothing more is sent in the first one's name.
 */
export function createCaller(options: CallerOptions): Caller {
  const baseUrl = options.baseUrl ?? '';
  const sessionEnded = options.onSessionEnded ?? announceSessionEnded;
  let token: string | null = null;
  let person: string | null = null;

  async function asked(url: string, init: RequestInit, signal: AbortSignal | undefined) {
    const stop = new AbortController();
    const giveUp = (): void => stop.abort();
    const late = options.limitMs === undefined ? null : setTimeout(giveUp, options.limitMs);
    signal?.addEventListener('abort', giveUp);
    try {
      const response = await options.fetch(url, { ...init, signal: stop.signal });
      return { response, body: await bodyOf(response) };
    } catch (reason) {
      if (reason instanceof ClientError) throw reason;
      throw new ClientError('CL_OFFLINE', 0, `The server does not answer: ${String(reason)}`);
    } finally {
      if (late !== null) clearTimeout(late);
      signal?.removeEventListener('abort', giveUp);
    }
  }

  async function send(call: Call): Promise<Answer> {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (call.body !== undefined) {
      headers['content-type'] = 'application/json';
    }
    if (call.ifMatch !== undefined) {
      headers['if-match'] = call.ifMatch;
    }
    if (call.method !== 'GET' && call.withoutToken !== true) {
      headers['x-csrf-token'] = token ?? (await session()).csrfToken;
    }
    const init: RequestInit = { method: call.method, headers, credentials: 'same-origin' };
    if (call.body !== undefined) {
      init.body = JSON.stringify(call.body);
    }
    const { response, body } = await asked(`${baseUrl}${call.path}`, init, call.signal);
    if (!response.ok) {
      if (response.status === 401 && call.withoutToken !== true) {
        sessionEnded();
      }
      throw refusal(response, body);
    }
    return { body, etag: response.headers.get('etag') };
  }

  async function change(call: Call): Promise<Answer> {
    const hadToken = token !== null;
    try {
      return await send(call);
    } catch (reason) {
      const stale =
        reason instanceof ClientError && reason.status === 403 && reason.code.includes('CSRF');
      if (!stale || !hadToken) {
        throw reason;
      }
      token = null;
      return send(call);
    }
  }

  async function session(): Promise<Session> {
    const { body } = await send({ method: 'GET', path: '/api/session' });
    const value = body as Session;
    if (person !== null && person !== value.user) {
      sessionEnded();
      throw new ClientError('CL_OTHER_PERSON', 401, 'Someone else logged in in this browser.');
    }
    person = value.user;
    token = value.csrfToken;
    return value;
  }

  return {
    session,
    send,
    change,
    forget: () => {
      token = null;
      person = null;
    },
  };
}
