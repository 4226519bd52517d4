import type { LesionTruth } from '@corelab/phantoms';
import type { Page } from 'playwright-core';
import { drag, imagesShown, showAndProject } from './viewport.js';

export const demoReader = { user: 'reader1', password: 'reader1-demo' };

/** Letters that the location list narrows to one entry by. */
const letters: Readonly<Record<string, string>> = {
  LIVER: 'liver',
  LUNG: 'lung',
  'LYMPH NODE': 'lymph node',
};

interface MarkHandles {
  readonly cornerstoneTools: {
    readonly ToolGroupManager: {
      getToolGroup(id: string): { getActivePrimaryMouseButtonTool(): string } | undefined;
    };
    readonly annotation: {
      readonly state: {
        getAllAnnotations(): {
          readonly annotationUID: string;
          readonly metadata: { readonly toolName: string };
        }[];
      };
    };
  };
}

/** Logs in through the login page and waits for the reading list. */
export async function logIn(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/login`);
  await page.fill('input[name=user]', demoReader.user);
  await page.fill('input[name=password]', demoReader.password);
  await page.click('button[type=submit]');
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor({ timeout: 60_000 });
}

/** Opens the next case from the list by its one key and waits for images and panel. */
export async function openNextCase(page: Page): Promise<string> {
  await page.keyboard.press('n');
  return openedRead(page);
}

async function openedRead(page: Page): Promise<string> {
  await page.waitForURL(/oncology-recist\?/, { timeout: 60_000 });
  await caseShown(page);
  const read = new URL(page.url()).searchParams.get('read');
  if (!read) throw new Error(`No read in ${page.url()}`);
  return read;
}

/** Waits for the pictures and for the panel's sign bar. */
export async function caseShown(page: Page): Promise<void> {
  await page.locator('[data-sign]').waitFor({ timeout: 60_000 });
  await imagesShown(page);
}

/** Waits until the left button draws (after arming) or rests on window and level (after a drawing). */
async function leftButton(page: Page, tool: 'Bidirectional' | 'WindowLevel'): Promise<void> {
  await page.waitForFunction(
    name =>
      (window as unknown as MarkHandles).cornerstoneTools.ToolGroupManager.getToolGroup(
        'default'
      )?.getActivePrimaryMouseButtonTool() === name,
    tool
  );
}

/** Draws the lesion's long axis as a bidirectional and gives a new lesion its location. */
export async function drawLesion(page: Page, lesion: LesionTruth): Promise<void> {
  const { longAxisLps, centerLps } = lesion;
  if (!longAxisLps) throw new Error(`${lesion.id} is absent and has no axes`);
  const before = await markIds(page);
  const [, from, to] = await showAndProject(page, 0, [centerLps, ...longAxisLps]);
  if (!from || !to) throw new Error(`${lesion.id} is not on the screen`);
  await leftButton(page, 'Bidirectional');
  await drag(page, from, to);
  await newMark(page, before);
  await leftButton(page, 'WindowLevel');
  await chooseLocation(page, lesion);
}

function markIds(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as MarkHandles).cornerstoneTools.annotation.state
      .getAllAnnotations()
      .map(({ annotationUID }) => annotationUID)
  );
}

async function newMark(page: Page, before: readonly string[]): Promise<void> {
  await page.waitForFunction(
    known =>
      (window as unknown as MarkHandles).cornerstoneTools.annotation.state
        .getAllAnnotations()
        .some(
          ({ annotationUID, metadata }) =>
            metadata.toolName === 'Bidirectional' && !known.includes(annotationUID)
        ),
    before
  );
}

/** Baseline: every lesion of the truth, with its role and location. */
export async function readBaseline(page: Page, lesions: readonly LesionTruth[]): Promise<void> {
  for (const lesion of lesions) {
    await page.keyboard.press('a');
    if (lesion.role === 'non-target') await page.keyboard.press('a');
    await drawLesion(page, lesion);
  }
}

async function chooseLocation(page: Page, lesion: LesionTruth): Promise<void> {
  const box = page.getByRole('combobox');
  await box.waitFor();
  await box.fill(letters[lesion.location] ?? lesion.location);
  await box.press('Enter');
  await box.waitFor({ state: 'detached' });
}

/** Signs with the password and waits for the signed bar. */
export async function signRead(page: Page): Promise<void> {
  await page.locator('[data-sign=ready]').waitFor({ timeout: 20_000 });
  await page.keyboard.press('Control+Enter');
  await page.locator('.cl-sheet input[type=password]').fill(demoReader.password);
  await page.locator('[data-act=sign]').click();
  await page.locator('[data-sign=signed]').waitFor({ timeout: 20_000 });
}
