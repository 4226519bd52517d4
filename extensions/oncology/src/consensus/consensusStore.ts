import type { PanelProposal, PanelVote } from '@corelab/adjudication';
import {
  createApiClient,
  createCaller,
  meetingIn,
  serverCalls,
  toClientError,
  type AnswerOf,
  type ServerCalls,
  type Session,
} from '@corelab/client';
import { goToAddress } from '@corelab/host';

/** A meeting as the server shows it to one of its readers. */
export type Meeting = AnswerOf<'/api/consensus/{consensusId}', 'get'>;
export type Proposal = Meeting['proposals'][number];

export type ConsensusState =
  | { phase: 'loading' }
  | { phase: 'failed'; message: string }
  | {
      phase: 'ready';
      session: Session;
      meeting: Meeting;
      sending: boolean;
      /** What the server said against what was signed last. */
      error: string | null;
    };

export interface ConsensusPorts {
  server: ServerCalls;
  session(): Promise<Session>;
  /** Id of the meeting that the address names; null where it names none. */
  meeting(): string | null;
  newRequestId(): string;
  navigate(address: string): void;
}

const fetchIt = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

/** The browser's. */
export const browserMeetings = (): ConsensusPorts => ({
  server: serverCalls(createCaller({ fetch: fetchIt })),
  session: () => createApiClient({ fetch: fetchIt }).session(),
  meeting: () => meetingIn(globalThis.location.search),
  newRequestId: () => crypto.randomUUID(),
  navigate: goToAddress,
});

export interface Signed {
  readonly password: string;
  readonly meaning: string;
}

/** Refusals after which the page shows what there is now. */
const overtaken: readonly string[] = [
  'CL_PROPOSAL_CHANGED',
  'CL_PROPOSAL_NOT_POSSIBLE',
  'CL_VOTE_NOT_POSSIBLE',
  'CL_VOTED',
];

/** A meeting outside React: loading, putting forward, voting. Without a session it goes to /login. */
export class ConsensusStore {
  readonly #ports: ConsensusPorts;
  readonly #listeners = new Set<() => void>();
  /** Kept until what it signs is signed: sent twice, it is signed once. */
  #requestId: string | null = null;
  #state: ConsensusState = { phase: 'loading' };

  constructor(ports: ConsensusPorts) {
    this.#ports = ports;
  }

  readonly getState = (): ConsensusState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  toList(): void {
    this.#ports.navigate('/');
  }

  async load(): Promise<void> {
    const consensusId = this.#ports.meeting();
    if (consensusId === null) {
      this.toList();
      return;
    }
    try {
      const session = await this.#ports.session();
      const meeting = await this.#get(consensusId);
      this.#set({ phase: 'ready', session, meeting, sending: false, error: null });
    } catch (reason) {
      const error = toClientError(reason);
      if (error.status === 401) this.#ports.navigate('/login');
      else this.#set({ phase: 'failed', message: error.message });
    }
  }

  /** Puts a read forward, signed. Returns whether it was. */
  propose(proposal: PanelProposal, signed: Signed): Promise<boolean> {
    return this.#sign((consensusId, requestId, { proposals }) =>
      this.#ports.server.post('/api/consensus/{consensusId}/proposals', {
        path: { consensusId },
        body: { proposal, after: proposals.at(-1)?.version ?? 0, requestId, ...signed },
      })
    );
  }

  /** Votes on what was put forward, signed. Returns whether it was. */
  vote(version: number, vote: PanelVote, reason: string, signed: Signed): Promise<boolean> {
    return this.#sign((consensusId, requestId) =>
      this.#ports.server.post('/api/consensus/{consensusId}/votes', {
        path: { consensusId },
        body: { proposal: version, vote, reason, requestId, ...signed },
      })
    );
  }

  #get(consensusId: string): Promise<Meeting> {
    return this.#ports.server.get('/api/consensus/{consensusId}', { path: { consensusId } });
  }

  async #sign(
    send: (consensusId: string, requestId: string, meeting: Meeting) => Promise<unknown>
  ): Promise<boolean> {
    const state = this.#state;
    if (state.phase !== 'ready' || state.sending) return false;
    const { consensusId } = state.meeting;
    this.#requestId ??= this.#ports.newRequestId();
    this.#set({ ...state, sending: true, error: null });
    try {
      await send(consensusId, this.#requestId, state.meeting);
      this.#requestId = null;
      this.#set({ ...state, meeting: await this.#get(consensusId), sending: false, error: null });
      return true;
    } catch (reason) {
      const error = toClientError(reason);
      // What the server refused was not signed: another intention has another id.
      if (error.status !== 0) this.#requestId = null;
      this.#set({ ...state, sending: false, error: error.message });
      if (overtaken.includes(error.code)) await this.#showNow(error.message);
      return false;
    }
  }

  async #showNow(message: string): Promise<void> {
    await this.load();
    if (this.#state.phase === 'ready') this.#set({ ...this.#state, error: message });
  }

  #set(state: ConsensusState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}
