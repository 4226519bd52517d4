export type * from './types.js';
export { blindingCustomizations } from './blindingCustomizations.js';
export { hostComponent } from './reactBridge.js';
export { missingExtensions, startupCheck, startupCheckExtension } from './startupCheck.js';
export { stockModeStubs } from './stockModeStubs.js';
