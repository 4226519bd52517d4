import { createIdbTable, createMemoryTable, type KeptTable } from './idbTable.js';

/** A document the server has not acknowledged yet, with the etag it was based on. */
export interface KeptDraft {
  document: unknown;
  etag: string;
  changes: number;
}

/** Where unacknowledged documents survive a closed tab; erased on acknowledgement. */
export type DraftStore = KeptTable<KeptDraft>;

/** For tests and for browsers without IndexedDB: lives as long as the page. */
export function createMemoryStore(): DraftStore & { entries: Map<string, KeptDraft> } {
  return createMemoryTable<KeptDraft>();
}

/** The browser's IndexedDB. `name` separates installations on one origin. */
export function createIdbStore(name = 'corelab'): DraftStore {
  return createIdbTable<KeptDraft>(name, 'drafts');
}
