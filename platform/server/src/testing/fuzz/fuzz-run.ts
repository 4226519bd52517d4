import '@fastify/swagger';
import fc from 'fast-check';
import { issueApiToken } from '../../accounts/api-tokens.js';
import { openSession } from '../../accounts/sessions.js';
import type { AccountIdentity } from '../../accounts/accounts.js';
import type { TestServer } from '../test-server.js';
import { SeenTexts } from './from-schema.js';
import { fuzzRequests, type FuzzRequest, type OpenApi } from './fuzz-requests.js';

/** What an answer was that none should be. */
export interface FuzzFailure {
  readonly why: string;
  readonly request: FuzzRequest;
  readonly person: string;
  readonly answer: string;
}

export interface FuzzRun {
  readonly requests: number;
  /** By status. */
  readonly answers: Readonly<Record<number, number>>;
  /** Operations that gave somebody an answer below 300. */
  readonly succeeded: readonly string[];
  readonly operations: number;
  readonly failures: readonly FuzzFailure[];
}

const longestMs = 20_000;

/** What the inside looks like: traces, files of the program, words of the database. */
const inside = /\bat \S+ \(|node_modules|\/src\/|\/dist\/|syntax error at|violates|pgboss|kysely/i;

const problemOf = (status: number, body: string, type: string | null): string | null => {
  if (status >= 500 && status !== 503) return `answered ${status}`;
  if (status < 400) return null;
  if (inside.test(body)) return 'tells of its inside';
  if (type?.includes('application/json') !== true) return null;
  const { code } = JSON.parse(body) as { code?: unknown };
  return typeof code === 'string' ? null : 'a refusal without a code';
};

/**
 * Sends requests made of the server's own document, as several people in turn, and looks at every answer. The same seed sends the
 * same but for ids, which the server draws.
 */
export const fuzzRun = async (
  server: TestServer,
  people: readonly AccountIdentity[],
  { requests, seed }: { readonly requests: number; readonly seed: number }
): Promise<FuzzRun> => {
  const seen = new SeenTexts();
  for (const known of ['T-1', 'REAL-SUBJECT-1', 'BL', 'TP1', 'efficacy', 'R1']) seen.add(known);
  seen.add('T-1', 'trial');
  const operations = fuzzRequests(server.app.swagger() as OpenApi, seen);
  const answers: Record<number, number> = {};
  const succeeded = new Set<string>();
  const failures: FuzzFailure[] = [];

  /** Who they are is made anew where a request ended it. */
  const ways = new Map<string, Record<string, string>>();
  const wayOf = async (person: AccountIdentity | undefined, by: number) => {
    if (person === undefined) return {};
    // Most routes take both; those that take a session alone are more than those that take a token alone.
    const isToken = by % 4 === 3;
    const key = `${person.id} ${isToken}`;
    const known = ways.get(key);
    if (known !== undefined) return known;
    const way: Record<string, string> = isToken
      ? { authorization: `Bearer ${await issueApiToken(server.deps, person.id)}` }
      : await sessionOf(server, person);
    ways.set(key, way);
    return way;
  };

  for (let sent = 0; sent < requests; sent += 1) {
    const [name, arbitrary] = operations[sent % operations.length] ?? [];
    if (name === undefined || arbitrary === undefined) throw new Error('there are no operations');
    const [request] = fc.sample(arbitrary, { numRuns: 1, seed: seed + sent });
    if (request === undefined) throw new Error('no request was made');
    // Each operation comes to each person in turn, and nobody to all of them in a row.
    const round = Math.floor(sent / operations.length);
    const person = people[(sent + round) % (people.length + 1)];
    if (sent % operations.length === 0) await reopened(server, people);
    const way = await wayOf(person, sent + Math.floor(round / (people.length + 1)));
    const told = { request, person: person?.userName ?? 'nobody' };
    try {
      const response = await fetch(`${server.origin}${request.url}`, {
        method: request.method,
        headers: { ...request.headers, ...way },
        ...(request.body === null ? {} : { body: request.body }),
        signal: AbortSignal.timeout(longestMs),
        redirect: 'manual',
      });
      const body = await response.text();
      const { status } = response;
      answers[status] = (answers[status] ?? 0) + 1;
      const type = response.headers.get('content-type');
      const why = problemOf(status, body, type);
      if (why !== null) failures.push({ ...told, why, answer: body.slice(0, 300) });
      if (status < 300) succeeded.add(name);
      if (status < 300 && type?.includes('application/json') === true)
        seen.add(JSON.parse(body) as unknown);
      if (status === 401 && person !== undefined)
        for (const isToken of [true, false]) ways.delete(`${person.id} ${isToken}`);
    } catch (reason) {
      const why = reason instanceof Error ? `${reason.name}: ${reason.message}` : String(reason);
      failures.push({ ...told, why, answer: '' });
    }
  }
  return {
    ...{ requests, answers, failures, operations: operations.length },
    succeeded: [...succeeded],
  };
};

/** Whose account a request closed has it again: people come back, and requests of nobody find little. */
const reopened = (server: TestServer, people: readonly AccountIdentity[]) =>
  server.deps.db
    .updateTable('account')
    .set({ active: true, must_change_password: false, failed_logins: 0, locked_until: null })
    .where(
      'id',
      'in',
      people.map(({ id }) => id)
    )
    .execute();

const sessionOf = async (
  server: TestServer,
  { id }: AccountIdentity
): Promise<Record<string, string>> => {
  const { token } = await openSession(server.deps, id);
  const cookie = `corelab_session=${token}`;
  const answer = await server.ask({ url: '/api/session', headers: { cookie } });
  const { csrfToken } = answer.json<{ csrfToken?: string }>();
  return { cookie, 'x-csrf-token': csrfToken ?? '' };
};
