import type { BrokenEntry, HeadProblem } from '@corelab/record';

/** What came of verifying a chain in the database. */
export interface StoredVerdict {
  readonly ok: boolean;
  /** Entries whose links hold. */
  readonly entries: number;
  /** Null where it does not hold. */
  readonly lastHash: string | null;
  readonly broken: BrokenEntry | null;
  readonly heads: readonly HeadProblem[];
  /** The entry up to which signed heads show that nothing was cut or rewritten; 0 without one. */
  readonly provenTo: number;
  /** The same by heads that came back from their anchor, outside the database; null where it could not be read. */
  readonly anchoredTo: number | null;
  /** How many heads the chain was held against. */
  readonly headCount: number;
  readonly notProvable: readonly string[];
}
