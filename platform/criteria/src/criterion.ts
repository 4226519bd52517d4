import type { TObject } from '@sinclair/typebox';
import type { RatedSubject } from './reason.js';
import type { AssessmentInput } from './schemas.js';

export type CriterionErrorCode =
  | 'CL_CRITERION_UNKNOWN'
  | 'CL_ASSESSMENT_INPUT'
  | 'CL_PARAMETER'
  | 'CL_DATE'
  | 'CL_LESION_DUPLICATE'
  | 'CL_TIMEPOINT_DUPLICATE'
  | 'CL_TIMEPOINT_ORDER'
  | 'CL_RESPONSE_UNKNOWN'
  | 'CL_READER_RESPONSE';

/** Input an engine can't use. `path` is a JSON pointer into the input that was given. */
export class CriterionError extends Error {
  readonly code: CriterionErrorCode;
  readonly path: string;

  constructor(code: CriterionErrorCode, path: string, message: string) {
    super(message);
    this.name = 'CriterionError';
    this.code = code;
    this.path = path;
  }
}

/** What a criterion takes beside what every criterion takes (schemas.ts); every key optional unless it can't do without. */
export interface CriterionInputs {
  readonly subject?: TObject;
  readonly timepoint?: TObject;
  readonly lesion?: TObject;
}

/** One component of a combination table and every value it can have there; null: the subject has none of that kind. */
export interface CombinationAxis {
  /** Key in `components`. */
  readonly component: string;
  readonly label: string;
  readonly values: readonly (string | boolean | null)[];
}

/** A published combination table by its axes: its cells are what `combine` answers, so that a reader checks the code. */
export interface CombinationTable {
  readonly title: string;
  /** Paper and table. */
  readonly source: string;
  readonly axes: readonly CombinationAxis[];
  /** Components that stay the same over the whole table. */
  readonly fixed?: Readonly<Record<string, string | boolean | null>>;
}

/**
 * One published response criterion. `assess` takes one subject whose shape was already checked (the common one and
 * `inputs`) and rates every timepoint, its reasons not written yet; `combine` is the published combination table alone, its components checked by
 * `components`. Both throw CriterionError on input they can't use.
 */
export interface Criterion {
  readonly id: string;
  readonly name: string;
  readonly source: string;
  /** Schema of `parameters`, every key optional with its default. */
  readonly parameters: TObject;
  readonly inputs: CriterionInputs;
  readonly components: TObject;
  readonly tables: readonly CombinationTable[];
  /** Codes that a reader may give in place of the calculated response, best first; none where no reader decides it. */
  readonly readerResponses: readonly string[];
  assess(input: AssessmentInput): RatedSubject;
  combine(components: Readonly<Record<string, unknown>>): string;
}
