import { toClientError } from './clientError.js';
import { createIdbStore, type DraftStore } from './draftStore.js';
import type { CallerOptions } from './httpCaller.js';
import { createLocalKeys } from './localKeys.js';

/** A case with changes of the person's that this computer keeps and the server does not have. */
export interface KeptCase {
  readonly caseId: string;
  /** What it is called; null where that can't be read. */
  readonly title: string | null;
  readonly changes: number;
  readonly document: unknown;
  /** Why it can't be read here any more; null while it can. */
  readonly unreadable: string | null;
}

/** What this computer keeps of whoever is logged in. A browser that keeps nothing has nothing of anybody. */
export interface KeptCases {
  list(): Promise<KeptCase[]>;
  /** Erased for good. */
  giveUp(caseId: string): Promise<void>;
}

async function keptIn(store: DraftStore, caseId: string): Promise<KeptCase[]> {
  try {
    const kept = await store.get(caseId);
    if (kept === null || kept.changes === 0) return [];
    const { title = null, changes, document } = kept;
    return [{ caseId, title, changes, document, unreadable: null }];
  } catch (reason) {
    const { code, message } = toClientError(reason);
    if (code !== 'CL_KEPT_UNREADABLE') throw reason;
    return [{ caseId, title: null, changes: 0, document: null, unreadable: message }];
  }
}

export function keptCasesOf(store: DraftStore): KeptCases {
  return {
    async list() {
      try {
        const ids = await store.keys();
        return (await Promise.all(ids.map(id => keptIn(store, id)))).flat();
      } catch (reason) {
        if (toClientError(reason).code === 'CL_NOT_KEPT') return [];
        throw reason;
      }
    },
    giveUp: caseId => store.delete(caseId),
  };
}

/** The browser's. */
export function browserKeptCases(calls: CallerOptions): KeptCases {
  return keptCasesOf(createIdbStore(createLocalKeys(calls)));
}
