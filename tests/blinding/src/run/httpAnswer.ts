import { Agent, request as ask } from 'node:http';
import type { InventoryRequest } from '../inventory/request.js';

/** What came back, byte for byte. */
export interface HttpAnswer {
  readonly status: number;
  /** In the order and spelling in which they came; several of one name stay several. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** What a person's requests carry. */
export interface HttpSession {
  readonly cookie: string;
  readonly csrf: string;
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });
const patienceMs = 60_000;

/** The path as bytes, each one a character: Node refuses others, and must not encode what is meant to be as it is. */
const rawPath = (path: string): string =>
  Buffer.from(path.replaceAll(' ', '%20'), 'utf8').toString('latin1');

/** The server, or a limit of HTTP, closed the connection without a byte. */
const isClosed = (reason: unknown): boolean =>
  typeof reason === 'object' && reason !== null && 'code' in reason && reason.code === 'ECONNRESET';

/**
 * Sends a request whose path is not made canonical: `..` and `%2e` go to the server as they stand. Where the server closes
 * the connection instead of answering, twice, the status is 0.
 * @throws the socket's other errors, also when there is no answer within a minute
 */
export async function send(
  url: string,
  request: InventoryRequest,
  session: HttpSession | null
): Promise<HttpAnswer> {
  // A connection that was kept open may be closed at the moment in which it is used again.
  for (const last of [false, true]) {
    try {
      return await sendOnce(url, request, session);
    } catch (reason) {
      if (!isClosed(reason)) throw reason;
      if (last) break;
    }
  }
  return { status: 0, headers: [], body: new Uint8Array() };
}

function sendOnce(
  url: string,
  { method, path, headers = {}, body }: InventoryRequest,
  session: HttpSession | null
): Promise<HttpAnswer> {
  const { hostname, port } = new URL(url);
  const own = session === null ? {} : { cookie: session.cookie };
  const csrf = session === null || method === 'GET' ? {} : { 'x-csrf-token': session.csrf };
  return new Promise((done, fail) => {
    const sent = ask(
      {
        ...{ agent, hostname, port, method, path: rawPath(path), timeout: patienceMs },
        headers: { ...own, ...csrf, ...headers },
      },
      answer => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.once('error', fail);
        answer.once('end', () => {
          const { rawHeaders, rawTrailers } = answer;
          const names = [...rawHeaders, ...rawTrailers];
          const pairs = names.flatMap((name, index): [string, string][] =>
            index % 2 === 0 ? [[name, names[index + 1] ?? '']] : []
          );
          done({ status: answer.statusCode ?? 0, headers: pairs, body: Buffer.concat(chunks) });
        });
      }
    );
    sent.once('timeout', () => sent.destroy(new Error(`${method} ${path}: no answer`)));
    sent.once('error', fail);
    sent.end(body);
  });
}

const json = <T>({ status, body }: HttpAnswer): T => {
  const text = Buffer.from(body).toString('utf8');
  if (status !== 200) throw new Error(`${status} ${text}`);
  return JSON.parse(text) as T;
};

/** Logs in as a browser does. @throws Error with the server's refusal */
export async function openSession(
  url: string,
  user: string,
  password: string
): Promise<HttpSession> {
  const login = await send(
    url,
    {
      ...{ method: 'POST', path: '/login', route: null },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user, password }),
    },
    null
  );
  const cookie = login.headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => value.split(';', 1)[0] ?? '')
    .join('; ');
  if (cookie === '') throw new Error(`${user} is not let in: ${login.status}`);
  const session = { method: 'GET', path: '/api/session', route: null };
  const { csrfToken } = json<{ csrfToken: string }>(await send(url, session, { cookie, csrf: '' }));
  return { cookie, csrf: csrfToken };
}

/** The JSON of a request that must succeed. */
export const askJson = async <T>(url: string, path: string): Promise<T> =>
  json<T>(await send(url, { method: 'GET', path, route: null }, null));
