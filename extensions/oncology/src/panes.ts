import {
  parseImageId,
  type HostDisplaySet,
  type HostInstance,
  type HostServices,
  type StackViewport,
} from '@corelab/host';
import type { ReadStudy } from '@corelab/client';
import type { Mark, PaneView } from '@corelab/reads';

/** What a stack viewport can do beyond the host types: window, zoom and pan. */
interface PaneViewport extends StackViewport {
  getProperties?(): { voiRange?: { lower: number; upper: number } };
  setProperties?(properties: { voiRange: { lower: number; upper: number } }): void;
  getZoom?(): number;
  setZoom?(zoom: number): void;
  getPan?(): number[];
  setPan?(pan: [number, number]): void;
}

interface Pane {
  viewportId: string;
  viewport: PaneViewport;
  displaySet: HostDisplaySet;
}

type Place = Pick<Mark, 'studyInstanceUid' | 'seriesInstanceUid' | 'sopInstanceUid'>;

/** The panes that show images now, left to right. */
export function panesOf(services: HostServices): Pane[] {
  const { viewportGridService, cornerstoneViewportService, displaySetService } = services;
  return [...viewportGridService.getState().viewports.values()].flatMap(
    ({ viewportId, displaySetInstanceUIDs }) => {
      const viewport = cornerstoneViewportService.getCornerstoneViewport(viewportId);
      const uid = displaySetInstanceUIDs[0];
      const displaySet = uid === undefined ? undefined : displaySetService.getDisplaySetByUID(uid);
      return viewport == null || displaySet === undefined
        ? []
        : [{ viewportId, viewport, displaySet }];
    }
  );
}

/** Makes the study's pane the active one: a first drag in an inactive pane would only activate it. */
export function activatePane(services: HostServices, studyInstanceUid: string): void {
  const pane = panesOf(services).find(
    ({ displaySet }) => displaySet.StudyInstanceUID === studyInstanceUid
  );
  const { viewportGridService } = services;
  if (pane !== undefined && viewportGridService.getActiveViewportId() !== pane.viewportId) {
    viewportGridService.setActiveViewportId(pane.viewportId);
  }
}

function imagesIn(viewport: StackViewport): string[] {
  return typeof viewport.getImageIds === 'function' ? viewport.getImageIds() : [];
}

/** Brings a pane of the place's study to that image; another series of the study is put into the pane first. */
export function showImage(services: HostServices, place: Place): boolean {
  const pane = panesOf(services).find(
    ({ displaySet }) => displaySet.StudyInstanceUID === place.studyInstanceUid
  );
  if (pane === undefined) {
    return false;
  }
  const index = imagesIn(pane.viewport).findIndex(
    imageId => parseImageId(imageId)?.sopInstanceUid === place.sopInstanceUid
  );
  if (index >= 0) {
    if (pane.viewport.getCurrentImageIdIndex() !== index) {
      void pane.viewport.setImageIdIndex(index);
    }
    return true;
  }
  const [other] = services.displaySetService.getDisplaySetsForSeries(place.seriesInstanceUid);
  if (
    other !== undefined &&
    other.displaySetInstanceUID !== pane.displaySet.displaySetInstanceUID
  ) {
    services.viewportGridService.setDisplaySetsForViewports([
      {
        viewportId: pane.viewportId,
        displaySetInstanceUIDs: [other.displaySetInstanceUID],
      },
    ]);
  }
  return false;
}

/** The instance and its display set, where the host holds them. */
export function findInstance(
  services: HostServices,
  place: Place
): { instance: HostInstance; displaySet: HostDisplaySet } | null {
  for (const displaySet of services.displaySetService.getDisplaySetsForSeries(
    place.seriesInstanceUid
  )) {
    const instance = (displaySet.instances ?? displaySet.images ?? []).find(
      ({ SOPInstanceUID }) => SOPInstanceUID === place.sopInstanceUid
    );
    if (instance !== undefined) {
      return { instance, displaySet };
    }
  }
  return null;
}

/** Image id of an instance: the host's own, else the one a pane shows it with. */
export function imageIdOf(services: HostServices, instance: HostInstance): string | null {
  const own = instance['imageId'];
  if (typeof own === 'string') {
    return own;
  }
  const shown = panesOf(services).flatMap(({ viewport }) => imagesIn(viewport));
  return (
    shown.find(imageId => parseImageId(imageId)?.sopInstanceUid === instance.SOPInstanceUID) ?? null
  );
}

/** Moves a study's pane to the slice nearest to a point (LPS, mm), by the axial position. */
export function showNearest(
  services: HostServices,
  studyInstanceUid: string,
  point: readonly [number, number, number]
): void {
  const pane = panesOf(services).find(
    ({ displaySet }) => displaySet.StudyInstanceUID === studyInstanceUid
  );
  const instances = pane?.displaySet.instances ?? pane?.displaySet.images ?? [];
  const distance = (instance: HostInstance): number =>
    Math.abs(Number(instance.ImagePositionPatient?.[2] ?? Infinity) - point[2]);
  const nearest = [...instances].sort((a, b) => distance(a) - distance(b))[0];
  if (pane !== undefined && nearest !== undefined) {
    showImage(services, {
      studyInstanceUid,
      seriesInstanceUid: pane.displaySet.SeriesInstanceUID,
      sopInstanceUid: nearest.SOPInstanceUID,
    });
  }
}

/** What each pane shows: slice, window, zoom, pan. */
export function paneViews(services: HostServices, studies: readonly ReadStudy[]): PaneView[] {
  return panesOf(services).flatMap(({ viewport, displaySet }) => {
    const image = parseImageId(viewport.getCurrentImageId() ?? '');
    const study = studies.find(
      ({ studyInstanceUid }) => studyInstanceUid === displaySet.StudyInstanceUID
    );
    if (image === null || study === undefined) {
      return [];
    }
    const range = viewport.getProperties?.().voiRange;
    const [x, y] = viewport.getPan?.() ?? [];
    const zoom = viewport.getZoom?.();
    return [
      {
        timepoint: study.timepoint,
        studyInstanceUid: image.studyInstanceUid,
        seriesInstanceUid: image.seriesInstanceUid,
        sopInstanceUid: image.sopInstanceUid,
        windowCenter: range === undefined ? null : (range.lower + range.upper) / 2,
        windowWidth: range === undefined ? null : range.upper - range.lower,
        zoom: zoom === undefined || !(zoom > 0) ? null : zoom,
        pan: x === undefined || y === undefined ? null : [x, y],
      },
    ];
  });
}

/** Brings a pane back to where it stood; false while its images are not there yet. */
export function restorePane(services: HostServices, view: PaneView): boolean {
  if (!showImage(services, view)) {
    return false;
  }
  const pane = panesOf(services).find(
    ({ displaySet }) => displaySet.SeriesInstanceUID === view.seriesInstanceUid
  );
  if (pane !== undefined && view.windowCenter !== null && view.windowWidth !== null) {
    const { windowCenter: center, windowWidth: width } = view;
    pane.viewport.setProperties?.({
      voiRange: { lower: center - width / 2, upper: center + width / 2 },
    });
    pane.viewport.render();
  }
  return true;
}
