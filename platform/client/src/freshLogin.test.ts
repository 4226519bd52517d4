import { describe, expect, it } from '@jest/globals';
import { startFreshLogin, type FreshLogin } from './freshLogin.js';

const bench = (opens = true) => {
  const said: string[] = [];
  const listeners = new Set<(message: unknown) => void>();
  const run: FreshLogin = startFreshLogin('sign', {
    open: url => {
      said.push(url);
      return opens;
    },
    listen: heard => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    newId: () => 'window-1',
  });
  const say = (message: unknown) => [...listeners].forEach(heard => heard(message));
  return { run, said, say, listeners };
};

describe('a fresh login', () => {
  it('opens a window and takes what that one brings, whatever others say meanwhile', async () => {
    const { run, said, say, listeners } = bench();
    expect(said).toEqual(['/login/provider?for=sign&window=window-1']);
    say(null);
    say('window-1');
    say({ window: 'window-2', secret: 'of another' });
    say({ window: 'window-1', secret: 'mine', refused: null });
    expect(await run.end).toEqual({ kind: 'done', secret: 'mine' });
    expect(listeners.size).toBe(0);
  });

  it.each([
    [
      { window: 'window-1', refused: 'CL_X', message: 'No.' },
      { kind: 'refused', code: 'CL_X', message: 'No.' },
    ],
    [
      { window: 'window-1', refused: 'CL_X' },
      { kind: 'refused', code: 'CL_X', message: 'CL_X' },
    ],
    [{ window: 'window-1' }, { kind: 'done', secret: null }],
  ])('ends with %j', async (message, end) => {
    const { run, say } = bench();
    say(message);
    expect(await run.end).toEqual(end);
  });

  it('says that the browser opened no window, and can be given up', async () => {
    expect(await bench(false).run.end).toEqual({ kind: 'blocked' });
    const { run, listeners } = bench();
    run.cancel();
    expect(await run.end).toEqual({ kind: 'cancelled' });
    expect(listeners.size).toBe(0);
  });
});
