import {
  imagesIn,
  instancesOf,
  panesOf,
  parseImageId,
  type HostDisplaySet,
  type HostInstance,
  type HostServices,
  type Pane,
  type StackViewport,
} from '@corelab/host';
import type { ReadStudy } from '@corelab/client';
import type { Mark } from '@corelab/reads';

/** One image of the read. */
export type Place = Pick<Mark, 'studyInstanceUid' | 'seriesInstanceUid' | 'sopInstanceUid'>;

/** The pane that shows a study, if one does. */
export function paneOfStudy(services: HostServices, studyInstanceUid: string): Pane | undefined {
  return panesOf(services).find(
    ({ displaySet }) => displaySet.StudyInstanceUID === studyInstanceUid
  );
}

/** The pane of an image: one that shows its series, else its kind of images, else its study. */
export function paneOfImage(
  services: HostServices,
  studies: readonly ReadStudy[],
  { studyInstanceUid, seriesInstanceUid }: Omit<Place, 'sopInstanceUid'>
): Pane | undefined {
  const panes = panesOf(services).filter(
    ({ displaySet }) => displaySet.StudyInstanceUID === studyInstanceUid
  );
  const role = roleOfSeries(studies, seriesInstanceUid);
  return (
    panes.find(({ displaySet }) => displaySet.SeriesInstanceUID === seriesInstanceUid) ??
    panes.find(
      ({ displaySet }) =>
        role !== undefined && roleOfSeries(studies, displaySet.SeriesInstanceUID) === role
    ) ??
    panes[0]
  );
}

/** The role of a series of these studies. */
export const roleOfSeries = (
  studies: readonly ReadStudy[],
  seriesInstanceUid: string
): string | undefined =>
  studies
    .flatMap(({ series }) => series)
    .find(series => series.seriesInstanceUid === seriesInstanceUid)?.role;

/** Makes a pane of the study the active one: a first drag in an inactive pane would only activate it. */
export function activatePane(services: HostServices, studyInstanceUid: string): void {
  const { viewportGridService } = services;
  const active = viewportGridService.getActiveViewportId();
  const ids = panesOf(services)
    .filter(({ displaySet }) => displaySet.StudyInstanceUID === studyInstanceUid)
    .map(({ viewportId }) => viewportId);
  const [first] = ids;
  if (first !== undefined && !ids.some(id => id === active)) {
    viewportGridService.setActiveViewportId(first);
  }
}

/** Makes the pane under the pointer the active one, if it shows this study: for the drag that may follow. */
export function activateIfOf(
  services: HostServices,
  studyInstanceUid: string | undefined,
  viewportId: string
): void {
  const { viewportGridService } = services;
  const pane = panesOf(services).find(candidate => candidate.viewportId === viewportId);
  const isActive = viewportGridService.getActiveViewportId() === viewportId;
  if (pane?.displaySet.StudyInstanceUID === studyInstanceUid && !isActive) {
    viewportGridService.setActiveViewportId(viewportId);
  }
}

/** Where an image stands in a pane's stack; -1 when the stack has it not. */
export function indexOfImage(viewport: StackViewport, sopInstanceUid: string): number {
  return imagesIn(viewport).findIndex(
    imageId => parseImageId(imageId)?.sopInstanceUid === sopInstanceUid
  );
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
