import type { CornerstoneCore, StackViewport } from './types.js';

type Position = readonly [number, number, number];

/** Column-major 4x4, as the host's matrix library reads it: moves a point by `offset`. */
export function translation(offset: Position): number[] {
  return [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, ...offset, 1];
}

function positionOf(cornerstone: CornerstoneCore, viewport: StackViewport): Position {
  const imageId = viewport.getCurrentImageId();
  const plane =
    imageId === undefined ? undefined : cornerstone.metaData.get('imagePlaneModule', imageId);
  const position =
    typeof plane === 'object' && plane !== null && 'imagePositionPatient' in plane
      ? plane.imagePositionPatient
      : null;
  const [x, y, z] = Array.isArray(position) ? position.map(Number) : [];
  if (x === undefined || y === undefined || z === undefined || ![x, y, z].every(Number.isFinite)) {
    throw new Error(
      `CL_LINK_POSITION: the image in pane ${viewport.id} has no position in space, so panes can't be linked.`
    );
  }
  return [x, y, z];
}

export interface ScrollLink {
  /** From the first pane's slice to the second's, mm in patient space (LPS). */
  offsetMm: Position;
  unlink(): void;
}

/**
 * Links the scrolling of two panes at the slices they show now: from here on each follows the other by the same offset
 * in patient space. Across studies the host's `imageslice` synchronizer moves nothing until a matrix is registered, in
 * both directions; the panes must share such a synchronizer group. Throws CL_LINK_POSITION for images without position.
 */
export function linkScrolling(
  cornerstone: CornerstoneCore,
  first: StackViewport,
  second: StackViewport
): ScrollLink {
  const a = positionOf(cornerstone, first);
  const b = positionOf(cornerstone, second);
  const offset: Position = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const back: Position = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  const provider = cornerstone.utilities.spatialRegistrationMetadataProvider;
  // The host asks for [target, source] and moves the source's position with the answer.
  provider.add([second.id, first.id], translation(offset));
  provider.add([first.id, second.id], translation(back));
  return {
    offsetMm: offset,
    unlink: () => {
      provider.add([second.id, first.id], undefined);
      provider.add([first.id, second.id], undefined);
    },
  };
}

/** Cornerstone as the host carries it; a second copy would have a state of its own. Throws when it isn't there. */
export function cornerstoneOf(extensionManager: {
  getModuleEntry(id: string): { exports?: Readonly<Record<string, unknown>> } | undefined;
}): CornerstoneCore {
  const entry = extensionManager.getModuleEntry('@ohif/extension-cornerstone.utilityModule.common');
  const libraries = entry?.exports?.['getCornerstoneLibraries'];
  if (typeof libraries !== 'function') {
    throw new Error('CL_HOST_CORNERSTONE: the viewer offers no Cornerstone libraries.');
  }
  return (libraries as () => { cornerstone: CornerstoneCore })().cornerstone;
}
