import { cellOf, type RouteAccess } from '@corelab/server';
import type { Viewer } from '../canaries/canary.js';
import type { Inventory } from '../inventory/inventory.js';
import { endsSession } from '../inventory/apiRequests.js';
import {
  filled,
  get,
  nameOf,
  placesOf,
  type InventoryRequest,
  type Places,
  type RequestPair,
} from '../inventory/request.js';
import type { AnswerSearch, PlacedTrace } from './answerSearch.js';
import { send, type HttpAnswer, type HttpSession } from './httpAnswer.js';
import { pairDifference } from './pairDifference.js';

/** Something that a viewer can learn and must not. */
export interface Finding {
  readonly viewer: Viewer;
  /** What was asked, with places; in a browser, what was looked at. */
  readonly asked: string;
  readonly status: number | null;
  readonly trace?: PlacedTrace;
  /** How an answer about something that is there differs from one about nothing. */
  readonly differs?: readonly string[];
}

/** How much was asked and came back. */
export interface Tally {
  requests: number;
  pairs: number;
  bytes: number;
  readonly statuses: Record<string, number>;
  /** Requests that the server failed at (500), or closed the connection on: no leak, and nothing to be proud of. */
  readonly failed: string[];
}

export const emptyTally = (): Tally => ({
  requests: 0,
  pairs: 0,
  bytes: 0,
  statuses: {},
  failed: [],
});

/** A viewer, how they ask, and what their answers are searched for. */
export interface Asker {
  readonly viewer: Viewer;
  readonly url: string;
  readonly session: HttpSession | null;
  readonly places: Places;
  readonly search: AnswerSearch;
}

const atOnce = 4;

const countAnswer = (
  tally: Tally,
  request: InventoryRequest,
  { status, body, headers }: HttpAnswer
): void => {
  tally.requests += 1;
  if (status === 500 || status === 0) tally.failed.push(`${status} ${nameOf(request)}`);
  tally.bytes += body.length;
  for (const [name, value] of headers) tally.bytes += name.length + value.length;
  tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
};

const answerTo = (
  { url, session, places }: Asker,
  request: InventoryRequest
): Promise<HttpAnswer> => send(url, filled(request, places), session);

/**
 * Sends requests, a few at a time, and searches every answer.
 * @param answered called with each request and its answer
 * @param untilFound nothing more is sent once something is found
 */
export async function sendAll(
  asker: Asker,
  requests: readonly InventoryRequest[],
  tally: Tally,
  answered: (request: InventoryRequest, answer: HttpAnswer) => void = () => undefined,
  untilFound = false
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const left = [...requests];
  const work = async (): Promise<void> => {
    for (let request = left.shift(); request !== undefined; request = left.shift()) {
      if (untilFound && findings.length > 0) return;
      const answer = await answerTo(asker, request);
      countAnswer(tally, request, answer);
      answered(request, answer);
      for (const trace of asker.search.tracesIn(answer)) {
        const { viewer } = asker;
        findings.push({ viewer, asked: nameOf(request), status: answer.status, trace });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return findings;
}

const roleOf: Readonly<Record<Viewer, Parameters<typeof cellOf>[1]>> = {
  R1: 'reader',
  R2: 'reader',
  ADJ: 'adjudicator',
  sponsor: 'sponsor',
  trainer: 'trainer',
  siteCoordinator: 'siteCoordinator',
  nobody: null,
  anonymous: null,
};

const isOwn = (name: string): boolean => /^(own|signed)\./.test(name);

/**
 * Whether the two answers must be alike: the route is not for this viewer, or it gives each what is theirs and the thing
 * that is there is not.
 */
export function mustBeAlike(
  { there, none }: RequestPair,
  viewer: Viewer,
  matrix: readonly RouteAccess[]
): boolean {
  const route = matrix.find(({ method, url }) => `${method} ${url}` === there.route);
  if (route === undefined) return false;
  if (viewer === 'anonymous' && route.access !== 'public') return true;
  const cell = cellOf(route, roleOf[viewer]);
  if (cell === 'no') return true;
  const names = placesOf(there.path);
  const differing = names.filter(name => !placesOf(none.path).includes(name));
  if (there.path.startsWith('/reads/{own.read}')) return true;
  if (there.route === 'POST /login') return true;
  // Of what is there in the viewer's own trial, only another's things must be like nothing.
  return cell === 'own' && !differing.includes('trial.code') && !names.some(isOwn);
}

/** Sends both requests of each pair, one after the other, searches what came back and compares it. */
export async function sendPairs(
  asker: Asker,
  pairs: readonly RequestPair[],
  matrix: readonly RouteAccess[],
  tally: Tally
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const pair of pairs.filter(one => mustBeAlike(one, asker.viewer, matrix))) {
    const there = await answerTo(asker, pair.there);
    const none = await answerTo(asker, pair.none);
    tally.pairs += 1;
    countAnswer(tally, pair.there, there);
    countAnswer(tally, pair.none, none);
    const { viewer } = asker;
    for (const [request, answer] of [
      [pair.there, there],
      [pair.none, none],
    ] as const) {
      for (const trace of asker.search.tracesIn(answer))
        findings.push({ viewer, asked: nameOf(request), status: answer.status, trace });
    }
    const differs = pairDifference(there, none, pair, asker.places);
    if (differs.length === 0) continue;
    findings.push({ viewer, asked: nameOf(pair.there), status: there.status, differs });
  }
  return findings;
}

/** One request for each answer that told something: what is sent again to a server with a plant. */
export class TellingRequests {
  readonly requests: InventoryRequest[] = [];
  readonly #answers = new Set<string>();

  add(request: InventoryRequest, { status, body }: HttpAnswer): void {
    if (request.method !== 'GET' || status >= 300 || body.length === 0) return;
    // Part boundaries are drawn for each answer, so that bodies alone would always differ.
    const key = `${request.route} ${status} ${body.length} ${request.path.replace(/\?.*/, '')}`;
    if (this.#answers.has(key)) return;
    this.#answers.add(key);
    this.requests.push(request);
  }
}

/** Whether the viewer's session is still good: answers to a session that had ended would prove nothing. */
async function requireSession({ url, session, viewer }: Asker): Promise<void> {
  if (session === null) return;
  const { status } = await send(url, get('/api/session', null), session);
  if (status !== 200) throw new Error(`the session of ${viewer} ended in the middle: ${status}`);
}

/**
 * Sends everything of a viewer's inventory: pairs first, and what ends the session last.
 * @throws Error when the session ended before that
 */
export async function sendInventory(
  asker: Asker,
  { requests, pairs }: Inventory,
  matrix: readonly RouteAccess[],
  tally: Tally,
  telling: TellingRequests
): Promise<Finding[]> {
  const different = await sendPairs(asker, pairs, matrix, tally);
  const ends = requests.filter(endsSession);
  const others = requests.filter(request => !endsSession(request));
  const found = await sendAll(asker, others, tally, (request, answer) =>
    telling.add(request, answer)
  );
  await requireSession(asker);
  return [...different, ...found, ...(await sendAll(asker, ends, tally))];
}
