import type { Browser, Page } from 'playwright-core';
import { caseAddress, type ReadImages } from '@corelab/client';
import { imagesShown } from './viewport.js';

interface Panes {
  readonly services: {
    readonly viewportGridService: { getState(): { readonly viewports: Map<string, unknown> } };
    readonly cornerstoneViewportService: {
      getCornerstoneViewport(id: string): {
        getCurrentImageIdIndex(): number;
        setImageIdIndex(index: number): Promise<unknown>;
      };
    };
  };
}

/** Opens the replay of a signed read in a window of its own, as somebody who looks on. */
export async function openReplayPage(
  browser: Browser,
  url: string,
  person: { readonly user: string; readonly password: string },
  readId: string
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${url}/login`);
  await page.fill('input[name=user]', person.user);
  await page.fill('input[name=password]', person.password);
  await page.click('button[type=submit]');
  await page.waitForURL(address => !address.pathname.startsWith('/login'));
  const answer = await page.request.get(`${url}/api/reads/${readId}/replay/images`);
  const images = (await answer.json()) as ReadImages;
  await page.goto(`${url}${caseAddress(images.mode, images, 'replay')}`);
  await page.locator('[data-replay]').waitFor({ timeout: 60_000 });
  await imagesShown(page);
  return page;
}

/** How each pane stands to its picture, as the panel says it. */
export async function picturesOf(page: Page): Promise<{ outcome: string; share: number }[]> {
  return page.locator('[data-picture]').evaluateAll(figures =>
    figures.map(figure => ({
      outcome: figure.getAttribute('data-outcome') ?? '',
      share: Number(figure.getAttribute('data-share') ?? NaN),
    }))
  );
}

/** Waits until every pane has this standing to its picture, in their order. */
export async function picturesStand(page: Page, outcomes: readonly string[]): Promise<void> {
  await page
    .waitForFunction(
      wanted =>
        JSON.stringify(
          [...document.querySelectorAll('[data-picture]')].map(one =>
            one.getAttribute('data-outcome')
          )
        ) === JSON.stringify(wanted),
      outcomes,
      { timeout: 30_000 }
    )
    .catch(async (reason: unknown) => {
      const stand = JSON.stringify(await picturesOf(page));
      throw new Error(`the pictures stand at ${stand}`, { cause: reason });
    });
}

/** Takes the first pane to the next slice. */
export async function nextSlice(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { services } = window as unknown as Panes;
    const [id] = services.viewportGridService.getState().viewports.keys();
    const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id ?? '');
    await viewport.setImageIdIndex(viewport.getCurrentImageIdIndex() + 1);
  });
}
