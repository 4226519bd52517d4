/** What does not agree with the record, by the thing that was signed. */
export interface SignatureProblem {
  readonly code:
    | 'CL_SIGNATURE_UNRECORDED'
    | 'CL_SIGNATURE_MISSING'
    | 'CL_SIGNATURE_ALTERED'
    | 'CL_RESULT_ALTERED'
    | 'CL_RESULT_DIFFERS';
  readonly kind: string;
  readonly id: string;
  /** Of the entry that tells of it; null where none does. */
  readonly sequence: number | null;
  readonly message: string;
}

/** A result that could not be derived again. */
export interface NotDerivable {
  readonly kind: string;
  readonly id: string;
  readonly criterion: string;
  readonly why: string;
}

/** What today's rules make of a signed result where they make something else: it alters nothing signed. */
export interface UpgradeImpact {
  readonly kind: string;
  readonly id: string;
  readonly criterion: string;
  readonly timepoint: string;
  /** Parts of the result that differ. */
  readonly differs: readonly string[];
  readonly was: string | null;
  readonly now: string | null;
}
