import {
  refusedWords,
  toClientError,
  type ApiClient,
  type GlobalReadContext,
  type NotIdentity,
  type RefusedWords,
} from '@corelab/client';
import { Signing } from '../panel/signing.js';
import { signingText } from '../panel/signingText.js';

export interface GlobalReadPorts {
  api: Pick<ApiClient, 'globalRead' | 'reconsider' | 'signGlobalRead'>;
  newRequestId(): string;
}

/** What is unfolded: one thing at a time. */
export type GlobalSheet = { kind: 'none' } | { kind: 'sign' } | { kind: 'reason'; readId: string };

export interface GlobalReadSnapshot {
  context: GlobalReadContext;
  sheet: GlobalSheet;
  sending: boolean;
  error: string | null;
  /** What the server found in the reason that was given last, where it kept it not. */
  refused: RefusedWords | null;
}

/** A global read while it is open, outside React: its timepoints as they stand, reconsidering and signing. */
export class GlobalReadStore {
  readonly #ports: GlobalReadPorts;
  readonly #signing: Signing;
  readonly #listeners = new Set<() => void>();
  #snapshot: GlobalReadSnapshot;

  constructor(ports: GlobalReadPorts, context: GlobalReadContext) {
    this.#ports = ports;
    this.#snapshot = {
      context,
      sheet: { kind: 'none' },
      sending: false,
      error: null,
      refused: null,
    };
    this.#signing = new Signing({
      newRequestId: () => ports.newRequestId(),
      sign: request => ports.api.signGlobalRead(context.globalReadId, request),
    });
  }

  readonly getSnapshot = (): GlobalReadSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A sheet that is sending stays: a second press changes nothing. */
  open(sheet: GlobalSheet): void {
    if (!this.#snapshot.sending) this.#set({ sheet, error: null, refused: null });
  }

  /** Opens the sheet once nothing is read again; true means that the key was used. */
  askToSign(): boolean {
    const { timepoints, signature } = this.#snapshot.context;
    if (signature === null && timepoints.every(({ state }) => state === 'signed')) {
      this.open({ kind: 'sign' });
    }
    return true;
  }

  /** Says why an opinion is changed; the timepoint is then read again. */
  async reconsider(
    readId: string,
    reason: string,
    notIdentity: readonly NotIdentity[] = []
  ): Promise<void> {
    await this.#send(reason, async () => {
      const { globalReadId } = this.#snapshot.context;
      await this.#ports.api.reconsider(
        ...([globalReadId, readId, reason] as const),
        ...(notIdentity.length === 0 ? [] : [notIdentity])
      );
      await this.#look();
    });
  }

  async sign(password: string, meaning: string): Promise<void> {
    if (this.#snapshot.sending) return;
    this.#set({ sending: true, error: null });
    const { etag } = this.#snapshot.context;
    const outcome = await this.#signing.send({ password, meaning, etag });
    if (outcome.ok) {
      const context = {
        ...this.#snapshot.context,
        state: 'signed',
        signature: outcome.signature,
      };
      this.#set({ context, sheet: { kind: 'none' }, sending: false });
      return;
    }
    this.#set({ sending: false, error: signingText(outcome.error) });
  }

  async #send(words: string, act: () => Promise<void>): Promise<void> {
    if (this.#snapshot.sending) return;
    this.#set({ sending: true, error: null, refused: null });
    try {
      await act();
      this.#set({ sheet: { kind: 'none' }, sending: false });
    } catch (reason) {
      const error = toClientError(reason);
      const refused = refusedWords(error, words);
      this.#set({ sending: false, error: refused === null ? error.message : null, refused });
    }
  }

  async #look(): Promise<void> {
    const { globalReadId } = this.#snapshot.context;
    this.#set({ context: await this.#ports.api.globalRead(globalReadId) });
  }

  #set(change: Partial<GlobalReadSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach(listener => listener());
  }
}
