import { afterEach, describe, expect, it } from '@jest/globals';
import { ClientError } from '@corelab/client';
import { PeoplePage } from '../people/PeoplePage.js';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';

const at = '2026-03-01T09:00:00.000Z';
const grant = {
  ...{ trial: 'T-1', role: 'reader', sites: [], grantedAt: at, grantedBy: 'anna' },
  ...{ reason: 'First reader', endedAt: null, endedBy: null, endReason: null },
};
const person = {
  ...{ user: 'ben', name: 'Ben Berg', active: true, createdAt: at, closedAt: null },
  ...{ lastLoginAt: at, secondFactor: true, administrator: null },
  tokens: [{ name: 'nightly export', createdAt: at, createdBy: 'ben', lastUsedAt: null }],
  grants: [grant, { ...grant, trial: 'T-2', role: 'auditor' }],
  qualifications: [
    {
      ...{ trial: 'T-1', kind: 'gcp', charterVersion: null, date: '2026-01-10' },
      ...{ expiry: '2026-04-01', standing: 'lapsing' },
    },
  ],
};
const cleo = {
  ...{ ...person, user: 'cleo', name: 'Cleo Clerk', lastLoginAt: null, secondFactor: false },
  ...{ tokens: [], qualifications: [], grants: [{ ...grant, role: 'admin' }] },
};
const dora = { ...cleo, user: 'dora', name: 'Dora Doe', grants: [] };
const fact = { kind: 'grant', user: 'cleo', trial: 'T-1', what: 'admin', since: at };
const access = {
  ...{ hash: 'h1', people: [person, cleo, dora] },
  changes: { added: [fact], gone: [{ kind: 'token', user: 'ben', what: 'Laptop' }] },
};
const review = {
  ...{ id: 'v1', by: 'audra', name: 'Audra Audit', at, meaning: 'x', note: 'All well', hash: 'h0' },
  changes: { added: [fact], gone: [] },
};
let bench: Bench | null = null;
afterEach(() => bench?.end());

const rowsOf = ({ place }: Bench): string[] =>
  [...place.querySelectorAll('[data-row]')].map(row =>
    [...row.children].map(({ textContent }) => textContent).join('|')
  );

describe('the review of who may do what', () => {
  const openAll = async (more: object = {}) => {
    const session = { ...sessionOf(), administrator: true, trials: [] };
    const { server, asked } = fakeServer(session, {
      'get /api/admin/accounts': { accounts: [] },
      'get /api/admin/account-resets': { resets: [] },
      'get /api/admin/access': access,
      'get /api/admin/access/reviews': { reviews: [review] },
      ...more,
    });
    bench = await openPage('people', <PeoplePage />, server);
    await bench.click('Access review of the installation');
    return { ...bench, asked };
  };

  it('has a row for each role, by person or by trial, and one for who has none', async () => {
    const page = await openAll();
    expect(rowsOf(page)).toEqual([
      'ben|Ben Berg|T-1|reader|2026-03-01|anna|2026-03-01|yes|1|open',
      'ben|Ben Berg|T-2|auditor|2026-03-01|anna|2026-03-01|yes|1|open',
      'cleo|Cleo Clerk|T-1|admin|2026-03-01|anna|never|none|0|open',
      'dora|Dora Doe||no role|||never|none|0|open',
    ]);
    const order = [...page.place.querySelectorAll('select')].find(one => one.value === 'person');
    page.choose(order ?? null, 'trial');
    expect(rowsOf(page).map(row => row.split('|').slice(0, 4).join('|'))).toEqual([
      ...['cleo|Cleo Clerk|T-1|admin', 'ben|Ben Berg|T-1|reader', 'ben|Ben Berg|T-2|auditor'],
      'dora|Dora Doe||no role',
    ]);
  });

  it('opens with what a person was given, their tokens and what lapses', async () => {
    const page = await openAll();
    page.press(page.place.querySelector('[data-row]') ?? page.place, 'Enter');
    await page.settle();
    const sheet = page.place.querySelector('aside')?.textContent;
    expect(sheet).toContain('granted 2026-03-01 09:00 UTC by anna: First reader');
    expect(sheet).toContain('nightly export, made 2026-03-01 09:00 UTC, last used never');
    expect(sheet).toContain('GCP training, T-1, 2026-01-10 to 2026-04-01 lapses soon');
  });

  it('asks the server what the filters say', async () => {
    const page = await openAll();
    page.write('Search name or user', ' be ');
    const selects = [...page.place.querySelectorAll('select')];
    page.choose(selects.find(one => one.textContent?.includes('T-2')) ?? null, 'T-2');
    await page.settle();
    expect(page.asked.at(-1)).toMatchObject({
      path: '/api/admin/access',
      given: { query: { text: 'be', trial: 'T-2' } },
    });
  });

  it('says what changed, and is recorded with a note and the password, of what was seen', async () => {
    const page = await openAll({ 'post /api/admin/access/reviews': { id: 'v2' } });
    expect(page.place.textContent).toContain('cleo: admin in T-1');
    expect(page.place.textContent).toContain('ben: API token Laptop');
    expect(page.place.textContent).toContain('Audra Audit (audra): All well');
    await page.click('Record a review');
    page.write('What you found, and what is done about it', 'Cleo is new');
    page.write('Password', 'secret');
    await page.click('Sign: I reviewed who may do what');
    expect(page.asked.find(({ method }) => method === 'post')?.given).toEqual({
      body: { hash: 'h1', note: 'Cleo is new', password: 'secret' },
    });
  });

  it('keeps the note where it was refused', async () => {
    const sentence = 'Somebody was given or lost a right since this page was loaded.';
    const page = await openAll({
      'post /api/admin/access/reviews': new ClientError('CL_ACCESS_CHANGED', 409, sentence),
    });
    await page.click('Record a review');
    page.write('What you found, and what is done about it', 'Cleo is new');
    page.write('Password', 'secret');
    await page.click('Sign: I reviewed who may do what');
    expect(page.place.querySelector('[role="alert"]')?.textContent).toBe(sentence);
    expect(page.place.querySelector('textarea')?.value).toBe('Cleo is new');
  });

  it.each([
    ['auditor', true],
    ['admin', true],
    ['dataManager', false],
  ])('of a trial is there for a %s: %s', async (role, has) => {
    const { server, asked } = fakeServer(sessionOf(role), {
      'get /api/admin/trials/{trial}/people': { people: [] },
      'get /api/admin/trials/{trial}/access': { ...access, changes: null },
      'get /api/admin/trials/{trial}/access/reviews': { reviews: [] },
    });
    bench = await openPage('people', <PeoplePage />, server);
    const words = [...bench.place.querySelectorAll('button')].map(one => one.textContent);
    expect(words.includes('Access review of T-1')).toBe(has);
    if (!has) return;
    await bench.click('Access review of T-1');
    expect(bench.place.textContent).toContain('Nobody has recorded a review of this yet.');
    expect(asked.at(-1)?.path).toBe('/api/admin/trials/{trial}/access/reviews');
  });
});
