import {
  listedCase,
  toClientError,
  type ApiClient,
  type KeptCase,
  type KeptCases,
  type ListedCaseApi,
  type ReadListItem,
  type Session,
} from '@corelab/client';
import { text } from '@corelab/ui';
import { firstPageOf, pagesOf, reads } from './room/staffPages.js';

export type ListState =
  | { phase: 'loading' }
  | { phase: 'failed'; message: string }
  | {
      phase: 'ready';
      session: Session;
      /** All of this account's reads in the server's order, which is due order. */
      reads: readonly ReadListItem[];
      /** What the search keeps of them: open, and signed. */
      open: readonly ReadListItem[];
      signed: readonly ReadListItem[];
      query: string;
      signedShown: boolean;
      /** What to ask older signed reads by; null where all are here. */
      signedBefore: string | null;
      /** Whether older ones are on their way. */
      fetching: boolean;
      /** Place of the current row among the open reads; -1 when there is none. */
      at: number;
      opening: ReadListItem | null;
      error: string | null;
      /** Cases with changes that only this computer has. */
      kept: readonly KeptCase[];
      /** The same, while it is asked whether to leave them; else null. */
      leaving: readonly KeptCase[] | null;
      /** What to work as instead; null where it is asked whether to log out. */
      leavingFor: string | null;
    };

export interface ListPorts {
  api: Pick<ApiClient, 'session' | 'readingList' | 'logout' | 'wear'> & ListedCaseApi;
  navigate(url: string): void;
  /** Goes there and leaves nothing of this page behind. */
  load(url: string): void;
  kept: KeptCases;
}

const doneStates: readonly string[] = ['signed', 'superseded', 'void'];
/** It is signed, or was. */
export const isDone = ({ state }: Pick<ReadListItem, 'state'>): boolean =>
  doneStates.includes(state);

const openableStates: readonly string[] = ['ready', 'draft'];

/** The reads whose case or timepoint has these letters, open ones and done ones. */
function found(reads: readonly ReadListItem[], query: string) {
  const letters = query.trim().toLowerCase();
  const matching = reads.filter(({ subjectCode, timepoint }) =>
    `${subjectCode} ${timepoint}`.toLowerCase().includes(letters)
  );
  return {
    open: matching.filter(item => !isDone(item)),
    signed: matching.filter(isDone),
  };
}

/** How many can be read now, and how many wait for an answer. */
export function countDue(reads: readonly ReadListItem[]): { due: number; onHold: number } {
  return {
    due: reads.filter(({ state }) => openableStates.includes(state)).length,
    onHold: reads.filter(({ state }) => state === 'onHold').length,
  };
}

/** The reading list outside React: loading, the current row, opening a case. Without a session it goes to /login. */
export class ListStore {
  readonly #ports: ListPorts;
  readonly #listeners = new Set<() => void>();
  #state: ListState = { phase: 'loading' };

  constructor(ports: ListPorts) {
    this.#ports = ports;
  }

  readonly getState = (): ListState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** A session that ended after the list was shown is the session guard's matter: the list stays where it is. */
  async load(): Promise<void> {
    const shown = this.#state;
    this.#set({ phase: 'loading' });
    try {
      const session = await this.#ports.api.session();
      const [home] = pagesOf(session);
      if (!reads(session) && home !== undefined) {
        this.#ports.navigate(home.path);
        return;
      }
      const [{ reads: listed, signedBefore }, kept] = await Promise.all([
        this.#ports.api.readingList(),
        this.#keptOrWhyNot(),
      ]);
      const { open, signed } = found(listed, '');
      this.#set({
        phase: 'ready',
        session,
        reads: listed,
        open,
        signed,
        query: '',
        signedShown: false,
        signedBefore,
        fetching: false,
        at: open.length === 0 ? -1 : 0,
        opening: null,
        error: kept.error,
        kept: kept.cases,
        leaving: null,
        leavingFor: null,
      });
    } catch (reason) {
      const error = toClientError(reason);
      if (error.status !== 401) {
        this.#set({ phase: 'failed', message: error.message });
      } else if (shown.phase === 'ready') {
        this.#set(shown);
      } else {
        this.#ports.navigate('/login');
      }
    }
  }

  /** Moves the current row, never past the ends. */
  move(by: 1 | -1): void {
    if (this.#state.phase === 'ready' && this.#state.open.length > 0) {
      const last = this.#state.open.length - 1;
      this.#set({ ...this.#state, at: Math.max(0, Math.min(last, this.#state.at + by)) });
    }
  }

  select(at: number): void {
    if (this.#state.phase === 'ready') {
      this.#set({ ...this.#state, at });
    }
  }

  search(query: string): void {
    if (this.#state.phase === 'ready') {
      const { open, signed } = found(this.#state.reads, query);
      this.#set({ ...this.#state, query, open, signed, at: open.length === 0 ? -1 : 0 });
    }
  }

  foldSigned(): void {
    if (this.#state.phase === 'ready') {
      this.#set({ ...this.#state, signedShown: !this.#state.signedShown });
    }
  }

  /** Puts the signed reads before those that are here behind them. */
  async showOlder(): Promise<void> {
    const shown = this.#state;
    if (shown.phase !== 'ready' || shown.signedBefore === null || shown.fetching) return;
    this.#set({ ...shown, fetching: true, error: null });
    try {
      const older = await this.#ports.api.readingList(shown.signedBefore);
      if (this.#state.phase !== 'ready') return;
      const all = [...this.#state.reads, ...older.reads];
      const { signedBefore } = older;
      const { signed } = found(all, this.#state.query);
      this.#set({ ...this.#state, reads: all, signed, signedBefore, fetching: false });
    } catch (reason) {
      this.#fail(toClientError(reason).message);
    }
  }

  /** Opens any listed read; a signed one is only looked at. */
  async open(item: ReadListItem): Promise<void> {
    await this.#open(item);
  }

  async openCurrent(): Promise<void> {
    if (this.#state.phase === 'ready') {
      await this.#open(this.#state.open[this.#state.at]);
    }
  }

  /** The next due read that can be read now. */
  async openNext(): Promise<void> {
    if (this.#state.phase === 'ready') {
      await this.#open(this.#state.reads.find(({ state }) => openableStates.includes(state)));
    }
  }

  /** Logs out; with changes that only this computer has, asks first. */
  async askLogout(): Promise<void> {
    if (!(await this.#mustAsk(null))) await this.logout();
  }

  /** Works as something else the person is; with changes that only this computer has, asks first. */
  async askWear(hat: string): Promise<void> {
    if (!(await this.#mustAsk(hat))) await this.wear(hat);
  }

  stay(): void {
    if (this.#state.phase === 'ready') {
      this.#set({ ...this.#state, leaving: null, leavingFor: null });
    }
  }

  /** What was asked about is done. */
  async leave(): Promise<void> {
    const hat = this.#state.phase === 'ready' ? this.#state.leavingFor : null;
    await (hat === null ? this.logout() : this.wear(hat));
  }

  /** What was loaded in one hat is not for the next, so the page goes with it. */
  async wear(hat: string): Promise<void> {
    try {
      this.#ports.load(firstPageOf(await this.#ports.api.wear(hat)));
    } catch (reason) {
      const error = toClientError(reason);
      if (error.status === 401) this.#ports.navigate('/login');
      else this.#fail(error.message);
    }
  }

  async logout(): Promise<void> {
    try {
      await this.#ports.api.logout();
      this.#ports.navigate('/login');
    } catch (reason) {
      const error = toClientError(reason);
      if (error.status === 401) {
        this.#ports.navigate('/login');
      } else {
        this.#fail(error.message);
      }
    }
  }

  /** Whether changes are here that the server does not have; the question then stands in the state. */
  async #mustAsk(leavingFor: string | null): Promise<boolean> {
    const leaving = await this.#lookAtKept();
    if (this.#state.phase !== 'ready' || leaving.length === 0) return false;
    this.#set({ ...this.#state, leaving, leavingFor });
    return true;
  }

  /** What only this computer has now: another window may have sent or kept some. */
  async lookAtKept(): Promise<void> {
    await this.#lookAtKept();
  }

  /** What was written in a case that takes it no more is erased. */
  async giveUp(caseId: string): Promise<void> {
    try {
      await this.#ports.kept.giveUp(caseId);
      await this.#lookAtKept();
    } catch (reason) {
      this.#fail(toClientError(reason).message);
    }
  }

  /** A browser that is late with what it keeps does not hold up the list; that it is not known what it keeps is told. */
  async #keptOrWhyNot(): Promise<{ cases: readonly KeptCase[]; error: string | null }> {
    try {
      return { cases: await this.#ports.kept.list(), error: null };
    } catch (reason) {
      const error = toClientError(reason);
      if (error.status !== -1) throw error;
      return { cases: [], error: text('kept.notKnown', { message: error.message }) };
    }
  }

  async #lookAtKept(): Promise<readonly KeptCase[]> {
    if (this.#state.phase !== 'ready') return [];
    try {
      const kept = await this.#ports.kept.list();
      if (this.#state.phase === 'ready') this.#set({ ...this.#state, kept });
      return kept;
    } catch (reason) {
      const error = toClientError(reason);
      // A session that ended is the session guard's matter.
      if (error.status !== 401) this.#fail(error.message);
      return [];
    }
  }

  async #open(item: ReadListItem | undefined): Promise<void> {
    if (item === undefined || this.#state.phase !== 'ready' || this.#state.opening !== null) {
      return;
    }
    this.#set({ ...this.#state, opening: item, error: null });
    try {
      this.#ports.navigate((await listedCase(this.#ports.api, item)).address);
    } catch (reason) {
      this.#fail(toClientError(reason).message);
    }
  }

  #fail(message: string): void {
    if (this.#state.phase === 'ready') {
      this.#set({ ...this.#state, opening: null, fetching: false, error: message });
    }
  }

  #set(state: ListState): void {
    this.#state = state;
    this.#listeners.forEach(listener => listener());
  }
}
