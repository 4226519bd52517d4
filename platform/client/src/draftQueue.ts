import { ClientError, toClientError } from './clientError.js';
import type { DraftStore } from './draftStore.js';
import { sameJson } from './sameJson.js';
import type { Saved } from './wire.js';

export type DraftState =
  | 'saved'
  | 'saving'
  | 'offline'
  | 'conflict'
  | 'locked'
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
  /** `mine`: after a conflict, the document this window held before the reader chose. */
  save(document: unknown, etag: string, mine?: unknown): Promise<Saved>;
  store: DraftStore;
  schedule: Schedule;
  onStatus(status: DraftStatus): void;
}

/** Nothing is sent in these until something changes outside: a choice, an answer, a login. */
const stoppedStates: readonly DraftState[] = ['conflict', 'locked', 'onHold', 'sessionEnded'];
/** The read waits for the data manager's answer. */
const holdCodes: readonly string[] = ['CL_READ_ON_HOLD', 'CL_READER_SUSPENDED'];
const firstRetryMs = 1000;
const lastRetryMs = 30000;

interface Pending {
  document: unknown;
  changes: number;
  mine?: unknown;
}

function serverVersion(error: ClientError): { document: unknown; etag: string } | null {
  const body = error.body;
  if (typeof body !== 'object' || body === null || !('document' in body) || !('etag' in body)) {
    return null;
  }
  return { document: body.document, etag: String(body.etag) };
}

/**
 * Brings every change to the server, whole document at a time, one request at a time; what comes while one is
 * under way is sent as one. It never overwrites another window's work: a 412 stops it in state `conflict` until
 * `resolve`, unless the server already holds exactly what was sent (an answer lost on the way).
 */
export class DraftQueue {
  readonly #options: DraftQueueOptions;
  #etag: string;
  #waiting: Pending | null = null;
  #sending: Pending | null = null;
  #status: DraftStatus = {
    state: 'saved',
    savedAt: null,
    pending: 0,
    returned: 0,
    keptHere: true,
    server: null,
    error: null,
  };
  #cancelRetry: (() => void) | null = null;
  #retryMs = firstRetryMs;
  #closed = false;
  #wasAway = false;
  #returned = 0;
  #storing: Promise<void> = Promise.resolve();
  #idle: (() => void)[] = [];

  constructor(options: DraftQueueOptions) {
    this.#options = options;
    this.#etag = options.etag;
  }

  get status(): DraftStatus {
    return this.#status;
  }

  get etag(): string {
    return this.#etag;
  }

  /** Takes the newest document. It is kept on this computer before it is sent. */
  push(document: unknown, changes = 1): void {
    if (this.#closed) {
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

  /** Tries again now: the network or the session came back. */
  resume(): void {
    this.#cancelRetry?.();
    this.#cancelRetry = null;
    this.#retryMs = firstRetryMs;
    if (this.#status.state !== 'conflict' && this.#status.state !== 'locked') {
      void this.#send();
    }
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
    this.#waiting = { document, changes: Math.max(1, this.#waiting?.changes ?? 1), mine };
    this.#keep();
    this.#report({ state: 'saving', server: null, error: null });
    void this.#send();
  }

  /** Resolves when nothing is under way: all saved, or stopped in a state that `status` names. */
  settled(): Promise<DraftStatus> {
    if (this.#sending === null && this.#waiting === null) {
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
    if (this.#closed || this.#sending !== null || this.#waiting === null) {
      return;
    }
    const sending = this.#waiting;
    this.#sending = sending;
    this.#waiting = null;
    this.#report({ state: 'saving', error: null });
    try {
      const saved = await this.#options.save(sending.document, this.#etag, sending.mine);
      this.#acknowledge(saved.etag, saved.savedAt);
    } catch (reason) {
      this.#refused(sending, toClientError(reason));
    }
  }

  #acknowledge(etag: string, savedAt: string | null): void {
    if (this.#wasAway) {
      this.#returned += this.#sending?.changes ?? 0;
    }
    this.#etag = etag;
    this.#sending = null;
    this.#retryMs = firstRetryMs;
    if (this.#waiting !== null) {
      this.#keep();
      void this.#send();
      return;
    }
    this.#erase();
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

  #refused(sent: Pending, error: ClientError): void {
    const server = error.status === 412 ? serverVersion(error) : null;
    if (server !== null && sameJson(server.document, sent.document)) {
      this.#acknowledge(server.etag, null);
      return;
    }
    this.#sending = null;
    this.#waiting = {
      document: this.#waiting?.document ?? sent.document,
      changes: sent.changes + (this.#waiting?.changes ?? 0),
      ...('mine' in sent ? { mine: sent.mine } : {}),
    };
    if (error.status === 412) {
      this.#report({ state: 'conflict', server, error });
    } else if (error.status === 401) {
      this.#report({ state: 'sessionEnded', error });
    } else if (holdCodes.includes(error.code)) {
      this.#report({ state: 'onHold', error });
    } else if (error.code === 'CL_READ_LOCKED') {
      this.#report({ state: 'locked', error });
    } else if (error.isOffline || error.status >= 500) {
      this.#wasAway = true;
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

  #keep(): void {
    const newest = this.#waiting;
    if (newest === null) {
      return;
    }
    const changes = newest.changes + (this.#sending?.changes ?? 0);
    const kept = { document: newest.document, etag: this.#etag, changes };
    this.#store(() => this.#options.store.put(this.#options.key, kept));
  }

  #erase(): void {
    this.#store(() => this.#options.store.delete(this.#options.key));
  }

  /** Store operations run in order; a failing store is reported, never allowed to stop the saving. */
  #store(operation: () => Promise<void>): void {
    this.#storing = this.#storing.then(operation).then(
      () => this.#report({ keptHere: true }),
      () => this.#report({ keptHere: false })
    );
  }

  #report(change: Partial<DraftStatus>): void {
    const pending = (this.#sending?.changes ?? 0) + (this.#waiting?.changes ?? 0);
    const next = { ...this.#status, ...change, pending };
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
