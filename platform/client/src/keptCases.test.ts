import { describe, expect, it } from '@jest/globals';
import { ClientError } from './clientError.js';
import { createMemoryStore } from './draftStore.js';
import { keptCasesOf } from './keptCases.js';

const refused = (code: string, status: number) => () =>
  Promise.reject(new ClientError(code, status, `${code} said so`));

describe('cases kept on this computer', () => {
  it('are those with changes, with their names, until they are given up', async () => {
    const store = createMemoryStore();
    await store.put('a', { document: { x: 1 }, etag: '"1"', changes: 2, title: 'S-1 BL' });
    await store.put('b', { document: {}, etag: '"1"', changes: 0 });
    const kept = keptCasesOf(store);
    expect(await kept.list()).toEqual([
      { caseId: 'a', title: 'S-1 BL', changes: 2, document: { x: 1 }, unreadable: null },
    ]);
    await kept.giveUp('a');
    expect(await kept.list()).toEqual([]);
  });

  it('are told also when they can not be read any more', async () => {
    const store = { ...createMemoryStore(), get: refused('CL_KEPT_UNREADABLE', -1) };
    await store.put('a', { document: {}, etag: '"1"', changes: 2 });
    expect(await keptCasesOf(store).list()).toMatchObject([
      { caseId: 'a', title: null, unreadable: 'CL_KEPT_UNREADABLE said so' },
    ]);
  });

  it('are none in a browser that keeps nothing; a server that gives no key, and a browser that is late, are told', async () => {
    const nothing = { ...createMemoryStore(), keys: refused('CL_NOT_KEPT', -1) };
    expect(await keptCasesOf(nothing).list()).toEqual([]);
    const away = { ...createMemoryStore(), keys: refused('CL_OFFLINE', 0) };
    await expect(keptCasesOf(away).list()).rejects.toMatchObject({ code: 'CL_OFFLINE' });
    const late = { ...createMemoryStore(), keys: refused('CL_KEPT_LATE', -1) };
    await expect(keptCasesOf(late).list()).rejects.toMatchObject({ code: 'CL_KEPT_LATE' });
  });
});
