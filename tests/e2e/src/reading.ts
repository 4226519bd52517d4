import type { LesionTruth } from '@corelab/phantoms';
import type { Page } from 'playwright-core';
import { awaited } from './apiPerson.js';
import { drag, dragWithDetour, imagesShown, showAndProject, type Point3 } from './viewport.js';

export const demoReader = { user: 'reader1', password: 'reader1-demo' };
export const demoAdmin = { user: 'admin1', password: 'admin1-demo' };

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
          readonly data: { readonly handles: { readonly points: Point3[] } };
        }[];
      };
    };
  };
}

/** Logs in through the login page and waits for the reading list. */
export async function logIn(page: Page, url: string, person = demoReader): Promise<void> {
  await page.goto(`${url}/login`);
  await page.fill('input[name=user]', person.user);
  await page.fill('input[name=password]', person.password);
  await page.click('button[type=submit]');
  await page.getByRole('grid').or(page.getByRole('table')).first().waitFor({ timeout: 60_000 });
}

/** Opens the next case from the list by its one key and waits for images and panel. */
export async function openNextCase(page: Page): Promise<string> {
  await page.keyboard.press('n');
  return openedRead(page);
}

/** The course's read of this timepoint, once the server has released it. */
export async function openRead(
  page: Page,
  url: string,
  subjectCode: string,
  timepoint: string
): Promise<string> {
  await released(page, url, subjectCode, timepoint);
  await page.goto(`${url}/`);
  await page.locator(`[data-open="${subjectCode}"]`).click();
  return openedRead(page);
}

interface ListedReads {
  readonly reads: readonly {
    readonly subjectCode: string;
    readonly timepoint: string;
    readonly state: string;
  }[];
}

/** Waits for the server: a later timepoint is released in the background when the earlier one is signed. */
async function released(
  page: Page,
  url: string,
  subjectCode: string,
  timepoint: string
): Promise<void> {
  await awaited(`release of ${subjectCode} ${timepoint}`, async () => {
    const answer = await page.request.get(`${url}/api/reads`);
    const { reads } = (await answer.json()) as ListedReads;
    return reads.find(
      read =>
        read.subjectCode === subjectCode &&
        read.timepoint === timepoint &&
        /^(ready|draft)$/.test(read.state)
    );
  });
}

/** The read of the case that is being opened, once pictures and panel are there. */
export async function openedRead(page: Page): Promise<string> {
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
export async function leftButton(page: Page, tool: 'Bidirectional' | 'WindowLevel'): Promise<void> {
  await page.waitForFunction(
    name =>
      (window as unknown as MarkHandles).cornerstoneTools.ToolGroupManager.getToolGroup(
        'default'
      )?.getActivePrimaryMouseButtonTool() === name,
    tool
  );
}

/** Draws the long axis of the lesion with the armed tool; in the left pane unless told. */
export async function drawAxes(page: Page, lesion: LesionTruth, pane = 0): Promise<string> {
  const { longAxisLps, centerLps } = lesion;
  if (!longAxisLps) throw new Error(`${lesion.id} is absent and has no axes`);
  const before = await markIds(page);
  const [, from, to] = await showAndProject(page, pane, [centerLps, ...longAxisLps]);
  if (!from || !to) throw new Error(`${lesion.id} is not on the screen`);
  await leftButton(page, 'Bidirectional');
  await drag(page, from, to);
  const mark = await newMark(page, before);
  await leftButton(page, 'WindowLevel');
  return mark;
}

const shortAxisHandles = [2, 3];

/** Drags both ends of the drawn short axis to the truth's: a node is measured by it. */
async function fitShortAxis(page: Page, mark: string, lesion: LesionTruth): Promise<void> {
  const { shortAxisLps, centerLps } = lesion;
  if (!shortAxisLps) throw new Error(`${lesion.id} is absent and has no axes`);
  for (const handle of shortAxisHandles) {
    const end = await handleOf(page, mark, handle);
    const [near, far] = shortAxisLps;
    const goal = distance(end, near) < distance(end, far) ? near : far;
    const [, from, to] = await showAndProject(page, 0, [centerLps, end, goal]);
    if (!from || !to) throw new Error(`${lesion.id} is not on the screen`);
    await dragWithDetour(page, from, to);
  }
}

const distance = (a: Point3, b: Point3): number =>
  Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

async function handleOf(page: Page, mark: string, handle: number): Promise<Point3> {
  const point = await page.evaluate(
    ({ uid, index }) =>
      (window as unknown as MarkHandles).cornerstoneTools.annotation.state
        .getAllAnnotations()
        .find(({ annotationUID }) => annotationUID === uid)?.data.handles.points[index],
    { uid: mark, index: handle }
  );
  if (!point) throw new Error(`Mark ${mark} has no handle ${handle}`);
  return [point[0], point[1], point[2]];
}

/** Draws a lesion that has no row yet and gives it its location. */
export async function drawLesion(page: Page, lesion: LesionTruth): Promise<void> {
  const mark = await drawAxes(page, lesion);
  await chooseLocation(page, lesion);
  if (lesion.node) await fitShortAxis(page, mark, lesion);
}

function markIds(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    (window as unknown as MarkHandles).cornerstoneTools.annotation.state
      .getAllAnnotations()
      .map(({ annotationUID }) => annotationUID)
  );
}

/** The drawings the host holds, as ends of their axes in tenths of a millimetre, in a fixed order. */
export async function drawnPoints(page: Page): Promise<string[]> {
  const drawn = await page.evaluate(() =>
    (window as unknown as MarkHandles).cornerstoneTools.annotation.state
      .getAllAnnotations()
      .filter(({ metadata }) => metadata.toolName === 'Bidirectional')
      .map(({ data }) => data.handles.points.map(point => [...point]))
  );
  return drawn
    .map(points => JSON.stringify(points.map(point => point.map(value => Math.round(value * 10)))))
    .sort();
}

/** Drags an end of the lesion's drawing a good way off, with the mouse or by the given drag. */
export async function dragEndAway(
  page: Page,
  lesion: LesionTruth,
  by: typeof drag = drag
): Promise<void> {
  const { longAxisLps, centerLps } = lesion;
  if (!longAxisLps) throw new Error(`${lesion.id} is absent and has no axes`);
  const [, end] = await showAndProject(page, 0, [centerLps, longAxisLps[1]]);
  if (!end) throw new Error(`${lesion.id} is not on the screen`);
  await by(page, end, { x: end.x + 40, y: end.y + 30 });
}

async function newMark(page: Page, before: readonly string[]): Promise<string> {
  const drawn = (known: readonly string[]): string | undefined =>
    (window as unknown as MarkHandles).cornerstoneTools.annotation.state
      .getAllAnnotations()
      .find(
        ({ annotationUID, metadata }) =>
          metadata.toolName === 'Bidirectional' && !known.includes(annotationUID)
      )?.annotationUID;
  const found = await page.waitForFunction(drawn, before).catch(async (reason: unknown) => {
    const said = await page.locator('[data-prompt]').allInnerTexts();
    throw new Error(`Nothing was drawn; the panel says ${JSON.stringify(said)}`, { cause: reason });
  });
  return String(await found.jsonValue());
}

/** Draws the selected carried lesion, whose tool the selection has armed. */
export async function measureSelected(page: Page, lesion: LesionTruth): Promise<void> {
  const mark = await drawAxes(page, lesion);
  if (lesion.node) await fitShortAxis(page, mark, lesion);
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
export async function signRead(page: Page, { password } = demoReader): Promise<void> {
  await page.locator('[data-sign=ready]').waitFor({ timeout: 20_000 });
  await page.keyboard.press('Control+Enter');
  await page.locator('.cl-sheet input[type=password]').fill(password);
  await page.locator('[data-act=sign]').click();
  await page.locator('[data-sign=signed]').waitFor({ timeout: 20_000 });
}

/** Waits until the server has acknowledged everything that was entered. */
export async function saved(page: Page): Promise<void> {
  await page.locator('[data-save=saved]').first().waitFor({ timeout: 20_000 });
}
