import { afterEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { ClientError } from '@corelab/client';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { PeoplePage } from './PeoplePage.js';

const grant = {
  ...{ role: 'reader', sites: [], grantedAt: '2026-03-01T09:00:00.000Z', grantedBy: 'anna' },
  ...{ reason: 'First reader', endedAt: null, endedBy: null, endReason: null },
};
const people = [
  { user: 'ben', name: 'Ben Berg', active: true, roles: [grant] },
  { user: 'cleo', name: 'Cleo Clerk', active: false, roles: [{ ...grant, role: 'auditor' }] },
];
const answers = {
  'get /api/admin/trials/{trial}/people': { people },
  'get /api/admin/trials/{trial}/absences': { absences: [] },
  'get /api/admin/trials/{trial}/conflicts': { conflicts: [] },
  'get /api/admin/trials/{trial}/qualifications': {
    missing: [],
    qualifications: [
      {
        ...{ id: 'q', user: 'ben', kind: 'gcp', charterVersion: null, documentHash: null },
        ...{ date: '2026-01-10', expiry: '2028-01-10', grantedBy: 'anna' },
        ...{ grantedAt: '2026-03-01T09:00:00.000Z', withdrawnAt: null, withdrawReason: null },
      },
    ],
  },
  'post /api/admin/trials/{trial}/roles': { changed: true },
  'post /api/admin/trials/{trial}/roles/end': { changed: true },
};
let bench: Bench | null = null;
afterEach(() => bench?.end());

const rowsOf = ({ place }: Bench): string[] =>
  [...place.querySelectorAll('[data-row]')].map(row => row.textContent ?? '');

describe('the people of a trial', () => {
  const open = async (session = sessionOf('admin'), more: object = {}) => {
    const { server, asked } = fakeServer(session, { ...answers, ...more });
    bench = await openPage('people', <PeoplePage />, server);
    return { ...bench, asked };
  };

  it('are listed with their roles, and found by letters', async () => {
    const page = await open();
    expect(rowsOf(page)).toEqual(['benBen Bergreaderopen', 'cleoCleo Clerkauditorclosed']);
    page.write('Search name or user', 'CLE');
    expect(rowsOf(page)).toEqual(['cleoCleo Clerkauditorclosed']);
    page.write('Search name or user', 'zzz');
    expect(page.place.textContent).toContain('Nobody matches these letters.');
  });

  it('get a role with a reason', async () => {
    const page = await open();
    await page.click('Grant a role');
    page.write('User', ' dora ');
    page.write('Reason', 'Second reader');
    await page.click('Grant reader');
    expect(page.asked.find(({ method }) => method === 'post')).toEqual({
      method: 'post',
      path: '/api/admin/trials/{trial}/roles',
      given: {
        path: { trial: 'T-1' },
        body: { user: 'dora', role: 'reader', reason: 'Second reader' },
      },
    });
    expect(page.place.textContent).not.toContain('Grant reader');
  });

  it('say in the server’s sentence why a role is refused, and keep what was typed', async () => {
    const sentence = 'ben is reader in this trial; choose someone else.';
    const page = await open(sessionOf('admin'), {
      'post /api/admin/trials/{trial}/roles': new ClientError('CL_ROLES_UNBLIND', 409, sentence),
    });
    await page.click('Grant a role');
    page.write('User', 'ben');
    page.write('Reason', 'Needed');
    await page.click('Grant reader');
    expect(page.place.querySelector('[role="alert"]')?.textContent).toBe(sentence);
    expect(page.place.querySelector('textarea')?.value).toBe('Needed');
  });

  it('open with what they were given and have on record, and lose a role with a reason', async () => {
    const page = await open();
    const [row] = page.place.querySelectorAll('[data-row]');
    page.press(row ?? page.place, 'Enter');
    await page.settle();
    const sheet = page.place.querySelector('aside');
    expect(sheet?.textContent).toContain('granted 2026-03-01 09:00 UTC by anna: First reader');
    await page.says('2026-01-10 to 2028-01-10');
    expect(sheet?.textContent).toContain('GCP training');
    await page.click('End this role');
    page.write('Reason', 'Left');
    await page.click('End reader of ben');
    expect(page.asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { trial: 'T-1' },
      body: { user: 'ben', role: 'reader', reason: 'Left' },
    });
  });

  it('are for a data manager to look at', async () => {
    const { place, press, settle } = await open(sessionOf('dataManager'));
    press(place.querySelector('[data-row]') ?? place, 'Enter');
    await settle();
    const words = [...place.querySelectorAll('button')].map(({ textContent }) => textContent);
    expect(words).not.toContain('Grant a role');
    expect(words).not.toContain('End this role');
  });
});

describe('the accounts of the installation', () => {
  const account = {
    ...{ user: 'ben', name: 'Ben Berg', administrator: false, active: true },
    ...{ mustChangePassword: false, secondFactor: false, createdAt: '2026-03-01T09:00:00.000Z' },
  };
  const open = async (more: object = {}) => {
    const session = { ...sessionOf(), administrator: true, trials: [] };
    const { server, asked } = fakeServer(session, {
      'get /api/admin/accounts': { accounts: [account] },
      'get /api/admin/accounts/{user}/tokens': { tokens: [] },
      'get /api/admin/account-resets': { resets: [] },
      ...more,
    });
    bench = await openPage('people', <PeoplePage />, server);
    return { ...bench, asked };
  };

  it('are made with a one-time password that is shown once', async () => {
    const page = await open({
      'post /api/admin/accounts': {
        account: { ...account, user: 'dora' },
        oneTimePassword: 'amber-fox-11',
      },
    });
    await page.click('Make an account');
    page.write('User', 'dora');
    page.write('Name', 'Dora Doe');
    await page.click('Make the account');
    expect(page.place.textContent).toContain('One-time password of dora: amber-fox-11');
    await page.click('Close');
    expect(page.place.textContent).not.toContain('amber-fox-11');
  });

  it('are closed with a reason', async () => {
    const page = await open({ 'post /api/admin/accounts/{user}/deactivate': account });
    page.press(page.place.querySelector('[data-row]') ?? page.place, 'Enter');
    await page.settle();
    await page.click('Close the account');
    page.write('Reason', 'Left the core lab');
    await page.click('Close the account');
    expect(page.asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { user: 'ben' },
      body: { reason: 'Left the core lab' },
    });
  });

  const reset = {
    ...{ id: 'r1', user: 'ben', secondFactor: true, reason: 'Lost the telephone' },
    ...{ askedBy: 'cleo', operator: null, askedAt: '2026-03-01T09:00:00.000Z', state: 'asked' },
    ...{ decidedBy: null, decidedAt: null, decisionReason: null },
  };

  it('are asked to be let in anew, with the second factor where it is lost', async () => {
    const page = await open({
      'get /api/admin/accounts': { accounts: [{ ...account, secondFactor: true }] },
      'post /api/admin/accounts/{user}/reset': { id: 'r1' },
    });
    page.press(page.place.querySelector('[data-row]') ?? page.place, 'Enter');
    await page.settle();
    await page.click('Let in anew');
    page.write('Reason', 'Lost the telephone');
    await act(async () => page.place.querySelector<HTMLElement>('[type=checkbox]')?.click());
    await page.click('Ask that ben is let in anew');
    expect(page.asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { user: 'ben' },
      body: { secondFactor: true, reason: 'Lost the telephone' },
    });
  });

  it('are let in anew by another administrator, with the password, who is shown a one-time password', async () => {
    const page = await open({
      'get /api/admin/account-resets': { resets: [reset, { ...reset, id: 'r0', state: 'done' }] },
      'post /api/admin/account-resets/{id}/confirm': { user: 'ben', oneTimePassword: 'amber-12' },
    });
    expect(page.place.textContent).toContain('by cleo: Lost the telephone');
    await page.click('Confirm');
    page.write('Password', 'secret');
    await page.click('Let ben in anew');
    expect(page.asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { id: 'r1' },
      body: { password: 'secret' },
    });
    expect(page.place.textContent).toContain('One-time password of ben: amber-12');
  });

  it('are not let in anew by who asked for it, who takes it back', async () => {
    const page = await open({
      'get /api/admin/account-resets': { resets: [{ ...reset, askedBy: 'anna' }] },
      'post /api/admin/account-resets/{id}/refuse': { id: 'r1' },
    });
    const words = [...page.place.querySelectorAll('button')].map(({ textContent }) => textContent);
    expect(words).not.toContain('Confirm');
    await page.click('Take back');
    page.write('Reason', 'Found it');
    await page.click('Take back');
    expect(page.asked.find(({ method }) => method === 'post')?.given).toEqual({
      path: { id: 'r1' },
      body: { reason: 'Found it' },
    });
  });
});
