import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { closedCommands } from '@corelab/host';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { startProduct, type Product } from './product.js';
import { caseShown, logIn, openNextCase } from './reading.js';

jest.setTimeout(600_000);

interface HostWindow {
  samePage?: boolean;
  readonly commandsManager: {
    readonly contexts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    runCommand(name: string, options: object, context: string): unknown;
  };
}

let product: Product;
let browser: Browser;
let page: Page;
const failed: string[] = [];
const changes: string[] = [];
const told: string[] = [];

beforeAll(async () => {
  product = await startProduct();
  browser = await launchBrowser();
  page = await browser.newPage({
    viewport: { width: 1366, height: 768 },
    locale: 'en-GB',
    acceptDownloads: true,
  });
  page.on('console', message => told.push(`${message.type()}: ${message.text()}`));
  page.on('response', answer => {
    if (answer.status() >= 400) failed.push(`${answer.status()} ${answer.url()}`);
  });
  page.on('request', request => {
    if (request.method() !== 'GET') changes.push(`${request.method()} ${request.url()}`);
  });
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

const openGearMenu = async (entry: string): Promise<void> => {
  await page.locator('button[aria-haspopup=menu]').last().click();
  await page.getByRole('menuitem', { name: entry }).click();
  await page.getByRole('dialog').waitFor();
};

const stripText = (part: string): Promise<string> =>
  page.locator(`[data-strip=${part}]`).innerText();

describe('the room around a case', () => {
  it('names case, timepoint and save state in the header, in the words of the panel', async () => {
    await logIn(page, product.url);
    expect(await page.title()).toBe('Reading list');
    expect(await page.locator('.cl-strip').count()).toBe(0);
    await page.evaluate(() => void ((window as unknown as HostWindow).samePage = true));
    await openNextCase(page);
    const title = `${await stripText('subject')} ${await stripText('timepoint')}`;
    expect(await page.title()).toBe(title);
    expect(title).toMatch(/^S-\d+ Baseline$/);
    expect(await stripText('save')).toBe(await page.locator('[data-save]').innerText());
    const strip = await page.locator('.cl-strip').boundingBox();
    expect((strip?.x ?? Infinity) + (strip?.width ?? Infinity)).toBeLessThanOrEqual(430);
    expect(await page.getByText(/Open Health|OHIF/).count()).toBe(0);
  });

  it('runs none of the closed commands of the host, in whatever context', async () => {
    // All that a pane says once its images are there.
    await page.waitForFunction(() => {
      const { innerText } = document.body;
      return /\bA\s+R\s/.test(innerText) && !innerText.includes('loading');
    });
    const before = await page.evaluate(() => document.body.innerText);
    const downloads: string[] = [];
    page.on('download', download => downloads.push(download.suggestedFilename()));
    changes.length = 0;
    const ran = await page.evaluate(names => {
      const { commandsManager } = window as unknown as HostWindow;
      return Object.entries(commandsManager.contexts).flatMap(([context, commands]) =>
        names
          .filter(name => name in commands)
          .map(name => {
            const result = commandsManager.runCommand(name, {}, context);
            return result === undefined ? context : `${context} ${name} answered`;
          })
      );
    }, closedCommands);
    expect(ran.length).toBeGreaterThan(35);
    expect(ran.filter(entry => entry.includes('answered'))).toEqual([]);
    expect(new Set(ran).size).toBeGreaterThan(3);
    await page.evaluate(
      () =>
        new Promise(done =>
          requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))
        )
    );
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(() => document.body.innerText)).toBe(before);
    expect({ downloads, changes }).toEqual({ downloads: [], changes: [] });
  });

  it('knows every closed command: each is one of the host', async () => {
    const known = await page.evaluate(() =>
      Object.values((window as unknown as HostWindow).commandsManager.contexts).flatMap(Object.keys)
    );
    expect(closedCommands.filter(name => !known.includes(name))).toEqual([]);
  });

  it('goes to the list and back into a case without loading the page again', async () => {
    await page.click('[data-strip=list]');
    await page.locator('[data-open]').first().waitFor();
    expect(await page.title()).toBe('Reading list');
    expect(await page.locator('.cl-strip, [data-cy=return-to-work-list]').count()).toBe(0);
    await openNextCase(page);
    await page.goBack();
    await page.locator('[data-open]').first().waitFor();
    await openNextCase(page);
    expect(await page.evaluate(() => (window as unknown as HostWindow).samePage)).toBe(true);
  });

  it('moves the panel to a window of its own, where its keys work too, and back when that closes', async () => {
    const [own] = await Promise.all([
      page.waitForEvent('popup'),
      page.click('[data-button=own-window]'),
    ]);
    await own.locator('[data-sign]').waitFor();
    await own.locator('body').click({ position: { x: 200, y: 500 } });
    await own.keyboard.press('a');
    await own.locator('[data-prompt]').waitFor();
    expect(await page.locator('[data-window=elsewhere]').count()).toBe(1);
    expect(await own.title()).toBe(await page.title());
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await own.locator('[data-prompt]').waitFor({ state: 'detached' });
    await own.close();
    await page.locator('[data-sign]').waitFor();
  });

  it('says in the panel that the browser blocked the window, and the remedy', async () => {
    await page.evaluate(() => void (window.open = () => null));
    await page.click('[data-button=own-window]');
    expect(await page.locator('[data-window=blocked]').innerText()).toContain('Allow pop-up');
  });

  it('says in About what it is', async () => {
    await openGearMenu('About');
    expect(await page.locator('[data-about=version]').innerText()).toMatch(/^\d+\.\d+\.\d+$/);
    expect(await page.locator('[data-about=host]').innerText()).toContain('3.13.2');
    // An Escape while the host's menu leaves is taken by neither; the button is never missed.
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('keeps language and colours for the account and wears them from the start', async () => {
    await openGearMenu('Preferences');
    await page.keyboard.press('a');
    expect(await page.locator('[data-prompt]').count()).toBe(0);
    await page.locator('input[value=deep]').click();
    await page.waitForFunction(() => document.body.classList.contains('theme-deep'));
    await page.locator('input[value=de]').click();
    await page.waitForFunction(() => document.documentElement.lang === 'de');
    await caseShown(page);
    expect(await stripText('save')).toContain('Gespeichert');

    const other = await browser.newPage({ locale: 'en-GB' });
    await logIn(other, product.url);
    expect(await other.title()).toBe('Arbeitsliste');
    expect(await other.evaluate(() => document.body.className)).toContain('theme-deep');
    await other.close();
  });

  it('has told the console of problems in words, and of no image', async () => {
    await page.evaluate(`console.log('told to nobody');
      console.warn('of 1.2.840.10008.5.1.4.1.1.2', { of: 'an image' }, new Error('2.25.1.2.3.4.5'))`);
    // Chromium's own lines are there too.
    expect(told.filter(line => /told to nobody|\d+(\.\d+){4,}/.test(line))).toEqual([]);
    expect(told).toContain('warning: of (UID) (object) Error: (UID)');
  });

  it('asked for nothing that is not there', () => {
    expect(failed).toEqual([]);
  });
});
