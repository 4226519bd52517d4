import type { Schedule } from './draftQueue.js';

/** Whose window changes a read: this one, or another of this browser since `since` (ISO 8601; null until it said). */
export type ClaimState =
  | { kind: 'asking' }
  | { kind: 'mine' }
  | { kind: 'elsewhere'; since: string | null; taking: boolean; refused: boolean };

type Message =
  | { type: 'who' }
  | { type: 'since'; at: string }
  | { type: 'yield' }
  | { type: 'kept' };

/** The part of `navigator.locks` used here. */
export interface Locks {
  request(
    name: string,
    options: { ifAvailable?: boolean; steal?: boolean; signal?: AbortSignal },
    held: (lock: unknown) => Promise<void>
  ): Promise<unknown>;
}

/** What windows of one browser hear of each other; never told to the sender itself. */
export interface Channel {
  post(message: unknown): void;
  listen(listener: (message: unknown) => void): void;
  close(): void;
}

export interface ClaimPorts {
  locks: Locks;
  channel: Channel;
  now(): string;
  schedule: Schedule;
  /** Asked before the read is handed over: false when this window has changes that would be lost. */
  handOver(): Promise<boolean>;
  onState(state: ClaimState): void;
}

/** A window that does not answer in this time is frozen or gone: its claim is taken without it. */
const answerMs = 4000;

/**
 * One window of a browser changes a read, the others look on. The lock belongs to the browser, so a window that crashes
 * or closes leaves it to the next one. Another computer is not seen here: there the draft's ETag decides.
 */
export class ReadClaim {
  readonly #ports: ClaimPorts;
  readonly #name: string;
  #state: ClaimState = { kind: 'asking' };
  #since = '';
  #release: () => void = () => undefined;
  #stopWaiting: () => void = () => undefined;
  #cancelSteal: () => void = () => undefined;
  #ended = false;

  constructor(readId: string, ports: ClaimPorts) {
    this.#name = `corelab-read-${readId}`;
    this.#ports = ports;
    ports.channel.listen(message => void this.#hear(message as Message));
  }

  get state(): ClaimState {
    return this.#state;
  }

  /** Resolves when it is known whose the read is. */
  async claim(): Promise<void> {
    const got = await this.#hold({ ifAvailable: true });
    if (!got) {
      this.#lookOn(null);
      this.#ports.channel.post({ type: 'who' });
    }
  }

  /** Asks the other window to hand over; takes the read when it does not answer. */
  takeOver(): void {
    if (this.#state.kind !== 'elsewhere' || this.#state.taking) {
      return;
    }
    this.#set({ ...this.#state, taking: true, refused: false });
    this.#ports.channel.post({ type: 'yield' });
    this.#cancelSteal = this.#ports.schedule(() => {
      this.#stopWaiting();
      void this.#hold({ steal: true });
    }, answerMs);
  }

  end(): void {
    this.#ended = true;
    this.#cancelSteal();
    this.#stopWaiting();
    this.#release();
    this.#ports.channel.close();
  }

  /** Resolves true when the lock is held, which it is until released or taken away; false when it is not to be had. */
  #hold(options: {
    ifAvailable?: boolean;
    steal?: boolean;
    signal?: AbortSignal;
  }): Promise<boolean> {
    return new Promise(resolve => {
      let granted = false;
      const request = this.#ports.locks.request(this.#name, options, lock => {
        if (lock === null || this.#ended) {
          resolve(false);
          return Promise.resolve();
        }
        const held = new Promise<void>(release => {
          this.#release = release;
        });
        granted = true;
        this.#own();
        resolve(true);
        return held;
      });
      // Rejected when the waiting was given up, or when another window took the lock from this one.
      request.catch(() => {
        resolve(false);
        if (granted && !this.#ended && this.#state.kind === 'mine') {
          this.#lookOn(this.#ports.now());
        }
      });
    });
  }

  #own(): void {
    this.#cancelSteal();
    this.#since = this.#ports.now();
    this.#set({ kind: 'mine' });
    this.#ports.channel.post({ type: 'since', at: this.#since });
  }

  /** Looks on, and stands in line for when the other window closes. */
  #lookOn(since: string | null): void {
    this.#set({ kind: 'elsewhere', since, taking: false, refused: false });
    const waiting = new AbortController();
    this.#stopWaiting = () => waiting.abort();
    void this.#hold({ signal: waiting.signal });
  }

  async #hear(message: Message): Promise<void> {
    const mine = this.#state.kind === 'mine';
    if (message.type === 'who' && mine) {
      this.#ports.channel.post({ type: 'since', at: this.#since });
    } else if (message.type === 'yield' && mine) {
      await this.#yield();
    } else if (message.type === 'since' && this.#state.kind === 'elsewhere') {
      this.#set({ ...this.#state, since: message.at });
    } else if (message.type === 'kept' && this.#state.kind === 'elsewhere') {
      this.#cancelSteal();
      this.#set({ ...this.#state, taking: false, refused: true });
    }
  }

  async #yield(): Promise<void> {
    if (!(await this.#ports.handOver())) {
      this.#ports.channel.post({ type: 'kept' });
      return;
    }
    const release = this.#release;
    this.#lookOn(this.#ports.now());
    release();
  }

  #set(state: ClaimState): void {
    this.#state = state;
    this.#ports.onState(state);
  }
}
