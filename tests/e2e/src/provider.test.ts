import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import {
  organisation,
  organisationLogin,
  typeAtOrganisation,
  type OrganisationLogin,
} from './organisationLogin.js';
import { freePort, root, startProduct, type Product } from './product.js';
import { demoReader, openNextCase } from './reading.js';
import { corelab } from './serverAnswers.js';

jest.setTimeout(300_000);

const reader = { user: 'p.one', name: 'Dr One', there: 'one@anna.example' };
const colleague = { user: 'p.two', name: 'Dr Two', there: 'two@anna.example' };
const nobody = 'three@anna.example';

let login: OrganisationLogin;
let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let read: string;

beforeAll(async () => {
  const port = await freePort();
  login = await organisationLogin(`http://127.0.0.1:${port}`);
  product = await startProduct(undefined, login.environment, port);
  for (const { user, name, there } of [reader, colleague])
    await corelab(product, 'user', 'add', user, '--name', name, '--provider-user', there);
  await giveReadTo(reader.user);
  browser = await launchBrowser();
  context = await browser.newContext({
    ...{ viewport: { width: 1366, height: 768 }, locale: 'en-GB' },
  });
  page = await context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await login?.close();
});

/** One of the demonstration's reads, by a charter that names its reader beside the demonstration's own. */
async function giveReadTo(user: string): Promise<void> {
  const demo = await readFile(join(root, 'platform/charter/examples/demo-onc.yaml'), 'utf8');
  const file = join(product.home, 'charter.yaml');
  await writeFile(file, demo.replace('R1: [reader1]', `R1: [reader1, ${user}]`));
  const why = ['--reason', 'a second reader'];
  await corelab(product, 'trial', 'deploy', file, ...why, '--scope', 'newTimepoints', '--demo');
  const other = await browserlessReads();
  await corelab(product, 'read', 'move', other[0] ?? '', user, '--trial', 'DEMO-ONC', ...why);
}

/** Ids of the reads of the demonstration's reader. */
async function browserlessReads(): Promise<string[]> {
  const entered = await fetch(`${product.url}/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(demoReader),
  });
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(`${product.url}/api/reads`, { headers: { cookie } });
  const { reads } = (await answer.json()) as { reads: { readId: string }[] };
  return reads.map(({ readId }) => readId);
}

/** Presses the button that opens the organisation's login, in a window of its own, and logs in there. */
async function logInBeside(button: Locator, person: string | null): Promise<Page> {
  const opened = context.waitForEvent('page');
  await button.click();
  const beside = await opened;
  await typeAtOrganisation(beside, person);
  return beside;
}

async function draft(): Promise<{ noDisease: boolean }> {
  const answer = await context.request.get(`${product.url}/api/reads/${read}/draft`);
  return ((await answer.json()) as { document: { noDisease: boolean } }).document;
}

async function endSession(): Promise<void> {
  const answer = await context.request.get(`${product.url}/api/session`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const cookie = (await context.cookies(product.url))
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ');
  const ended = await fetch(`${product.url}/api/logout`, {
    method: 'POST',
    headers: { cookie, 'x-csrf-token': csrfToken },
  });
  expect(ended.status).toBe(204);
}

const noDisease = (): Locator => page.getByRole('button', { name: 'No disease at baseline' });
const saved = (): Promise<void> => page.locator('.cl-panel [data-save=saved]').waitFor();

describe('a reader of the organisation’s own login', () => {
  it('is not let in as nobody’s account, and is told so on the login page', async () => {
    await page.goto(`${product.url}/login`);
    await page.getByRole('link', { name: `Log in with ${organisation}` }).click();
    await typeAtOrganisation(page, nobody);
    await page.getByRole('alert').getByText('There is no account here for you.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/login');
  });

  it('logs in for the first time, which binds the account, and opens a read', async () => {
    await context.clearCookies({ domain: 'localhost' });
    await page.getByRole('link', { name: `Log in with ${organisation}` }).click();
    await typeAtOrganisation(page, reader.there);
    await page.getByRole('grid').or(page.getByRole('table')).first().waitFor();
    expect(await accountState(reader.user)).toBe('bound');
    expect(await accountState(colleague.user)).toBe('waiting');
    read = await openNextCase(page);
    await noDisease().click();
    await saved();
  });

  it('goes on in place after the session ended, with the draft', async () => {
    await endSession();
    await noDisease().click();
    const modal = page.locator('[data-session=ended]');
    await modal.waitFor();
    expect(await modal.locator('input').count()).toBe(0);
    const beside = await logInBeside(modal.locator('[data-act=confirm]'), reader.there);
    await modal.waitFor({ state: 'detached' });
    expect(beside.isClosed()).toBe(true);
    await saved();
    expect((await draft()).noDisease).toBe(false);
    await noDisease().click();
    await saved();
    expect((await draft()).noDisease).toBe(true);
  });

  it.each([
    ['who has no account here', nobody, /Somebody else logged in there/],
    ['a colleague', colleague.there, /Somebody else logged in there/],
    ['who turns back there', null, /Saint Anna did not let you in/],
  ])('does not sign with the login of %s', async (_who, person, sentence) => {
    await context.clearCookies({ domain: 'localhost' });
    if ((await page.locator('.cl-sheet').count()) === 0) await page.keyboard.press('Control+Enter');
    const sheet = page.locator('.cl-sheet');
    const beside = await logInBeside(sheet.locator('[data-act=confirm]'), person);
    await sheet.getByText(sentence).waitFor();
    await beside.getByText('You were not let in').waitFor();
    expect(await sheet.locator('[data-act=sign]').isDisabled()).toBe(true);
    await beside.close();
    expect(await acts('read.signed')).toBe(0);
  });

  it('signs by a fresh login in a window of its own, and by another one when the answer was lost', async () => {
    const sheet = page.locator('.cl-sheet');
    const sign = sheet.locator('[data-act=sign]');
    const logInAnew = async (): Promise<void> => {
      const beside = await logInBeside(sheet.locator('[data-act=confirm]'), reader.there);
      await sheet.getByText(`Logged in with ${organisation} just now`).waitFor();
      expect(beside.isClosed()).toBe(true);
    };
    await context.clearCookies({ domain: 'localhost' });
    await logInAnew();
    await page.route(
      '**/sign',
      async route => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 }
    );
    await sign.click();
    await sheet.getByText('it is not known whether the read is signed').waitFor();
    expect(await sign.isDisabled()).toBe(true);
    await logInAnew();
    await sign.click();
    const signed = page.locator('[data-sign=signed]');
    await signed.waitFor();
    const said = await signed.innerText();
    expect(said).toContain(reader.name);
    expect(said).toContain('I made this assessment and it is complete');
    expect(await acts('read.signed')).toBe(1);
  });
});

/** How an account stands with the organisation's login. */
async function accountState(user: string): Promise<string | null> {
  const { accounts } = (await corelab(product, 'user', 'list')) as {
    accounts: { user: string; provider: string | null }[];
  };
  const found = accounts.find(account => account.user === user);
  if (found === undefined) throw new Error(`there is no account ${user}`);
  return found.provider;
}

/** How many entries of an act the trial's record has. */
async function acts(name: string): Promise<number> {
  const answer = await fetch(`${product.url}/api/admin/audit/DEMO-ONC`, {
    headers: { authorization: `Bearer ${product.token}` },
  });
  const lines = (await answer.text()).trim().split('\n');
  return lines.filter(line => (JSON.parse(line) as { entry?: { act: string } }).entry?.act === name)
    .length;
}
