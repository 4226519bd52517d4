import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { filesWith, launchOnProfile } from './profile.js';
import { startProduct, type Product } from './product.js';
import { caseShown, demoReader, logIn, openNextCase } from './reading.js';

jest.setTimeout(300_000);

interface ReadDocument {
  readonly noDisease: boolean;
  readonly lesions: readonly { readonly id: string; readonly state: string }[];
}

interface Entry {
  readonly act: string;
  readonly details: Readonly<Record<string, unknown>>;
}

const pleura = {
  trackingUid: '2.25.4711',
  id: 'NT01',
  role: 'non-target',
  location: 'PLEURA',
  laterality: null,
  state: 'toDo',
  reason: null,
  mergedInto: null,
  splitFrom: null,
  mark: null,
  comment: '',
  createdInThisRead: true,
};

let product: Product;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let read: string;

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  page = await context.newPage();
  await logIn(page, product.url);
  read = await openNextCase(page);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const readUrl = (part: string): string => `${product.url}/api/reads/${read}${part}`;
const noDisease = (): Locator => page.getByRole('button', { name: 'No disease at baseline' });
const saved = (on: Page = page): Promise<void> =>
  on.locator('.cl-panel [data-save=saved]').waitFor({ timeout: 20_000 });

async function csrf(): Promise<string> {
  const answer = await context.request.get(`${product.url}/api/session`);
  return ((await answer.json()) as { csrfToken: string }).csrfToken;
}

async function draft(): Promise<{ document: ReadDocument; etag: string }> {
  const answer = await context.request.get(readUrl('/draft'));
  const { document } = (await answer.json()) as { document: ReadDocument };
  return { document, etag: answer.headers()['etag'] ?? '' };
}

/** A save from outside the page, as another computer makes it. */
async function saveElsewhere(document: object, etag: string) {
  return context.request.put(readUrl('/draft'), {
    headers: { 'x-csrf-token': await csrf(), 'if-match': etag },
    data: { document },
  });
}

async function admin<T>(method: 'GET' | 'POST', path: string, data?: object): Promise<T> {
  const answer = await context.request.fetch(`${product.url}/api/admin/${path}`, {
    method,
    headers: { authorization: `Bearer ${product.token}` },
    ...(data === undefined ? {} : { data }),
  });
  const body = await answer.text();
  if (!answer.ok()) throw new Error(body);
  return JSON.parse(body) as T;
}

async function audit(act: string): Promise<Entry[]> {
  const answer = await context.request.get(`${product.url}/api/admin/audit/DEMO-ONC`, {
    headers: { authorization: `Bearer ${product.token}` },
  });
  return (await answer.text())
    .trim()
    .split('\n')
    .map(line => (JSON.parse(line) as { entry: Entry }).entry)
    .filter(entry => entry.act === act);
}

async function flag(kind: string, words: string): Promise<void> {
  await page.keyboard.press('Shift+F');
  const sheet = page.locator('[data-sheet=problem]');
  await sheet.locator(`input[value=${kind}]`).check();
  await sheet.locator('textarea').fill(words);
  await sheet.locator('[data-act=flag]').click();
  await sheet.waitFor({ state: 'detached' });
}

async function answerProblem(text: string): Promise<void> {
  const { problems } = await admin<{ problems: { id: string }[] }>('GET', 'problems');
  await admin('POST', `problems/${problems[0]?.id}/answer`, { text, decision: 'resume' });
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await page.locator('[data-problem=answered]').waitFor();
}

describe('trouble that a reader meets', () => {
  it('is warned before the session ends, and stays by one press', async () => {
    await page.route('**/api/session', async route => {
      const answer = await route.fetch();
      const body = (await answer.json()) as { ends: object };
      await route.fulfill({
        response: answer,
        json: { ...body, ends: { ...body.ends, inMs: 100_000 } },
      });
    });
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.locator('[data-session=warning]').waitFor();
    await page.unroute('**/api/session');
    await page.locator('[data-act=stay]').click();
    await page.locator('[data-session=warning]').waitFor({ state: 'detached' });
  });

  it('goes on in place after the session ended; what was unsent is sent', async () => {
    const cookie = (await context.cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const ended = await fetch(`${product.url}/api/logout`, {
      method: 'POST',
      headers: { cookie, 'x-csrf-token': await csrf() },
    });
    expect(ended.status).toBe(204);
    await noDisease().click();
    const modal = page.locator('[data-session=ended]');
    await modal.waitFor();
    await page.evaluate(() =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
    );
    await modal.locator('input').fill('wrong-password');
    await modal.locator('[data-act=renew]').click();
    await modal.getByText('The password is wrong.').waitFor();
    await modal.locator('input').fill(demoReader.password);
    await modal.locator('[data-act=renew]').click();
    await modal.waitFor({ state: 'detached' });
    await saved();
    expect(await page.locator('[data-prompt]').count()).toBe(0);
    expect((await draft()).document.noDisease).toBe(true);
  });

  it('flags a problem, waits on hold, and reads on when it is answered', async () => {
    await flag('wrongSubject', 'Another body');
    await page.locator('[data-sign=onHold]').waitFor();
    expect(await page.locator('[data-problem=waiting]').innerText()).toBe(
      'On hold: you flagged a wrong subject. The data manager answers here.'
    );
    const { document, etag } = await draft();
    const refused = await saveElsewhere(document, etag);
    expect(((await refused.json()) as { code: string }).code).toBe('CL_READ_ON_HOLD');
    await answerProblem('It is the right one');
    await page.locator('[data-sign=ready]').waitFor();
    expect(await page.locator('[data-problem=answered]').innerText()).toContain(
      'The data manager answered: It is the right one'
    );
  });

  it('works on offline, and says what is kept and what arrived', async () => {
    await context.setOffline(true);
    for (let change = 0; change < 4; change += 1) await noDisease().click();
    const line = page.locator('.cl-panel [data-save=offline]');
    await line.getByText('Offline. 4 changes kept on this computer').waitFor();
    expect(await page.locator('[data-sign=blocked]').innerText()).toContain(
      'Offline: signing waits until 4 changes are saved'
    );
    await context.setOffline(false);
    await page.locator('.cl-panel [data-save=saved]').getByText('4 changes saved').waitFor();
    expect((await draft()).document.noDisease).toBe(true);
  });

  it('is read-only in a second window, which takes over, and back', async () => {
    const second = await context.newPage();
    await second.goto(page.url());
    await caseShown(second);
    const notice = second.locator('[data-elsewhere]');
    await notice.getByText(/Open in another window since \d\d:\d\d\. Read-only here\./).waitFor();
    expect(await second.getByRole('button', { name: 'No disease at baseline' }).isDisabled()).toBe(
      true
    );
    await notice.locator('[data-act=takeOver]').click();
    await notice.waitFor({ state: 'detached' });
    await page.locator('[data-elsewhere]').waitFor();
    await second.getByRole('button', { name: 'No disease at baseline' }).click();
    await page.locator('[data-act=takeOver]').click();
    await page.locator('[data-elsewhere]').waitFor({ state: 'detached' });
    await page.locator('[data-sign=blocked]').waitFor();
    expect((await draft()).document.noDisease).toBe(false);
    await second.close();
  });

  it('shows both versions of a conflict, drops neither, and records what was not chosen', async () => {
    const { document, etag } = await draft();
    expect((await saveElsewhere({ ...document, lesions: [pleura] }, etag)).status()).toBe(200);
    await noDisease().click();
    const sheet = page.getByRole('alert', { name: 'This read was changed in another window.' });
    await sheet.locator('fieldset', { hasText: 'NT01' }).getByRole('radio').nth(1).check();
    await sheet.getByText('1 row to choose').waitFor();
    await sheet.locator('[data-conflict=noDisease]').getByRole('radio').first().check();
    await sheet.getByRole('button', { name: 'Keep the chosen values' }).click();
    await sheet.waitFor({ state: 'detached' });
    await saved();
    const merged = (await draft()).document;
    expect(merged.noDisease).toBe(true);
    expect(merged.lesions.map(({ id }) => id)).toEqual(['NT01']);
    const recorded = (await audit('draft.saved')).at(-1)?.details['conflict'];
    expect(JSON.stringify(recorded)).toContain('/noDisease');
  });

  it('refuses to sign with an open lesion, in the panel and on the server, and names it', async () => {
    await page.keyboard.press('Control+Enter');
    await page
      .locator('[data-prompt]')
      .getByText('NT01')
      .or(page.getByText(/no disease is stated/))
      .first()
      .waitFor();
    expect(await page.locator('[data-act=sign]').count()).toBe(0);
    const { document, etag } = await draft();
    const meanings = await context.request.get(readUrl(''));
    const refused = await context.request.post(readUrl('/sign'), {
      headers: { 'x-csrf-token': await csrf() },
      data: {
        password: demoReader.password,
        meaning: ((await meanings.json()) as { meanings: string[] }).meanings[0],
        requestId: 'request-open-items',
        pictures: { missing: 'noViewer' },
        etag,
      },
    });
    expect(refused.status()).toBe(422);
    expect(JSON.stringify(await refused.json())).toContain('NT01');
    await saveElsewhere({ ...document, noDisease: true, lesions: [] }, etag);
    await page.reload();
    await caseShown(page);
    await page.locator('[data-sign=ready]').waitFor();
  });

  it('signs once: not by a wrong password, not half while the server is away, not twice', async () => {
    await page.keyboard.press('Control+Enter');
    const sheet = page.locator('.cl-sheet');
    const password = sheet.locator('input[type=password]');
    const button = sheet.locator('[data-act=sign]');
    await password.fill('wrong-password');
    await button.click();
    await sheet.getByText('Not signed: the password is wrong.').waitFor();
    await context.setOffline(true);
    await password.fill(demoReader.password);
    await button.click();
    await sheet.getByText('it is not known whether the read is signed').waitFor();
    await context.setOffline(false);
    expect(await audit('read.signed')).toHaveLength(0);
    // The server signs, and its answer does not arrive.
    await page.route(
      '**/sign',
      async route => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 }
    );
    await password.fill(demoReader.password);
    await button.click();
    await sheet.locator('[role=alert]').waitFor();
    await button.dblclick();
    await page.locator('[data-sign=signed]').waitFor({ timeout: 20_000 });
    expect(await audit('read.signed')).toHaveLength(1);
  });

  it('can flag a correction of the signed read, whose signature stays', async () => {
    const before = await page.locator('[data-sign=signed]').innerText();
    await flag('correction', 'NT01 is a vessel');
    await page.locator('[data-problem=waiting]').waitFor();
    expect(await page.locator('[data-sign=signed]').innerText()).toBe(before);
    expect((await audit('problem.raised')).map(({ details }) => details['kind'])).toEqual([
      'wrongSubject',
      'correction',
    ]);
  });

  it('keeps what is written offline over a killed browser, encrypted, for its writer alone', async () => {
    const words = 'Verschattungzwetschge neben der Leber';
    const folder = await mkdtemp(join(tmpdir(), 'corelab-profile-'));
    let workstation = await launchOnProfile(folder);
    try {
      await logIn(workstation.page, product.url);
      read = await openNextCase(workstation.page);
      const { document, etag } = await draft();
      expect((await saveElsewhere({ ...document, lesions: [pleura] }, etag)).status()).toBe(200);
      await workstation.page.evaluate(() => window.dispatchEvent(new Event('focus')));
      await workstation.page.getByText('NT01').first().click();
      await workstation.context.setOffline(true);
      await workstation.page.keyboard.press('Shift+C');
      const field = workstation.page.locator('.cl-panel textarea');
      await field.fill(words);
      await field.press('Escape');
      await workstation.page
        .locator('.cl-panel [data-save=offline]')
        .getByText('1 change kept on this computer')
        .waitFor();
      const frame = await workstation.page.evaluate(
        () =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => name)
            .find(name => name.includes('/frames/')) ?? ''
      );
      await workstation.kill();
      expect(await filesWith(folder, read)).not.toEqual([]);
      expect(await filesWith(folder, words)).toEqual([]);

      workstation = await launchOnProfile(folder);
      await workstation.page.goto(`${product.url}/login`);
      await workstation.page.fill('input[name=user]', 'admin1');
      await workstation.page.fill('input[name=password]', 'admin1-demo');
      await workstation.page.click('button[type=submit]');
      await workstation.page.waitForURL(({ pathname }) => pathname !== '/login');
      const asked = await workstation.page.evaluate(async url => {
        const answer = await fetch(url, { cache: 'force-cache' });
        return answer.status;
      }, frame);
      expect(asked).toBe(404);
      await logIn(workstation.page, product.url);
      const kept = workstation.page.locator('[data-kept]');
      await kept.getByText('1 change. It is saved when you open the case.').waitFor();
      await kept.locator('[data-act=openKept]').click();
      await workstation.page
        .locator('.cl-panel [data-save=saved]')
        .getByText('Saved')
        .waitFor({ timeout: 60_000 });
      expect(JSON.stringify((await draft()).document)).toContain(words);
    } finally {
      await workstation.kill();
      await rm(folder, { recursive: true, force: true });
    }
  });
});
