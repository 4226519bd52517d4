import { describe, expect, it } from '@jest/globals';
import { ReadClaim, type Channel, type ClaimState, type Locks } from './readClaim.js';

const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) {
    await Promise.resolve();
  }
};

/** One browser: its locks, and a channel between its windows. */
function browser() {
  interface Waiting {
    grant: () => void;
  }
  let holder: { reject: (reason: Error) => void } | null = null;
  const line: Waiting[] = [];
  const locks: Locks = {
    request: (_name, { ifAvailable, steal, signal }, held) =>
      new Promise<void>((resolve, reject) => {
        const grant = (): void => {
          const mine = { reject };
          holder = mine;
          void held({}).then(() => {
            resolve();
            if (holder === mine) {
              holder = null;
              line.shift()?.grant();
            }
          });
        };
        if (steal === true) {
          holder?.reject(new Error('AbortError'));
          grant();
        } else if (holder === null) {
          grant();
        } else if (ifAvailable === true) {
          void held(null).then(resolve);
        } else {
          const entry = { grant };
          line.push(entry);
          signal?.addEventListener('abort', () => {
            line.splice(line.indexOf(entry), 1);
            reject(new Error('AbortError'));
          });
        }
      }),
  };
  const listeners: ((message: unknown) => void)[] = [];
  return {
    locks,
    window(name: string, options: { hands?: boolean; deaf?: boolean } = {}) {
      const tasks: (() => void)[] = [];
      const states: ClaimState[] = [];
      let mine: (message: unknown) => void = () => undefined;
      const channel: Channel = {
        post: message =>
          listeners.filter(listener => listener !== mine).forEach(listener => listener(message)),
        listen: listener => {
          mine = listener;
          if (options.deaf !== true) listeners.push(listener);
        },
        close: () => void listeners.splice(listeners.indexOf(mine), 1),
      };
      const claim = new ReadClaim('r1', {
        locks,
        channel,
        now: () => `since ${name}`,
        schedule: task => {
          tasks.push(task);
          return () => void tasks.splice(tasks.indexOf(task), 1);
        },
        handOver: () => Promise.resolve(options.hands ?? true),
        onState: state => void states.push(state),
      });
      return { claim, tasks, states };
    },
  };
}

describe('ReadClaim', () => {
  it('gives the read to the first window; the second looks on and knows since when', async () => {
    const { window } = browser();
    const first = window('first');
    const second = window('second');
    await first.claim.claim();
    await second.claim.claim();
    await turns();
    expect(first.claim.state).toEqual({ kind: 'mine' });
    expect(second.claim.state).toMatchObject({ kind: 'elsewhere', since: 'since first' });
  });

  it('hands over when asked, and back again', async () => {
    const { window } = browser();
    const first = window('first');
    const second = window('second');
    await first.claim.claim();
    await second.claim.claim();
    second.claim.takeOver();
    await turns();
    expect(second.claim.state).toEqual({ kind: 'mine' });
    expect(first.claim.state).toMatchObject({ kind: 'elsewhere', since: 'since second' });
    expect(second.tasks).toEqual([]);
    first.claim.takeOver();
    await turns();
    expect(first.claim.state).toEqual({ kind: 'mine' });
    expect(second.claim.state).toMatchObject({ kind: 'elsewhere', since: 'since first' });
  });

  it('does not hand over changes that would be lost, and says so', async () => {
    const { window } = browser();
    const first = window('first', { hands: false });
    const second = window('second');
    await first.claim.claim();
    await second.claim.claim();
    second.claim.takeOver();
    await turns();
    expect(first.claim.state).toEqual({ kind: 'mine' });
    expect(second.claim.state).toMatchObject({ kind: 'elsewhere', taking: false, refused: true });
    expect(second.tasks).toEqual([]);
  });

  it('takes the read from a window that does not answer, which then looks on', async () => {
    const { window } = browser();
    const first = window('first', { deaf: true });
    const second = window('second');
    await first.claim.claim();
    await second.claim.claim();
    second.claim.takeOver();
    await turns();
    expect(second.claim.state).toMatchObject({ kind: 'elsewhere', taking: true });
    second.tasks[0]?.();
    await turns();
    expect(second.claim.state).toEqual({ kind: 'mine' });
    expect(first.claim.state.kind).toBe('elsewhere');
  });

  it('goes to the window that looks on when the other closes', async () => {
    const { window } = browser();
    const first = window('first');
    const second = window('second');
    await first.claim.claim();
    await second.claim.claim();
    first.claim.end();
    await turns();
    expect(second.claim.state).toEqual({ kind: 'mine' });
  });

  it('leaves nothing held or waiting when it ends', async () => {
    const { window } = browser();
    const first = window('first');
    const second = window('second');
    await first.claim.claim();
    await second.claim.claim();
    second.claim.end();
    first.claim.end();
    const third = window('third');
    await turns();
    await third.claim.claim();
    expect(third.claim.state).toEqual({ kind: 'mine' });
    expect(second.states.at(-1)?.kind).toBe('elsewhere');
  });
});
