import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError, type Session } from '@corelab/client';
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
    const { act } = await import('react');
    act(() => {
      select.value = 'T-2';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(visited).toEqual(['/people?trial=T-2']);
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
