import type { LesionTruth, TimepointTruth } from '@corelab/phantoms';
import type { Page } from 'playwright-core';
import { drawLesion, measureSelected } from './reading.js';

/** The row the panel has selected. */
async function selectedLesion(page: Page): Promise<string> {
  return (
    (await page.locator('[data-lesion][aria-selected=true]').getAttribute('data-lesion')) ?? ''
  );
}

/** How many rows still wait for the reader. */
const waiting = (page: Page): Promise<number> =>
  page.locator('[data-lesion][data-state=toDo]').count();

/** Walks everything due with `d`, as a reader does, and gives each carried lesion what the truth says. */
async function readCarried(page: Page, lesions: readonly LesionTruth[]): Promise<void> {
  for (let left = lesions.length; (await waiting(page)) > 0; left -= 1) {
    if (left === 0) throw new Error('Rows still wait though every lesion was given its state');
    await page.keyboard.press('d');
    const id = await selectedLesion(page);
    const lesion = lesions.find(one => one.id === id);
    if (!lesion) throw new Error(`The panel asks for ${id}, which the truth does not have here`);
    if (lesion.status === 'absent') await page.keyboard.press('x');
    else await measureSelected(page, lesion);
  }
}

/** A lesion found at this timepoint: drawn, located, called unequivocal. */
async function addNewLesion(page: Page, lesion: LesionTruth): Promise<void> {
  await page.keyboard.press('a');
  await drawLesion(page, lesion);
  await page.getByRole('button', { name: /^Unequivocal U/ }).click();
}

/** A whole follow-up: carried lesions, new ones, the reader's judgement of the non-targets. */
export async function readFollowUp(page: Page, timepoint: TimepointTruth): Promise<void> {
  const { lesions, expected } = timepoint;
  await readCarried(
    page,
    lesions.filter(({ role }) => role !== 'new')
  );
  for (const lesion of lesions.filter(({ role }) => role === 'new')) {
    await addNewLesion(page, lesion);
  }
  if (expected.nonTarget !== null) {
    await page.getByRole('button', { name: expected.nonTarget, exact: true }).click();
  }
}
