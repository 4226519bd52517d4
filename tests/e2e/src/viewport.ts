import type { Page } from 'playwright-core';

/** LPS, mm. */
export type Point3 = readonly [number, number, number];

interface CornerstoneViewport {
  readonly element: HTMLElement;
  getImageIds(): string[];
  getCurrentImageId(): string | undefined;
  getCornerstoneImage(): { readonly imageId: string } | undefined;
  setImageIdIndex(index: number): Promise<string>;
  worldToCanvas(point: Point3): [number, number];
}

interface CornerstoneWindow {
  readonly services: {
    readonly viewportGridService: { getState(): { readonly viewports: Map<string, unknown> } };
    readonly cornerstoneViewportService: {
      getCornerstoneViewport(id: string): CornerstoneViewport | null | undefined;
    };
  };
  readonly cornerstone: {
    readonly metaData: {
      get(kind: string, imageId: string): { imagePositionPatient?: number[] } | undefined;
    };
  };
}

/** Waits until the pane (0 is the left one) shows a stack of images. */
export async function imagesShown(page: Page, pane = 0): Promise<void> {
  await page.waitForFunction(
    index => {
      const { services } = window as unknown as Partial<CornerstoneWindow>;
      const ids = [...(services?.viewportGridService.getState().viewports.keys() ?? [])];
      const viewport = services?.cornerstoneViewportService.getCornerstoneViewport(
        ids[index] ?? ''
      );
      if (!viewport) return false;
      const canvas = viewport.element.querySelector('canvas');
      return viewport.getImageIds().length > 1 && canvas !== null && canvas.width > 100;
    },
    pane,
    { timeout: 60_000 }
  );
}

/** Half the thickest slice of the demonstration and what numbers are rounded by, mm. */
const nearMm = 2.6;

/**
 * Brings the slice nearest to the first point into the pane, as soon as the pane has the series that holds it, and
 * answers the page positions of the points.
 */
export async function showAndProject(
  page: Page,
  pane: number,
  points: readonly Point3[]
): Promise<{ x: number; y: number }[]> {
  await page.waitForFunction(
    ({ index, z, near }) => {
      const { cornerstone: cs, services } = window as unknown as CornerstoneWindow;
      const ids = [...services.viewportGridService.getState().viewports.keys()];
      const viewport = services.cornerstoneViewportService.getCornerstoneViewport(ids[index] ?? '');
      return viewport?.getImageIds().some(id => {
        const at = cs.metaData.get('imagePlaneModule', id)?.imagePositionPatient?.[2];
        return at !== undefined && Math.abs(at - z) <= near;
      });
    },
    { index: pane, z: points[0]?.[2] ?? NaN, near: nearMm },
    { timeout: 30_000 }
  );
  return page.evaluate(
    async ({ index, world }) => {
      const { cornerstone: cs, services } = window as unknown as CornerstoneWindow;
      const ids = [...services.viewportGridService.getState().viewports.keys()];
      const viewport = services.cornerstoneViewportService.getCornerstoneViewport(ids[index] ?? '');
      const first = world[0];
      if (!viewport || !first) throw new Error(`There is no pane ${index}`);
      const distances = viewport.getImageIds().map(id => {
        const z = cs.metaData.get('imagePlaneModule', id)?.imagePositionPatient?.[2];
        return z === undefined ? Infinity : Math.abs(z - first[2]);
      });
      await viewport.setImageIdIndex(distances.indexOf(Math.min(...distances)));
      // A slice asked for before is answered at once, though its picture may not have come.
      while (viewport.getCornerstoneImage()?.imageId !== viewport.getCurrentImageId()) {
        await new Promise(done => requestAnimationFrame(done));
      }
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      const box = viewport.element.getBoundingClientRect();
      return world.map(point => {
        const [x, y] = viewport.worldToCanvas(point);
        return { x: box.left + x, y: box.top + y };
      });
    },
    { index: pane, world: points }
  );
}

/** A real drag with the left button, in steps as a hand makes it. */
export async function drag(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number }
): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/**
 * A drag that first goes well away from its start: the host takes a movement of two or three pixels for a click, and an
 * end point that is nearly right would stay where it is.
 */
export async function dragWithDetour(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number }
): Promise<void> {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [dx, dy] = length < 1 ? [1, 0] : [(to.x - from.x) / length, (to.y - from.y) / length];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x + 12 * dx, to.y + 12 * dy, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

/**
 * A drag that ends, and is followed by the step to the first slice, before the browser draws its last shape: what a quick
 * hand does on a slow computer. Events are made by the page, since a real mouse cannot be as quick for sure.
 */
export async function dragAndLeaveAtOnce(
  page: Page,
  from: { x: number; y: number },
  to: { x: number; y: number }
): Promise<void> {
  await page.evaluate(
    ({ start, end }) => {
      const { services } = window as unknown as CornerstoneWindow;
      const [id] = services.viewportGridService.getState().viewports.keys();
      const viewport = services.cornerstoneViewportService.getCornerstoneViewport(id ?? '');
      const target = document.elementFromPoint(start.x, start.y);
      if (!viewport || !target) throw new Error('There is no pane to drag in');
      const send = (kind: 'down' | 'move' | 'up', { x, y }: { x: number; y: number }): void => {
        const buttons = kind === 'up' ? 0 : 1;
        const given = { bubbles: true, cancelable: true, clientX: x, clientY: y, buttons };
        target.dispatchEvent(new PointerEvent(`pointer${kind}`, given));
        target.dispatchEvent(new MouseEvent(`mouse${kind}`, given));
      };
      target.dispatchEvent(
        new MouseEvent('mousemove', { bubbles: true, clientX: start.x, clientY: start.y })
      );
      send('down', start);
      for (let step = 1; step <= 5; step += 1) {
        const along = (a: number, b: number): number => a + ((b - a) * step) / 5;
        send('move', { x: along(start.x, end.x), y: along(start.y, end.y) });
      }
      send('up', end);
      void viewport.setImageIdIndex(0);
    },
    { start: from, end: to }
  );
}

interface StackState {
  readonly current: string;
  readonly loaded: boolean;
  /** The image whose pixels the pane shows; differs from the current one while that is on its way. */
  readonly displayed: string | null;
}

interface ShowingWindow {
  readonly cornerstone: {
    getRenderingEngines(): {
      getViewports(): {
        getImageIds(): string[];
        getCurrentImageId(): string;
        setImageIdIndex(index: number): Promise<string>;
        getCornerstoneImage(): { readonly imageId: string } | undefined;
      }[];
    }[];
    readonly cache: { isLoaded(imageId: string): boolean };
  };
}

/** Goes to the slice at a fraction of the stack (0 the first, 1 the last), without waiting for its image. */
export async function showSlice(page: Page, pane: number, fraction: number): Promise<void> {
  await page.evaluate(
    ({ index, part }) => {
      const cs = (window as unknown as ShowingWindow).cornerstone;
      const viewport = cs.getRenderingEngines()[0]?.getViewports()[index];
      if (!viewport) throw new Error(`There is no pane ${index}`);
      void viewport.setImageIdIndex(Math.floor(part * (viewport.getImageIds().length - 1)));
    },
    { index: pane, part: fraction }
  );
}

/** What a pane should show, and what it does show. */
export async function shownImage(page: Page, pane: number): Promise<StackState> {
  return page.evaluate(index => {
    const cs = (window as unknown as ShowingWindow).cornerstone;
    const viewport = cs.getRenderingEngines()[0]?.getViewports()[index];
    if (!viewport) throw new Error(`There is no pane ${index}`);
    const current = viewport.getCurrentImageId();
    const displayed = viewport.getCornerstoneImage()?.imageId ?? null;
    return { current, loaded: cs.cache.isLoaded(current), displayed };
  }, pane);
}
