import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { startEmptyServer } from './product.js';

jest.setTimeout(300_000);

const bundle = /\/plugins\/suite\.[0-9a-f]+\.mjs$/;
const oncology = '@corelab/extension-oncology';
let server: Awaited<ReturnType<typeof startEmptyServer>>;
let browser: Browser;

beforeAll(async () => {
  server = await startEmptyServer();
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Opens the site with another module in place of the plugin bundle, and answers what the stop page says. */
async function stoppedBy(module: (address: string) => string): Promise<string> {
  const page: Page = await browser.newPage();
  // The server has no accounts yet, and the page asks for somebody's choices before it starts.
  await page.route('**/api/preferences', route => route.fulfill({ json: { preferences: null } }));
  // Whoever is not logged in is sent to the login page, away from what is looked at here; an answer without content leaves the page.
  await page.route('**/login**', route => route.fulfill({ status: 204 }));
  await page.route(bundle, route =>
    route.fulfill({ contentType: 'text/javascript', body: module(route.request().url()) })
  );
  await page.goto(`${server.url}/`);
  const stop = page.locator('[data-cy=corelab-stop]');
  await stop.waitFor({ timeout: 120_000 });
  const text = await stop.innerText();
  await page.close();
  return text;
}

describe('plugins that do not come up in the host', () => {
  it('stop the page with the name of the extension that could not be registered', async () => {
    const text = await stoppedBy(
      address => `
        import suite from '${address}?whole';
        const extension = suite.extensions.find(({ id }) => id === '${oncology}');
        extension.preRegistration = () => { throw new Error('broken on purpose'); };
        export default suite;`
    );
    expect(text).toContain('The reading room did not start');
    expect(text).toContain(`CL_EXTENSION_MISSING: ${oncology} could not be registered`);
    expect(text).toContain('Nothing you saved is lost. Reload the page');
  });

  it('stop the page when the bundle is none', async () => {
    expect(await stoppedBy(() => 'export default 1;')).toContain('is not the plugin bundle');
  });

  it('stop the page when the bundle can not be read', async () => {
    expect(await stoppedBy(() => 'export default (')).toContain('The reading room did not start');
  });
});
