export {
  auditHash,
  type AuditLine,
  type ChainVerdict,
  genesisHash,
  verifyAuditChain,
} from './auditChain.js';
export { main } from './main.js';
