import { createIdbTable, type KeptTable } from './idbTable.js';

/** The undo history of one read, in its JSON form, and whose acts it holds. */
export interface KeptHistory {
  user: string;
  history: string;
}

/** Where undo histories survive a reload, by read; erased at signing. */
export type HistoryStore = KeptTable<KeptHistory>;

/** A database of its own beside the kept drafts, so that neither waits for the other's upgrade. */
export function createIdbHistoryStore(name = 'corelab-history'): HistoryStore {
  return createIdbTable<KeptHistory>(name, 'histories');
}
