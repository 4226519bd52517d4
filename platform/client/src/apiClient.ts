import { ClientError } from './clientError.js';
import type {
  Draft,
  ReadContext,
  ReadListItem,
  Saved,
  Session,
  SignAnswer,
  SignRequest,
} from './wire.js';

/** The part of `fetch` used here, so that tests and other hosts can bring their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ApiClient {
  session(): Promise<Session>;
  login(user: string, password: string): Promise<void>;
  logout(): Promise<void>;
  reads(): Promise<ReadListItem[]>;
  read(readId: string): Promise<ReadContext>;
  draft(readId: string): Promise<Draft>;
  saveDraft(readId: string, document: unknown, etag: string): Promise<Saved>;
  sign(readId: string, request: SignRequest): Promise<SignAnswer>;
}

interface Answer {
  body: unknown;
  etag: string | null;
}

interface Call {
  method: 'GET' | 'POST' | 'PUT';
  path: string;
  body?: unknown;
  ifMatch?: string;
  /** Login comes before a session exists, so it carries no token. */
  withoutToken?: boolean;
}

function record(value: unknown): Record<string, unknown> | null {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
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

function requiredEtag(answer: Answer, what: string): string {
  if (answer.etag === null) {
    throw new ClientError('CL_BAD_ANSWER', 200, `The answer to ${what} has no ETag.`);
  }
  return answer.etag;
}

/**
 * The server's HTTP interface as functions. Every failure is a ClientError: the server's code, `CL_OFFLINE`
 * when no answer came, `CL_BAD_ANSWER` when it can't be understood. The anti-forgery token is fetched when
 * first needed and once more when the server no longer takes it.
 */
export function createApiClient(options: { fetch: Fetch; baseUrl?: string }): ApiClient {
  const baseUrl = options.baseUrl ?? '';
  let token: string | null = null;

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
    let response: Response;
    try {
      response = await options.fetch(`${baseUrl}${call.path}`, init);
    } catch (reason) {
      throw new ClientError('CL_OFFLINE', 0, `The server does not answer: ${String(reason)}`);
    }
    const body = await bodyOf(response);
    if (!response.ok) {
      throw refusal(response, body);
    }
    return { body, etag: response.headers.get('etag') };
  }

  async function sendWithFreshToken(call: Call): Promise<Answer> {
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
    token = value.csrfToken;
    return value;
  }

  const readPath = (readId: string): string => `/api/reads/${encodeURIComponent(readId)}`;

  return {
    session,
    async login(user, password) {
      token = null;
      await send({ method: 'POST', path: '/login', body: { user, password }, withoutToken: true });
    },
    async logout() {
      await sendWithFreshToken({ method: 'POST', path: '/api/logout', body: {} });
      token = null;
    },
    async reads() {
      const { body } = await send({ method: 'GET', path: '/api/reads' });
      const list = record(body)?.['reads'];
      if (!Array.isArray(list)) {
        throw new ClientError('CL_BAD_ANSWER', 200, 'The reading list holds no "reads".');
      }
      return list as ReadListItem[];
    },
    async read(readId) {
      return (await send({ method: 'GET', path: readPath(readId) })).body as ReadContext;
    },
    async draft(readId) {
      const answer = await send({ method: 'GET', path: `${readPath(readId)}/draft` });
      return {
        document: record(answer.body)?.['document'],
        etag: requiredEtag(answer, 'the draft'),
      };
    },
    async saveDraft(readId, document, etag) {
      const answer = await sendWithFreshToken({
        method: 'PUT',
        path: `${readPath(readId)}/draft`,
        body: { document },
        ifMatch: etag,
      });
      const savedAt = record(answer.body)?.['savedAt'];
      return {
        savedAt: typeof savedAt === 'string' ? savedAt : '',
        etag: requiredEtag(answer, 'saving the draft'),
      };
    },
    async sign(readId, request) {
      const answer = await sendWithFreshToken({
        method: 'POST',
        path: `${readPath(readId)}/sign`,
        body: request,
      });
      return answer.body as SignAnswer;
    },
  };
}
