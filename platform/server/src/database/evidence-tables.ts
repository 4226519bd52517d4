import type { ColumnType } from 'kysely';
import type { Instant } from './column-types.js';

/** What signatures name by its hash. */
export interface EvidenceTables {
  evidence: {
    sha256: string;
    media_type: string;
    /** bytea: as the text `\\x..` when written; read as text too (`encode`), since the two drivers differ for bytes. */
    content: ColumnType<never, string, never>;
    kept_at: Instant;
  };
}
