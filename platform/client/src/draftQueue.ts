import { ClientError, toClientError } from './clientError.js';
import type { DraftStore, KeptDraft } from './draftStore.js';
import { sameJson } from './sameJson.js';
import type { Saved } from './wire.js';

export type DraftState =
  | 'saved'
  | 'saving'
  /** A request has been under way for long. */
  | 'slow'
  | 'offline'
  | 'conflict'
  | 'locked'
  /** The case is not this person's any more. */
  | 'gone'
  | 'onHold'
  | 'sessionEnded'
  | 'error';

export interface DraftStatus {
  state: DraftState;
  /** The server's acknowledgement, ISO 8601; null before the first of this page. */
  savedAt: string | null;
  /** Changes the server has not acknowledged. */
  pending: number;
  /** Changes acknowledged after the server had been away; 0 once something new is changed. */
  returned: number;
  /** False when this computer could not keep the unacknowledged document (no storage). */
  keptHere: boolean;
  /** The newest is just being written to this computer: it is not known yet whether it is kept. */
  keeping: boolean;
  /** On conflict: what the server holds instead. */
  server: { document: unknown; etag: string } | null;
  error: ClientError | null;
}

/** Runs `task` after `ms`; the returned function takes it back. */
export type Schedule = (task: () => void, ms: number) => () => void;

export interface DraftQueueOptions {
  /** Name of the read in the store. */
  key: string;
  /** Of the draft as loaded. */
  etag: string;
  /**
   * `mine`: after a conflict, the document this window held before the reader chose. `signal` ends the waiting for an answer
   * that may never come.
   */
  save(document: unknown, etag: string, mine: unknown, signal: AbortSignal): Promise<Saved>;
  store: DraftStore;
  /** What the case is called, kept with what is unsent. */
  title?: string;
  /** False where it is known from the start that this computer keeps nothing. */
  keptHere?: boolean;
  schedule: Schedule;
  onStatus(status: DraftStatus): void;
}

/** Nothing is sent in these until something changes outside: a choice, an answer, a login. */
const stoppedStates: readonly DraftState[] = [
  'conflict',
  'locked',
  'gone',
  'onHold',
  'sessionEnded',
];
/** The read waits for the data manager's answer. */
const holdCodes: readonly string[] = ['CL_READ_ON_HOLD', 'CL_READER_SUSPENDED'];
/** After this it is said that the server does not answer. */
const slowMs = 10_000;
/** Too slow on its way, or too many: to be sent again as it was. */
const notTaken: readonly number[] = [408, 429];
const firstRetryMs = 1000;
const lastRetryMs = 30000;

/** What is sent in one request. */
export interface PendingDraft {
  document: unknown;
  changes: number;
  mine?: unknown;
  /** It was sent, and no answer said what became of it. */
  lost?: boolean;
}

function serverVersion(error: ClientError): { document: unknown; etag: string } | null {
  const body = error.body;
  if (typeof body !== 'object' || body === null || !('document' in body) || !('etag' in body)) {
    return null;
  }
  return { document: body.document, etag: String(body.etag) };
}

/** Neither says whether the server took the document: it may have, and the answer was lost. */
const tellsNothing = ({ isOffline, status }: ClientError): boolean =>
  isOffline || status >= 500 || notTaken.includes(status);

const withMine = (mine: unknown): { mine?: unknown } => (mine === undefined ? {} : { mine });

/**
 * Brings every change to the server, whole document at a time, one request at a time; what comes while one is
 * under way is sent as one. It never overwrites another window's work: a 412 stops it in state `conflict` until
 * `resolve`, unless the server already holds exactly what was sent (an answer lost on the way). What was sent and not
 * answered is sent again as it was, before what came after it: else a save whose answer was lost would look like another
 * window's.
 */
export class DraftQueue {
  readonly #options: DraftQueueOptions;
  #etag: string;
  #waiting: PendingDraft | null = null;
  #sending: PendingDraft | null = null;
  /** Sent before, without an answer; the next to be sent. */
  #unanswered: PendingDraft | null = null;
  #isSlow = false;
  #status: DraftStatus = {
    state: 'saved',
    savedAt: null,
    pending: 0,
    returned: 0,
    keptHere: true,
    keeping: false,
    server: null,
    error: null,
  };
  #cancelRetry: (() => void) | null = null;
  #request = new AbortController();
  #retryMs = firstRetryMs;
  #closed = false;
  #leaving = false;
  #wasAway = false;
  #returned = 0;
  #storing: Promise<void> = Promise.resolve();
  #stores = 0;
  #idle: (() => void)[] = [];

  constructor(options: DraftQueueOptions) {
    this.#options = options;
    this.#etag = options.etag;
    this.#status = { ...this.#status, keptHere: options.keptHere ?? true };
  }

  get status(): DraftStatus {
    return this.#status;
  }

  get etag(): string {
    return this.#etag;
  }

  /** Takes the newest document. It is kept on this computer before it is sent. */
  push(document: unknown, changes = 1): void {
    if (this.#closed || this.#leaving) {
      return;
    }
    const before = this.#waiting;
    this.#waiting = {
      document,
      changes: (before?.changes ?? 0) + changes,
      // What a choice between two versions dropped is not lost by what comes after it.
      ...(before !== null && 'mine' in before ? { mine: before.mine } : {}),
    };
    this.#keep();
    this.#report({ returned: 0 });
    const { state } = this.#status;
    if (stoppedStates.includes(state)) {
      return;
    }
    if (this.#cancelRetry === null) {
      void this.#send();
    }
  }

  /** Takes up what an earlier page kept and could not send. */
  resend({ document, changes, mine, unanswered }: Omit<KeptDraft, 'etag'>): void {
    this.#unanswered = unanswered ?? null;
    const later = changes - (unanswered?.changes ?? 0);
    this.#waiting = { document, changes: later, ...withMine(mine) };
    this.#report({});
    void this.#send();
  }

  /** Tries again now: the network or the session came back. A request that has waited long for its answer is given up. */
  resume(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#retryMs = firstRetryMs;
    if (this.#isSlow) {
      this.#request.abort();
    } else if (!['conflict', 'locked', 'gone'].includes(this.#status.state)) {
      void this.#send();
    }
  }

  /** The page goes: what waits is sent once more, and what does not arrive stays in the store. */
  leave(): void {
    this.#leaving = true;
    void this.settled().then(() => this.close());
  }

  /** What is unacknowledged is given up for good: it is erased from this computer and never sent. */
  async giveUp(): Promise<void> {
    this.close();
    this.#erase();
    await this.#storing;
  }

  /** Another call was told that the draft is not the one acknowledged here: the reader chooses between both. */
  conflicted(error: ClientError): void {
    const server = serverVersion(error);
    if (server !== null) {
      this.#report({ state: 'conflict', server, error });
    }
  }

  /**
   * Ends a conflict: `document`, chosen by the reader in sight of both, replaces the version that was reported. It is
   * sent with `mine` even when all of theirs was chosen: the record keeps what was not.
   */
  resolve(document: unknown, mine: unknown): void {
    const server = this.#status.server;
    if (this.#status.state !== 'conflict' || server === null) {
      throw new ClientError('CL_NO_CONFLICT', -1, 'There is no conflict to resolve.');
    }
    this.#etag = server.etag;
    this.#unanswered = null;
    this.#waiting = { document, changes: Math.max(1, this.#waiting?.changes ?? 1), mine };
    this.#keep();
    this.#report({ state: 'saving', server: null, error: null });
    void this.#send();
  }

  /**
   * Resolves when nothing is under way: all saved, or stopped in a state that `status` names, and it is known whether this
   * computer keeps what is not saved.
   */
  async settled(): Promise<DraftStatus> {
    await this.#answered();
    while (this.#stores > 0 && this.#pending() > 0) await this.#storing;
    return this.#status;
  }

  #answered(): Promise<DraftStatus> {
    if (this.#sending === null && this.#waiting === null && this.#unanswered === null) {
      return Promise.resolve(this.#status);
    }
    if (this.#sending === null && this.#status.state !== 'saving') {
      return Promise.resolve(this.#status);
    }
    return new Promise(resolve => this.#idle.push(() => resolve(this.#status)));
  }

  /** Ends the sending for good; what is unacknowledged stays in the store, for the window that goes on. */
  close(): void {
    this.#closed = true;
    this.#cancelRetry?.();
    this.#cancelRetry = null;
  }

  async #send(): Promise<void> {
    const sending = this.#unanswered ?? this.#waiting;
    if (this.#closed || this.#sending !== null || sending === null) {
      return;
    }
    this.#sending = sending;
    if (this.#unanswered === null) this.#waiting = null;
    this.#unanswered = null;
    this.#request = new AbortController();
    const { signal } = this.#request;
    const cancelSlow = this.#options.schedule(() => {
      this.#isSlow = true;
      if (!this.#wasAway) this.#report({ state: 'slow' });
    }, slowMs);
    const stopWatching = (): void => {
      cancelSlow();
      this.#isSlow = false;
    };
    // A server that has been away stays so in what is said until it answers.
    this.#report(this.#wasAway ? {} : { state: 'saving', error: null });
    try {
      const saved = await this.#options.save(sending.document, this.#etag, sending.mine, signal);
      stopWatching();
      this.#acknowledge(saved.etag, saved.savedAt);
    } catch (reason) {
      stopWatching();
      this.#refused(sending, toClientError(reason));
    }
  }

  #acknowledge(etag: string, savedAt: string | null): void {
    if (this.#wasAway) {
      this.#returned += this.#sending?.changes ?? 0;
    }
    this.#etag = etag;
    const sent = this.#sending;
    this.#sending = null;
    this.#retryMs = firstRetryMs;
    if (this.#waiting !== null) {
      if (!this.#closed) this.#keep();
      void this.#send();
      return;
    }
    if (this.#closed) this.#eraseIf(sent?.document);
    else this.#erase();
    const returned = this.#returned;
    this.#wasAway = false;
    this.#returned = 0;
    this.#report({
      state: 'saved',
      savedAt: savedAt ?? this.#status.savedAt,
      returned,
      error: null,
    });
    this.#settle();
  }

  #refused(sent: PendingDraft, error: ClientError): void {
    const server = error.status === 412 ? serverVersion(error) : null;
    if (server !== null && sameJson(server.document, sent.document)) {
      this.#acknowledge(server.etag, null);
      return;
    }
    this.#sending = null;
    if (tellsNothing(error)) sent.lost = true;
    // Nobody logged in, or on hold: what may have arrived before that still has to be found out.
    const waits = error.status === 401 || holdCodes.includes(error.code);
    if (sent.lost === true && (waits || tellsNothing(error))) {
      this.#unanswered = sent;
    } else {
      this.#waiting = {
        document: this.#waiting?.document ?? sent.document,
        changes: sent.changes + (this.#waiting?.changes ?? 0),
        ...withMine(sent.mine ?? this.#waiting?.mine),
      };
    }
    if (error.status === 412) {
      this.#report({ state: 'conflict', server, error });
    } else if (error.status === 401) {
      this.#report({ state: 'sessionEnded', error });
    } else if (holdCodes.includes(error.code)) {
      this.#report({ state: 'onHold', error });
    } else if (error.code === 'CL_READ_LOCKED') {
      this.#report({ state: 'locked', error });
    } else if (error.code === 'CL_NOT_FOUND') {
      this.#report({ state: 'gone', error });
    } else if (tellsNothing(error)) {
      this.#wasAway = true;
      // Kept anew at each try: a browser may have thrown away what it kept.
      this.#keep();
      this.#report({ state: error.isOffline ? 'offline' : 'error', error });
      this.#retryLater();
    } else {
      this.#report({ state: 'error', error });
    }
    this.#settle();
  }

  #retryLater(): void {
    this.#cancelRetry = this.#options.schedule(() => {
      this.#cancelRetry = null;
      void this.#send();
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
  }

  /** Where nothing but the view differs there is nothing to keep. */
  #keep(): void {
    const before = this.#unanswered ?? this.#sending;
    const newest = this.#waiting ?? before;
    if (newest === null) {
      return;
    }
    const changes = this.#pending();
    if (changes === 0) {
      this.#erase();
      return;
    }
    const { title } = this.#options;
    const kept: KeptDraft = {
      ...{ document: newest.document, etag: this.#etag, changes },
      ...(title === undefined ? {} : { title }),
      ...withMine(newest.mine),
      ...(before === null || before === newest ? {} : { unanswered: { ...before } }),
    };
    this.#store(() => this.#options.store.put(this.#options.key, kept));
  }

  #pending(): number {
    const under = [this.#sending, this.#unanswered, this.#waiting];
    return under.reduce((sum, one) => sum + (one?.changes ?? 0), 0);
  }

  #erase(): void {
    this.#store(() => this.#options.store.delete(this.#options.key));
  }

  /** Another window may have gone on and kept something newer, which stays. */
  #eraseIf(document: unknown): void {
    const { key, store } = this.#options;
    this.#store(async () => {
      const kept = await store.get(key);
      if (kept !== null && sameJson(kept.document, document)) await store.delete(key);
    });
  }

  /** Store operations run in order; a failing store is reported, never allowed to stop the saving. */
  #store(operation: () => Promise<void>): void {
    this.#stores += 1;
    const done = (keptHere: boolean): void => {
      this.#stores -= 1;
      this.#report({ keptHere, keeping: this.#stores > 0 });
    };
    this.#storing = this.#storing.then(operation).then(
      () => done(true),
      () => done(false)
    );
    this.#report({ keeping: true });
  }

  #report(change: Partial<DraftStatus>): void {
    const next = { ...this.#status, ...change, pending: this.#pending() };
    const names = Object.keys(next) as (keyof DraftStatus)[];
    if (names.every(name => next[name] === this.#status[name])) {
      return;
    }
    this.#status = next;
    this.#options.onStatus(next);
  }

  #settle(): void {
    const waiting = this.#idle;
    this.#idle = [];
    waiting.forEach(done => done());
  }
}
