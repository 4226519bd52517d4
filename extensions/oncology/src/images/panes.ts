import {
  parseImageId,
  type HostDisplaySet,
  type HostInstance,
  type HostServices,
  type StackViewport,
} from '@corelab/host';
import type { Mark } from '@corelab/reads';

export interface Pane {
  viewportId: string;
  viewport: StackViewport;
  displaySet: HostDisplaySet;
}

/** One image of the read. */
export type Place = Pick<Mark, 'studyInstanceUid' | 'seriesInstanceUid' | 'sopInstanceUid'>;

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

/** The pane that shows a study, if one does. */
export function paneOfStudy(services: HostServices, studyInstanceUid: string): Pane | undefined {
  return panesOf(services).find(
    ({ displaySet }) => displaySet.StudyInstanceUID === studyInstanceUid
  );
}

/** Whether a pane shows its first image: told of other ones before, the host keeps a picture without a scale for them. */
export function isReady({ viewport }: Pane): boolean {
  return viewport.getProperties().voiRange != null;
}

/** Whether the pane has the images of the series that the grid names for it: these come some time later. */
export function hasItsImages({ viewport, displaySet }: Pane): boolean {
  const [first] = imagesIn(viewport);
  return parseImageId(first ?? '')?.seriesInstanceUid === displaySet.SeriesInstanceUID;
}

/**
 * Whether the pane goes to an image that is not on the screen yet. A mark begun then would be one of the image to come,
 * drawn on the picture of another.
 */
export function isComing({ viewport }: Pane): boolean {
  return viewport.getCornerstoneImage()?.imageId !== viewport.getCurrentImageId();
}

/** Makes the study's pane the active one: a first drag in an inactive pane would only activate it. */
export function activatePane(services: HostServices, studyInstanceUid: string): void {
  const pane = paneOfStudy(services, studyInstanceUid);
  const { viewportGridService } = services;
  if (pane !== undefined && viewportGridService.getActiveViewportId() !== pane.viewportId) {
    viewportGridService.setActiveViewportId(pane.viewportId);
  }
}

export function imagesIn(viewport: StackViewport): string[] {
  return typeof viewport.getImageIds === 'function' ? viewport.getImageIds() : [];
}

/** Where an image stands in a pane's stack; -1 when the stack has it not. */
export function indexOfImage(viewport: StackViewport, sopInstanceUid: string): number {
  return imagesIn(viewport).findIndex(
    imageId => parseImageId(imageId)?.sopInstanceUid === sopInstanceUid
  );
}

export function instancesOf(displaySet: HostDisplaySet): HostInstance[] {
  return displaySet.instances ?? displaySet.images ?? [];
}

/** The instance and its display set, where the host holds them. */
export function findInstance(
  services: HostServices,
  place: Place
): { instance: HostInstance; displaySet: HostDisplaySet } | null {
  for (const displaySet of services.displaySetService.getDisplaySetsForSeries(
    place.seriesInstanceUid
  )) {
    const instance = instancesOf(displaySet).find(
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

export type PointLps = readonly [number, number, number];

/** Where the image in a pane lies (LPS, mm); null before its first image or without a place. */
export function shownPoint({ viewport, displaySet }: Pane): PointLps | null {
  const sop = parseImageId(viewport.getCurrentImageId() ?? '')?.sopInstanceUid;
  const shown = instancesOf(displaySet).find(({ SOPInstanceUID }) => SOPInstanceUID === sop);
  const [x, y, z] = (shown?.ImagePositionPatient ?? []).map(Number);
  return x === undefined || y === undefined || z === undefined ? null : [x, y, z];
}

function distanceAlongBody(instance: HostInstance, point: PointLps): number {
  const z = Number(instance.ImagePositionPatient?.[2]);
  return Number.isFinite(z) ? Math.abs(z - point[2]) : Infinity;
}

/**
 * The image of these series nearest to a point (LPS, mm) by its axial place; null when none has one. Of two equally
 * near the one of the earlier series: put the series that is shown first.
 */
export function nearestImage(
  services: HostServices,
  studyInstanceUid: string,
  seriesInstanceUids: readonly string[],
  point: PointLps
): Place | null {
  let best: { place: Place; distance: number } | null = null;
  for (const seriesInstanceUid of seriesInstanceUids) {
    for (const displaySet of services.displaySetService.getDisplaySetsForSeries(
      seriesInstanceUid
    )) {
      for (const instance of instancesOf(displaySet)) {
        const distance = distanceAlongBody(instance, point);
        if (distance < (best?.distance ?? Infinity)) {
          const sopInstanceUid = instance.SOPInstanceUID;
          best = { place: { studyInstanceUid, seriesInstanceUid, sopInstanceUid }, distance };
        }
      }
    }
  }
  return best?.place ?? null;
}
