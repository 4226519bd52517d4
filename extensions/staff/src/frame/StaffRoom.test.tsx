import { afterEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { ClientError, type Session } from '@corelab/client';
import { holdNavigation } from '@corelab/host';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';

const content = <main>the page itself</main>;
let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (session: Session | ClientError, search = ''): Promise<Bench> => {
  bench = await openPage('people', content, fakeServer(session, {}).server, search);
  return bench;
};

describe('a page of the staff', () => {
  it('stands in its room, with trial, hat and the way to the person’s other pages', async () => {
    const { place } = await open(sessionOf('dataManager'));
    expect(place.textContent).toContain('the page itself');
    expect(place.querySelector('select')?.value).toBe('T-1');
    expect(place.querySelector('[data-hat]')?.textContent).toBe('Anna Adler, data manager');
    const places = [...place.querySelectorAll('nav a')];
    expect(places.map(one => one.textContent)).toEqual([
      'Trials',
      'Progress',
      'Intake',
      'QC',
      'Clinical facts',
      'People',
    ]);
    expect(place.querySelector('[aria-current="page"]')?.textContent).toBe('People');
  });

  it.each([
    ['a reader', sessionOf('reader'), ''],
    ['a sponsor', sessionOf('sponsor'), ''],
    ['a data manager of another trial', sessionOf('dataManager'), 'trial=T-2'],
  ])('does not exist for %s', async (_, session, search) => {
    const { place } = await open(session, search);
    expect(place.textContent).toContain('Not found');
    expect(place.textContent).not.toContain('the page itself');
    expect(place.querySelector('nav')).toBeNull();
  });

  it('goes to another trial by its address', async () => {
    const one = sessionOf('admin');
    const trials = [...one.trials, { ...one.trials[0]!, id: 'T-2' }];
    const { place, visited } = await open({ ...one, trials });
    const select = place.querySelector('select');
    if (select === null) throw new Error('no choice of trials');
    act(() => {
      select.value = 'T-2';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(visited).toEqual(['/people?trial=T-2']);
  });

  describe('of who is several things', () => {
    const two: Session = { ...sessionOf('admin'), hats: ['reader', 'admin'] };
    const reading: Session = { ...two, hat: 'reader', roles: ['reader'], trials: [] };
    const openTwo = async (answer: unknown) => {
      const { server, asked } = fakeServer(two, { 'post hat': answer });
      bench = await openPage('people', content, server);
      return { ...bench, asked };
    };
    const menu = ({ place }: Bench) => place.querySelector<HTMLElement>('[data-hat] button');
    const unfold = (opened: Bench) => act(() => menu(opened)?.click());

    it('says as what they work here, and goes to the first page of what they choose', async () => {
      const opened = await openTwo(reading);
      expect(menu(opened)?.getAttribute('aria-label')).toBe('Your role: admin');
      unfold(opened);
      const items = [...opened.place.querySelectorAll('[role="menuitemradio"]')];
      expect(items.map(item => [item.textContent, item.getAttribute('aria-checked')])).toEqual([
        ['reader', 'false'],
        ['admin', 'true'],
      ]);
      // By keys: the one that is worn has the focus, and choosing it again does nothing.
      expect(document.activeElement).toBe(items[1]);
      opened.press(items[1]!, 'ArrowUp');
      expect(document.activeElement).toBe(items[0]);
      opened.press(items[0]!, 'Escape');
      expect(document.activeElement).toBe(menu(opened));
      unfold(opened);
      act(() => opened.place.querySelector<HTMLElement>('[data-value="admin"]')?.click());
      expect(opened.asked).toEqual([]);
      unfold(opened);
      await opened.click('reader');
      expect(opened.asked).toEqual([{ method: 'post', path: 'hat', given: { hat: 'reader' } }]);
      expect(opened.visited).toEqual(['load /']);
    });

    it('is asked first where something is unsaved', async () => {
      let leave: (() => void) | null = null;
      const release = holdNavigation(go => {
        leave = go;
      });
      const opened = await openTwo(reading);
      unfold(opened);
      await opened.click('reader');
      expect([opened.asked, opened.visited]).toEqual([[], []]);
      act(() => leave?.());
      await opened.until(() => opened.visited.length > 0);
      expect(opened.visited).toEqual(['load /']);
      release();
    });

    it('says why it can not be', async () => {
      const refused = new ClientError('CL_HAT_NOT_HELD', 409, 'You are not reader.');
      const opened = await openTwo(refused);
      unfold(opened);
      await opened.click('reader');
      await opened.says('You are not reader.');
      expect(opened.visited).toEqual([]);
    });
  });

  it('is left by logging out; where something is unsaved, it asks before the session ends', async () => {
    let leave: (() => void) | null = null;
    const release = holdNavigation(go => {
      leave = go;
    });
    const { server } = fakeServer(sessionOf('admin'), {});
    let ended = 0;
    const counting = { ...server, logout: async () => void (ended += 1) };
    bench = await openPage('people', content, counting);
    await bench.click('Log out');
    expect([ended, bench.visited]).toEqual([0, []]);
    act(() => leave?.());
    await bench.until(() => bench?.visited.length);
    expect([ended, bench.visited]).toEqual([1, ['/login']]);
    release();
  });

  describe('that is logged out of', () => {
    const kept = { caseId: 'r1', title: 'S-0042 BL', changes: 2, document: {}, unreadable: null };
    const openWith = async (cases: (typeof kept)[], logout: () => Promise<void>) => {
      const { server } = fakeServer(sessionOf('dataManager'), {});
      const own = { ...server, logout, kept: { list: () => Promise.resolve(cases) } };
      bench = await openPage('people', content, own);
      return bench;
    };

    it('goes to the login page where the server has everything', async () => {
      const opened = await openWith([], () => Promise.resolve());
      await opened.click('Log out');
      expect(opened.visited).toEqual(['/login']);
    });

    it('asks first where this computer alone has changes of the person’s reading', async () => {
      const opened = await openWith([kept], () => Promise.resolve());
      await opened.click('Log out');
      await opened.says('S-0042 BL');
      expect(opened.visited).toEqual([]);
      await opened.click('Stay');
      expect(opened.place.querySelector('[data-leaving]')).toBeNull();
      await opened.click('Log out');
      act(() => opened.place.querySelector<HTMLElement>('[data-leaving] button + button')?.click());
      await opened.until(() => opened.visited.length > 0);
      expect(opened.visited).toEqual(['/login']);
    });

    it('says why it is not, and asks nothing twice', async () => {
      const away = new ClientError('CL_OFFLINE', 0, 'The server does not answer.');
      const opened = await openWith([], () => Promise.reject(away));
      await opened.click('Log out');
      await opened.until(() => opened.place.querySelector('[role="alert"]') !== null);
      expect(opened.place.querySelector('[role="alert"]')?.textContent).toContain('not answer');
      expect(opened.visited).toEqual([]);
    });
  });

  it('asks for a login where there is none, and comes back', async () => {
    const { visited } = await open(new ClientError('CL_NOT_LOGGED_IN', 401, 'Log in first.'));
    expect(visited).toEqual(['/login?next=%2Fpeople']);
  });

  it('says that the server does not answer, and tries again', async () => {
    const { place } = await open(new ClientError('CL_OFFLINE', 0, 'no'));
    expect(place.querySelector('[role="alert"]')?.textContent).toContain('does not answer');
    expect(place.querySelector('button')?.textContent).toBe('Try again');
  });
});
