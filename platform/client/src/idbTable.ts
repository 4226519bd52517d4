import { openDB, type IDBPDatabase } from 'idb';
import { ClientError } from './clientError.js';

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

/** A browser's database may answer never: while another window holds an older form of it, or when its disk hangs. */
const answerMs = 5000;
/** In the first form values lay open. */
const version = 2;

export interface IdbPorts {
  open: typeof openDB;
  /** Calls `task` after `ms`; the returned function takes it back. */
  later(task: () => void, ms: number): () => void;
}

const browserPorts: IdbPorts = {
  open: openDB,
  later: (task, ms) => {
    const id = setTimeout(task, ms);
    return () => clearTimeout(id);
  },
};

/**
 * A table of the browser's IndexedDB, alone in its database. A connection that the browser ended, and one that could not be had,
 * are asked for anew at the next use.
 * @throws ClientError CL_NOT_KEPT when the browser does not do what is asked, CL_KEPT_LATE when it has not answered in time:
 * what it keeps is not known then.
 */
export function createIdbTable<T>(
  name: string,
  table: string,
  ports: IdbPorts = browserPorts
): KeptTable<T> {
  let opened: Promise<IDBPDatabase> | null = null;
  const forget = (connection: Promise<IDBPDatabase>): void => {
    if (opened === connection) opened = null;
  };
  const connect = (): Promise<IDBPDatabase> => {
    if (opened !== null) return opened;
    const connection: Promise<IDBPDatabase> = ports.open(name, version, {
      upgrade(db) {
        if (db.objectStoreNames.contains(table)) db.deleteObjectStore(table);
        db.createObjectStore(table);
      },
      // A newer program in another window does not wait for this one.
      blocking(_from, _to, event) {
        forget(connection);
        (event.target as IDBDatabase).close();
      },
      terminated: () => forget(connection),
    });
    opened = connection;
    return connection;
  };
  const asked = async <A>(what: string, act: (db: IDBPDatabase) => Promise<A>): Promise<A> => {
    const connection = connect();
    let cancel = (): void => undefined;
    const late = new Promise<never>((_resolve, reject) => {
      cancel = ports.later(() => {
        const message = `This browser did not ${what} within ${answerMs / 1000} seconds.`;
        reject(new ClientError('CL_KEPT_LATE', -1, message));
      }, answerMs);
    });
    try {
      return await Promise.race([connection.then(act), late]);
    } catch (reason) {
      forget(connection);
      if (reason instanceof ClientError) throw reason;
      throw new ClientError('CL_NOT_KEPT', -1, `This browser does not ${what}: ${String(reason)}`);
    } finally {
      cancel();
    }
  };
  return {
    get: key =>
      asked('give what it keeps', async db => {
        const found: unknown = await db.get(table, key);
        return (found as T | undefined) ?? null;
      }),
    put: (key, value) =>
      asked('keep changes', async db => {
        // On the disk before it counts as kept: a computer that loses its power has it.
        const writing = db.transaction(table, 'readwrite', { durability: 'strict' });
        await Promise.all([writing.store.put(value, key), writing.done]);
      }),
    delete: key => asked('erase what it keeps', db => db.delete(table, key)),
    keys: () => asked('tell what it keeps', async db => (await db.getAllKeys(table)).map(String)),
  };
}
