import { setTimeout as pause } from 'node:timers/promises';
import { hashReadDocument, type ReadDocument } from '@corelab/reads';
import { askAt, password, type Answer, type LoggedIn } from '../http-client.js';

/** What a client was told is done, and what it asked without hearing of it. */
export class Ledger {
  /** By read: the hash of the document that was last acknowledged. */
  readonly drafts = new Map<string, string>();
  /** Reads whose drafts were opened or sent since somebody last looked whether they are kept. */
  readonly touched = new Set<string>();
  /** By read: hashes of documents that were sent since, whose answers did not come. */
  readonly sent = new Map<string, string[]>();
  /** By read: the hash of what was signed. */
  readonly signatures = new Map<string, string>();
  /** By read: the signature that was asked for without an answer. */
  readonly signing = new Map<string, { readonly requestId: string; readonly etag: string }>();
  /** Hears of every answer. */
  onAnswer: () => void = () => undefined;
}

export interface Listed {
  readonly readId: string;
  readonly subjectCode: string;
  readonly timepoint: string;
  readonly state: string;
}

/** Somebody who reads, known to the server by a session that outlives its processes. */
export interface Reader {
  readonly name: string;
  readonly session: Pick<LoggedIn, 'cookie' | 'csrf'>;
  readonly ledger: Ledger;
}

/** The server did not do what it was asked, for a fault. */
export class NoAnswer extends Error {}

export const call = async (
  url: string,
  { session }: Pick<Reader, 'session'>,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  payload?: object,
  headers: Readonly<Record<string, string>> = {}
): Promise<Answer> => {
  let answer: Answer;
  try {
    answer = await askAt(url)({
      ...{ method, url: path },
      headers: { cookie: session.cookie, 'x-csrf-token': session.csrf, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  } catch (cause) {
    throw new NoAnswer(`${method} ${path}`, { cause });
  }
  if (answer.statusCode === 503 && answer.json<{ code: string }>().code === unavailable) {
    throw new NoAnswer(`${method} ${path}: ${answer.body}`);
  }
  if (answer.statusCode === 200) return answer;
  throw new Error(`${method} ${path}: ${answer.statusCode} ${answer.body}`);
};

export const unavailable = 'CL_DATABASE_UNAVAILABLE';

export const listOf = async (url: string, reader: Reader): Promise<Listed[]> => {
  const reads: Listed[] = [];
  let query = '';
  for (;;) {
    const page = (await call(url, reader, 'GET', `/api/reads${query}`)).json<{
      reads: Listed[];
      signedBefore: string | null;
    }>();
    reads.push(...page.reads);
    if (page.signedBefore === null) return reads;
    query = `?signedBefore=${page.signedBefore}`;
  }
};

const openStates = ['ready', 'assigned', 'draft'];

/** How long what was signed before a fault may take to be followed by the next read, ms: another process takes that up. */
const releaseMs = 60_000;

/**
 * Reads until `enough` says so or the server does not answer: opens a read, saves drafts, signs some of them. `random` chooses
 * which, how often and what. Returns what was not answered.
 */
export const readUntilFault = async (
  url: string,
  reader: Reader,
  random: () => number,
  enough: () => boolean
): Promise<NoAnswer | null> => {
  let last = performance.now();
  try {
    while (!enough()) {
      const open = (await listOf(url, reader)).filter(({ state }) => openStates.includes(state));
      const read = open[Math.floor(random() * open.length)];
      if (read === undefined) {
        if (performance.now() - last > releaseMs)
          throw new Error(`${reader.name} has nothing to read`);
        await pause(50);
        continue;
      }
      last = performance.now();
      await readOne(url, reader, read.readId, random, enough);
    }
    return null;
  } catch (reason) {
    if (reason instanceof NoAnswer) return reason;
    throw reason;
  }
};

const readOne = async (
  url: string,
  reader: Reader,
  readId: string,
  random: () => number,
  enough: () => boolean
): Promise<void> => {
  const { ledger } = reader;
  ledger.touched.add(readId);
  const address = `/api/reads/${readId}`;
  const context = (await call(url, reader, 'GET', address)).json<{ meanings: string[] }>();
  ledger.onAnswer();
  const opened = await call(url, reader, 'GET', `${address}/draft`);
  let etag = opened.headers['etag'] ?? '';
  const begun = opened.json<{ document: ReadDocument }>().document;
  ledger.drafts.set(readId, hashReadDocument(begun));
  for (let saves = 1 + Math.floor(random() * 4); saves > 0; saves -= 1) {
    // A longer number would look like somebody's.
    const comment = `save ${Math.floor(random() * 900)}`;
    const document = { ...begun, noDisease: true, comment };
    const hash = hashReadDocument(document);
    ledger.sent.set(readId, [...(ledger.sent.get(readId) ?? []), hash]);
    const headers = { 'if-match': etag };
    const saved = await call(url, reader, 'PUT', `${address}/draft`, { document }, headers);
    ledger.drafts.set(readId, hash);
    ledger.sent.delete(readId);
    ledger.onAnswer();
    etag = saved.headers['etag'] ?? '';
  }
  if (random() < 0.65 || enough()) return;
  const requestId = `request-${readId}-${Math.floor(random() * 1e9)}`;
  ledger.signing.set(readId, { requestId, etag });
  const signed = await call(url, reader, 'POST', `${address}/sign`, {
    ...{ password, meaning: context.meanings[0], requestId, etag },
    pictures: { missing: 'noViewer' },
  });
  ledger.signatures.set(readId, signed.json<{ signature: { hash: string } }>().signature.hash);
  ledger.signing.delete(readId);
  ledger.onAnswer();
};
