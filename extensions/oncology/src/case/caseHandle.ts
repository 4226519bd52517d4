import { browserClaim, onSessionRenewed, toClientError, type Schedule } from '@corelab/client';
import { CaseClaim, type ClaimedCase, type Elsewhere } from './caseClaim.js';

export type OpenState<Ready> =
  | { phase: 'loading' }
  | { phase: 'failed'; message: string; sessionEnded: boolean }
  | { phase: 'ready'; ready: Ready };

/** One case of this page: its loading, then what is open. Lives outside React, since the host unmounts panels. */
export interface CaseHandle<Ready> {
  readId: string;
  getState(): OpenState<Ready>;
  subscribe(listener: () => void): () => void;
  retry(): void;
  close(): void;
}

/** A case that has loaded. */
export interface OpenedCase<Ready> {
  ready: Ready;
  /** Whose draft one window alone may change; null for what has none. */
  claimed: ClaimedCase | null;
  /** What the page is called. */
  title: string;
  /** Ends all that listens. */
  stop(): void;
}

export interface HandleParts<Ready> {
  schedule: Schedule;
  /** `elsewhere`: another window changes the case, asked when it has loaded. `isWanted` is false once the handle closed. */
  open(
    elsewhere: () => Elsewhere | null,
    isWanted: () => boolean,
    reload: () => void
  ): Promise<OpenedCase<Ready> | null>;
  /** Before the case is loaded anew. */
  clear(): void;
}

/** Opens the case in the reading list's line `readId`, and again when a login or another window asks for it. */
export function openHandle<Ready>(readId: string, parts: HandleParts<Ready>): CaseHandle<Ready> {
  const listeners = new Set<() => void>();
  let state: OpenState<Ready> = { phase: 'loading' };
  let stop = (): void => undefined;
  let closed = false;
  const set = (next: OpenState<Ready>): void => {
    state = next;
    listeners.forEach(listener => listener());
  };
  const reload = (): void => {
    if (closed || state.phase !== 'ready') return;
    parts.clear();
    void load();
  };
  const load = async (): Promise<void> => {
    stop();
    stop = () => undefined;
    set({ phase: 'loading' });
    try {
      await claimed;
      const opened = await parts.open(
        () => claim.elsewhere,
        () => !closed,
        reload
      );
      if (opened === null) {
        return;
      }
      if (opened.claimed !== null) claim.attach(opened.claimed);
      stop = () => opened.stop();
      document.title = opened.title;
      set({ phase: 'ready', ready: opened.ready });
    } catch (reason) {
      const error = toClientError(reason);
      set({ phase: 'failed', message: error.message, sessionEnded: error.status === 401 });
    }
  };
  const claim = new CaseClaim(readId, {
    browser: browserClaim(readId, window),
    now: () => new Date().toISOString(),
    schedule: parts.schedule,
    reload: () => {
      parts.clear();
      void load();
    },
  });
  const claimed = claim.start();
  const stopRenewing = onSessionRenewed(() => {
    if (state.phase === 'failed' && state.sessionEnded) {
      void load();
    }
  });
  void load();
  return {
    readId,
    getState: () => state,
    subscribe: listener => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    retry: () => void load(),
    close: () => {
      closed = true;
      claim.end();
      stopRenewing();
      stop();
    },
  };
}
