import {
  imagesIn,
  isComing,
  panesOf,
  parseImageId,
  windowOf,
  type HostServices,
  type Pane,
  type WindowLevel,
} from '@corelab/host';
import type { ReadStudy } from '@corelab/client';
import type { PaneContext } from './paneCase.js';
import { missingRole, type PanePlace } from './stagePlan.js';

/** A series under the only name a blinded reader knows: its role, numbered where the timepoint has several of it. */
export interface SeriesName {
  seriesInstanceUid: string;
  name: string;
}

export function seriesNames(study: ReadStudy): SeriesName[] {
  return study.series.map(({ seriesInstanceUid, role }, index) => {
    const same = study.series.filter(series => series.role === role);
    const number = study.series.slice(0, index + 1).filter(series => series.role === role).length;
    return { seriesInstanceUid, name: same.length > 1 ? `${role} ${number}` : role };
  });
}

/** What one pane shows, in words and numbers. */
export interface PaneInfo {
  viewportId: string;
  /** The element our layer is laid over. */
  element: HTMLElement;
  timepoint: string;
  current: boolean;
  /** It shows the timepoint that the reader chose to compare with. */
  compares: boolean;
  /** The pane that the others are linked to, with what is said once. */
  first: boolean;
  active: boolean;
  /** The kind of images that it is for and that its timepoint has not; null where it has. */
  missingRole: string | null;
  seriesInstanceUid: string;
  series: readonly SeriesName[];
  /** From 1. */
  slice: number;
  slices: number;
  /** The picture is still that of another slice. */
  coming: boolean;
  window: WindowLevel | null;
}

const paneCell = '[data-cy="viewport-pane"]';

/** What a pane is among the others. */
type PaneStand = Pick<PaneInfo, 'active' | 'first' | 'compares' | 'missingRole'>;

function paneInfo(pane: Pane, study: ReadStudy, stand: PaneStand): PaneInfo | null {
  const { viewportId, viewport, displaySet } = pane;
  const images = imagesIn(viewport);
  const element = viewport.element?.closest<HTMLElement>(paneCell) ?? viewport.element;
  const shown = parseImageId(images[0] ?? '')?.seriesInstanceUid;
  if (element === undefined || shown === undefined) {
    return null;
  }
  const range = viewport.getProperties?.().voiRange;
  return {
    viewportId,
    element,
    timepoint: study.timepoint,
    current: study.current,
    ...stand,
    seriesInstanceUid: displaySet.SeriesInstanceUID,
    series: seriesNames(study),
    slice: viewport.getCurrentImageIdIndex() + 1,
    slices: images.length,
    coming: isComing(pane),
    window: range == null ? null : windowOf(range),
  };
}

/** What the panes show now, row by row. */
export function paneInfos(
  services: HostServices,
  context: Pick<PaneContext, 'studies'>,
  places: readonly PanePlace[]
): PaneInfo[] {
  const active = services.viewportGridService.getActiveViewportId();
  return panesOf(services).flatMap((pane, index) => {
    const { viewportId, displaySet } = pane;
    const study = context.studies.find(
      ({ studyInstanceUid }) => studyInstanceUid === displaySet.StudyInstanceUID
    );
    if (study === undefined) return [];
    const place = places.find(({ id }) => id === viewportId);
    const stand = {
      ...{ active: viewportId === active, first: index === 0 },
      compares: place?.compares ?? !study.current,
      missingRole: place === undefined ? null : missingRole(place, study),
    };
    return paneInfo(pane, study, stand) ?? [];
  });
}
