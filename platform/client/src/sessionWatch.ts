import { ClientError, toClientError } from './clientError.js';
import type { Schedule } from './draftQueue.js';
import type { SessionApi, SessionEnds, SessionLife } from './sessionApi.js';

export type SessionState =
  | { kind: 'unknown' }
  | { kind: 'live'; name: string }
  /** `endsAt` is in this computer's clock, ms since 1970. */
  | { kind: 'warning'; name: string; endsAt: number; by: SessionEnds['by']; limitMs: number }
  | {
      kind: 'ended';
      name: string;
      /** Length of the limit that ended it, ms; null when it ended before one. */
      afterMs: number | null;
      sending: boolean;
      /** The password was right, and the code of the second factor is asked for. */
      codeAsked: boolean;
      refusal: ClientError | null;
    };

export interface SessionWatchPorts {
  api: SessionApi;
  now(): number;
  schedule: Schedule;
  onState(state: SessionState): void;
  /** What the server says of the session, each time it is asked. */
  known(life: SessionLife): void;
  /** The session lives again after it had ended. */
  renewed(): void;
  /** The person works as something else than what this page was made for. */
  otherHat(): void;
  /** Nobody was known to be logged in on this page. */
  toLogin(): void;
}

const warnBeforeMs = 120_000;
const lookAgainMs = 15_000;
const marginMs = 250;

/** How long before its end a session's person is warned, ms; half the idle time where that is short. */
export function warningMs({ idleMs }: Pick<SessionEnds, 'idleMs'>): number {
  return Math.min(warnBeforeMs, idleMs / 2);
}

/**
 * Follows one page's session: warns before its end, says when it ended, opens it again for the same person. Acts of
 * the person (`acted`) keep it alive; looking at the clock does not.
 */
export class SessionWatch {
  readonly #ports: SessionWatchPorts;
  #state: SessionState = { kind: 'unknown' };
  #known: SessionLife | null = null;
  #endsAt = 0;
  #stayedAt = 0;
  #cancel: () => void = () => undefined;
  #looking = false;

  constructor(ports: SessionWatchPorts) {
    this.#ports = ports;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Asks how the session is: at start, when its time is near, when the window comes back, after a refusal. */
  async look(): Promise<void> {
    if (this.#looking) {
      return;
    }
    this.#looking = true;
    try {
      this.#take(await this.#ports.api.look());
    } catch (reason) {
      this.#failed(toClientError(reason));
    } finally {
      this.#looking = false;
    }
  }

  /** The person did something here. Tells the server now and then, at once when a warning stands. */
  acted(): void {
    const state = this.#state;
    if (this.#known === null || (state.kind !== 'live' && state.kind !== 'warning')) {
      return;
    }
    const helps = state.kind === 'warning' && state.by === 'idle';
    const every = helps ? 1000 : Math.min(60_000, this.#known.ends.idleMs / 4);
    const since = this.#ports.now() - this.#stayedAt;
    // This computer's clock may be set back: a person at work is not logged out for it.
    if (since < 0 || since >= every) {
      void this.stay();
    }
  }

  async stay(): Promise<void> {
    this.#stayedAt = this.#ports.now();
    try {
      this.#take(await this.#ports.api.stay());
    } catch (reason) {
      this.#failed(toClientError(reason));
    }
  }

  async renew(password: string, code?: string): Promise<void> {
    if (this.#state.kind !== 'ended' || this.#known === null || this.#state.sending) {
      return;
    }
    this.#set({ ...this.#state, sending: true, refusal: null });
    try {
      this.#take(await this.#ports.api.renew(this.#known.user, password, code));
    } catch (reason) {
      if (this.#state.kind !== 'ended') return;
      const refusal = toClientError(reason);
      const isStep = refusal.code === 'CL_SECOND_FACTOR_NEEDED';
      this.#set({
        ...{ ...this.#state, sending: false, refusal: isStep ? null : refusal },
        codeAsked: isStep || (this.#state.codeAsked && refusal.code !== 'CL_PASSWORD_WRONG'),
      });
    }
  }

  stop(): void {
    this.#cancel();
  }

  #take(life: SessionLife): void {
    if (this.#known !== null && this.#known.user !== life.user) {
      this.#end(new ClientError('CL_OTHER_PERSON', 401, 'Someone else logged in.'));
      return;
    }
    const wasEnded = this.#state.kind === 'ended';
    const otherHat = this.#known !== null && this.#known.hat !== life.hat;
    const { inMs, by } = life.ends;
    const warn = warningMs(life.ends);
    this.#known = life;
    this.#ports.known(life);
    this.#endsAt = this.#ports.now() + inMs;
    this.#lookIn(inMs > warn ? inMs - warn + marginMs : inMs + marginMs);
    this.#set(
      inMs > warn
        ? { kind: 'live', name: life.name }
        : { kind: 'warning', name: life.name, endsAt: this.#endsAt, by, limitMs: life.ends.limitMs }
    );
    if (wasEnded) {
      this.#ports.renewed();
    }
    if (otherHat) {
      this.#ports.otherHat();
    }
  }

  #failed(error: ClientError): void {
    if (error.status !== 401) {
      this.#lookIn(lookAgainMs);
    } else if (this.#known === null) {
      this.#ports.toLogin();
    } else {
      this.#end(null);
    }
  }

  #end(refusal: ClientError | null): void {
    this.#cancel();
    if (this.#known === null || (this.#state.kind === 'ended' && refusal === null)) {
      return;
    }
    const { name, ends } = this.#known;
    const inTime = this.#ports.now() < this.#endsAt;
    const afterMs = inTime ? null : ends.by === 'idle' ? ends.idleMs : ends.limitMs;
    this.#set({ kind: 'ended', name, afterMs, sending: false, codeAsked: false, refusal });
  }

  #lookIn(ms: number): void {
    this.#cancel();
    this.#cancel = this.#ports.schedule(() => void this.look(), ms);
  }

  #set(state: SessionState): void {
    this.#state = state;
    this.#ports.onState(state);
  }
}
