export const password = 'correct horse battery';

export interface Ask {
  readonly method?: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: object;
  /** In place of `payload`: the body as it is; its type is in `headers`. */
  readonly bytes?: Uint8Array;
}

export interface Answer {
  readonly statusCode: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Value of the session cookie that the answer sets, and the whole header. */
  readonly cookie: { readonly value: string; readonly header: string } | null;
  json<T = unknown>(): T;
}

/** Asks a server by its address. */
export const askAt =
  (origin: string) =>
  async ({ method = 'GET', url, headers = {}, payload, bytes }: Ask): Promise<Answer> => {
    const response = await fetch(`${origin}${url}`, {
      method,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
      ...(bytes === undefined ? {} : { body: Uint8Array.from(bytes) }),
    });
    const body = await response.text();
    const header = response.headers.getSetCookie()[0] ?? null;
    return {
      statusCode: response.status,
      body,
      headers: Object.fromEntries(response.headers),
      cookie: header === null ? null : { value: /=([^;]*)/.exec(header)?.[1] ?? '', header },
      json: <T>() => JSON.parse(body) as T,
    };
  };

/** Whatever answers requests. */
type Server = { ask(request: Ask): Promise<Answer> };

export interface LoggedIn {
  readonly cookie: string;
  readonly csrf: string;
  call(
    method: 'GET' | 'POST' | 'PUT',
    url: string,
    payload?: object,
    headers?: Record<string, string>
  ): Promise<Answer>;
}

/** Logs in like a browser: cookie, then the token for changes. */
export const logIn = async (server: Server, user: string): Promise<LoggedIn> => {
  const login = await server.ask({
    method: 'POST',
    url: '/login',
    payload: { user, password },
  });
  const value = login.cookie?.value;
  if (value === undefined) throw new Error(`login failed: ${login.body}`);
  const cookie = `corelab_session=${value}`;
  const session = await server.ask({ url: '/api/session', headers: { cookie } });
  const csrf = session.json<{ csrfToken: string }>().csrfToken;
  return {
    cookie,
    csrf,
    call: (method, url, payload, headers = {}) =>
      server.ask({
        method,
        url,
        headers: { cookie, 'x-csrf-token': csrf, ...headers },
        ...(payload === undefined ? {} : { payload }),
      }),
  };
};
