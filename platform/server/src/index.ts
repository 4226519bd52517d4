export { openDatabase, type OpenOptions, type OpenedDatabase } from './database/open.js';
export { migrate } from './database/migrate.js';
export type { Database, Row } from './database/schema.js';
export { accessMatrix, cellOf, type RouteAccess } from './http/access-matrix.js';
export { buildApp, type BuiltApp } from './http/app.js';
export type { ArchivePort, ReadStudy, ServerDeps } from './http/server-deps.js';
export { CodedError } from './http/coded-error.js';
export { demoAccounts } from './start/demo.js';
export { DemoNotReadyError } from './start/demo-ready.js';
export { openInstallation, type Installation } from './verification/open-installation.js';
export { enginesIn, type KeptEngines } from './verification/kept-engines.js';
export {
  verifyDatabase,
  SchemaError,
  type DatabaseVerdict,
} from './verification/verify-database.js';
export { resetAccess, type ResetAccessOptions } from './start/reset-access.js';
export { startServer, type RunningServer, type StartOptions } from './start/start-server.js';
export { BrokenChainError } from './copies/chains-in-copy.js';
export { checkCopy, CopyError, type CheckedCopy } from './copies/checked-copy.js';
export { restoreBackup, type Restored, type RestoreOptions } from './copies/restore-backup.js';
