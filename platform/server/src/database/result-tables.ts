import type { Instant, Nullable } from './column-types.js';

/** What sites say themselves, and who has seen what they are told. */
export interface ResultTables {
  site_assessment: {
    id: string;
    track_id: string;
    subject_id: string;
    timepoint_id: string;
    version: number;
    /** Null: the version before was withdrawn. */
    response: Nullable<string>;
    /** YYYY-MM-DD, or less of it. */
    assessed_on: Nullable<string>;
    /** Why it is another than the version before. */
    reason: Nullable<string>;
    source: 'form' | 'import';
    entered_by: string;
    entered_at: Instant;
    from_sequence: number;
    to_sequence: Nullable<number>;
  };
  result_acknowledgement: {
    /** Of a read, or of a final. */
    result_id: string;
    account_id: string;
    track_id: string;
    acknowledged_at: Instant;
  };
}
