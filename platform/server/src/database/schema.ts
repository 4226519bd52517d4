import type { Selectable } from 'kysely';
import type { AccountTables } from './account-tables.js';
import type { AuditTables } from './audit-tables.js';
import type { AdjudicationTables } from './adjudication-tables.js';
import type { EvidenceTables } from './evidence-tables.js';
import type { FactTables } from './fact-tables.js';
import type { GlobalReadTables } from './global-read-tables.js';
import type { ConsensusTables } from './consensus-tables.js';
import type { IdentityTables } from './identity-tables.js';
import type { ImageTables } from './image-tables.js';
import type { ReadTables } from './read-tables.js';
import type { ResultTables } from './result-tables.js';
import type { TrialTables } from './trial-tables.js';
import type { Instant } from './column-types.js';

export type { Instant, Json } from './column-types.js';

/** The tables of the migrations; ids are UUIDv7 text, calendar dates ISO 8601 text. */
export interface Database
  extends
    AccountTables,
    TrialTables,
    ImageTables,
    IdentityTables,
    ReadTables,
    GlobalReadTables,
    AdjudicationTables,
    ConsensusTables,
    ResultTables,
    FactTables,
    EvidenceTables,
    AuditTables {
  schema_migration: { name: string; applied_at: Instant };
}

/** A row as it is read. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
