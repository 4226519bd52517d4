export type * from './types.js';
export { blindingCustomizations } from './blindingCustomizations.js';
export {
  guardContext,
  guardedCommands,
  installCommandGuards,
  type GuardedCommand,
  type GuardOptions,
} from './commandGuards.js';
export { millimetresPer, parseHostUnit, type HostUnit } from './hostUnit.js';
export { parseImageId, type ImageReference } from './imageReference.js';
export {
  checkKeymap,
  chordOf,
  KeymapError,
  startKeyDispatcher,
  type KeyBinding,
  type KeyDispatcherOptions,
} from './keymap.js';
export { cornerstoneOf, linkScrolling, translation, type ScrollLink } from './linkedScrolling.js';
export {
  adaptMeasurement,
  type AdaptedMeasurement,
  type AdapterContext,
  type RefusalCode,
} from './measurementAdapter.js';
export { followMeasurements, instanceFinder, type MeasurementListener } from './measurementFeed.js';
export { goToAddress, navigateWith } from './pageNavigation.js';
export { hostComponent } from './reactBridge.js';
export { missingExtensions, startupCheck, startupCheckExtension } from './startupCheck.js';
export { stockModeStubs } from './stockModeStubs.js';
export { closeCommands, closedCommands } from './closedCommands.js';
