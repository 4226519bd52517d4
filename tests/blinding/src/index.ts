export { canaryKinds, viewers, type Canary, type CanaryKind, type Viewer } from './canaries/canary.js';
export { Searcher, type Trace } from './search/searcher.js';
