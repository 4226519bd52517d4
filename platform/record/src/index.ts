export { canonicalJson, hashJson } from './canonicalJson.js';
export {
  brokenLink,
  ChainLineSchema,
  chainStart,
  genesisHash,
  linkHash,
  readChainLines,
  writeChainLine,
  type BrokenEntry,
  type ChainLine,
  type ChainLink,
  type ReachedLink,
  type Unreadable,
} from './chainLines.js';
export {
  isSignedBy,
  keyIdOf,
  readHeads,
  signHead,
  SignedHeadSchema,
  type SignedHead,
} from './heads.js';
export {
  readTimestamps,
  TimestampError,
  timestampRequest,
  TimestampSchema,
  timestampToken,
  verifyTimestamp,
  type Timestamp,
  type TimestampVerdict,
} from './timestamps.js';
export {
  chainVerifier,
  headProblem,
  notProvableOf,
  verifyChain,
  type Against,
  type ChainVerdict,
  type ChainVerifier,
  type HeadProblem,
} from './verifyChain.js';
export {
  BundleError,
  type BundleHead,
  type BundlePart,
  bundleVersion,
} from './bundle/bundleParts.js';
export { readBundle, type ReadPart } from './bundle/readBundle.js';
export { type BundleToWrite, writeBundle } from './bundle/writeBundle.js';
