import { toClientError } from './clientError.js';
import { createIdbTable, createMemoryTable, type KeptTable } from './idbTable.js';
import type { LocalKeys } from './localKeys.js';
import { createSealedTable, type SealedRow } from './sealedTable.js';

/** A document the server has not acknowledged yet, with the etag it was based on. */
export interface KeptDraft {
  document: unknown;
  etag: string;
  changes: number;
  /** What the case is called, for the reading list. */
  title?: string;
  /** After a conflict, what its writer held before choosing: it goes to the record with the rest. */
  mine?: unknown;
  /** Sent without an answer, and changed since: to be sent first. Its changes are counted above too. */
  unanswered?: { document: unknown; changes: number; mine?: unknown; lost?: boolean };
}

/** Where unacknowledged documents survive a closed tab; erased on acknowledgement. */
export type DraftStore = KeptTable<KeptDraft>;

/** What a computer has of a case, and whether it can keep and tell anything at all. */
export interface FoundDraft {
  kept: KeptDraft | null;
  keptUnreadable: boolean;
}

/**
 * What this computer keeps of a case.
 * @throws ClientError where the server gives no key: opened without it, what is kept would be overwritten.
 */
export async function findKept(store: DraftStore, caseId: string): Promise<FoundDraft> {
  try {
    return { kept: await store.get(caseId), keptUnreadable: false };
  } catch (reason) {
    const error = toClientError(reason);
    if (error.status !== -1) throw error;
    return { kept: null, keptUnreadable: true };
  }
}

/** For tests and for browsers without IndexedDB: lives as long as the page. */
export function createMemoryStore(): DraftStore & { entries: Map<string, KeptDraft> } {
  return createMemoryTable<KeptDraft>();
}

/** The browser's IndexedDB, encrypted. `name` separates installations on one origin. */
export function createIdbStore(keys: LocalKeys, name = 'corelab'): DraftStore {
  return createSealedTable(createIdbTable<SealedRow>(name, 'drafts'), keys, 'draft');
}
