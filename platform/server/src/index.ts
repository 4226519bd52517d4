export { openDatabase, type OpenOptions, type OpenedDatabase } from './database/open.js';
export { migrate } from './database/migrate.js';
export type { Database, Row } from './database/schema.js';
export { buildApp, type BuiltApp } from './http/app.js';
export type { ArchivePort, ReadStudy, ServerDeps } from './http/server-deps.js';
export { CodedError } from './http/coded-error.js';
export { verifyChain, type ChainedEntry, type ChainVerdict } from './audit/chain.js';
export {
  demoAccounts,
  startServer,
  type RunningServer,
  type StartOptions,
} from './start/start-server.js';
