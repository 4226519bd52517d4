import { describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { CaseClaim } from './caseClaim.js';
import { contextOf, markOf, openBench, turns } from './caseBench.testdata.js';

type Held = (lock: unknown) => Promise<void>;

/** A browser with one lock, which another window may hold, and what is said on its channel. */
function browser(taken: boolean) {
  const said: unknown[] = [];
  let line: Held | null = null;
  let released = false;
  let hear: (message: unknown) => void = () => undefined;
  return {
    said,
    wasReleased: () => released,
    hear: (message: unknown) => hear(message),
    /** The other window lets go. */
    grant: () => void line?.({}),
    parts: {
      locks: {
        request: (_name: string, options: { ifAvailable?: boolean }, held: Held) => {
          if (options.ifAvailable !== true) {
            line = held;
            return new Promise(() => undefined);
          }
          return held(taken ? null : {}).then(() => {
            released = true;
          });
        },
      },
      channel: {
        post: (message: unknown) => void said.push(message),
        listen: (listener: (message: unknown) => void) => {
          hear = listener;
        },
        close: () => undefined,
      },
    },
  };
}

async function bench(taken: boolean, save?: () => Promise<never>) {
  const opened = await openBench(
    contextOf(),
    save === undefined ? {} : { api: { saveDraft: save } }
  );
  const other = browser(taken);
  let reloads = 0;
  const claim = new CaseClaim('r1', {
    browser: other.parts,
    now: () => '2026-11-23T14:02:00Z',
    schedule: () => () => undefined,
    reload: () => (reloads += 1),
  });
  await claim.start();
  claim.attach(opened.store);
  return { ...opened, ...other, claim, reloads: () => reloads };
}

describe('CaseClaim', () => {
  it('lets the first window change the read', async () => {
    const { store } = await bench(false);
    expect(store.locked).toBe(false);
  });

  it('makes a second window read-only, and says since when', async () => {
    const { store, saved, said, hear } = await bench(true);
    expect(said).toEqual([{ type: 'who' }]);
    hear({ type: 'since', at: '2026-11-23T13:00:00Z' });
    expect(store.getSnapshot().elsewhere).toMatchObject({ since: '2026-11-23T13:00:00Z' });
    expect(store.lockedBecause).toContain('Take over');
    store.arm({ kind: 'add', role: 'target' });
    expect(store.draw(markOf(20))).toBeNull();
    await turns();
    expect(saved).toEqual([]);
  });

  it('loads the read anew when it gets it', async () => {
    const { store, said, grant, reloads } = await bench(true);
    store.takeOver();
    expect(said).toContainEqual({ type: 'yield' });
    expect(store.getSnapshot().elsewhere?.taking).toBe(true);
    grant();
    expect(reloads()).toBe(1);
  });

  it('hands over when all is saved, and then sends nothing more', async () => {
    const { store, saved, hear, wasReleased } = await bench(false);
    store.arm({ kind: 'add', role: 'target' });
    store.draw(markOf(20));
    hear({ type: 'yield' });
    await turns();
    expect(saved).toHaveLength(1);
    expect(wasReleased()).toBe(true);
    expect(store.locked).toBe(true);
    store.retrySave();
    await turns();
    expect(saved).toHaveLength(1);
  });

  it('hands over changes kept on this computer while the server is away', async () => {
    const offline = new ClientError('CL_OFFLINE', 0, 'no answer');
    const { store, drafts, hear, wasReleased } = await bench(false, () => Promise.reject(offline));
    store.arm({ kind: 'add', role: 'target' });
    store.draw(markOf(20));
    await turns();
    hear({ type: 'yield' });
    await turns();
    expect(wasReleased()).toBe(true);
    expect(drafts.entries.get('r1')).toMatchObject({ changes: 1, etag: '"0"' });
  });

  it('keeps what this computer could not keep, and says so to the other window', async () => {
    const offline = new ClientError('CL_OFFLINE', 0, 'no answer');
    const { store, drafts, said, hear, wasReleased } = await bench(false, () =>
      Promise.reject(offline)
    );
    drafts.put = () => Promise.reject(new Error('no room'));
    store.arm({ kind: 'add', role: 'target' });
    store.draw(markOf(20));
    await turns();
    hear({ type: 'yield' });
    await turns();
    expect(wasReleased()).toBe(false);
    expect(said).toContainEqual({ type: 'kept' });
    expect(store.locked).toBe(false);
  });

  it('leaves the deciding to the draft where the browser has no locks', async () => {
    const { store } = await openBench(contextOf());
    const claim = new CaseClaim('r1', {
      browser: null,
      now: () => '',
      schedule: () => () => undefined,
      reload: () => undefined,
    });
    await claim.start();
    claim.attach(store);
    expect(store.locked).toBe(false);
  });
});
