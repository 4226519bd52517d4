import { parseImageId } from './imageReference.js';
import type { HostDisplaySet, HostInstance, HostServices, StackViewport } from './types.js';

export interface Pane {
  viewportId: string;
  viewport: StackViewport;
  displaySet: HostDisplaySet;
}

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

export function imagesIn(viewport: StackViewport): string[] {
  return typeof viewport.getImageIds === 'function' ? viewport.getImageIds() : [];
}

export function instancesOf(displaySet: HostDisplaySet): HostInstance[] {
  return displaySet.instances ?? displaySet.images ?? [];
}
