import type { Instant, Nullable } from './column-types.js';

/** Clinical facts of subjects, their versions and where they came from. */
export interface FactTables {
  clinical_fact_import: {
    id: string;
    trial_id: string;
    imported_by: string;
    imported_at: Instant;
    /** In words: the system or person that the file is from. */
    source: string;
    file_name: string;
    /** Of the file's bytes. */
    sha256: string;
    added: number;
    changed: number;
    same: number;
    sequence: number;
  };
  clinical_fact: {
    id: string;
    subject_id: string;
    kind: string;
    /** Empty for what a subject has one of. */
    key_date: string;
    /** Empty but for laboratory values. */
    name: string;
    version: number;
    /** ISO 8601, of reduced precision where no more is known. */
    date: Nullable<string>;
    value: Nullable<string>;
    unit: Nullable<string>;
    withdrawn: boolean;
    /** Null where it was entered by hand. */
    import_id: Nullable<string>;
    source: string;
    /** Of what was done by hand. */
    reason: Nullable<string>;
    recorded_by: string;
    recorded_at: Instant;
    from_sequence: number;
    to_sequence: Nullable<number>;
  };
  clinical_fact_touched: {
    fact_id: string;
    read_id: Nullable<string>;
    final_id: Nullable<string>;
  };
}
