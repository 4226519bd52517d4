import { openingDifference, type PanelProposal, type PanelVote } from '@corelab/adjudication';
import {
  refusedWords,
  toClientError,
  type NotIdentity,
  type RefusedWords,
  type Session,
} from '@corelab/client';
import type { ComparedReads, ReadKey, ShownDifference } from '../compared/comparedReads.js';
import { firstLook, Looking, type ComparedCase, type LookState } from '../compared/looking.js';
import type { ComparisonChoice } from '../images/comparison.js';
import type { ImageTrouble } from '../images/imageRecovery.js';
import type { PaneContext } from '../images/paneCase.js';
import type { OtherTimepoint } from '../images/stagePlan.js';
import {
  loadMeeting,
  meetingReads,
  shownDifference,
  type LoadedMeeting,
  type Meeting,
  type MeetingPorts,
} from './loadMeeting.js';
import { listedPlaces } from './listedPlaces.js';

/** Everything the page shows of one meeting; a new object at every change. */
export interface MeetingSnapshot extends LookState {
  meeting: Meeting;
  /** The two reads whose differences are listed, "A B"; null for those of all. */
  pair: string | null;
  sending: boolean;
  /** What the server said against what was signed last. */
  error: string | null;
  /** What the server found in the words of what was signed last, where it kept them not. */
  refused: RefusedWords | null;
  prompt: string | null;
  imageTrouble: ImageTrouble | null;
  sheet: 'none' | 'keys';
}

export interface Signed {
  readonly password: string;
  readonly meaning: string;
}

/** What its writer says of a text goes with it where anything was said. */
const saidOf = (notIdentity: NotIdentity[]): { notIdentity?: NotIdentity[] } =>
  notIdentity.length === 0 ? {} : { notIdentity };

/** Refusals after which the page shows what there is now. */
const overtaken: readonly string[] = [
  'CL_PROPOSAL_CHANGED',
  'CL_PROPOSAL_NOT_POSSIBLE',
  'CL_VOTE_NOT_POSSIBLE',
  'CL_VOTED',
];

/**
 * One meeting of readers while it is open, outside React: what is put forward and voted, the difference in hand, what the
 * panes are to show. The reads themselves never change.
 */
export class MeetingStore implements ComparedCase {
  readonly session: Session;
  readonly compared: ComparedReads;
  readonly savedView = null;
  readonly drawing = false;
  readonly #ports: MeetingPorts;
  readonly #looking: Looking<ShownDifference>;
  readonly #listeners = new Set<() => void>();
  /** Kept until what it signs is signed: sent twice, it is signed once. */
  #requestId: string | null = null;
  #snapshot: MeetingSnapshot;

  constructor(ports: MeetingPorts, { session, meeting }: LoadedMeeting) {
    this.#ports = ports;
    this.session = session;
    const reads = meetingReads(meeting);
    this.compared = reads;
    const differences = meeting.case.differences.map(shownDifference);
    this.#looking = new Looking({
      ...{ reads, differences },
      get: () => this.#snapshot,
      set: change => this.#set(change),
    });
    this.#snapshot = {
      ...firstLook(reads, differences, openingDifference(meeting.case)),
      ...{ meeting, pair: null, sending: false, error: null, refused: null },
      ...{ prompt: null, imageTrouble: null, sheet: 'none' },
    };
  }

  readonly getSnapshot = (): MeetingSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get context(): PaneContext {
    return this.#looking.context;
  }

  get comparedStudy(): string | null {
    return this.#looking.comparedStudy;
  }

  studyAs(word: OtherTimepoint): string | null {
    return this.#looking.studyAs(word);
  }

  comparisons(): ComparisonChoice[] {
    return this.#looking.comparisons();
  }

  compare(comparison: string): void {
    this.#looking.compare(comparison);
  }

  showTimepoint(timepoint: string): void {
    this.#looking.showTimepoint(timepoint);
  }

  get difference(): ShownDifference | null {
    return this.#looking.difference;
  }

  /** Takes a difference in hand: its timepoint comes to the first pane, and its image. */
  select(selected: number | null): void {
    this.#set({ prompt: null, ...this.#looking.selecting(selected) });
  }

  /** The next or previous one of the listed differences, never past the ends. */
  step(by: 1 | -1): void {
    const { meeting, pair } = this.#snapshot;
    const place = this.#looking.placeAfter(by, listedPlaces(meeting, pair));
    if (place !== null) this.select(place);
  }

  filterBy(pair: string | null): void {
    this.#set({ pair });
  }

  nextStop(): void {
    this.#looking.nextStop();
  }

  showStop(stop: number): void {
    this.#looking.showStop(stop);
  }

  toggle(key: ReadKey): void {
    if (this.compared.sides[key] !== undefined) this.#looking.toggle(key);
  }

  open(sheet: MeetingSnapshot['sheet']): void {
    this.#set({ sheet });
  }

  say(prompt: string | null): void {
    this.#set({ prompt });
  }

  setImageTrouble(imageTrouble: ImageTrouble | null): void {
    this.#set({ imageTrouble });
  }

  /** Where the panes stand is not kept: a meeting opens at its first difference. */
  setViewSource(): void {
    return undefined;
  }

  noteView(): void {
    return undefined;
  }

  /** It is one's own turn: nothing is left to do here after that. */
  get isDue(): boolean {
    const { turn } = this.#snapshot.meeting;
    return turn === 'propose' || turn === 'vote';
  }

  /** What the others did meanwhile. */
  async refresh(): Promise<void> {
    try {
      const { meeting } = await loadMeeting(this.#ports, this.#snapshot.meeting.consensusId);
      this.#set({ meeting, error: null });
    } catch (reason) {
      this.#set({ error: toClientError(reason).message });
    }
  }

  /** Puts a read forward, signed. Returns whether it was. */
  propose(
    proposal: PanelProposal,
    signed: Signed,
    notIdentity: NotIdentity[] = []
  ): Promise<boolean> {
    return this.#sign(proposal.reason.text, (consensusId, requestId, { proposals }) =>
      this.#ports.server.post('/api/consensus/{consensusId}/proposals', {
        path: { consensusId },
        body: {
          proposal,
          after: proposals.at(-1)?.version ?? 0,
          requestId,
          ...saidOf(notIdentity),
          ...signed,
        },
      })
    );
  }

  /** Votes on what was put forward, signed. Returns whether it was. */
  vote(
    version: number,
    vote: PanelVote,
    reason: string,
    signed: Signed,
    notIdentity: NotIdentity[] = []
  ): Promise<boolean> {
    return this.#sign(reason, (consensusId, requestId) =>
      this.#ports.server.post('/api/consensus/{consensusId}/votes', {
        path: { consensusId },
        body: { proposal: version, vote, reason, requestId, ...saidOf(notIdentity), ...signed },
      })
    );
  }

  close(): void {
    this.#listeners.clear();
  }

  async #sign(
    words: string,
    send: (consensusId: string, requestId: string, meeting: Meeting) => Promise<unknown>
  ): Promise<boolean> {
    const { meeting, sending } = this.#snapshot;
    if (sending) return false;
    const { consensusId } = meeting;
    this.#requestId ??= this.#ports.newRequestId();
    this.#set({ sending: true, error: null, refused: null });
    try {
      await send(consensusId, this.#requestId, meeting);
      this.#requestId = null;
    } catch (reason) {
      const error = toClientError(reason);
      // What the server refused was not signed: another intention has another id.
      if (!error.isOffline && error.status < 500 && error.status !== 401) this.#requestId = null;
      if (overtaken.includes(error.code)) await this.refresh();
      const refused = refusedWords(error, words);
      this.#set({ sending: false, error: refused === null ? error.message : null, refused });
      return false;
    }
    await this.refresh();
    this.#set({ sending: false });
    return true;
  }

  readonly #set = (change: Partial<MeetingSnapshot>): void => {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach(listener => listener());
  };
}
