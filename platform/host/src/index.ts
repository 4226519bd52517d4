export type * from './types.js';
export { hostComponent } from './reactBridge.js';
