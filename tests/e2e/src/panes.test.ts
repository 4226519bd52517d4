import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { SubjectTruth, Truth } from '@corelab/phantoms';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser.js';
import { startProduct, type Product } from './product.js';
import { caseShown, logIn, openedRead, openRead, readBaseline, signRead } from './reading.js';
import { readContext, subjectOfBaseline } from './truthOfRead.js';
import { imagesShown } from './viewport.js';

jest.setTimeout(900_000);

interface ShownPane {
  readonly id: string;
  readonly index: number;
  readonly z: number;
  readonly zoom: number;
  readonly pan: readonly number[];
  readonly lower: number;
}

interface HostWindow {
  readonly services: {
    readonly viewportGridService: { getState(): { readonly viewports: Map<string, unknown> } };
    readonly cornerstoneViewportService: {
      getCornerstoneViewport(id: string): {
        readonly element: HTMLElement;
        getCurrentImageIdIndex(): number;
        getCurrentImageId(): string;
        getZoom(): number;
        getPan(): number[];
        getProperties(): { voiRange?: { lower: number } };
      };
    };
  };
  readonly cornerstone: {
    readonly metaData: {
      get(kind: string, id: string): { imagePositionPatient?: number[] } | undefined;
    };
  };
}

let product: Product;
let browser: Browser;
let page: Page;
let subject: SubjectTruth;

const panes = (): Promise<ShownPane[]> =>
  page.evaluate(() => {
    const { services, cornerstone } = window as unknown as HostWindow;
    return [...services.viewportGridService.getState().viewports.keys()].map(id => {
      const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id);
      const plane = cornerstone.metaData.get('imagePlaneModule', viewport.getCurrentImageId());
      return {
        id,
        index: viewport.getCurrentImageIdIndex(),
        z: plane?.imagePositionPatient?.[2] ?? NaN,
        zoom: viewport.getZoom(),
        pan: viewport.getPan(),
        lower: viewport.getProperties().voiRange?.lower ?? NaN,
      };
    });
  });

/** Waits until the pane (0 is the left one) says this in its text. */
const says = (pane: number, words: RegExp): Promise<void> =>
  page.locator('.cl-pane-layer').nth(pane).filter({ hasText: words }).waitFor({ timeout: 30_000 });

const shownSlice = (pane: number): Promise<string> =>
  page.locator('[data-slice]').nth(pane).innerText();

interface SavedView {
  readonly document: {
    readonly view: { readonly panes: readonly { readonly zoom: number; readonly pan: number[] }[] };
  };
}

/** Waits until the server has the view in which the left pane is zoomed and panned as it is on the screen. */
async function viewSaved(read: string, shown: readonly ShownPane[]): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const answer = await page.request.get(`${product.url}/api/reads/${read}/draft`);
    const [left] = ((await answer.json()) as SavedView).document.view.panes;
    if (left !== undefined && Math.abs(left.zoom - (shown[0]?.zoom ?? NaN)) < 0.01) return;
    if (Date.now() > until) throw new Error(`The view was not saved: ${JSON.stringify(left)}`);
    await page.waitForTimeout(250);
  }
}

/** Middle of a pane, page pixels. */
async function middle(pane: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.cornerstone-viewport-element').nth(pane).boundingBox();
  if (!box) throw new Error(`There is no pane ${pane}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function wheel(pane: number, notches: number): Promise<void> {
  const { x, y } = await middle(pane);
  await page.mouse.move(x, y);
  for (let notch = 0; notch < notches; notch += 1) {
    const before = await shownSlice(pane);
    await page.mouse.wheel(0, 100);
    await page.waitForFunction(
      ([index, text]) =>
        document.querySelectorAll<HTMLElement>('[data-slice]')[Number(index)]?.innerText !== text,
      [String(pane), before] as const
    );
  }
}

/** Waits until both panes stand this far apart, mm, half a slice of 5 mm allowed. */
const apart = (mm: number): Promise<unknown> =>
  page.waitForFunction(wanted => {
    const { services, cornerstone } = window as unknown as HostWindow;
    const [left, right] = [...services.viewportGridService.getState().viewports.keys()].map(id => {
      const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id);
      const plane = cornerstone.metaData.get('imagePlaneModule', viewport.getCurrentImageId());
      return plane?.imagePositionPatient?.[2] ?? NaN;
    });
    const allowedMm = 2.5;
    return Math.abs((right ?? NaN) - (left ?? NaN) - wanted) <= allowedMm;
  }, mm);

beforeAll(async () => {
  product = await startProduct();
  const truth = JSON.parse(
    await readFile(join(product.home, 'demo', 'truth.json'), 'utf8')
  ) as Truth;
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await logIn(page, product.url);
  // The subject whose first follow-up came as two series.
  let found: SubjectTruth | null = null;
  let code = '';
  for (const row of await page.locator('[data-open]').all()) {
    code = (await row.getAttribute('data-open')) ?? '';
    await row.click();
    const read = await openedRead(page);
    found = await subjectOfBaseline(page, product.url, read, truth, join(product.home, 'demo'));
    if (found.subjectId === '101-002') break;
    await page.goto(`${product.url}/`);
    await page.locator('[data-open]').first().waitFor();
  }
  if (found === null) throw new Error('The list is empty');
  subject = found;
  await readBaseline(page, subject.timepoints[0]?.lesions ?? []);
  await signRead(page);
  await openRead(page, product.url, code, 'TP1');
  await imagesShown(page, 1);
});

afterAll(async () => {
  await browser?.close();
  await product?.stop();
});

describe('the images of a follow-up', () => {
  it('are two panes that name timepoint and series role', async () => {
    await says(0, /TP1.*CT-PV-AX 1/s);
    await says(1, /Baseline.*CT-PV-AX.*linked/s);
  });

  it('scroll together by place, whatever the spacing, in both directions', async () => {
    await wheel(0, 6);
    await apart(0);
    await wheel(1, 2);
    await apart(0);
  });

  it('are linked again at the slices shown, and say the offset', async () => {
    await page.keyboard.press('k');
    await says(1, /not linked/);
    const [, before] = await panes();
    await wheel(1, 3);
    await page.keyboard.press('k');
    await says(1, /linked \+3/);
    await wheel(0, 2);
    const [, after] = await panes();
    expect((after?.z ?? NaN) - (before?.z ?? NaN)).toBeLessThan(-15);
    await apart(-15);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
  });

  it('go to the selected lesion, also in the other series of the timepoint', async () => {
    const lesions = subject.timepoints[1]?.lesions ?? [];
    const inAbdomen = lesions.find(({ id }) => id === 'T01');
    const inChest = lesions.find(({ location }) => location === 'LUNG');
    for (const lesion of [inAbdomen, inChest]) {
      await page.locator(`[data-lesion="${lesion?.id}"]`).click();
      await page.waitForFunction(
        z => {
          const { services, cornerstone } = window as unknown as HostWindow;
          return [...services.viewportGridService.getState().viewports.keys()].every(id => {
            const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id);
            const image = viewport?.getCurrentImageId();
            const plane =
              image === undefined ? undefined : cornerstone.metaData.get('imagePlaneModule', image);
            // With the offset of before: within four slices of the lesion, in the right series.
            return Math.abs((plane?.imagePositionPatient?.[2] ?? NaN) - z) <= 20;
          });
        },
        lesion?.centerLps[2] ?? NaN,
        { timeout: 30_000 }
      );
    }
    await page.keyboard.press('Escape');
  });

  it('come back as they were left: slice, window, zoom, pan, comparison', async () => {
    await page.keyboard.press('2');
    await says(0, /W 1500 L −600/);
    await says(1, /W 1500 L −600/);
    const { x, y } = await middle(0);
    await page.keyboard.press('+');
    await page.mouse.move(x, y);
    await page.mouse.down({ button: 'middle' });
    await page.mouse.move(x + 60, y + 40, { steps: 5 });
    await page.mouse.up({ button: 'middle' });
    await wheel(0, 1);
    const before = await panes();
    expect(before[0]?.zoom).toBeGreaterThan(1.05);
    expect(before[0]?.pan[0]).toBeGreaterThan(10);
    const read = new URL(page.url()).searchParams.get('read') ?? '';
    const { state } = await readContext(page, product.url, read);
    expect(state).toBe('ready');
    await viewSaved(read, before);
    await page.reload();
    await caseShown(page);
    await says(0, /W 1500 L −600/);
    await page.waitForFunction(
      index =>
        (window as unknown as HostWindow).services.cornerstoneViewportService
          .getCornerstoneViewport('current')
          .getCurrentImageIdIndex() === index,
      before[0]?.index
    );
    const after = await panes();
    for (const [pane, view] of before.entries()) {
      expect(after[pane]).toMatchObject({ id: view.id, index: view.index, lower: view.lower });
      expect(after[pane]?.zoom).toBeCloseTo(view.zoom, 3);
      expect(after[pane]?.pan[0]).toBeCloseTo(view.pan[0] ?? NaN, 0);
      expect(after[pane]?.pan[1]).toBeCloseTo(view.pan[1] ?? NaN, 0);
    }
  });

  it('are one pane with F or a double click, and both again', async () => {
    await page.keyboard.press('f');
    await page.locator('.cl-pane-layer').nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('f');
    await says(1, /Baseline/);
    const { x, y } = await middle(1);
    await page.mouse.dblclick(x, y);
    await page.locator('.cl-pane-layer').nth(1).waitFor({ state: 'detached' });
    await says(0, /Baseline/);
    await page.keyboard.press('f');
    await says(1, /Baseline/);
  });

  it('have room for one pane below 1280, swapped by V', async () => {
    await page.setViewportSize({ width: 1200, height: 768 });
    await page.locator('.cl-pane-layer').nth(1).waitFor({ state: 'detached' });
    await says(0, /TP1/);
    await page.keyboard.press('v');
    await says(0, /Baseline/);
    await page.setViewportSize({ width: 1366, height: 768 });
    await says(1, /Baseline/);
  });
});
