export { canonicalJson, hashJson } from './canonicalJson.js';
export {
  ChainLineSchema,
  followLinks,
  genesisHash,
  linkHash,
  readChainLines,
  type BrokenEntry,
  type ChainLine,
  type ChainLink,
  type LinksVerdict,
} from './chainLines.js';
export {
  isSignedBy,
  keyIdOf,
  readHeads,
  signHead,
  SignedHeadSchema,
  type SignedHead,
} from './heads.js';
export { verifyChain, type Against, type ChainVerdict, type HeadProblem } from './verifyChain.js';
