import { openDB } from 'idb';

/** One kind of value kept in this browser, by name. */
export interface KeptTable<T> {
  get(key: string): Promise<T | null>;
  put(key: string, value: T): Promise<void>;
  delete(key: string): Promise<void>;
  keys(): Promise<string[]>;
}

/** For tests and for browsers without IndexedDB: lives as long as the page. */
export function createMemoryTable<T>(): KeptTable<T> & { entries: Map<string, T> } {
  const entries = new Map<string, T>();
  return {
    entries,
    get: key => Promise.resolve(entries.get(key) ?? null),
    put: (key, value) => {
      entries.set(key, value);
      return Promise.resolve();
    },
    delete: key => {
      entries.delete(key);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...entries.keys()]),
  };
}

/** A table of the browser's IndexedDB, alone in its database. */
export function createIdbTable<T>(name: string, table: string): KeptTable<T> {
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
      return (found as T | undefined) ?? null;
    },
    async put(key, value) {
      await (await database).put(table, value, key);
    },
    async delete(key) {
      await (await database).delete(table, key);
    },
    async keys() {
      return (await (await database).getAllKeys(table)).map(String);
    },
  };
}
