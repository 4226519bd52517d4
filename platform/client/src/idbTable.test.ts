import { describe, expect, it } from '@jest/globals';
import type { IDBPDatabase, OpenDBCallbacks } from 'idb';
import { ClientError } from './clientError.js';
import { createIdbTable, type IdbPorts } from './idbTable.js';

/** A browser's database: how it opens is scripted, one entry for each time. */
function bench(...openings: ('ok' | 'refused' | 'silent')[]) {
  const values = new Map<string, unknown>();
  const callbacks: OpenDBCallbacks<unknown>[] = [];
  const clocks: (() => void)[] = [];
  let dead = 0;
  const db = (place: number): IDBPDatabase => {
    const alive = <A>(value: A): Promise<A> =>
      place < dead ? Promise.reject(new Error('InvalidStateError')) : Promise.resolve(value);
    return {
      get: (_table: string, key: string) => alive(values.get(key)),
      getAllKeys: () => alive([...values.keys()]),
      transaction: () => ({
        store: {
          put: (value: unknown, key: string) => alive(values.set(key, value)),
        },
        done: alive(undefined),
      }),
    } as unknown as IDBPDatabase;
  };
  const open = ((_name: string, _version: number, given: OpenDBCallbacks<unknown>) => {
    const place = callbacks.push(given) - 1;
    const how = openings[place] ?? 'ok';
    if (how === 'silent') return new Promise(() => undefined);
    return how === 'ok' ? Promise.resolve(db(place)) : Promise.reject(new Error('SecurityError'));
  }) as unknown as IdbPorts['open'];
  const later = (task: () => void) => {
    clocks.push(task);
    return () => undefined;
  };
  return {
    table: createIdbTable<string>('name', 'table', { open, later }),
    callbacks,
    lose: () => {
      dead = callbacks.length;
    },
    timeUp: () => clocks.forEach(task => task()),
  };
}

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (reason: unknown) => (reason instanceof ClientError ? reason.code : String(reason))
  );

describe('a table of the browser', () => {
  it('opens once for all uses', async () => {
    const { table, callbacks } = bench('ok');
    await table.put('a', 'value');
    expect([await table.get('a'), await table.get('b')]).toEqual(['value', null]);
    expect(callbacks).toHaveLength(1);
  });

  it('says that it keeps nothing, and opens anew at the next use', async () => {
    const { table } = bench('refused', 'ok');
    expect(await codeOf(table.put('a', 'value'))).toBe('CL_NOT_KEPT');
    await table.put('a', 'value');
    expect(await table.get('a')).toBe('value');
  });

  it('does not wait for a database that never answers', async () => {
    const { table, timeUp } = bench('silent', 'ok');
    const put = codeOf(table.put('a', 'value'));
    timeUp();
    expect(await put).toBe('CL_KEPT_LATE');
    expect(await codeOf(table.put('a', 'value'))).toBe('none');
  });

  it('opens anew when the browser has ended the connection, told or not', async () => {
    const told = bench('ok', 'ok');
    await told.table.put('a', 'value');
    told.lose();
    told.callbacks[0]?.terminated?.();
    expect(await told.table.get('a')).toBe('value');
    const untold = bench('ok', 'ok');
    await untold.table.put('a', 'value');
    untold.lose();
    expect(await codeOf(untold.table.get('a'))).toBe('CL_NOT_KEPT');
    expect(await untold.table.get('a')).toBe('value');
  });
});
