import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import {
  announceSessionEnded,
  ClientError,
  onSessionRenewed,
  type SessionEnds,
  type SessionLife,
} from '@corelab/client';
import { announceSaveView, lastSessionNotice, type SaveView } from '@corelab/ui';
import { refusalText, startSessionGuard } from './sessionGuard.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

const idleMs = 1_800_000;
const life = (inMs: number, by: SessionEnds['by'] = 'idle'): SessionLife => ({
  user: 'reader1',
  name: 'A. Ober',
  hat: 'reader',
  hats: ['reader'],
  roles: [],
  administrator: false,
  trials: [],
  provider: null,
  csrfToken: 't',
  expiresAt: '',
  ends: { inMs, by, idleMs, limitMs: 43_200_000 },
});
const gone = new ClientError('CL_NOT_LOGGED_IN', 401, 'Log in first.');

let replies: (SessionLife | ClientError)[];
let asked: string[];
let visited: string[];
let stop: () => void;
let page: HTMLElement;

const answer = (what: string): Promise<SessionLife> => {
  asked.push(what);
  const reply = replies.shift();
  if (reply === undefined) throw new Error(`no reply left for ${what}`);
  return reply instanceof ClientError ? Promise.reject(reply) : Promise.resolve(reply);
};

async function start(...first: (SessionLife | ClientError)[]): Promise<void> {
  replies = first;
  await act(async () => {
    stop = startSessionGuard({
      window,
      navigate: url => void visited.push(url),
      api: {
        look: () => answer('look'),
        stay: () => answer('stay'),
        renew: (user, password, code = '') => answer(`renew ${user} ${password} ${code}`.trim()),
      },
    });
  });
}

beforeEach(() => {
  asked = [];
  visited = [];
  page = document.body.appendChild(document.createElement('main'));
  page.append(document.createElement('input'));
});

afterEach(() => {
  act(() => stop());
  page.remove();
});

const modal = (): Element | null => document.querySelector('[role="alertdialog"]');
const ended = (): Promise<void> => act(async () => announceSessionEnded());

async function type(value: string): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('[role="alertdialog"] input');
  if (field === null) throw new Error('no password field');
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  await act(async () => {
    setter?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => {
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  });
}

describe('the session guard', () => {
  it('warns the page, and stays when asked', async () => {
    await start(life(100_000), life(idleMs));
    expect(lastSessionNotice()).toMatchObject({ limitHours: null });
    await act(async () => lastSessionNotice()?.onStay());
    expect(asked).toEqual(['look', 'stay']);
    expect(lastSessionNotice()).toBeNull();
  });

  it('goes to the first page of another role, unless what is not sent would be lost', async () => {
    const other = { ...life(idleMs), hat: 'dataManager' };
    await start(life(idleMs), other, life(idleMs), other);
    const look = () => act(async () => void window.dispatchEvent(new Event('focus')));
    const save: SaveView = {
      ...{ state: 'offline', savedAt: null, pending: 1, keptHere: false, message: null },
    };
    announceSaveView(save);
    await look();
    expect(visited).toEqual([]);
    announceSaveView({ ...save, keptHere: true });
    await look();
    expect(visited).toEqual(['/']);
    announceSaveView({ ...save, pending: 0 });
    await look();
    expect(visited).toEqual(['/', '/']);
  });

  it('says that a longest time ends it, which staying does not help', async () => {
    await start(life(100_000, 'limit'));
    expect(lastSessionNotice()).toMatchObject({ limitHours: 12 });
  });

  it('asks the password in place when a request was refused, and goes on', async () => {
    await start(life(idleMs), gone, life(idleMs));
    let renewed = 0;
    const stopListening = onSessionRenewed(() => (renewed += 1));
    await ended();
    expect(modal()?.textContent).toContain('Logged out. Password to go on; your draft is safe');
    expect(modal()?.textContent).toContain('A. Ober');
    await type('secret');
    stopListening();
    expect(asked.at(-1)).toBe('renew reader1 secret');
    expect(modal()).toBeNull();
    expect(renewed).toBe(1);
    expect(visited).toEqual([]);
  });

  it('lets nothing behind it be used: focus, pointer or key', async () => {
    await start(life(idleMs), life(idleMs), gone, life(idleMs));
    const seen: string[] = [];
    const listen = (event: KeyboardEvent): void => void seen.push(event.key);
    window.addEventListener('keydown', listen);
    const press = (target: EventTarget, key: string): boolean =>
      target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await act(async () => void press(page, 'x'));
    await ended();
    expect(page.hasAttribute('inert')).toBe(true);
    expect(press(page, 'a')).toBe(false);
    expect(press(document.body, 'd')).toBe(false);
    const field = document.querySelector('[role="alertdialog"] input');
    if (field === null) throw new Error('no password field');
    expect(press(field, 'q')).toBe(true);
    expect(seen).toEqual(['x']);
    await type('secret');
    expect(page.hasAttribute('inert')).toBe(false);
    press(page, 'w');
    window.removeEventListener('keydown', listen);
    expect(seen).toEqual(['x', 'w']);
  });

  it('says a wrong password and stays', async () => {
    await start(life(idleMs), gone, new ClientError('CL_PASSWORD_WRONG', 401, 'wrong'));
    await ended();
    await type('nope');
    expect(modal()?.querySelector('[role="alert"]')?.textContent).toBe('The password is wrong.');
    expect(modal()?.querySelector('input')?.value).toBe('');
  });

  it('asks the code of the second factor after the password, which stays typed', async () => {
    const needed = new ClientError('CL_SECOND_FACTOR_NEEDED', 403, 'the code');
    const wrong = new ClientError('CL_SECOND_FACTOR_WRONG', 401, 'not the code');
    await start(life(idleMs), gone, needed, wrong, life(idleMs));
    await ended();
    await type('secret');
    expect(modal()?.querySelector('label')?.textContent).toBe('Code');
    await type('000000');
    expect(modal()?.querySelector('[role="alert"]')?.textContent).toContain(
      'The code is not right'
    );
    await type('123456');
    expect(modal()).toBeNull();
    expect(asked.slice(2)).toEqual([
      ...['renew reader1 secret', 'renew reader1 secret 000000', 'renew reader1 secret 123456'],
    ]);
  });

  it('offers the login page alone when someone else logged in here', async () => {
    await start(life(idleMs), { ...life(idleMs), user: 'reader2' });
    await ended();
    expect(modal()?.querySelector('input')).toBeNull();
    expect(modal()?.querySelector('a')?.getAttribute('href')).toBe('/login?next=%2F');
  });

  it('goes to the login page, and back from there, when nobody was logged in', async () => {
    await start(gone);
    expect(visited).toEqual(['/login?next=%2F']);
    expect(modal()).toBeNull();
  });
});

describe('refusalText', () => {
  it('names the lock with its length', () => {
    const body = { minutes: 15, tries: 5 };
    expect(refusalText(new ClientError('CL_ACCOUNT_LOCKED', 401, 'locked', body))).toBe(
      'The account is locked for 15 minutes after 5 wrong passwords or codes.'
    );
  });

  it('says that nothing is lost while the server is away', () => {
    expect(refusalText(new ClientError('CL_OFFLINE', 0, 'no answer'))).toContain('Nothing is lost');
  });

  it('has who logs in at the provider do so again, in a window of its own, and goes on', async () => {
    const channels: { onmessage: ((event: { data: unknown }) => void) | null }[] = [];
    class Channel {
      onmessage: ((event: { data: unknown }) => void) | null = null;
      constructor() {
        channels.push(this);
      }
      close(): void {
        channels.splice(channels.indexOf(this), 1);
      }
    }
    const opened: string[] = [];
    Object.assign(globalThis, { BroadcastChannel: Channel });
    Object.assign(crypto, { randomUUID: () => 'window-1' });
    window.open = url => {
      opened.push(String(url));
      return window;
    };
    const own = { ...life(600_000), provider: { name: 'Saint Anna', signs: true } };
    await start(own, gone);
    await ended();
    expect(modal()?.querySelector('input')).toBeNull();
    expect(modal()?.textContent).toContain('Log in with Saint Anna to go on; your draft is safe');
    const button = modal()?.querySelector<HTMLButtonElement>('[data-act="confirm"]');
    expect(button?.textContent).toContain('Saint Anna');
    await act(async () => button?.click());
    expect(opened).toEqual(['/login/provider?for=renew&window=window-1']);
    replies = [own];
    await act(async () => channels[0]?.onmessage?.({ data: { window: 'window-1' } }));
    expect(modal()).toBeNull();
    expect(channels).toEqual([]);
  });
});
