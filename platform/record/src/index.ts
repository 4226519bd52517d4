export { canonicalJson, hashJson } from './canonicalJson.js';
export {
  brokenLink,
  ChainLineSchema,
  chainStart,
  followLinks,
  genesisHash,
  linkHash,
  readChainLines,
  type BrokenEntry,
  type ChainLine,
  type ChainLink,
  type LinksVerdict,
  type ReachedLink,
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
  headProblem,
  notProvableOf,
  verifyChain,
  type Against,
  type ChainVerdict,
  type HeadProblem,
} from './verifyChain.js';
