import type { Page } from 'playwright-core';

/** What the panes of an adjudication show. */
export interface PaneState {
  readonly marks: readonly string[];
  /** Share of the picture that is not black. */
  readonly lit: number;
}

/** What each pane shows, left to right: the reads' marks in its layer, and how much of its picture is lit. */
export const panesShown = (page: Page): Promise<PaneState[]> =>
  page.evaluate(() => {
    const litAbove = 40;
    return Array.from(document.querySelectorAll('canvas.cornerstone-canvas')).map(one => {
      const canvas = one as HTMLCanvasElement;
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
      const reds = [...(data ?? [])].filter((_, index) => index % 4 === 0);
      const box = canvas.getBoundingClientRect();
      const marks = Array.from(document.querySelectorAll('[data-mark]')).filter(mark => {
        const { left } = mark.getBoundingClientRect();
        return left >= box.left && left <= box.right;
      });
      return {
        marks: marks.map(mark => mark.getAttribute('data-mark') ?? '').sort(),
        lit: reds.filter(red => red > litAbove).length / reds.length,
      };
    });
  });

/** Opens the one case of the list and waits until both panes show the lesion as both reads have it. */
export async function openAdjudication(page: Page, lesion: string): Promise<void> {
  await page.locator('[data-open]').click();
  await page.locator('[data-outcome]').first().waitFor({ timeout: 60_000 });
  await page.waitForFunction(
    id =>
      ['a', 'b'].every(
        side => document.querySelectorAll(`[data-mark="${side} ${id}"]`).length === 2
      ),
    lesion,
    { timeout: 60_000 }
  );
}

/** Chooses the read whose legend says the value, gives the reason, and signs. */
export async function decide(
  page: Page,
  value: string,
  reason: { readonly code: string; readonly text: string },
  password: string
): Promise<void> {
  const legend = page.locator('.cl-pane-layer-current [data-legend=a]');
  const side = (await legend.innerText()).includes(value) ? 'a' : 'b';
  await page.locator(`[data-choose=${side}]`).click();
  await page.selectOption('[data-reason=code]', reason.code);
  await page.fill('.cl-reason textarea', reason.text);
  await page.locator('.cl-reason textarea').press('Tab');
  await page.locator('[data-sign=ready]').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.fill('.cl-sheet input[type=password]', password);
  await page.locator('[data-act=sign]').click();
  await page.locator('[data-sign=signed]').waitFor();
}
