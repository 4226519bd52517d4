import {
  browserClaim,
  ReadClaim,
  type ClaimState,
  type DraftStatus,
  type Schedule,
} from '@corelab/client';
import { onlyInPage } from '@corelab/ui';

/** The read is changed in another window of this browser; this one looks on. */
export type Elsewhere = Omit<Extract<ClaimState, { kind: 'elsewhere' }>, 'kind'>;

/** An open case whose draft one window alone may change. */
export interface ClaimedCase {
  setTakeOver(takeOver: () => void): void;
  lookOn(elsewhere: Elsewhere | null): void;
  /** When nothing is on its way to the server any more. */
  settled(): Promise<DraftStatus>;
}

export interface CaseClaimPorts {
  browser: ReturnType<typeof browserClaim>;
  now(): string;
  schedule: Schedule;
  /** This window may change the read after it looked on: what it shows is old. */
  reload(): void;
}

/** Joins the read's claim to its store: looking on locks it, handing over stops its sending. */
export class CaseClaim {
  readonly #claim: ReadClaim | null;
  readonly #ports: CaseClaimPorts;
  #store: ClaimedCase | null = null;
  #elsewhere: Elsewhere | null = null;

  constructor(readId: string, ports: CaseClaimPorts) {
    this.#ports = ports;
    // Without locks every window may change the read, and the draft's ETag decides, as between computers.
    this.#claim =
      ports.browser === null
        ? null
        : new ReadClaim(readId, {
            ...ports.browser,
            now: ports.now,
            schedule: ports.schedule,
            handOver: () => this.#handOver(),
            onState: state => this.#changed(state),
          });
  }

  get elsewhere(): Elsewhere | null {
    return this.#elsewhere;
  }

  /** Resolves when it is known whether this window may change the read. */
  async start(): Promise<void> {
    await this.#claim?.claim();
  }

  /** The store of the read as it is now loaded. */
  attach(store: ClaimedCase): void {
    this.#store = store;
    store.setTakeOver(() => this.#claim?.takeOver());
    store.lookOn(this.#elsewhere);
  }

  end(): void {
    this.#store = null;
    this.#claim?.end();
  }

  /** Everything goes to the server, or is kept on this computer for the window that goes on. */
  async #handOver(): Promise<boolean> {
    if (this.#store === null) {
      return true;
    }
    const status = await this.#store.settled();
    return !onlyInPage(status);
  }

  #changed(state: ClaimState): void {
    const looked = this.#elsewhere !== null;
    if (state.kind === 'elsewhere') {
      const { since, taking, refused } = state;
      this.#elsewhere = { since, taking, refused };
      this.#store?.lookOn(this.#elsewhere);
    } else if (state.kind === 'mine') {
      this.#elsewhere = null;
      if (looked) {
        this.#store = null;
        this.#ports.reload();
      }
    }
  }
}
