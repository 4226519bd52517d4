export { openDatabase, type OpenOptions, type OpenedDatabase } from './database/open.js';
export { migrate } from './database/migrate.js';
export type { Database, Row } from './database/schema.js';
