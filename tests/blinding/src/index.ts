export {
  canaryKinds,
  viewers,
  type Canary,
  type CanaryKind,
  type Viewer,
} from './canaries/canary.js';
export { Searcher, type Trace } from './search/searcher.js';
export { verify, type Verification, type VerificationOptions } from './run/verification.js';
