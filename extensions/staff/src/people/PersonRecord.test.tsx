import { act } from 'react';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { PeoplePage } from './PeoplePage.js';

const at = '2026-03-01T09:00:00.000Z';
const grant = {
  ...{ role: 'reader', sites: [], grantedAt: at, grantedBy: 'anna', reason: 'First reader' },
  ...{ endedAt: null, endedBy: null, endReason: null },
};
const person = (user: string) => ({ user, name: `Dr ${user}`, active: true, roles: [grant] });
const qualification = (id: string, more: object = {}) => ({
  ...{ id, user: 'ben', kind: 'gcp', charterVersion: null, documentHash: null },
  ...{ date: '2025-01-10', expiry: '2026-01-10', grantedBy: 'anna', grantedAt: at },
  ...{ withdrawnAt: null, withdrawReason: null },
  ...more,
});
const trial = '/api/admin/trials/{trial}';
const answers = {
  [`get ${trial}/people`]: { people: [person('ben'), person('cleo'), person('anna')] },
  [`get ${trial}/qualifications`]: {
    qualifications: [
      qualification('q1', { documentHash: 'ab12'.repeat(16) }),
      qualification('q2', { kind: 'cv', withdrawnAt: at, withdrawReason: 'Another person' }),
    ],
    missing: [
      { user: 'ben', role: 'reader', kind: 'gcp', expired: '2026-01-10', charterVersion: 3 },
      { user: 'ben', role: 'reader', kind: 'charterTraining', expired: null, charterVersion: 3 },
    ],
  },
  [`get ${trial}/absences`]: {
    absences: [
      {
        ...{ id: 'a1', user: 'ben', from: '2026-03-02', to: '2026-03-13', backup: 'cleo' },
        ...{ recordedBy: 'anna', recordedAt: at, cancelledAt: null },
      },
      {
        ...{ id: 'a2', user: 'cleo', from: '2026-05-01', to: '2026-05-02', backup: null },
        ...{ recordedBy: 'anna', recordedAt: at, cancelledAt: null },
      },
    ],
  },
  [`get ${trial}/conflicts`]: {
    conflicts: [
      {
        ...{ id: 'c1', user: 'ben', subject: '101-004', site: null, reason: 'Treated them' },
        ...{ recordedBy: 'anna', recordedAt: at, endedAt: null, endReason: null },
      },
    ],
  },
  'get /api/tokens': { tokens: [] },
};

let bench: Bench | null = null;
afterEach(() => bench?.end());

/** The sheet of a person of the list; 0 is ben, 2 oneself. */
const open = async (row: number, role = 'admin', more: object = {}) => {
  const { server, asked } = fakeServer(sessionOf(role), { ...answers, ...more });
  const made = await openPage('people', <PeoplePage />, server);
  bench = made;
  await made.until(() => made.place.querySelector(`[data-row="${row}"]`));
  made.press(made.place.querySelector(`[data-row="${row}"]`) ?? made.place, 'Enter');
  await made.until(() => made.place.querySelector('aside'));
  const posted = () => asked.filter(({ method }) => method === 'post');
  const times = (path: string) => asked.filter(one => `${one.method} ${one.path}` === path).length;
  const buttons = () =>
    [...made.place.querySelectorAll('aside button')].map(({ textContent }) => textContent);
  const choose = (select: Element | null, value: string) =>
    act(() => {
      if (!(select instanceof HTMLSelectElement)) throw new Error('no choice');
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
  return { ...made, posted, times, buttons, choose };
};

describe('what a person has on record', () => {
  it('says what holds, until when and shown by what, and what is missing for a role', async () => {
    const { says, place } = await open(0);
    await says('GCP training2025-01-10 to 2026-01-10document ab12ab12ab12');
    await says('GCP training for reader: ended 2026-01-10');
    await says('charter training for version 3, for reader: not on record');
    expect(place.querySelector('details summary')?.textContent).toBe('1 earlier entry');
    await says('withdrawn 2026-03-01 09:00 UTC: Another person');
  });

  it('gets charter training of the version in force, and is asked for again', async () => {
    const path = `${trial}/qualifications`;
    const page = await open(0, 'trainer', { [`post ${path}`]: { id: 'q3' } });
    await page.click('Record a qualification');
    page.choose(page.place.querySelector('aside select'), 'charterTraining');
    page.write('Date', '2026-03-01');
    await page.click('Record it for ben');
    expect(page.posted()).toEqual([
      {
        ...{ method: 'post', path },
        given: {
          path: { trial: 'T-1' },
          body: { user: 'ben', kind: 'charterTraining', date: '2026-03-01', charterVersion: 3 },
        },
      },
    ]);
    await page.until(() => page.times(`get ${path}`) === 2);
    expect(page.buttons()).not.toContain('Record an absence');
  });

  it('loses a qualification with a reason, having been told what it does', async () => {
    const page = await open(0, 'admin', {
      [`post ${trial}/qualifications/{id}/withdraw`]: { id: 'q1' },
    });
    await page.click('Withdraw');
    await page.says('Reads that ask for it close to ben until there is another.');
    page.write('Reason', 'Forged');
    await page.click('Withdraw GCP training of ben');
    expect(page.posted()[0]?.given).toEqual({
      ...{ path: { trial: 'T-1', id: 'q1' }, body: { reason: 'Forged' } },
    });
  });

  it('is not recorded by oneself, nor by a data manager', async () => {
    const own = await open(2);
    await own.says('Your own qualifications are recorded by somebody else.');
    expect(own.buttons()).not.toContain('Record a qualification');
    own.end();
    const managing = await open(0, 'dataManager');
    await managing.says('Treated them');
    expect(managing.buttons()).not.toContain('Record a qualification');
    expect(managing.buttons()).not.toContain('Withdraw');
  });

  it('has their own absences alone, made with somebody else of the readers to stand in', async () => {
    const page = await open(0, 'dataManager', { [`post ${trial}/absences`]: { id: 'a3' } });
    await page.says('2026-03-02 to 2026-03-13in their place: cleo');
    expect(page.place.textContent).not.toContain('2026-05-01');
    await page.click('Record an absence');
    const backup = page.place.querySelector('aside select');
    expect([...(backup?.querySelectorAll('option') ?? [])].map(({ value }) => value)).toEqual([
      ...['', 'cleo', 'anna'],
    ]);
    page.write('First day', '2026-04-01');
    page.write('Last day', '2026-04-09');
    page.choose(backup, 'cleo');
    await page.click('Record the absence of ben');
    expect(page.posted()[0]?.given).toEqual({
      path: { trial: 'T-1' },
      body: { user: 'ben', from: '2026-04-01', to: '2026-04-09', backup: 'cleo' },
    });
  });

  it('has an absence ended after it is said what that does', async () => {
    const path = `${trial}/absences/{id}/cancel`;
    const page = await open(0, 'dataManager', { [`post ${path}`]: { id: 'a1' } });
    await page.click('End this absence');
    await page.says('ben is not away from 2026-03-02 to 2026-03-13 any more');
    expect(page.posted()).toEqual([]);
    await page.click('End the absence of ben');
    expect(page.posted()[0]).toMatchObject({ path, given: { path: { id: 'a1' } } });
  });

  it('gets a conflict with a site, keeping what was typed where the server refuses', async () => {
    const sentence = 'No image has come from a site 109 yet.';
    const page = await open(0, 'dataManager', {
      [`post ${trial}/conflicts`]: new ClientError('CL_CONFLICT', 422, sentence),
    });
    await page.says('subject 101-004');
    await page.click('Record a conflict');
    const [, site] = page.place.querySelectorAll<HTMLInputElement>('aside input[type="radio"]');
    act(() => site?.click());
    page.write('Site', ' 109 ');
    page.write('Reason', 'Works there');
    await page.click('Record the conflict of ben');
    await page.says(sentence);
    expect(page.posted()[0]?.given).toEqual({
      ...{ path: { trial: 'T-1' }, body: { user: 'ben', site: '109', reason: 'Works there' } },
    });
    expect(page.place.querySelector('aside textarea')).toMatchObject({ value: 'Works there' });
  });

  it('is left by Escape in a form without closing the sheet', async () => {
    const page = await open(0);
    await page.click('Record a conflict');
    const field = page.place.querySelector('aside textarea');
    page.press(field ?? page.place, 'Escape');
    expect(page.place.querySelector('aside textarea')).toBeNull();
    expect(page.place.querySelector('aside')).not.toBeNull();
  });
});

describe('own API tokens', () => {
  it('are made with the password, shown once, and copied', async () => {
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (words: string) => Promise.resolve(void copied.push(words)) },
    });
    const page = await open(2, 'admin', { 'post /api/tokens': { id: 't', token: 'secret-1' } });
    await page.click('Make a token');
    page.write('What it is for', 'nightly export');
    page.write('Password', 'correct horse');
    await page.click('Make the token');
    await page.says('Token nightly export of anna');
    expect(page.posted()[0]?.given).toEqual({
      body: { name: 'nightly export', password: 'correct horse' },
    });
    await page.click('Copy');
    await page.says('Copied.');
    expect(copied).toEqual(['secret-1']);
    await page.click('Close');
    expect(page.place.textContent).not.toContain('secret-1');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('are revoked once it was said what that does, and stay in the list', async () => {
    const token = {
      ...{ id: 't1', name: 'nightly export', createdAt: at, createdBy: 'anna' },
      ...{ lastUsedAt: null, revokedAt: null },
    };
    let revoked = false;
    const page = await open(2, 'admin', {
      'get /api/tokens': () => ({ tokens: [{ ...token, revokedAt: revoked ? at : null }] }),
      'post /api/tokens/{id}/revoke': () => {
        revoked = true;
        return { id: 't1' };
      },
    });
    await page.says('never used');
    await page.click('Revoke');
    await page.says('Programs that use it are refused from now on.');
    await page.click('Revoke nightly export');
    await page.says('revoked 2026-03-01 09:00 UTC');
    expect(page.buttons()).not.toContain('Revoke');
  });

  it('are nobody else’s', async () => {
    const page = await open(0);
    await page.says('Conflicts of interest');
    expect(page.place.textContent).not.toContain('My API tokens');
  });
});
