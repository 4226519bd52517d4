import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ensureOrthanc, type Orthanc } from '@corelab/orthanc';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { demoHome, startProduct, type Product } from './product.js';
import { drawnPoints, logIn, openNextCase } from './reading.js';
import { drag, shownImage, showSlice } from './viewport.js';

jest.setTimeout(600_000);

let folder: string;
let orthanc: Orthanc;
let product: Product;
let browser: Browser;
let page: Page;
const trouble = '[data-image-trouble]';

const startOrthanc = (port?: number): Promise<Orthanc> =>
  ensureOrthanc({
    home: folder,
    log: () => undefined,
    docker: false,
    environment: {},
    ...(port === undefined ? {} : { port }),
  });

beforeAll(async () => {
  // An archive beside the server's home that has the images of the demonstration too.
  folder = await demoHome();
  orthanc = await startOrthanc();
  product = await startProduct(undefined, {
    ORTHANC_URL: orthanc.url,
    ORTHANC_USERNAME: orthanc.username,
    ORTHANC_PASSWORD: orthanc.password,
  });
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
  await orthanc?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('an archive that goes in the middle of a read', () => {
  it('is told in the panel, leaves the draft alone, and its images come back', async () => {
    await logIn(page, product.url);
    // Only the first images arrive before the archive and the server's frame store are gone.
    let gone = (): void => undefined;
    const afterwards = new Promise<void>(done => (gone = done));
    let asked = 0;
    await page.route('**/frames/*', async route => {
      asked += 1;
      if (asked > 4) await afterwards;
      await route.continue();
    });
    await openNextCase(page);
    await orthanc.stop();
    await rm(join(product.home, 'frames', 'content'), { recursive: true, maxRetries: 3 });
    gone();

    await page.locator(trouble).waitFor({ timeout: 60_000 });
    expect(await page.locator(trouble).innerText()).toBe(
      'The archive does not answer. Your draft is safe; images come back by themselves. Trying again in 5 s.'
    );
    await showSlice(page, 0, 0.9);
    expect((await shownImage(page, 0)).loaded).toBe(false);

    // The picture is still that of another slice: a diameter drawn on it would be recorded on the wrong one.
    await page.locator('[data-coming]').waitFor();
    await page.keyboard.press('a');
    const pane = await page.locator('canvas.cornerstone-canvas').first().boundingBox();
    if (!pane) throw new Error('There is no pane');
    const middle = { x: pane.x + pane.width / 2, y: pane.y + pane.height / 2 };
    await drag(page, middle, { x: middle.x + 80, y: middle.y });
    expect(await drawnPoints(page)).toEqual([]);
    expect(await page.locator('[data-prompt]').innerText()).toBe(
      'This slice is still loading. Draw when it is shown.'
    );
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'No disease at baseline' }).click();
    await page.locator('[data-sign=ready]').waitFor({ timeout: 30_000 });
    await page.locator('[data-save=saved]').first().waitFor({ timeout: 30_000 });

    orthanc = await startOrthanc(Number(new URL(orthanc.url).port));
    await page.locator(trouble).waitFor({ state: 'detached', timeout: 60_000 });
    const back = await shownImage(page, 0);
    expect(back).toMatchObject({ loaded: true, displayed: back.current });
  });
});
