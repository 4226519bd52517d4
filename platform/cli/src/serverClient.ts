import { existsSync, openAsBlob } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CommandError, messageOf, UsageError } from './command.js';
import { readTextFile } from './readInput.js';

interface Access {
  readonly url: string;
  readonly token: string;
}

function savedAccessFile(): string {
  const repository = fileURLToPath(new URL('../../../.corelab', import.meta.url));
  const home = process.env.CORELAB_HOME ?? repository;
  return join(home.replace(/^~(?=\/|$)/, homedir()), 'cli.json');
}

/** CORELAB_URL and CORELAB_TOKEN, each falling back to the file that `npm start` writes under CORELAB_HOME. */
async function readAccess(): Promise<Access> {
  const url = process.env.CORELAB_URL || undefined;
  const token = process.env.CORELAB_TOKEN || undefined;
  if (url && token) return { url, token };
  const file = savedAccessFile();
  if (!existsSync(file)) {
    throw new UsageError(
      'CL_NO_SERVER',
      `set CORELAB_URL and CORELAB_TOKEN, or start the server here (no ${file})`
    );
  }
  let saved: unknown;
  try {
    saved = JSON.parse(await readTextFile(file));
  } catch (error) {
    throw new UsageError('CL_NO_SERVER', `${file} is not usable: ${messageOf(error)}`);
  }
  const fields =
    typeof saved === 'object' && saved !== null ? (saved as Record<string, unknown>) : {};
  const access = { url: url ?? fields.url, token: token ?? fields.token };
  if (typeof access.url !== 'string' || typeof access.token !== 'string') {
    throw new UsageError('CL_NO_SERVER', `${file} has no url and token`);
  }
  return { url: access.url, token: access.token };
}

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly accept: string;
  readonly body?: unknown;
  /** In place of `body`: bytes; their type is in `headers`. */
  readonly content?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({ method, path, accept, body, content, headers }: Call): Promise<Response> {
  const { url, token } = await readAccess();
  try {
    return await fetch(new URL(path, url), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        accept,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(content === undefined ? {} : { body: content }),
    });
  } catch (error) {
    const cause =
      error instanceof Error && error.cause !== undefined ? `: ${messageOf(error.cause)}` : '';
    throw new CommandError('CL_SERVER_UNREACHABLE', `no answer from ${url}${cause}`);
  }
}

function parsed(content: string, place: string): unknown {
  try {
    return content === '' ? null : JSON.parse(content);
  } catch (error) {
    throw new CommandError('CL_SERVER_ANSWER', `${place}, not JSON: ${messageOf(error)}`);
  }
}

function refusal(response: Response, answer: unknown): CommandError {
  const { code, message } = (answer ?? {}) as Record<string, unknown>;
  const said = typeof message === 'string' ? message : response.statusText;
  return new CommandError(
    typeof code === 'string' ? code : 'CL_SERVER_REFUSED',
    `${response.status} ${said}`
  );
}

/**
 * One request to the server's admin API, answered in JSON. A refusal or an unreachable server is a CommandError with
 * the server's code.
 */
export async function callServer(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown
): Promise<unknown> {
  const response = await ask({ method, path, accept: 'application/json', body });
  const answer = parsed(await response.text(), `${method} ${path}: ${response.status}`);
  if (response.ok) return answer;
  throw refusal(response, answer);
}

/** As callServer, for an answer that is long and no JSON document, as it comes; only a refusal is JSON. */
export async function* fetchBytes(path: string, body?: unknown): AsyncGenerator<Uint8Array> {
  const method = body === undefined ? 'GET' : 'POST';
  const response = await ask({ method, path, accept: '*/*', body });
  if (!response.ok)
    throw refusal(response, parsed(await response.text(), `${method} ${path}: ${response.status}`));
  if (response.body === null) return;
  try {
    yield* response.body;
  } catch (error) {
    throw new CommandError(
      'CL_SERVER_ANSWER',
      `${method} ${path}: the answer broke off: ${messageOf(error)}`
    );
  }
}

interface SentFile {
  readonly file: string;
  /** Its media type. */
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** As callServer, for a file that is sent. */
export async function sendFile(path: string, sent: SentFile): Promise<unknown> {
  const { type, headers } = sent;
  const content = await openAsBlob(sent.file);
  const response = await ask({
    ...{ method: 'POST', path, accept: 'application/json', content },
    headers: { ...headers, 'content-type': type },
  });
  const answer = parsed(await response.text(), `POST ${path}: ${response.status}`);
  if (response.ok) return answer;
  throw refusal(response, answer);
}
