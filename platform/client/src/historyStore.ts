import { createIdbTable, type KeptTable } from './idbTable.js';
import type { LocalKeys } from './localKeys.js';
import { createSealedTable, type SealedRow } from './sealedTable.js';

/** The undo history of one read, in its JSON form, and whose acts it holds. */
export interface KeptHistory {
  user: string;
  history: string;
}

/** Where undo histories survive a reload, by read; erased at signing. */
export type HistoryStore = KeptTable<KeptHistory>;

/** Encrypted, in a database of its own beside the kept drafts, so that neither waits for the other's upgrade. */
export function createIdbHistoryStore(keys: LocalKeys, name = 'corelab-history'): HistoryStore {
  return createSealedTable(createIdbTable<SealedRow>(name, 'histories'), keys, 'history');
}
