import { describe, expect, it } from '@jest/globals';
import { ClientError } from './clientError.js';
import type { SessionApi, SessionEnds, SessionLife } from './sessionApi.js';
import { SessionWatch, warningMs } from './sessionWatch.js';

const idleMs = 1_800_000;
const limitMs = 43_200_000;
const life = (inMs: number, by: SessionEnds['by'] = 'idle', user = 'reader1'): SessionLife => ({
  user,
  name: 'A. Ober',
  hat: 'reader',
  hats: ['reader'],
  roles: [],
  administrator: false,
  trials: [],
  provider: null,
  csrfToken: 't',
  expiresAt: '',
  ends: { inMs, by, idleMs, limitMs },
});
const gone = new ClientError('CL_NOT_LOGGED_IN', 401, 'Log in first.');
const offline = new ClientError('CL_OFFLINE', 0, 'no answer');

type Reply = SessionLife | ClientError;

function bench(replies: Reply[]) {
  const asked: string[] = [];
  const told: string[] = [];
  let time = 1_000_000;
  let next: { task: () => void; at: number } | null = null;
  const answer = (what: string) => (): Promise<SessionLife> => {
    asked.push(what);
    const reply = replies.shift();
    if (reply === undefined) {
      throw new Error(`no reply left for ${what}`);
    }
    return reply instanceof ClientError ? Promise.reject(reply) : Promise.resolve(reply);
  };
  const api: SessionApi = {
    look: answer('look'),
    stay: answer('stay'),
    renew: (user, password, code = '') => answer(`renew ${user} ${password} ${code}`.trim())(),
  };
  const watch = new SessionWatch({
    api,
    now: () => time,
    schedule: (task, ms) => {
      const mine = { task, at: time + ms };
      next = mine;
      return () => {
        next = next === mine ? null : next;
      };
    },
    known: () => undefined,
    onState: ({ kind }) => void told.push(kind),
    renewed: () => void told.push('renewed!'),
    otherHat: () => void told.push('other hat!'),
    toLogin: () => void told.push('login!'),
  });
  const turns = async (): Promise<void> => {
    for (let i = 0; i < 10; i += 1) {
      await Promise.resolve();
    }
  };
  return {
    watch,
    asked,
    told,
    turns,
    pass: (ms: number) => {
      time += ms;
    },
    /** Moves the clock to the planned look and runs it. */
    async due(): Promise<number> {
      const planned = next;
      if (planned === null) {
        throw new Error('nothing is planned');
      }
      const waited = planned.at - time;
      time = planned.at;
      next = null;
      planned.task();
      await turns();
      return waited;
    },
  };
}

describe('SessionWatch', () => {
  it("warns two minutes before the end, in this computer's clock", async () => {
    const { watch, due } = bench([life(idleMs), life(119_000)]);
    await watch.look();
    expect(watch.state).toEqual({ kind: 'live', name: 'A. Ober' });
    expect(await due()).toBeCloseTo(idleMs - 120_000, -3);
    expect(watch.state).toMatchObject({
      kind: 'warning',
      by: 'idle',
      endsAt: 1_000_000 + idleMs - 120_000 + 250 + 119_000,
    });
  });

  it('warns at half time where the whole is short', () => {
    expect(warningMs({ idleMs: 60_000 })).toBe(30_000);
  });

  it('says when the person works as something else than before, as another window or a role that ended makes them', async () => {
    const { watch, told } = bench([life(idleMs), life(idleMs), { ...life(idleMs), hat: 'admin' }]);
    await watch.look();
    await watch.stay();
    expect(told).toEqual(['live', 'live']);
    await watch.stay();
    expect(told).toEqual(['live', 'live', 'live', 'other hat!']);
  });

  it('does not warn when other requests of the page kept the session alive', async () => {
    const { watch, due } = bench([life(idleMs), life(idleMs - 5000)]);
    await watch.look();
    await due();
    expect(watch.state.kind).toBe('live');
  });

  it('stays when the person acts during the warning', async () => {
    const { watch, asked, turns } = bench([life(100_000), life(idleMs)]);
    await watch.look();
    watch.acted();
    watch.acted();
    await turns();
    expect(asked).toEqual(['look', 'stay']);
    expect(watch.state.kind).toBe('live');
  });

  it('tells acts now and then only, and none before a person is known', async () => {
    const { watch, asked, pass } = bench([life(idleMs), life(idleMs), life(idleMs)]);
    watch.acted();
    await watch.look();
    watch.acted();
    pass(59_000);
    watch.acted();
    pass(1000);
    watch.acted();
    expect(asked).toEqual(['look', 'stay', 'stay']);
  });

  it('says after which time it ended', async () => {
    const { watch, due } = bench([life(100_000), gone]);
    await watch.look();
    await due();
    expect(watch.state).toMatchObject({ kind: 'ended', afterMs: idleMs, refusal: null });
  });

  it('claims no time when it ended before its limits', async () => {
    const { watch } = bench([life(idleMs), gone]);
    await watch.look();
    await watch.look();
    expect(watch.state).toMatchObject({ kind: 'ended', afterMs: null });
  });

  it('renews for the same person, and tells what waits', async () => {
    const wrong = new ClientError('CL_PASSWORD_WRONG', 401, 'The password is wrong.');
    const { watch, asked, told } = bench([life(idleMs), gone, wrong, life(idleMs)]);
    await watch.look();
    await watch.look();
    await watch.renew('nope');
    expect(watch.state).toMatchObject({ kind: 'ended', sending: false, refusal: wrong });
    await watch.renew('secret');
    expect(asked.slice(2)).toEqual(['renew reader1 nope', 'renew reader1 secret']);
    expect(watch.state.kind).toBe('live');
    expect(told.at(-1)).toBe('renewed!');
  });

  it('asks the code of the second factor after the password, and again after a wrong one', async () => {
    const needed = new ClientError('CL_SECOND_FACTOR_NEEDED', 403, 'the code');
    const wrong = new ClientError('CL_SECOND_FACTOR_WRONG', 401, 'not the code');
    const { watch, asked } = bench([life(idleMs), gone, needed, wrong, life(idleMs)]);
    await watch.look();
    await watch.look();
    await watch.renew('secret');
    expect(watch.state).toMatchObject({ kind: 'ended', codeAsked: true, refusal: null });
    await watch.renew('secret', '000000');
    expect(watch.state).toMatchObject({ codeAsked: true, refusal: { code: wrong.code } });
    await watch.renew('secret', '123456');
    expect(watch.state.kind).toBe('live');
    expect(asked.slice(2)).toEqual([
      ...['renew reader1 secret', 'renew reader1 secret 000000', 'renew reader1 secret 123456'],
    ]);
  });

  it('sends one renewal for two presses', async () => {
    const { watch, asked, turns } = bench([life(idleMs), gone, life(idleMs)]);
    await watch.look();
    await watch.look();
    void watch.renew('secret');
    void watch.renew('secret');
    await turns();
    expect(asked).toEqual(['look', 'look', 'renew reader1 secret']);
  });

  it('goes on when another window of the browser renewed it', async () => {
    const { watch, told } = bench([life(idleMs), gone, life(idleMs)]);
    await watch.look();
    await watch.look();
    await watch.look();
    expect(told.slice(-2)).toEqual(['live', 'renewed!']);
  });

  it('stops when someone else logged in in this browser', async () => {
    const { watch, told } = bench([life(idleMs), life(idleMs, 'idle', 'reader2')]);
    await watch.look();
    await watch.look();
    expect(watch.state).toMatchObject({ kind: 'ended', refusal: { code: 'CL_OTHER_PERSON' } });
    expect(told).not.toContain('renewed!');
  });

  it('goes to the login when nobody was known', async () => {
    const { watch, told } = bench([gone]);
    await watch.look();
    expect(told).toEqual(['login!']);
  });

  it('keeps what it knows while the server is away, and asks again', async () => {
    const { watch, due } = bench([life(idleMs), offline, life(idleMs)]);
    await watch.look();
    await watch.look();
    expect(watch.state.kind).toBe('live');
    expect(await due()).toBe(15_000);
  });

  it('keeps who is at work logged in when the clock of the computer is set back', async () => {
    const { watch, asked, pass } = bench([life(idleMs), life(idleMs), life(idleMs)]);
    await watch.look();
    pass(120_000);
    watch.acted();
    pass(-3_600_000);
    watch.acted();
    expect(asked).toEqual(['look', 'stay', 'stay']);
  });
});
