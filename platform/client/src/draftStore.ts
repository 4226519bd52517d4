import { openDB } from 'idb';

/** A document the server has not acknowledged yet, with the etag it was based on. */
export interface KeptDraft {
  document: unknown;
  etag: string;
  changes: number;
}

/** Where unacknowledged documents survive a closed tab; erased on acknowledgement. */
export interface DraftStore {
  get(key: string): Promise<KeptDraft | null>;
  put(key: string, draft: KeptDraft): Promise<void>;
  delete(key: string): Promise<void>;
}

/** For tests and for browsers without IndexedDB: lives as long as the page. */
export function createMemoryStore(): DraftStore & { entries: Map<string, KeptDraft> } {
  const entries = new Map<string, KeptDraft>();
  return {
    entries,
    get: key => Promise.resolve(entries.get(key) ?? null),
    put: (key, draft) => {
      entries.set(key, draft);
      return Promise.resolve();
    },
    delete: key => {
      entries.delete(key);
      return Promise.resolve();
    },
  };
}

const table = 'drafts';

/** The browser's IndexedDB. `name` separates installations on one origin. */
export function createIdbStore(name = 'corelab'): DraftStore {
  const database = openDB(name, 1, {
    upgrade(db) {
      db.createObjectStore(table);
    },
  });
  // The promise is awaited by every use; this keeps a refusal (private window) from being reported unhandled.
  database.catch(() => null);
  return {
    async get(key) {
      const found: unknown = await (await database).get(table, key);
      return (found as KeptDraft | undefined) ?? null;
    },
    async put(key, draft) {
      await (await database).put(table, draft, key);
    },
    async delete(key) {
      await (await database).delete(table, key);
    },
  };
}
