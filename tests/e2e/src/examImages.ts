import type { Page } from 'playwright-core';
import { panesShown } from './adjudicationPage.js';
import { imagesShown, showSlice } from './viewport.js';

/** What is on the screen. */
export interface ShownExam {
  /** Share of the picture that is not black, of each pane. */
  readonly lit: readonly number[];
  /** Over the first pane. */
  readonly words: string;
  readonly panel: string;
}

/** Waits until the first pane says that it shows a slice, from 1, and has its picture; any slice where none is named. */
async function sliceCame(page: Page, slice: number | null): Promise<void> {
  await page.waitForFunction(wanted => {
    const said = document.querySelector('.cl-pane-layer [data-slice]')?.textContent ?? '';
    const [at] = said.match(/\d+/g)?.map(Number) ?? [];
    const coming = document.querySelector('.cl-pane-layer [data-coming]');
    return at !== undefined && (wanted === null || at === wanted) && coming === null;
  }, slice);
}

/** Opens the images of an exam from the QC page and waits until the middle slice of the first pane has come. */
export async function lookAtExam(
  page: Page,
  url: string,
  trial: string,
  exam: string
): Promise<ShownExam> {
  await page.goto(`${url}/qc?trial=${trial}&tab=exams&open=${exam}`);
  await page.locator('[data-open-images]').click();
  await imagesShown(page);
  // The viewer puts the stack at its first slice when that has come, wherever it was put before.
  await sliceCame(page, null);
  const slices = await page.locator('.cl-pane-layer [data-slice]').first().innerText();
  await showSlice(page, 0, 0.5);
  await sliceCame(page, Math.floor((Number(slices.match(/\d+$/)?.[0]) - 1) / 2) + 1);
  await page.locator('.cl-exam-panel .cl-qc-series').first().waitFor();
  return {
    lit: (await panesShown(page)).map(pane => pane.lit),
    words: await page.locator('.cl-pane-layer').first().innerText(),
    panel: await page.locator('.cl-exam-panel').innerText(),
  };
}
