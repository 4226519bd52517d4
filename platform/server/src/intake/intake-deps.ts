import type { Kysely } from 'kysely';
import type { Archive } from '../archive/archive.js';
import type { Database } from '../database/schema.js';
import type { QuarantineFolder } from './quarantine-folder.js';

export interface IntakeDeps {
  readonly db: Kysely<Database>;
  readonly archive: Archive;
  readonly quarantine: QuarantineFolder;
  readonly now: () => Date;
  /** UUIDv7. */
  readonly newId: () => string;
  /** IANA zone written beside instants. */
  readonly zone: string;
  /** Key of the digests that stand for identifying values in audit entries. */
  readonly auditKey: string;
  readonly log: { info(details: Readonly<Record<string, unknown>>, message: string): void };
}
