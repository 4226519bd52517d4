import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { LesionTruth, SubjectTruth, Truth } from '@corelab/phantoms';
import type { Browser, Page } from 'playwright-core';
import { awaited, get } from './apiPerson.js';
import { launchBrowser } from './browser.js';
import { readFollowUp } from './followUp.js';
import { startEmptyServer, type Product } from './product.js';
import {
  caseShown,
  drawAxes,
  drawnPoints,
  leftButton,
  logIn,
  openedRead,
  openRead,
  readBaseline,
  signRead,
} from './reading.js';
import { deliverBoth, roles, stagedCharter } from './stagedTrial.js';
import { deployTrial, password, roster, type Staff } from './twoReaderTrial.js';
import { drag, imagesShown, showAndProject } from './viewport.js';

jest.setTimeout(900_000);

interface ShownPane {
  readonly series: string;
  readonly image: string;
  readonly z: number;
}

interface HostWindow {
  readonly services: {
    readonly viewportGridService: {
      getState(): { readonly viewports: Map<string, unknown>; readonly activeViewportId: string };
    };
    readonly cornerstoneViewportService: {
      getCornerstoneViewport(id: string):
        | {
            readonly element: HTMLElement;
            getCurrentImageId(): string;
            worldToCanvas(point: readonly number[]): number[];
          }
        | undefined;
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
let staff: Staff;
let subject: SubjectTruth;
let code = '';

const { portal, lung } = roles;
const reader = { user: roster.R1.user, password };

/** What the panes show, row by row. */
const panes = (): Promise<ShownPane[]> =>
  page.evaluate(() => {
    const { services, cornerstone } = window as unknown as HostWindow;
    return [...services.viewportGridService.getState().viewports.keys()].map(id => {
      const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id);
      const image = viewport?.getCurrentImageId() ?? '';
      const plane = cornerstone.metaData.get('imagePlaneModule', image);
      const [, series = ''] = /series\/([^/]+)\//.exec(image) ?? [];
      return { series, image, z: plane?.imagePositionPatient?.[2] ?? NaN };
    });
  });

/** Waits until the panes say this in their text, row by row, and there is no other one. */
async function say(...words: RegExp[]): Promise<void> {
  const layers = page.locator('.cl-pane-layer');
  for (const [pane, word] of words.entries()) {
    await layers.nth(pane).filter({ hasText: word }).waitFor({ timeout: 60_000 });
  }
  await layers.nth(words.length).waitFor({ state: 'detached' });
}

/** Role of each pane's images as the server names the series of their timepoint. */
async function rolesShown(): Promise<string[]> {
  const read = new URL(page.url()).searchParams.get('read') ?? '';
  const answer = await page.request.get(`${product.url}/api/reads/${read}`);
  const { studies } = (await answer.json()) as {
    studies: { timepoint: string; series: { seriesInstanceUid: string; role: string }[] }[];
  };
  const named = studies.flatMap(({ timepoint, series }) =>
    series.map(
      ({ seriesInstanceUid, role }) => [seriesInstanceUid, `${timepoint} ${role}`] as const
    )
  );
  const names = new Map(named);
  return (await panes()).map(({ series }) => names.get(series) ?? series);
}

/** Waits until all panes are at a place of the body, mm, half a slice of 5 mm allowed. */
const allAt = (z: number): Promise<unknown> =>
  page.waitForFunction(
    wanted => {
      const { services, cornerstone } = window as unknown as HostWindow;
      return [...services.viewportGridService.getState().viewports.keys()].every(id => {
        const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id);
        const image = viewport?.getCurrentImageId() ?? '';
        const plane = cornerstone.metaData.get('imagePlaneModule', image);
        const nearMm = 2.6;
        return Math.abs((plane?.imagePositionPatient?.[2] ?? NaN) - wanted) <= nearMm;
      });
    },
    z,
    { timeout: 30_000 }
  );

const lesionAt = (timepoint: number, id: string): LesionTruth => {
  const found = subject.timepoints[timepoint]?.lesions.find(lesion => lesion.id === id);
  if (found === undefined) throw new Error(`There is no ${id}`);
  return found;
};

/** Drags over the long axis of a lesion in a pane. */
async function dragIn(pane: number, { centerLps, longAxisLps }: LesionTruth): Promise<void> {
  if (!longAxisLps) throw new Error('The lesion has no axis');
  const [, from, to] = await showAndProject(page, pane, [centerLps, ...longAxisLps]);
  if (!from || !to) throw new Error('The lesion is not on the screen');
  await leftButton(page, 'Bidirectional');
  await drag(page, from, to);
}

/** Middle of a pane, page pixels. */
async function middle(pane: number): Promise<[number, number]> {
  const box = await page.locator('.cornerstone-viewport-element').nth(pane).boundingBox();
  if (!box) throw new Error(`There is no pane ${pane}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** Waits until the pane is the active one. */
const active = (pane: number): Promise<unknown> =>
  page.waitForFunction(index => {
    const { viewportGridService } = (window as unknown as HostWindow).services;
    const { viewports, activeViewportId } = viewportGridService.getState();
    return [...viewports.keys()][index] === activeViewportId;
  }, pane);

interface Draft {
  readonly document: {
    readonly view: { readonly layout: string };
    readonly lesions: readonly {
      readonly id: string;
      readonly mark: { readonly seriesInstanceUid: string } | null;
    }[];
  };
}

async function draft(): Promise<Draft['document']> {
  const read = new URL(page.url()).searchParams.get('read') ?? '';
  const answer = await page.request.get(`${product.url}/api/reads/${read}/draft`);
  return ((await answer.json()) as Draft).document;
}

const allFour = [
  /TP1.*CT-PV-AX/s,
  /TP1.*CT-LUNG-AX.*linked/s,
  /Baseline.*CT-PV-AX.*linked/s,
  /Baseline.*CT-LUNG-AX.*linked/s,
];
const lungOnly = [/TP1.*CT-LUNG-AX/s, /Baseline.*CT-LUNG-AX.*linked/s];

beforeAll(async () => {
  product = await startEmptyServer();
  browser = await launchBrowser();
  const phantoms = join(process.env['CORELAB_DEMO_HOME'] ?? '', 'demo');
  const truth = JSON.parse(await readFile(join(phantoms, 'truth.json'), 'utf8')) as Truth;
  const [first] = truth.subjects;
  if (first === undefined) throw new Error('The truth has no subject');
  subject = first;
  staff = await deployTrial(product, stagedCharter);
  for (const timepoint of ['BL', 'TP1']) {
    await deliverBoth(staff, truth, `${subject.subjectId}/${timepoint}`);
  }
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  code = await awaited('the baseline', async () => {
    const { reads } = await get<{ reads: { subjectCode: string; state: string }[] }>(
      staff.R1,
      '/api/reads'
    );
    return reads.find(({ state }) => state === 'ready')?.subjectCode;
  });
  await logIn(page, product.url, reader);
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(Object.values(staff ?? {}).map(person => person.request.dispose()));
  await product?.stop();
});

describe('layouts that the charter writes', () => {
  it('show both kinds of images of a baseline, each with its window', async () => {
    await page.locator(`[data-open="${code}"]`).click();
    await openedRead(page);
    await imagesShown(page, 1);
    await say(/Baseline.*CT-PV-AX/s, /Baseline.*CT-LUNG-AX.*W 1500 L −600/s);
    expect(await rolesShown()).toEqual([`Baseline ${portal}`, `Baseline ${lung}`]);
    await readBaseline(page, subject.timepoints[0]?.lesions ?? []);
    await signRead(page, reader);
  });

  it('show both of a follow-up over those of the baseline', async () => {
    await openRead(page, product.url, code, 'TP1');
    await imagesShown(page, 3);
    await say(...allFour);
    expect(await rolesShown()).toEqual([
      ...[`TP1 ${portal}`, `TP1 ${lung}`],
      ...[`Baseline ${portal}`, `Baseline ${lung}`],
    ]);
    await say(/TP1/, /W 1500 L −600/, /Baseline/, /W 1500 L −600/);
    await page.waitForFunction(() => {
      const { services } = window as unknown as HostWindow;
      return [...services.viewportGridService.getState().viewports.keys()].every(id => {
        const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id);
        const [x = NaN, y = NaN] = viewport?.worldToCanvas([0, 0, 0]) ?? [];
        const { clientWidth = NaN, clientHeight = NaN } = viewport?.element ?? {};
        // The body is drawn around the origin.
        const near = 0.1;
        return Math.abs(x / clientWidth - 0.5) < near && Math.abs(y / clientHeight - 0.5) < near;
      });
    });
    expect(await page.locator('.cl-pane-layer').first().innerText()).not.toContain('L −600');
  });

  it('scroll together, all of them', async () => {
    const [{ z: before } = { z: NaN }] = await panes();
    await page.mouse.move(...(await middle(3)));
    for (let notch = 0; notch < 4; notch += 1) {
      const shown = await page.locator('[data-slice]').nth(3).innerText();
      await page.mouse.wheel(0, 100);
      await page.waitForFunction(
        text => document.querySelectorAll<HTMLElement>('[data-slice]')[3]?.innerText !== text,
        shown
      );
    }
    const { z } = (await panes())[3] ?? { z: NaN };
    expect(Math.abs(z - before)).toBeGreaterThan(10);
    await allAt(z);
  });

  it('keep a mark that is drawn in the second pane of the timepoint, and its row brings it back', async () => {
    const lesion = lesionAt(1, 'T02');
    await page.locator('[data-lesion="T02"]').click();
    await page.mouse.move(...(await middle(1)));
    await active(1);
    await drawAxes(page, lesion, 1);
    await awaited('the kept mark', async () => {
      const lesion = (await draft()).lesions.find(({ id }) => id === 'T02');
      return lesion?.mark === null ? null : lesion;
    });
    const { series } = (await panes())[1] ?? { series: '' };
    const { lesions } = await draft();
    expect(lesions.find(({ id }) => id === 'T02')?.mark?.seriesInstanceUid).toBe(series);
    await page.locator('[data-lesion="T01"]').click();
    await allAt(lesionAt(1, 'T01').centerLps[2]);
    await page.locator('[data-lesion="T02"]').click();
    await allAt(lesion.centerLps[2]);
    expect(await rolesShown()).toEqual([
      ...[`TP1 ${portal}`, `TP1 ${lung}`],
      ...[`Baseline ${portal}`, `Baseline ${lung}`],
    ]);
    await page.keyboard.press('Escape');
  });

  it('take no mark in a pane of another timepoint', async () => {
    await page.locator('[data-lesion="T01"]').click();
    for (const pane of [2, 3]) {
      await page.keyboard.press('ArrowRight');
      await active(pane);
    }
    const drawn = await drawnPoints(page);
    await dragIn(3, lesionAt(0, 'T01'));
    await page.locator('[data-prompt]', { hasText: 'another timepoint' }).waitFor();
    expect(await drawnPoints(page)).toEqual(drawn);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('are stepped through by key and by the control, at the same place of the body', async () => {
    await page.locator('[data-lesion="T02"]').click();
    const [, , z] = lesionAt(1, 'T02').centerLps;
    await allAt(z);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+PageDown');
    await say(...lungOnly);
    expect(await rolesShown()).toEqual([`TP1 ${lung}`, `Baseline ${lung}`]);
    await allAt(z);
    await page.getByRole('button', { name: 'Layout: Layout 2/2' }).click();
    await page.getByRole('menuitemradio', { name: 'Layout 1/2' }).click();
    await say(...allFour);
    await allAt(z);
    expect(await rolesShown()).toEqual([
      ...[`TP1 ${portal}`, `TP1 ${lung}`],
      ...[`Baseline ${portal}`, `Baseline ${lung}`],
    ]);
    await page.keyboard.press('Shift+PageUp');
    await say(...lungOnly);
  });

  it('come back in the layout in which the read was left', async () => {
    await awaited('the saved layout', async () =>
      (await draft()).view.layout === '1x2 stage 2' ? true : null
    );
    await page.reload();
    await caseShown(page);
    await say(...lungOnly);
    expect(await rolesShown()).toEqual([`TP1 ${lung}`, `Baseline ${lung}`]);
    await allAt(lesionAt(1, 'T02').centerLps[2]);
  });

  it('are one pane with F or for want of room, and all again', async () => {
    await page.keyboard.press('Shift+PageDown');
    await say(...allFour);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('f');
    await say(/TP1.*CT-LUNG-AX/s);
    await page.keyboard.press('v');
    await say(/Baseline.*CT-PV-AX/s);
    await page.keyboard.press('f');
    await say(...allFour);
    await page.setViewportSize({ width: 1200, height: 768 });
    await say(/Baseline.*CT-PV-AX/s);
    await page.keyboard.press('v');
    await say(/Baseline.*CT-LUNG-AX/s);
    await page.keyboard.press('v');
    await say(/TP1.*CT-PV-AX/s);
    await page.setViewportSize({ width: 1366, height: 768 });
    await say(...allFour);
  });
});

describe('a response of the reader’s own', () => {
  it('is chosen beside the calculated one, given its reason and signed with both', async () => {
    const [, timepoint] = subject.timepoints;
    if (timepoint === undefined) throw new Error('The truth has no follow-up');
    await readFollowUp(page, timepoint);
    const own = page.locator('[data-own-response]');
    const { overall } = timepoint.expected;
    const another = overall === 'SD' ? 'PR' : 'SD';
    await own.locator('select').selectOption(another);
    await page.getByText('1 thing before you can sign').waitFor();
    await own.locator('textarea').fill('The rim is scar');
    await page.getByRole('button', { name: /^How/ }).click();
    await page
      .getByText(`The reader gave ${another} in place of the calculated ${overall}.`)
      .waitFor();
    await page.keyboard.press('Escape');
    await signRead(page, reader);
    await page
      .locator(`[data-own-response="${another}"]`, { hasText: 'The rim is scar' })
      .waitFor();
  });
});
