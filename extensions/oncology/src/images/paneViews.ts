import {
  isReady,
  panesOf,
  parseImageId,
  rangeOf,
  windowOf,
  type HostServices,
  type Pane,
  type StackViewport,
} from '@corelab/host';
import type { ReadStudy } from '@corelab/client';
import type { PaneView } from '@corelab/reads';
import { indexOfImage, paneOfImage } from './panes.js';

interface Canvas {
  canvasToWorld?(point: [number, number]): number[];
}

const measuredOverPx = 100;

/** How many mm of the patient one pixel of the pane shows now; null while the pane shows nothing. */
function millimetresPerPixel(viewport: StackViewport & Canvas): number | null {
  const from = viewport.canvasToWorld?.([0, 0]);
  const to = viewport.canvasToWorld?.([measuredOverPx, 0]);
  if (from === undefined || to === undefined) {
    return null;
  }
  const mm = Math.hypot(...from.map((value, axis) => value - (to[axis] ?? NaN)));
  return Number.isFinite(mm) && mm > 0 ? mm / measuredOverPx : null;
}

function panOf(viewport: StackViewport): PaneView['pan'] {
  const [x, y] = viewport.getPan?.() ?? [];
  const scale = millimetresPerPixel(viewport);
  const isPan = Number.isFinite(x) && Number.isFinite(y);
  return scale === null || !isPan ? null : [(x ?? 0) * scale, (y ?? 0) * scale];
}

/** What one pane shows: slice, window, zoom, pan (mm in the picture); null before its first image. */
export function paneView(
  { viewport, displaySet }: Pane,
  studies: readonly ReadStudy[]
): PaneView | null {
  const image = parseImageId(viewport.getCurrentImageId() ?? '');
  const study = studies.find(
    ({ studyInstanceUid }) => studyInstanceUid === displaySet.StudyInstanceUID
  );
  if (image === null || study === undefined) {
    return null;
  }
  const range = viewport.getProperties?.().voiRange;
  const window = range == null ? null : windowOf(range);
  const zoom = viewport.getZoom?.();
  return {
    timepoint: study.timepoint,
    studyInstanceUid: image.studyInstanceUid,
    seriesInstanceUid: image.seriesInstanceUid,
    sopInstanceUid: image.sopInstanceUid,
    windowCenter: window?.center ?? null,
    windowWidth: window?.width ?? null,
    zoom: zoom === undefined || !(zoom > 0) ? null : zoom,
    pan: panOf(viewport),
  };
}

/** What each pane shows, left to right; those without their first image have no view yet. */
export function paneViews(services: HostServices, studies: readonly ReadStudy[]): PaneView[] {
  return panesOf(services)
    .filter(isReady)
    .flatMap(pane => paneView(pane, studies) ?? []);
}

const windowTolerance = 0.5;
const zoomTolerance = 0.001;
const panToleranceMm = 0.5;

/** Whether a pane has a stored window, zoom and pan, within what drawing rounds. */
export function hasView({ viewport }: Pane, view: PaneView): boolean {
  const near = (a: number | null, b: number | null | undefined, tolerance: number): boolean =>
    a === null || (b !== null && b !== undefined && Math.abs(a - b) <= tolerance);
  const range = viewport.getProperties().voiRange;
  const window = range == null ? null : windowOf(range);
  const pan = panOf(viewport);
  return (
    near(view.windowCenter, window?.center, windowTolerance) &&
    near(view.windowWidth, window?.width, windowTolerance) &&
    near(view.zoom, viewport.getZoom(), zoomTolerance) &&
    near(view.pan?.[0] ?? null, pan?.[0], panToleranceMm) &&
    near(view.pan?.[1] ?? null, pan?.[1], panToleranceMm)
  );
}

/** A pan beyond this leaves no picture in the pane: it is not given back. */
const farthestPanMm = 1000;

/** Gives a pane a stored window, zoom and pan; what was not stored stays as it is. */
export function applyView(viewport: StackViewport, view: PaneView): void {
  const { windowCenter: center, windowWidth: width, zoom, pan } = view;
  if (center !== null && width !== null) {
    viewport.setProperties?.({ voiRange: rangeOf({ center, width }) });
  }
  if (zoom !== null) {
    viewport.setZoom(zoom);
  }
  const scale = millimetresPerPixel(viewport);
  if (pan !== null && scale !== null && Math.hypot(...pan) <= farthestPanMm) {
    viewport.setPan([pan[0] / scale, pan[1] / scale]);
  }
  viewport.render();
}

/**
 * Brings the pane of the view's image to it; false while its images are not there yet, when they are asked for, or when
 * no pane shows the study.
 */
export function restorePane(
  services: HostServices,
  studies: readonly ReadStudy[],
  view: PaneView
): boolean {
  const pane = paneOfImage(services, studies, view);
  if (pane === undefined) {
    return false;
  }
  const { viewportId, viewport, displaySet } = pane;
  const index = indexOfImage(viewport, view.sopInstanceUid);
  if (index < 0) {
    const [other] = services.displaySetService.getDisplaySetsForSeries(view.seriesInstanceUid);
    const uid = other?.displaySetInstanceUID;
    if (uid !== undefined && uid !== displaySet.displaySetInstanceUID) {
      services.viewportGridService.setDisplaySetsForViewports([
        { viewportId, displaySetInstanceUIDs: [uid] },
      ]);
    }
    return false;
  }
  if (viewport.getCurrentImageIdIndex() !== index) {
    void viewport.setImageIdIndex(index);
  }
  applyView(viewport, view);
  return true;
}
