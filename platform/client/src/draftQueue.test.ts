import { describe, expect, it } from '@jest/globals';
import { ClientError } from './clientError.js';
import { createMemoryStore, type DraftStore } from './draftStore.js';
import { queueBench, turn } from './queueBench.testdata.js';

const offline = new ClientError('CL_OFFLINE', 0, 'no answer');

describe('DraftQueue', () => {
  it('saves a change with the etag it was loaded with and says when it was acknowledged', async () => {
    const { queue, request } = queueBench();
    queue.push({ a: 1 });
    expect(queue.status).toMatchObject({ state: 'saving', pending: 1 });
    expect(request(0)).toMatchObject({ document: { a: 1 }, etag: '"1"' });
    await request(0).accept('"2"');
    expect(queue.status).toMatchObject({ state: 'saved', pending: 0, savedAt: 'at "2"' });
    expect(queue.etag).toBe('"2"');
  });

  it('sends what comes while a request is under way as one, the newest', async () => {
    const { queue, requests, request } = queueBench();
    queue.push({ a: 1 });
    queue.push({ a: 2 });
    queue.push({ a: 3 });
    expect(requests).toHaveLength(1);
    expect(queue.status.pending).toBe(3);
    await request(0).accept('"2"');
    expect(requests).toHaveLength(2);
    expect(request(1)).toMatchObject({ document: { a: 3 }, etag: '"2"' });
    await request(1).accept('"3"');
    expect(queue.status.state).toBe('saved');
  });

  it('keeps the document on this computer until the server acknowledged it', async () => {
    const store = createMemoryStore();
    const { queue, request } = queueBench(store);
    queue.push({ a: 1 });
    await turn();
    expect(store.entries.get('R1')).toEqual({ document: { a: 1 }, etag: '"1"', changes: 1 });
    queue.push({ a: 2 });
    await request(0).accept('"2"');
    expect(store.entries.get('R1')).toEqual({ document: { a: 2 }, etag: '"2"', changes: 1 });
    await request(1).accept('"3"');
    expect(store.entries.size).toBe(0);
  });

  it('says that it is kept only once it is, and hands over only then', async () => {
    const writes: (() => void)[] = [];
    const slow: DraftStore = {
      ...createMemoryStore(),
      put: () => new Promise(done => void writes.push(done)),
    };
    const { queue, request } = queueBench(slow);
    queue.push({ a: 1 });
    await request(0).refuse(offline);
    expect(queue.status).toMatchObject({ state: 'offline', pending: 1, keeping: true });
    let settled = false;
    const settling = queue.settled().then(() => (settled = true));
    writes[0]?.();
    await turn();
    // The second writing is of the refused try.
    expect([queue.status.keeping, settled]).toEqual([true, false]);
    writes[1]?.();
    await settling;
    expect(queue.status).toMatchObject({ state: 'offline', keeping: false, keptHere: true });
  });

  it('says when this computer can not keep it, and saves all the same', async () => {
    const broken: DraftStore = {
      get: () => Promise.resolve(null),
      put: () => Promise.reject(new Error('private window')),
      delete: () => Promise.resolve(),
      keys: () => Promise.resolve([]),
    };
    const { queue, request } = queueBench(broken);
    queue.push({ a: 1 });
    await turn();
    expect(queue.status.keptHere).toBe(false);
    await request(0).accept('"2"');
    expect(queue.status.state).toBe('saved');
  });

  it('tries again offline, each time later, and goes on working meanwhile', async () => {
    const { queue, requests, request, tasks } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(offline);
    expect(queue.status).toMatchObject({ state: 'offline', pending: 1 });
    queue.push({ a: 2 });
    expect(requests).toHaveLength(1);
    expect(queue.status.pending).toBe(2);
    tasks[0]?.task();
    await request(1).refuse(offline);
    expect(tasks.map(({ ms }) => ms)).toEqual([1000, 2000]);
    queue.resume();
    expect(tasks[1]?.cancelled).toBe(true);
    expect(request(2).document).toEqual({ a: 1 });
    await request(2).accept('"2"');
    expect(request(3)).toMatchObject({ document: { a: 2 }, etag: '"2"' });
    await request(3).accept('"3"');
    expect(queue.status).toMatchObject({ state: 'saved', pending: 0, returned: 2 });
  });

  it('never waits longer than half a minute between two tries', async () => {
    const { queue, request, tasks } = queueBench();
    queue.push({ a: 1 });
    for (let i = 0; i < 8; i += 1) {
      await request(i).refuse(offline);
      tasks[i]?.task();
    }
    expect(tasks.at(-1)?.ms).toBe(30000);
  });

  it('stops at a conflict, keeps both versions, and sends nothing until it is resolved', async () => {
    const { queue, requests, request } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document: { a: 9 }, etag: '"7"' })
    );
    expect(queue.status).toMatchObject({
      state: 'conflict',
      server: { document: { a: 9 }, etag: '"7"' },
      pending: 1,
    });
    queue.push({ a: 2 });
    queue.resume();
    expect(requests).toHaveLength(1);
    queue.resolve({ a: 3 }, { a: 2 });
    expect(request(1)).toMatchObject({ document: { a: 3 }, etag: '"7"', mine: { a: 2 } });
    await request(1).accept('"8"');
    expect(queue.status).toMatchObject({ state: 'saved', server: null });
  });

  it('sends the server version too when it is chosen, for the record of what was not', async () => {
    const store = createMemoryStore();
    const { queue, requests, request } = queueBench(store);
    queue.push({ a: 1 });
    await request(0).refuse(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document: { a: 9 }, etag: '"7"' })
    );
    queue.resolve({ a: 9 }, { a: 1 });
    expect(request(1)).toMatchObject({ document: { a: 9 }, etag: '"7"', mine: { a: 1 } });
    await request(1).accept('"8"');
    expect(queue.status).toMatchObject({ state: 'saved', pending: 0 });
    expect(store.entries.size).toBe(0);
    expect(requests).toHaveLength(2);
  });

  it('keeps the unchosen version for the record while the server is away', async () => {
    const { queue, request } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document: { a: 9 }, etag: '"7"' })
    );
    queue.resolve({ a: 9 }, { a: 1 });
    await request(1).refuse(offline);
    queue.resume();
    expect(request(2)).toMatchObject({ document: { a: 9 }, mine: { a: 1 } });
  });

  it('goes on with what its owner puts in place of a document that was refused', async () => {
    const store = createMemoryStore();
    const { queue, requests, request, seen } = queueBench(store);
    queue.push({ a: 1 });
    await request(0).refuse(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document: { a: 9 }, etag: '"7"' })
    );
    queue.resolve({ a: 'a name' }, { a: 1 });
    await request(1).refuse(new ClientError('CL_TEXT_IDENTIFIES', 422, 'no', { fields: [] }));
    expect(queue.status).toMatchObject({ state: 'error', pending: 1 });
    queue.push({ a: 'rest' }, 0);
    // The version that was not chosen is still for the record.
    expect(request(2)).toMatchObject({ document: { a: 'rest' }, etag: '"7"', mine: { a: 1 } });
    await request(2).accept('"8"');
    expect(seen.at(-1)).toMatchObject({ state: 'saved', pending: 0, error: null });
    expect(requests).toHaveLength(3);
    expect(store.entries.size).toBe(0);
  });

  it('takes up a conflict that another call was told of', async () => {
    const { queue } = queueBench();
    queue.conflicted(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document: { a: 9 }, etag: '"7"' })
    );
    expect(queue.status).toMatchObject({ state: 'conflict', server: { etag: '"7"' } });
  });

  it('counts what reached the server after it had been away, until the next change', async () => {
    const { queue, request } = queueBench();
    queue.push({ a: 1 });
    queue.push({ a: 2 });
    await request(0).refuse(offline);
    queue.push({ a: 3 });
    expect(queue.status).toMatchObject({ state: 'offline', pending: 3 });
    queue.resume();
    queue.push({ a: 4 });
    await request(1).accept('"2"');
    await request(2).accept('"3"');
    expect(queue.status).toMatchObject({ state: 'saved', returned: 4 });
    queue.push({ a: 5 });
    expect(queue.status.returned).toBe(0);
    await request(3).accept('"4"');
    expect(queue.status).toMatchObject({ state: 'saved', returned: 0 });
  });

  it('waits on hold, keeping the change, and sends nothing until asked to', async () => {
    const { queue, requests, request } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(new ClientError('CL_READ_ON_HOLD', 409, 'on hold'));
    queue.push({ a: 2 });
    expect(queue.status).toMatchObject({ state: 'onHold', pending: 2 });
    expect(requests).toHaveLength(1);
    queue.resume();
    expect(request(1).document).toEqual({ a: 2 });
  });

  it('takes a 412 with its own document as the acknowledgement that was lost', async () => {
    const { queue, request } = queueBench();
    queue.push({ a: 1, b: [1, { c: 2 }] });
    await request(0).refuse(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', {
        document: { b: [1, { c: 2 }], a: 1 },
        etag: '"2"',
      })
    );
    expect(queue.status.state).toBe('saved');
    expect(queue.etag).toBe('"2"');
  });

  it('refuses to resolve what is no conflict', () => {
    const { queue } = queueBench();
    expect(() => queue.resolve({}, {})).toThrow(
      expect.objectContaining({ code: 'CL_NO_CONFLICT' })
    );
  });

  it('waits for the session and goes on when it is back', async () => {
    const { queue, requests, request } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(new ClientError('CL_NO_SESSION', 401, 'logged out'));
    expect(queue.status.state).toBe('sessionEnded');
    queue.push({ a: 2 });
    expect(requests).toHaveLength(1);
    queue.resume();
    expect(request(1).document).toEqual({ a: 2 });
  });

  it('stops for good when the read is locked', async () => {
    const { queue, requests, request } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(new ClientError('CL_READ_LOCKED', 409, 'signed'));
    expect(queue.status).toMatchObject({ state: 'locked', pending: 1 });
    queue.push({ a: 2 });
    queue.resume();
    expect(requests).toHaveLength(1);
  });

  it('says a refusal, and tries a failing server again', async () => {
    const { queue, requests, request, tasks } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(new ClientError('CL_BAD_DOCUMENT', 422, 'lesions: no array'));
    expect(queue.status).toMatchObject({ state: 'error', error: { code: 'CL_BAD_DOCUMENT' } });
    expect(tasks).toHaveLength(0);
    queue.push({ a: 2 });
    expect(requests).toHaveLength(2);
    await request(1).refuse(new ClientError('CL_DEFECT', 500, 'failed'));
    expect(tasks).toHaveLength(1);
  });

  it('settles when the last change is acknowledged or stopped', async () => {
    const { queue, request } = queueBench();
    expect((await queue.settled()).state).toBe('saved');
    queue.push({ a: 1 });
    const after = queue.settled();
    await request(0).accept('"2"');
    expect((await after).state).toBe('saved');
    queue.push({ a: 2 });
    const stopped = queue.settled();
    await request(1).refuse(offline);
    expect((await stopped).state).toBe('offline');
    expect((await queue.settled()).state).toBe('offline');
  });

  it('cancels its retry when closed', async () => {
    const { queue, request, tasks } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(offline);
    queue.close();
    expect(tasks[0]?.cancelled).toBe(true);
  });

  it('sends what was not answered again as it was, so that an answer lost is no conflict with oneself', async () => {
    const { queue, request } = queueBench();
    queue.push({ a: 1 });
    queue.push({ a: 2 });
    await request(0).refuse(offline);
    queue.resume();
    expect(request(1)).toMatchObject({ document: { a: 1 }, etag: '"1"' });
    // The server took the first try: it has what is sent now.
    await request(1).refuse(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document: { a: 1 }, etag: '"2"' })
    );
    expect(request(2)).toMatchObject({ document: { a: 2 }, etag: '"2"' });
    await request(2).accept('"3"');
    expect(queue.status).toMatchObject({ state: 'saved', returned: 2 });
  });

  it('finds that out after a login too, and after the page was closed and opened again', async () => {
    const store = createMemoryStore();
    const { queue, request } = queueBench(store);
    queue.push({ a: 1 });
    await request(0).refuse(offline);
    queue.push({ a: 2 });
    queue.resume();
    await request(1).refuse(new ClientError('CL_NOT_LOGGED_IN', 401, 'Log in first.'));
    expect(queue.status).toMatchObject({ state: 'sessionEnded', pending: 2 });
    queue.resume();
    expect(request(2).document).toEqual({ a: 1 });
    await turn();
    const kept = store.entries.get('R1');
    expect(kept).toMatchObject({ document: { a: 2 }, changes: 2 });
    expect(kept?.unanswered).toMatchObject({ document: { a: 1 }, changes: 1 });
    const later = queueBench(store);
    if (kept !== undefined) later.queue.resend(kept);
    expect(later.queue.status.pending).toBe(2);
    await later.request(0).accept('"2"');
    expect(later.request(1)).toMatchObject({ document: { a: 2 }, etag: '"2"' });
    await later.request(1).accept('"3"');
    expect(store.entries.size).toBe(0);
  });

  it('says after ten seconds that no answer came, and asks anew when the network is back', async () => {
    const { queue, request, slow, tasks } = queueBench();
    queue.push({ a: 1 });
    slow[0]?.task();
    expect(queue.status).toMatchObject({ state: 'slow', pending: 1 });
    expect(request(0).signal.aborted).toBe(false);
    queue.resume();
    expect(request(0).signal.aborted).toBe(true);
    await request(0).refuse(offline);
    tasks[0]?.task();
    expect(request(1).document).toEqual({ a: 1 });
    expect(queue.status.state).toBe('offline');
    await request(1).accept('"2"');
    expect(slow[1]?.cancelled).toBe(true);
    expect(queue.status).toMatchObject({ state: 'saved', returned: 1 });
  });

  it('takes the page of a proxy for a server that is away', async () => {
    const { queue, request, tasks } = queueBench();
    queue.push({ a: 1 });
    await request(0).refuse(new ClientError('CL_BAD_ANSWER', 200, 'not JSON'));
    expect(queue.status.state).toBe('offline');
    tasks[0]?.task();
    await request(1).refuse(new ClientError('CL_HTTP_404', 404, 'no such page'));
    expect(queue.status.state).toBe('offline');
    tasks[1]?.task();
    await request(2).refuse(new ClientError('CL_RATE_LIMITED', 429, 'too many'));
    tasks[2]?.task();
    await request(3).refuse(new ClientError('CL_REQUEST_TOO_SLOW', 408, 'too slow'));
    tasks[3]?.task();
    await request(4).accept('"2"');
    expect(queue.status.state).toBe('saved');
  });

  it('stops where the case is not its person’s any more, and keeps what was written', async () => {
    const store = createMemoryStore();
    const { queue, request, requests } = queueBench(store);
    queue.push({ a: 1 });
    await request(0).refuse(new ClientError('CL_NOT_FOUND', 404, 'not found'));
    queue.push({ a: 2 });
    queue.resume();
    await turn();
    expect([queue.status.state, queue.status.pending, requests.length]).toEqual(['gone', 2, 1]);
    expect(store.entries.get('R1')).toMatchObject({ document: { a: 2 }, changes: 2 });
    await queue.giveUp();
    expect(store.entries.size).toBe(0);
  });

  it('sends what waits when its page goes, and leaves the rest in the store', async () => {
    const store = createMemoryStore();
    const { queue, request, requests } = queueBench(store);
    queue.push({ a: 1 });
    queue.push({ a: 2 });
    queue.leave();
    queue.push({ a: 3 });
    await request(0).accept('"2"');
    await request(1).refuse(offline);
    expect(requests.map(({ document }) => document)).toEqual([{ a: 1 }, { a: 2 }]);
    expect(store.entries.get('R1')).toMatchObject({ document: { a: 2 }, changes: 1 });
  });

  it('erases nothing that a window which went on has kept since', async () => {
    const store = createMemoryStore();
    const { queue, request } = queueBench(store);
    queue.push({ a: 1 });
    queue.close();
    await turn();
    await store.put('R1', { document: { a: 2 }, etag: '"1"', changes: 2 });
    await request(0).accept('"2"');
    expect(store.entries.get('R1')?.document).toEqual({ a: 2 });
  });

  it('keeps nothing where only the view differs', async () => {
    const store = createMemoryStore();
    const { queue } = queueBench(store);
    queue.push({ view: 1 }, 0);
    await turn();
    expect(store.entries.size).toBe(0);
  });

  it('keeps the unchosen version over a restart', async () => {
    const store = createMemoryStore();
    const { queue, request } = queueBench(store);
    queue.push({ a: 1 });
    await request(0).refuse(
      new ClientError('CL_DRAFT_CONFLICT', 412, 'changed', { document: { a: 9 }, etag: '"7"' })
    );
    queue.resolve({ a: 9 }, { a: 1 });
    await turn();
    const kept = store.entries.get('R1');
    expect(kept).toMatchObject({ document: { a: 9 }, etag: '"7"', mine: { a: 1 } });
    const later = queueBench(store);
    if (kept !== undefined) later.queue.resend(kept);
    expect(later.request(0)).toMatchObject({ document: { a: 9 }, mine: { a: 1 } });
  });
});
