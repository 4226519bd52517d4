export type * from './types.js';
export { blindingCustomizations } from './blindingCustomizations.js';
export {
  guardContext,
  guardedCommands,
  installCommandGuards,
  type GuardedCommand,
  type GuardOptions,
} from './commandGuards.js';
export { cornerstoneLibraries, type CornerstoneLibraries } from './cornerstoneLibraries.js';
export { millimetresPer, parseHostUnit, type HostUnit } from './hostUnit.js';
export {
  hostImageLoads,
  imageLoads,
  type ImageLoadListener,
  type ImageLoads,
} from './imageLoads.js';
export { inheritedMode, type OwnMode } from './inheritedMode.js';
export { lookingTools, mouseTool } from './mouseTool.js';
export { parseImageId, type ImageReference } from './imageReference.js';
export {
  checkKeymap,
  chordOf,
  KeymapError,
  startKeyDispatcher,
  type KeyBinding,
  type KeyDispatcherOptions,
} from './keymap.js';
export { ScrollLink, type LinkedPane } from './linkedScrolling.js';
export {
  adaptMeasurement,
  type AdaptedMeasurement,
  type AdapterContext,
  type RefusalCode,
} from './measurementAdapter.js';
export {
  followMeasurements,
  instanceFinder,
  type MeasurementFeed,
  type MeasurementListener,
} from './measurementFeed.js';
export {
  goToAddress,
  holdNavigation,
  leaveBy,
  loadAddress,
  navigateWith,
} from './pageNavigation.js';
export { followPanes, type PaneListener } from './paneEvents.js';
export { hostComponent } from './reactBridge.js';
export {
  hasItsImages,
  imagesIn,
  instancesOf,
  isComing,
  isReady,
  panesOf,
  type Pane,
} from './panes.js';
export { nearestSlice, slicePosition } from './slicePositions.js';
export { rangeOf, windowOf, type WindowLevel } from './voiWindow.js';
export { missingExtensions, startupCheck, startupCheckExtension } from './startupCheck.js';
export { stockModeStubs } from './stockModeStubs.js';
export { closeCommands, closedCommands } from './closedCommands.js';
export { OwnWindow, openPanelWindow, type OwnWindowState } from './ownWindow.js';
