import type { Instant, Json } from './column-types.js';

/** The record: rows are only added. */
export interface AuditTables {
  audit_entry: {
    chain: string;
    sequence: number;
    previous_hash: string;
    hash: string;
    entry: Json<unknown>;
  };
  /** Where a chain stood, signed with a key outside the database. */
  audit_head: {
    chain: string;
    sequence: number;
    hash: string;
    signed_at: Instant;
    key_id: string;
    signature: string;
  };
  /** Heads that are kept outside the database. */
  audit_anchor: {
    chain: string;
    sequence: number;
    place: string;
    anchored_at: Instant;
  };
}
