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
  /** The key of a trial that came from another installation; null of one that began here. */
  readonly trialKey?: (trialId: string) => string | null;
  readonly log: { info(details: Readonly<Record<string, unknown>>, message: string): void };
}

/** With which what is kept of a trial's images is compared: its own key, where it came from another installation. */
export const keyOfTrial = (
  { auditKey, trialKey }: Pick<IntakeDeps, 'auditKey' | 'trialKey'>,
  trialId: string
): string => trialKey?.(trialId) ?? auditKey;
